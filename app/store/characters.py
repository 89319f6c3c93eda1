"""Very long texts as arrays of their characters: what is done to one is done to all at once.

The same as `Fold`, `squeeze` and `amounts` of `fold` do to short ones; tests compare.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
import numpy.typing as npt

from app.store.fold import AMOUNT, HAN_RUN, SEAM, SPACES, Fold, amount_of

Characters = npt.NDArray[np.uint32]
Sorts = npt.NDArray[np.uint8]
_ALL: Final = 0x110000
_KNOWN, INSIDE, _HAN, _LATIN, _DIGIT, _SPACE, _COMMA, _MAY_FOLLOW = (1 << n for n in range(8))
_BLANK: Final = ord(" ")
_SEAM: Final = ord(SEAM)
_FOLLOWS: Final = ",.千百万亿tbmk"  # what may belong to a number behind its first digits


def characters_of(text: str) -> Characters:
    """A text as numbers."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")


def text_of(characters: Characters) -> str:
    """Numbers as a text."""
    return characters.tobytes().decode("utf-32-le", "surrogatepass")


class LongFold:
    """Folds by the same table as `fold`."""

    def __init__(self, fold: Fold) -> None:
        self._plain = np.arange(_ALL, dtype="<u4")
        for character, plain in fold.table.items():
            self._plain[character] = plain

    def __call__(self, text: str) -> Characters:
        return self._plain[characters_of(text)]


class _Sorts:
    """What sort each character is of: Python is asked once for each that comes."""

    def __init__(self) -> None:
        self._sorts = np.zeros(_ALL, np.uint8)

    def __call__(self, characters: Characters) -> Sorts:
        sorts = self._sorts[characters]
        new = characters[sorts == 0]
        if len(new):
            for character in set(new.tolist()):
                self._sorts[character] = _sort(chr(character))
            sorts = self._sorts[characters]
        return sorts


def _sort(character: str) -> int:
    return sum(
        bit
        for bit, has in (
            (_KNOWN, True),
            (INSIDE, character.isalnum()),
            (_HAN, HAN_RUN.match(character)),
            (_LATIN, character.isascii() and (character.islower() or character.isdecimal())),
            (_DIGIT, character.isdecimal()),
            (_SPACE, character in SPACES),
            (_COMMA, character == ","),
            (_MAY_FOLLOW, character in _FOLLOWS or character.isspace()),
        )
        if has
    )


sorts_of: Final = _Sorts()


def squeezed(characters: Characters) -> Characters:
    """Without spaces between Han and Latin and without thousands separators."""
    sorts = np.zeros(len(characters) + 5, np.uint8)  # one before, four behind
    sorts[1:-4] = sorts_of(characters)
    goes = np.zeros(len(characters), bool)
    spaces = np.flatnonzero(sorts & _SPACE) - 1
    if len(spaces):
        parts = np.flatnonzero(np.diff(spaces) > 1) + 1
        first = spaces[np.concatenate(([0], parts))]
        last = spaces[np.concatenate((parts - 1, [len(spaces) - 1]))]
        before, behind = sorts[first], sorts[last + 2]
        joins = (before & _HAN > 0) & (behind & _LATIN > 0)
        joins |= (before & _LATIN > 0) & (behind & _HAN > 0)
        goes[spaces] = np.repeat(joins, last - first + 1)
    commas = np.flatnonzero(sorts & _COMMA) - 1
    near = [sorts[commas + 1 + step] & _DIGIT > 0 for step in (-1, 1, 2, 3, 4)]
    goes[commas[near[0] & near[1] & near[2] & near[3] & ~near[4]]] = True
    return characters[~goes]


def amounts_of(text: str, characters: Characters) -> Iterator[tuple[str, int]]:
    """The numbers that have another spelling: canonical form, and in which text they stand.

    Only where digits begin that are many enough, or are followed by what may belong to them,
    the pattern is asked.
    """
    sorts = np.concatenate((sorts_of(characters), np.zeros(1, np.uint8)))
    is_digit = sorts & _DIGIT > 0
    begins = np.flatnonzero(is_digit[1:] & ~is_digit[:-1]) + 1
    if is_digit[0]:
        begins = np.concatenate(([0], begins))
    ends = np.flatnonzero(is_digit[:-1] & ~is_digit[1:]) + 1
    begins = begins[(ends - begins >= 4) | (sorts[ends] & _MAY_FOLLOW > 0)]
    places = np.searchsorted(np.flatnonzero(characters == _SEAM), begins)
    for begin, place in zip(begins.tolist(), places.tolist(), strict=True):
        found = AMOUNT.match(text, begin)
        token = amount_of(found) if found else ""
        if token:
            yield token, place


def without_marks(text: str) -> str:
    """With a space for every mark and on both sides of every seam."""
    characters = characters_of(text)
    kept = (sorts_of(characters) & INSIDE > 0) | (characters == _SEAM)
    plain = np.where(kept, characters, np.uint32(_BLANK)).astype("<u4", copy=False)
    return text_of(plain).replace(SEAM, f" {SEAM} ")
