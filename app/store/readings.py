"""Pinyin of names: made when a content file is built, matched when someone types letters.

A name's reading is kept as one text: syllables parted by spaces, other readings of a character
behind a bar, runs of characters begun by their place: `0:chong qing|qin 6:5 g`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from app.store.fold import END, HAN, START

INITIALS: Final = 8
SPELLING: Final = 12
INDEXED: Final = 6  # letters of a question that the index answers; the rest is checked

_WAYS: Final = 2  # of saying one character: as in this word, and as it is mostly said
_HAN_RUN: Final = re.compile(f"[{HAN}]+")
_TONES: Final = re.compile("[\u0300-\u036f]")
_RUN: Final = re.compile(f"[{HAN}a-z0-9]+")
Syllables = list[tuple[str, ...]]


def read(folded: str) -> str:
    """The reading of a folded name."""
    told = []
    for run in _RUN.finditer(folded):
        syllables = ["|".join(ways) for ways in _syllables(run.group())]
        told.append(f"{run.start()}:" + " ".join(syllables))
    return "\t".join(told)


def _syllables(run: str) -> Iterator[tuple[str, ...]]:
    place = 0
    for han in _HAN_RUN.finditer(run):
        yield from ((char,) for char in run[place : han.start()])
        for char, ways in zip(han.group(), _said(han.group()), strict=False):
            every = [*ways, *_said(char)[0]]  # all ways, the one that fits the words first
            yield tuple(dict.fromkeys(map(_bare, every)))[:_WAYS]
        place = han.end()
    yield from ((char,) for char in run[place:])


@lru_cache(maxsize=20_000)
def _said(han: str) -> list[list[str]]:
    """The ways to say each character, with tones; the one that fits the words comes first."""
    from pypinyin import Style, pinyin

    return pinyin(han, style=Style.TONE, heteronym=True)


@lru_cache(maxsize=5_000)
def _bare(way: str) -> str:
    return _TONES.sub("", unicodedata.normalize("NFD", way).replace("u\u0308", "v"))


def parse(reading: str) -> tuple[list[int], Syllables]:
    """The places of the characters in the name, and the ways to say each.

    Marks between runs are left out: nobody types the plus of 5G+工业互联网.
    """
    places: list[int] = []
    syllables: Syllables = []
    for run in filter(None, reading.split("\t")):
        place, _, said = run.partition(":")
        ways = [tuple(syllable.split("|")) for syllable in said.split(" ")]
        places += range(int(place), int(place) + len(ways))
        syllables += ways
    return places, syllables


def sounds() -> tuple[str, str]:
    """Every common character and, parted by spaces, the ways it is said, parted by bars."""
    from pypinyin.constants import PINYIN_DICT

    common = {chr(code): told for code, told in PINYIN_DICT.items() if 0x4E00 <= code <= 0x9FFF}
    spelled = _bare(" ".join(common.values()))
    ways = ("|".join(dict.fromkeys(told.split(","))) for told in spelled.split(" "))
    return "".join(common), " ".join(ways)


def plain(reading: str) -> str:
    """The first way to say each character, as an order of names needs it."""
    return " ".join(ways[0] for ways in parse(reading)[1])


def toned(name: str) -> str:
    """The name said with tones, one word per character, other characters as they are."""
    told, place = [], 0
    for han in _HAN_RUN.finditer(name):
        told += [name[place : han.start()], *(ways[0] for ways in _said(han.group()))]
        place = han.end()
    return " ".join(part.strip() for part in [*told, name[place:]] if part.strip())


def tokens(reading: str) -> set[str]:
    """Initials and spelling from every syllable on; other readings one at a time."""
    _, syllables = parse(reading)
    usual = [ways[0] for ways in syllables]
    made = {whole_token("".join(said[0] for said in usual)), whole_token("".join(usual))}
    for start in range(len(usual)):
        made.update(_from(usual, start))
    for place, ways in enumerate(syllables):
        for way in ways[1:]:
            other = [*usual[:place], way, *usual[place + 1 :]]
            # Another reading makes new tokens only where it is part of them.
            for start in range(max(0, place - SPELLING + 1), place + 1):
                made.update(_from(other, start))
    return made


def whole_token(letters: str) -> str:
    """What a name is called by those who type all of it."""
    return f"{START}{letters}{END}"


def _from(chain: list[str], start: int) -> Iterator[str]:
    rest = chain[start : start + SPELLING]
    for token in ("".join(said[0] for said in rest[:INITIALS]), "".join(rest)[:SPELLING]):
        yield token
        if start == 0:
            yield START + token


def find(reading: str, letters: str) -> tuple[int, int] | None:
    """Where in the name the letters are said, as initials or spelled out, or None."""
    places, syllables = parse(reading)
    for start in range(len(syllables)):
        for match in (_initials_end, _spelling_end):
            end = match(syllables, start, letters)
            if end:
                return places[start], places[end - 1] + 1
    return None


def _initials_end(syllables: Syllables, start: int, letters: str) -> int:
    """The place behind the last syllable whose initial was typed, 0 if they differ."""
    end = start + len(letters)
    if end > len(syllables):
        return 0
    said = zip(syllables[start:end], letters, strict=True)
    return end if all(any(way[0] == letter for way in ways) for ways, letter in said) else 0


def _spelling_end(syllables: Syllables, start: int, letters: str) -> int:
    """The same for full spelling; the last syllable may be unfinished."""
    if start == len(syllables):
        return 0
    for way in syllables[start]:
        if way.startswith(letters):
            return start + 1
        if letters.startswith(way):
            end = _spelling_end(syllables, start + 1, letters[len(way) :])
            if end:
                return end
    return 0


def next_letters(reading: str, letters: str) -> set[str]:
    """The letters that can follow `letters` somewhere in this reading."""
    found: set[str] = set()
    _, syllables = parse(reading)
    for start in range(len(syllables)):
        found |= _after_initials(syllables, start, letters)
        found |= _after_spelling(syllables, start, letters)
    return found


def _after_initials(syllables: Syllables, start: int, letters: str) -> set[str]:
    end = _initials_end(syllables, start, letters) if letters else start
    if (letters and not end) or end >= len(syllables):
        return set()
    return {way[0] for way in syllables[end]}


def _after_spelling(syllables: Syllables, start: int, letters: str) -> set[str]:
    if start == len(syllables):
        return set()
    found: set[str] = set()
    for way in syllables[start]:
        if way.startswith(letters) and way != letters:
            found.add(way[len(letters)])
        elif letters.startswith(way):
            found |= _after_spelling(syllables, start + 1, letters[len(way) :])
    return found
