"""Where typed letters are said in a name: marks for its pinyin, the word they mean; no Qt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

_HAN: Final = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_UNIT: Final = re.compile(f"{_HAN.pattern}|(?:(?!{_HAN.pattern}).)+", re.DOTALL)
_LETTERS: Final = re.compile(r"[\s']+")
_LOOSE: Final = re.compile(
    r"(?<=[（(「『《〈“‘【\[]) +| +(?=[）)」』》〉”’】\]，。、；：！？,.;:!?])"
)  # spaces that part a word of the pinyin from the sign it belongs to

Spans = tuple[tuple[int, int], ...]


class Said(NamedTuple):
    """`word`: (start, end) in the name; `marks`: the letters that were met, in the pinyin."""

    word: tuple[int, int] | None = None
    marks: Spans = ()


@lru_cache(maxsize=64)  # a row and the line above all rows ask the same
def said(name: str, spelled: str, typed: str) -> Said:
    """`said("元宇宙数字人", "yuán yǔ zhòu shù zì rén", "yyz")` → 0–3 and the three initials."""
    letters = _LETTERS.sub("", typed).lower()
    syllables = _syllables(name, spelled)
    if not letters or not letters.isascii():
        return Said()
    for first in range(len(syllables)):
        for met in (_initials(syllables, first, letters), _spelling(syllables, first, letters)):
            if met:
                last = syllables[first + len(met) - 1]
                return Said((syllables[first].place, last.place + last.length), tuple(met))
    return Said()


def printed(spelled: str, marks: Spans = ()) -> tuple[str, Spans]:
    """The pinyin as it is printed, with its marks: `（ èr ）` → `（èr）`."""
    loose = [found.span() for found in _LOOSE.finditer(spelled)]

    def moved(place: int) -> int:
        return place - sum(end - start for start, end in loose if end <= place)

    return _LOOSE.sub("", spelled), tuple((moved(start), moved(end)) for start, end in marks)


class _Syllable(NamedTuple):
    """One word of the pinyin: its bare letters, where it stands there and in the name."""

    bare: str
    start: int
    place: int
    length: int


@lru_cache(maxsize=256)  # who types on meets the same names again
def _syllables(name: str, spelled: str) -> tuple[_Syllable, ...]:
    """One for each character of Han, one for each run of others; none where they do not fit."""
    units = [found.span() for found in _UNIT.finditer(name)]
    made: list[_Syllable] = []
    at = 0
    for unit_start, unit_end in units:
        written = name[unit_start:unit_end].strip()
        if not written:
            continue
        start = name.index(written, unit_start)
        if _HAN.match(written):
            stop = spelled.find(" ", at)
            stop = len(spelled) if stop < 0 else stop
        else:
            stop = at + len(written)  # said as it is written, with the spaces inside
        word = spelled[at:stop]
        bare = "".join(_bare(char) for char in word)
        made.append(_Syllable(bare, at, start, len(written)))
        at = stop + 1
    told = [one for one in made if any(map(str.isalnum, one.bare))]  # signs are not said
    fits = at == len(spelled) + 1 and all(one.bare for one in made)
    return tuple(told) if fits else ()


@lru_cache(maxsize=1_000)
def _bare(char: str) -> str:
    """A letter without its tone; other signs as one, so that places stay."""
    plain = unicodedata.normalize("NFD", char.lower())[0]
    return "v" if char in "üǖǘǚǜ" else plain


def _initials(syllables: Sequence[_Syllable], first: int, letters: str) -> list[tuple[int, int]]:
    some = syllables[first : first + len(letters)]
    if len(some) < len(letters):
        return []
    if not all(one.bare[:1] == letter for one, letter in zip(some, letters, strict=True)):
        return []
    return [(one.start, one.start + 1) for one in some]


def _spelling(syllables: Sequence[_Syllable], first: int, letters: str) -> list[tuple[int, int]]:
    met: list[tuple[int, int]] = []
    for one in syllables[first:]:
        if one.bare.startswith(letters):
            return [*met, (one.start, one.start + len(letters))]
        if not one.bare or not letters.startswith(one.bare):
            return []
        met.append((one.start, one.start + len(one.bare)))
        letters = letters[len(one.bare) :]
    return []
