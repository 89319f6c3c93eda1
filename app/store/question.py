"""What someone typed, as words that the index understands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.store.fold import (
    AMOUNT,
    HAN,
    RUN,
    START,
    START_WORD,
    WORD,
    Fold,
    canonical,
    squeeze,
)

MAX_LETTERS: Final = 500
MAX_WORDS: Final = 12
_MAX_PAIRS: Final = 8  # more pairs would read more of the index than they keep out
_LATIN: Final = re.compile(r"[^\W_]+", re.ASCII)
_HAN_CHAR: Final = re.compile(f"[{HAN}]")
_SPLIT_AMOUNT: Final = re.compile(
    r"(?<=\d)\s+(?=万亿|千万|百万|[亿万千]|(?:trillion|billion|million|tn|bn)\b)"
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a question: its runs of characters, and what else may stand for it."""

    runs: tuple[str, ...]
    amount: str = ""  # the number in its one spelling, "" if it is not one
    rest: tuple[str, ...] = ()  # runs behind the number: 亿元's 元

    @property
    def is_latin(self) -> bool:
        """Whether it may be the beginning of an English word."""
        return len(self.runs) == 1 and _LATIN.fullmatch(self.runs[0]) is not None

    @property
    def is_exact(self) -> bool:
        """Whether the index alone answers it and nothing has to be verified."""
        return not self.amount and len(self.runs) == 1 and len(self.runs[0]) <= 2

    def match(self) -> str:
        """What to ask the index: as characters, as the beginning of a word, as a number."""
        asked = [_all_pairs(self.runs)]
        if self.is_latin:
            asked.append(f"{_quoted(WORD + self.runs[0])}*")
        if self.amount:
            number = filter(None, [_quoted(self.amount), _all_pairs(self.rest)])
            asked.append(f"({' AND '.join(number)})")
        return f"({' OR '.join(asked)})"

    def start(self) -> str:
        """The same for names that begin with it."""
        asked = f"({_quoted(START + self.runs[0][0])} AND {_all_pairs(self.runs)})"
        if self.is_latin:
            asked += f" OR {_quoted(START_WORD + self.runs[0])}*"
        return asked


@dataclass(frozen=True, slots=True)
class Question:
    """The words, the whole of it as one text, and the letters if it may be pinyin."""

    words: tuple[Word, ...]
    whole: str
    letters: str = ""

    def __bool__(self) -> bool:
        return bool(self.words)

    @property
    def has_han(self) -> bool:
        """Whether any of it is Chinese."""
        return _HAN_CHAR.search(self.whole) is not None


def ask(text: str, fold: Fold) -> Question:
    """Understand a text, whatever it contains; one without any letter has no words."""
    clean = unicodedata.normalize("NFC", text[:MAX_LETTERS]).encode("utf-8", "ignore").decode()
    folded = _SPLIT_AMOUNT.sub("", fold(clean))
    words = []
    for part in folded.split():
        squeezed = squeeze(part)
        found = tuple(RUN.findall(squeezed))
        if found:
            words.append(Word(found, *_amount(part)))
    whole = " ".join(squeeze(folded).split())
    return Question(tuple(words[:MAX_WORDS]), whole, _letters(words, folded))


def _letters(words: list[Word], folded: str) -> str:
    """What may be pinyin: ASCII letters and digits, spaces and apostrophes left out."""
    typed = re.sub(r"[\s']+", "", folded)
    plain = words and _LATIN.fullmatch(typed) and re.search("[a-z]", typed)
    return typed if plain else ""


def _amount(word: str) -> tuple[str, tuple[str, ...]]:
    found = AMOUNT.match(word)
    if not found:
        return "", ()
    number, han, latin = found.groups()
    if not (han or latin or "," in number or len(number) >= 4):
        return "", ()
    return canonical(number, han or latin or ""), tuple(RUN.findall(word[found.end() :]))


def _all_pairs(found: tuple[str, ...]) -> str:
    asked = list(dict.fromkeys(term for run in found for term in _terms(run)))
    if len(asked) > _MAX_PAIRS:  # evenly over the word: what is left out gets verified
        asked = [asked[round(n * (len(asked) - 1) / (_MAX_PAIRS - 1))] for n in range(_MAX_PAIRS)]
    return f"({' AND '.join(asked)})" if asked else ""


def _terms(run: str) -> Iterator[str]:
    if len(run) == 1:
        yield f"{_quoted(run)}*"
    else:
        yield from (_quoted(run[place : place + 2]) for place in range(len(run) - 1))


def _quoted(token: str) -> str:
    return f'"{token}"'
