"""Gathers the tokens of some thousand entries as numbers and sorts them into postings.

A token is either a code, a number that tells all its characters and sorts as they do, or one of few
texts with a number of their own. Either way a posting is one 64-bit number, token and entry, and
sorting numbers is what numpy is quickest at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np

from app.store.fold import SEAM
from app.store.segment import MAIN, Bytes, Numbers, Postings, alike, same_bytes, starts_of

ENTRY_BITS: Final = 16
MOST_ENTRIES: Final = 1 << 13  # gathered at once: some 15 MB, more while they are sorted
_ENTRY: Final = (1 << ENTRY_BITS) - 1


class PairCode:
    """Two characters, or one and nothing."""

    BITS: Final = 21  # of a character
    _SECOND: Final = (1 << BITS) - 1

    @classmethod
    def cut(cls, codes: Numbers, size: int) -> tuple[Numbers, Numbers]:
        """The first `size` characters of those that have as many, and which these are."""
        cut = codes & ~cls._SECOND if size == 1 else codes[:0]
        return cut, np.arange(len(cut))

    @classmethod
    def spelled(cls, codes: Numbers) -> Bytes:
        """The UTF-8 of each in eight bytes; zeros are to be left out."""
        return np.hstack((_utf8(codes >> cls.BITS), _utf8(codes & cls._SECOND)))


class LetterCode:
    """Up to six letters or digits, the first may be a mark."""

    BITS: Final = 7
    LETTERS: Final = 6
    MARK: Final = 0x7F  # sorts behind all letters, as the real one does

    def __init__(self, mark: str) -> None:
        self._mark = np.frombuffer(mark.encode(), np.uint8)

    @classmethod
    def of(cls, letters: Bytes) -> Numbers:
        """The codes of the letters from each place of a text on, zeros behind its end."""
        padded = np.concatenate((letters, np.zeros(cls.LETTERS, np.uint8))).astype(np.int64)
        codes = np.zeros(len(letters), np.int64)
        for place in range(cls.LETTERS):
            codes = codes << cls.BITS | padded[place : place + len(letters)]
        return codes

    @classmethod
    def marked(cls, codes: Numbers) -> Numbers:
        """The same behind a mark, one letter shorter."""
        return codes >> cls.BITS | cls.MARK << cls.BITS * (cls.LETTERS - 1)

    @classmethod
    def cut(cls, codes: Numbers, size: int) -> tuple[Numbers, Numbers]:
        """The first `size` letters of those that have as many, and which these are."""
        behind = cls.BITS * (cls.LETTERS - size)
        which = np.flatnonzero(codes & cls.MARK << behind)
        return codes[which] >> behind << behind, which

    def spelled(self, codes: Numbers) -> Bytes:
        """The UTF-8 of each in eight bytes; zeros are to be left out."""
        told = np.zeros((len(codes), 8), np.uint8)
        told[:, 0] = codes >> self.BITS * (self.LETTERS - 1)
        told[told[:, 0] == self.MARK, :3] = self._mark
        for place in range(1, self.LETTERS):
            told[:, place + 2] = codes >> self.BITS * (self.LETTERS - 1 - place) & self.MARK
        return told


class Gathered:
    """The tokens of one table."""

    def __init__(self, code: PairCode | LetterCode, prefixes: Sequence[int]) -> None:
        """`prefixes` are the sizes of the table's prefix indexes, in their order."""
        self._code = code
        self._prefixes = prefixes
        self._codes: list[Numbers] = []
        self._texts: list[Numbers] = []

    def add_codes(self, codes: Numbers, entries: Numbers) -> None:
        """Numbers and the entries that have them, counted from 0."""
        self._codes.append(codes << ENTRY_BITS | entries)

    def add_texts(self, numbers: Numbers, entries: Numbers) -> None:
        """The same for texts, by their numbers."""
        self._texts.append(numbers << ENTRY_BITS | entries)

    def sizes(self, entries: int) -> Numbers:
        """How many tokens each of so many entries has, repeated ones counted."""
        return np.bincount(_all([*self._codes, *self._texts]) & _ENTRY, minlength=entries)

    def take(self, texts: Sequence[str], first: int) -> Iterator[Postings]:
        """What was gathered, as segments; `texts` by number, `first` is the row of entry 0."""
        codes, numbers = _all(self._codes), _all(self._texts)
        self._codes, self._texts = [], []
        if len(codes):
            yield _joined(self._of_codes(_unique(codes)), first)
        if len(numbers):
            main = _of_texts(_unique(numbers), texts)
            yield _joined((main, *_begun(main, self._prefixes)), first)

    def _of_codes(self, keys: Numbers) -> Iterator[Postings]:
        """The terms and, behind them, what they begin with."""
        yield self._spelled(keys, MAIN)
        codes = keys >> ENTRY_BITS
        for index, size in enumerate(self._prefixes, MAIN + 1):
            cut, which = self._code.cut(codes, size)
            if len(cut):
                yield self._spelled(_unique(cut << ENTRY_BITS | keys[which] & _ENTRY), index)

    def _spelled(self, keys: Numbers, index: int) -> Postings:
        new = _changes(keys)
        rows = self._code.spelled(keys[new] >> ENTRY_BITS)
        has = np.ones((len(rows), 9), bool)  # the first byte is that of the index
        np.greater(rows, 0, out=has[:, 1:])
        lengths = np.zeros((10, len(rows)), np.int64)  # of the first bytes of each
        for place in range(9):
            np.add(lengths[place], has[:, place], out=lengths[place + 1])
        same = np.zeros(len(rows), np.int64)
        same[1:] = 1 + same_bytes(rows[:-1], rows[1:])
        common = lengths[same, np.arange(len(rows))]
        told = np.hstack((np.full((len(rows), 1), index, np.uint8), rows))[has]
        return _postings(told, lengths[-1], common, keys, new)


