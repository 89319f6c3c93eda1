"""How Chinese is said: looked up in pypinyin's dictionaries when a content file is built.

pypinyin's own `pinyin()` gives the same (a test compares) at a tenth of the speed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

_WAYS: Final = 3  # of saying one character
_LIVING: Final = 0.1  # share of a character's phrases: dictionaries keep readings nobody uses
_TONES: Final = re.compile("[\u0300-\u036f]")


@cache
def _phrases() -> tuple[Mapping[str, list[list[str]]], dict[str, tuple[int, ...]]]:
    """The phrases, and by their first two characters how long they are, the longest first."""
    from pypinyin.constants import PHRASES_DICT

    sizes: defaultdict[str, set[int]] = defaultdict(set)
    for phrase in PHRASES_DICT:
        sizes[phrase[:2]].add(len(phrase))
    return PHRASES_DICT, {start: tuple(sorted(some, reverse=True)) for start, some in sizes.items()}


@lru_cache(maxsize=4_000)  # a name is asked as it is and folded
def _pieces(han: str) -> tuple[str, ...]:
    """The phrases of a run, longest first, and the characters between them."""
    phrases, sizes = _phrases()
    pieces: list[str] = []
    place = 0
    while place < len(han):
        piece = han[place]
        for size in sizes.get(han[place : place + 2], ()):
            longer = han[place : place + size]
            if longer in phrases:
                piece = longer
                break
        pieces.append(piece)
        place += len(piece)
    return tuple(pieces)


def toned(han: str) -> str:
    """How each character is said in this run, with tones, parted by spaces."""
    return " ".join(map(_toned, _pieces(han)))


def said(han: str) -> str:
    """The ways to say each character, without tones, parted by bars: as in this word first."""
    return " ".join(map(_said, _pieces(han)))


@lru_cache(maxsize=20_000)
def _toned(piece: str) -> str:
    if len(piece) == 1:
        return _alone(piece)[0]
    return " ".join([ways[0] for ways in _phrases()[0][piece]])


@lru_cache(maxsize=20_000)
def _said(piece: str) -> str:
    return " ".join(map(_ways, piece, _toned(piece).split(" ")))


@lru_cache(maxsize=10_000)
def _alone(char: str) -> tuple[str, ...]:
    from pypinyin.constants import PINYIN_DICT

    return tuple(str(PINYIN_DICT.get(ord(char), char)).split(","))


@cache
def _counted() -> Mapping[str, Counter[str]]:
    """How often each character is said which way in all phrases."""
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for phrase, told in _phrases()[0].items():
        for char, ways in zip(phrase, told, strict=False):
            counted[char][ways[0]] += 1
    return counted


@lru_cache(maxsize=10_000)
def _ways(char: str, here: str) -> str:
    counted: Counter[str] = Counter()
    for way, times in _counted().get(char, Counter(_alone(char)[:1])).items():
        counted[bare(way)] += times
    least = counted.total() * _LIVING
    living = [way for way, times in counted.most_common() if times >= least]
    return "|".join(list(dict.fromkeys([bare(here), *living]))[:_WAYS])


def bare(way: str) -> str:
    """Without tones; ü is typed as v."""
    return _TONES.sub("", unicodedata.normalize("NFD", way).replace("u\u0308", "v"))


def sounds() -> tuple[str, str]:
    """Every common character and, parted by spaces, the ways it is said, parted by bars."""
    from pypinyin.constants import PINYIN_DICT

    common = {chr(code): told for code, told in PINYIN_DICT.items() if 0x4E00 <= code <= 0x9FFF}
    spelled = bare(" ".join(common.values()))
    ways = ("|".join(dict.fromkeys(told.split(","))) for told in spelled.split(" "))
    return "".join(common), " ".join(ways)
