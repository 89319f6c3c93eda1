"""Pinyin of names: made when a content file is built, matched when someone types letters.

A name's reading is kept as one text: syllables parted by spaces, other readings of a character
behind a bar, runs of characters begun by their place, parted by tabs: `0:chong|zhong qing`.
"""

from __future__ import annotations

import math
import re
from itertools import product
from typing import Final

from app.store import pronunciation
from app.store.fold import END, HAN, START

INDEXED: Final = 6  # letters of a question that the index answers; the rest is checked

_HAN_RUNS: Final = re.compile(f"([{HAN}]+)")
_ALIKE: Final = re.compile(f"[{HAN}]+|[a-z0-9]+")
_SYLLABLE: Final = re.compile(
    "(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:i?ang|i?ong|uang|[ei]ng|i?an|i?ao|uai|[uv]an|[aeu]i|[eiuv]n|er|i[aeu]|ou|u[aeo]|ve|[aeiouv])"
)
_OTHERS: Final = re.compile(r"\|[^ ]*")
_VARIANTS: Final = 8  # ways to say a name; where there are more, their beginnings are told apart
Syllables = list[tuple[str, ...]]


def spoken(folded: str) -> tuple[str, str]:
    """The reading of a folded name, and its syllables alone, parted by spaces.

    pypinyin's dictionaries are read for it.
    """
    runs: list[str] = []
    told: list[str] = []
    end = -1
    for part in _ALIKE.finditer(folded):
        text, start = part[0], part.start()
        syllables = " ".join(text) if text.isascii() else pronunciation.said(text)
        told.append(syllables)
        if start == end:
            runs[-1] += f" {syllables}"
        else:
            runs.append(f"{start}:{syllables}")
        end = part.end()
    return "\t".join(runs), " ".join(told)


def spelled(syllables: str) -> str:
    """Syllables, each said as it is said first."""
    return _OTHERS.sub("", syllables) if "|" in syllables else syllables


def toned(name: str) -> str:
    """The name said with tones, one word per character, other characters as they are."""
    others_and_han = _HAN_RUNS.split(name)
    others_and_han[::2] = map(str.strip, others_and_han[::2])
    others_and_han[1::2] = map(pronunciation.toned, others_and_han[1::2])
    return " ".join(filter(None, others_and_han))


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


def tokens(syllables: str) -> set[str]:
    """The first letters from every syllable on: initials and spelling, in every way to say them.

    What the name begins with is marked, so that names that begin so can be asked for.
    """
    made: set[str] = set()
    initials, letters = {""}, {""}
    for syllable in reversed(syllables.split()):
        ways = syllable.split("|")
        letters = {(way + rest)[:INDEXED] for way in ways for rest in letters}
        initials = {(way[0] + rest)[:INDEXED] for way in ways for rest in initials}
        made |= letters
        made |= initials
    made.update([START + told[: INDEXED - 1] for told in letters | initials])
    return made


def variants(syllables: str) -> list[str]:
    """The ways to say all of a name, none where they are too many to tell."""
    if "|" not in syllables:
        return [syllables]
    ways = [syllable.split("|") for syllable in syllables.split(" ")]
    if math.prod(map(len, ways)) > _VARIANTS:
        return []
    return list(map(" ".join, product(*ways)))


def whole_token(letters: str) -> str:
    """What a name is called by those who type all of it."""
    return f"{START}{letters}{END}"


def asked(letters: str, mark: str = "") -> tuple[str, bool]:
    """What to ask the index for names said so, and whether its answer is exact."""
    marked = mark + letters
    if len(marked) <= INDEXED:
        return _prefix(marked), len(marked) <= INDEXED
    # The index knows only so many letters; behind the first syllable it knows as many again.
    behind = [_prefix(letters[size:][:INDEXED]) for size in first_sizes(letters)]
    return f"{_prefix(marked[:INDEXED])} AND ({' OR '.join(behind)})", False


def _prefix(letters: str) -> str:
    return f'"{letters}"{"*" if len(letters) < INDEXED else ""}'


def first_sizes(letters: str) -> list[int]:
    """How many letters the first syllable may have: an initial or Latin one, or all of it."""
    full = [size for size in range(2, INDEXED + 1) if _SYLLABLE.fullmatch(letters, 0, size)]
    return [1, *full]


def is_said(told: str, letters: str, *, at_start: bool = False) -> bool:
    """Whether one of the readings has the letters, or begins with them."""
    return any(
        _may_meet(line, letters) and _met(parse(line)[1], letters, at_start=at_start)
        for line in told.split("\n")
    )


def _may_meet(line: str, letters: str) -> bool:
    """Whether a look at the letters alone lets it through: a fifth of the work of taking it apart.

    Names that can be said in several ways, or have marks inside, are always let through.
    """
    if "|" in line or "\t" in line or letters in line.replace(" ", ""):
        return True
    return letters in "".join([said[0] for said in line.partition(":")[2].split(" ") if said])


def way(told: str, letters: str) -> str:
    """How the readings are met: by initials or by pinyin."""
    every = [parse(line)[1] for line in told.split("\n")]
    short = any(_initials_end(one, at, letters) for one in every for at in range(len(one)))
    return "initials" if short else "pinyin"


def _met(syllables: Syllables, letters: str, *, at_start: bool) -> bool:
    first = letters[0]
    for start, ways in enumerate(syllables[:1] if at_start else syllables):
        if (ways[0][0] == first or len(ways) > 1) and (
            _spelling_end(syllables, start, letters) or _initials_end(syllables, start, letters)
        ):
            return True
    return False


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
    for ways, letter in zip(syllables[start:end], letters, strict=True):
        if ways[0][0] != letter and all(way[0] != letter for way in ways):
            return 0
    return end


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
    for start, ways in enumerate(syllables):
        if letters and ways[0][0] != letters[0] and len(ways) == 1:
            continue
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
