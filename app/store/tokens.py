"""The tokens of many texts at once: pairs of characters, words, what names sound like.

A token comes as a number and with it the number of its text, both as arrays. Texts of one call are
joined by seams.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from app.store.characters import INSIDE, characters_of, sorts_of, without_marks
from app.store.fold import SEAM
from app.store.postings import LetterCode, PairCode
from app.store.segment import Numbers

Tokens = tuple[Numbers, Numbers]
LONGEST: Final = 8_000  # characters: FTS5 cuts tokens at 32,768 bytes
_SEAM: Final = ord(SEAM)
_CASE: Final = 0x20  # between a capital and its small letter
_LETTER_A: Final = ord("A")
_LETTER_Z: Final = ord("Z")
_DIGIT_9: Final = ord("9")
_APART: Final = "\0" * LetterCode.LETTERS  # no token reaches over it


class Numbered(dict[str, int]):
    """Texts with numbers, in the order in which they were first asked for; very long ones cut."""

    def __missing__(self, text: str) -> int:
        if len(text) > LONGEST:
            return self[text[:LONGEST]]
        self[text] = number = len(self)
        return number

    def of(self, texts: Sequence[str]) -> Numbers:
        """The numbers of some texts."""
        return np.fromiter(map(self.__getitem__, texts), np.int64, len(texts))


def pairs(squeezed: str) -> Tokens:
    """Every pair of neighbours of a run, and its last character alone, as pair codes."""
    characters = characters_of(squeezed)
    inside = np.where(sorts_of(characters) & INSIDE, characters, 0).astype(np.int64)
    at = np.flatnonzero(inside)
    codes = inside[at] << PairCode.BITS | np.append(inside[1:], 0)[at]
    return codes, np.cumsum(characters == _SEAM)[at]


def words(squeezed: str, numbered: Numbered) -> Tokens:
    """The runs of the texts by their numbers."""
    numbers = numbered.of(without_marks(squeezed).split())
    is_seam = numbers == numbered[SEAM]
    at = np.flatnonzero(~is_seam)
    return numbers[at], np.cumsum(is_seam)[at]


def letters(readings: Sequence[str]) -> Tokens:
    """What names are said like from every syllable on, spelled and by initials, as letter codes.

    `readings` are syllables of small ASCII letters or digits parted by spaces.
    """
    if not any(readings):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    told = _APART.join(readings).title().replace(" ", "")  # capitals show where syllables begin
    text = np.frombuffer(told.encode("ascii"), np.uint8)
    is_capital = (text >= _LETTER_A) & (text <= _LETTER_Z)
    begins = is_capital | ((text > 0) & (text <= _DIGIT_9))
    small = text + is_capital * np.uint8(_CASE)
    kept = np.flatnonzero(begins | (text == 0))
    names = np.cumsum(text == 0) // len(_APART)
    spelled = LetterCode.of(small)[begins]
    initials = LetterCode.of(small[kept])[begins[kept]]
    of_name = names[begins]
    first = np.flatnonzero(np.diff(of_name, prepend=-1))
    starts = [LetterCode.marked(codes[first]) for codes in (spelled, initials)]
    return (
        np.concatenate((spelled, initials, *starts)),
        np.concatenate((of_name, of_name, of_name[first], of_name[first])),
    )
