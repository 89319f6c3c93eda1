"""What someone typed, as words that the index understands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.store.fold import AMOUNT, HAN, RUN, START, Fold, canonical, squeeze

MAX_LETTERS: Final = 500
MAX_WORDS: Final = 12
_MAX_PAIRS: Final = 8  # more pairs would read more of the index than they keep out
PREFIX: Final = 6  # letters of an English word that the index answers
_LATIN: Final = re.compile(r"[^\W_]+", re.ASCII)
_HAN_CHAR: Final = re.compile(f"[{HAN}]")
_SPLIT_AMOUNT: Final = re.compile(
    r"(?<=\d)\s+(?=万亿|千万|百万|[亿万千]|(?:trillion|billion|million|tn|bn)\b)"
)
BETWEEN: Final = r"[^\w\n]{0,3}"  # marks inside a word, never the end of a line


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
        if self.amount:
            return False
        return len(self.runs) == 1 and (len(self.runs[0]) <= 2)

    def zh(self) -> str:
        """What to ask the tables of character pairs."""
        asked = _all_pairs(self.runs)
        if self.amount:
            number = " AND ".join([_quoted(self.amount), *filter(None, [_all_pairs(self.rest)])])
            return f"(({asked}) OR ({number}))"
        return f"({asked})"

    def en(self) -> str:
        """What to ask the tables of English words."""
        return f"{_quoted(self.runs[0][:PREFIX])}*"

    def pattern(self) -> str:
        """Where it stands in a folded, squeezed Chinese text."""
        told = BETWEEN.join(map(re.escape, self.runs))
        return rf"(?<![\d.]){told}" if self.amount else told  # 1.3万亿 is not in 31.3万亿

    def start_zh(self) -> str:
        """Names that begin with it."""
        return f"({_quoted(START + self.runs[0][0])} AND {_all_pairs(self.runs)})"

    def start_en(self) -> str:
        """English names that begin with it."""
        return f"{_quoted(START + self.runs[0][: PREFIX - 1])}*"


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
    return " AND ".join(asked)


def _terms(run: str) -> Iterator[str]:
    if len(run) == 1:
        yield f"{_quoted(run)}*"
    else:
        yield from (_quoted(run[place : place + 2]) for place in range(len(run) - 1))


def _quoted(token: str) -> str:
    return f'"{token}"'