def _joined(parts: Iterable[Postings], first: int) -> Postings:
    pool, lengths, common, counts, rows = map(np.concatenate, zip(*parts, strict=True))
    return Postings(pool, lengths, common, counts, rows + np.int32(first))


def _begun(main: Postings, sizes: Sequence[int]) -> Iterator[Postings]:
    """The prefix indexes of some numbers of characters: terms that are as long, cut."""
    starts = starts_of(main.lengths)
    characters = np.cumsum(main.pool & 0xC0 != 0x80)  # where one begins in UTF-8
    characters -= np.repeat(characters[starts], main.lengths)  # 0 is the byte of the index
    longest = int(characters.max())
    for index, size in enumerate(sizes, MAIN + 1):
        if size > longest:
            return
        inside = characters <= size
        lengths = np.add.reduceat(inside.view(np.uint8), starts)  # at most 7 * 4 + 1
        is_kept = characters[starts + main.lengths - 1] >= size
        # In order of the bytes, terms that begin alike stand together.
        is_new = is_kept & (main.alike < lengths)
        pool = main.pool[np.repeat(is_new, main.lengths) & inside]
        cut = lengths[is_new].astype(np.int64)
        pool[starts_of(cut)] = index
        groups = (np.cumsum(is_new) - 1)[is_kept] << ENTRY_BITS
        rows = main.rows[np.repeat(is_kept, main.counts)]
        keys = _unique(np.repeat(groups, main.counts[is_kept]) | rows)
        yield _postings(pool, cut, alike(pool, cut), keys, _changes(keys))


def _of_texts(keys: Numbers, texts: Sequence[str]) -> Postings:
    """Postings in order of the texts, from those by their numbers."""
    used = (keys[_changes(keys)] >> ENTRY_BITS).tolist()
    ordered = sorted(used, key=texts.__getitem__)
    places = np.zeros(len(texts), np.int64)
    places[ordered] = np.arange(len(ordered))
    keys = places[keys >> ENTRY_BITS] << ENTRY_BITS | keys & _ENTRY
    keys.sort()
    joint = f"{SEAM}{chr(MAIN)}"
    spelled = joint + joint.join([texts[number] for number in ordered]) + SEAM
    joined = np.frombuffer(spelled.encode(), np.uint8)
    is_seam = joined == ord(SEAM)
    lengths = np.diff(np.flatnonzero(is_seam)) - 1
    pool = joined[~is_seam]
    return _postings(pool, lengths, alike(pool, lengths), keys, _changes(keys))


def _postings(
    pool: Bytes, lengths: Numbers, common: Numbers, keys: Numbers, new: Numbers
) -> Postings:
    counts = np.diff(new, append=len(keys))
    return Postings(pool, lengths, common, counts, (keys & _ENTRY).astype(np.int32))


def _changes(keys: Numbers) -> Numbers:
    """Where another token begins."""
    tokens = keys >> ENTRY_BITS
    return np.flatnonzero(np.concatenate(([True], tokens[1:] != tokens[:-1])))


def _all(parts: list[Numbers]) -> Numbers:
    return np.concatenate([*parts, np.zeros(0, np.int64)])


def _unique(keys: Numbers) -> Numbers:
    """Sorted, each once: twice as fast as numpy's own, which looks for more."""
    keys = np.sort(keys)
    return keys[np.concatenate(([True], keys[1:] != keys[:-1]))]


def _utf8(characters: Numbers) -> Bytes:
    """Each in four bytes, those that it does not need are 0."""
    low, middle, high = (characters >> 6 * place & 0x3F | 0x80 for place in range(3))
    lead = characters >> 18 | 0xF0
    wide, full = characters >= 0x800, characters >= 0x10000
    short = characters < 0x80
    first = np.where(full, lead, np.where(wide, characters >> 12 | 0xE0, 0))
    second = np.where(full, high, 0)
    third = np.where(wide, middle, np.where(short, 0, characters >> 6 | 0xC0))
    last = np.where(short, characters, low)
    return np.column_stack((first, second, third, last)).astype(np.uint8)
