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
    bare_name,
    canonical,
    squeeze,
)

MAX_LETTERS: Final = 500
MAX_WORDS: Final = 12
INDEXED: Final = 5  # letters of an unfinished English word that the index answers at once
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
    is_latin: bool = False  # it may be the beginning of an English word
    ends: tuple[str, ...] = ()  # all words that begin so, where they are few
    is_common: bool = False  # too many begin so to gather them

    @property
    def is_exact(self) -> bool:
        """Whether the index alone answers it and nothing has to be verified."""
        return not self.amount and len(self.runs) == 1 and len(self.runs[0]) <= 2

    def match(self) -> str:
        """What to ask the index: as characters, as the beginning of a word, as a number."""
        asked = [_all_pairs(self.runs)]
        if self.is_latin:
            asked.append(self._en())
        if self.amount:
            number = filter(None, [_quoted(self.amount), _all_pairs(self.rest)])
            asked.append(f"({' AND '.join(number)})")
        return f"({' OR '.join(asked)})"

    def sure_match(self) -> str:
        """The part of it that the index answers without any doubt, "" if there is none."""
        asked = [_all_pairs(self.runs)] if self.is_exact else []
        if self.is_latin and len(self.runs) == 1:
            asked.append(self._ending(WORD))
        return f"({' OR '.join(asked)})" if asked else ""

    def _en(self, mark: str = WORD) -> str:
        *whole, last = self.runs
        if whole:  # e-fuzh: an e, and a word that begins with fuzh
            first = _quoted(mark + whole[0])
            more = [_quoted(WORD + run) for run in whole[1:]]
            return f"({' AND '.join([first, *more, _quoted(WORD + last) + '*'])})"
        if self.is_common:  # what is left of it is read as it comes; the rest gets verified
            return f"{_quoted(mark + self.runs[0][:INDEXED])}*"
        return self._ending(mark)

    def _ending(self, mark: str) -> str:
        """Whole words are read as they come, a long beginning is gathered first."""
        return " OR ".join(_quoted(mark + word) for word in self.ends) or (
            f"{_quoted(mark + self.runs[0])}*"
        )

    def start(self) -> str:
        """The same for Chinese names that begin with it."""
        return f"({_quoted(START + self.runs[0][0])} AND {_all_pairs(self.runs)})"

    def start_en(self) -> str:
        """The same for English names."""
        return self._en(START_WORD)


@dataclass(frozen=True, slots=True)
class Question:
    """The words, the whole of it as one text, and the letters if it may be pinyin."""

    words: tuple[Word, ...]
    whole: str
    letters: str = ""

    def __bool__(self) -> bool:
        return bool(self.words)

    @property
    def is_exact(self) -> bool:
        """Whether the index alone answers it and nothing has to be verified."""
        return all(word.is_exact for word in self.words)

    def match(self) -> str:
        """What to ask the index for all words."""
        return " AND ".join(word.match() for word in self.words)

    def sure_match(self) -> str:
        """What it answers without any doubt, "" if every answer has to be verified."""
        asked = [word.sure_match() for word in self.words]
        return " AND ".join(asked) if all(asked) else ""

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
            is_latin = all(map(_LATIN.fullmatch, found))
            words.append(Word(found, *_amount(part), is_latin=is_latin))
    whole = bare_name(" ".join(squeeze(folded).split()))
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
