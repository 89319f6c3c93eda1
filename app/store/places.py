"""Where a word of a question stands in a folded text: squeezed, as the index keeps it, or shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final

from app.store.fold import HAN, RUN, amount_tokens, amounts
from app.store.question import Word

Place = tuple[int, int]
_BETWEEN: Final = r"[^\w\n]{0,3}"  # marks inside a word, never the end of a line
_APART: Final = r"[^\w\n]{1,3}"
_IS_HAN: Final = re.compile(f"[{HAN}]")
_PLAIN: Final = re.compile(f"(?:[{HAN}]+|[^\\W\\d_]+)")  # of one script: nothing parts it


class Places:
    """Finds one word. Plain words are looked for as text; patterns are made when they are due."""

    def __init__(self, word: Word) -> None:
        self.word = word
        self._run = word.runs[0]
        self._is_plain = len(word.runs) == 1 and not word.amount
        self._is_shown_plain = self._is_plain and _PLAIN.fullmatch(self._run) is not None

    def is_in_zh(self, squeezed: str) -> bool:
        """Whether a squeezed Chinese text has it."""
        return self._run in squeezed if self._is_plain else self._find_zh(squeezed, 0) >= 0

    def is_in_en(self, text: str) -> bool:
        """Whether some English word of a folded text begins with it."""
        return self._find_en(text, 0) >= 0

    def lines(self, squeezed: str, *, english: bool) -> set[int]:
        """The lines of a squeezed text that have it, the first is 0."""
        find = self._find_en if english else self._find_zh
        found = set()
        at = find(squeezed, 0)
        while at >= 0:
            found.add(squeezed.count("\n", 0, at))
            end = squeezed.find("\n", at)
            at = find(squeezed, end) if end >= 0 else -1
        if self.word.amount:
            told = map(amount_tokens, zip(squeezed.split("\n")))
            found.update(n for n, tokens in enumerate(told) if self.word.amount in tokens)
        return found

    def _find_zh(self, text: str, start: int) -> int:
        """Its first place from `start` on, -1 if there is none; a place never spans lines."""
        if self._is_plain:
            return text.find(self._run, start)
        found = self._squeezed_pattern.search(text, start)
        return found.start() if found else -1

    def _find_en(self, text: str, start: int) -> int:
        if not self.word.is_latin:
            return -1
        if len(self.word.runs) == 1:
            return next(_beginnings(text, self._run, start), -1)
        found = self._words_pattern.search(text, start)
        return found.start() if found else -1

    def begins(self, squeezed_lines: str) -> bool:
        """Whether one of the lines begins with it, marks left out."""
        for line in squeezed_lines.split("\n"):
            first = RUN.search(line)
            if first and line.startswith(self._run, first.start()):
                if self._is_plain:
                    return True
                if self._squeezed_pattern.match(line, first.start()):
                    return True
        return False

    def in_zh(self, folded: str) -> list[Place]:
        """Its places in a Chinese text as it is shown, folded."""
        if not self._is_shown_plain:
            found = [found.span() for found in self._shown_pattern.finditer(folded)]
            return found + self._numbers(folded)
        return list(_stretches(folded, self._run)) if self._run in folded else []

    def in_en(self, folded: str) -> list[Place]:
        """Its places in an English text as it is shown, folded."""
        if not self.word.is_latin:
            return self._numbers(folded)
        if not self._is_shown_plain:
            found = [found.span() for found in self._words_pattern.finditer(folded)]
            return found + self._numbers(folded)
        size = len(self._run)
        return [(at, at + size) for at in _beginnings(folded, self._run)]

    def _numbers(self, folded: str) -> list[Place]:
        """A plain word is no number."""
        if not self.word.amount:
            return []
        return [(start, end) for told, start, end in amounts(folded) if told == self.word.amount]

    @cached_property
    def _squeezed_pattern(self) -> re.Pattern[str]:
        return self._pattern(map(re.escape, self.word.runs))

    @cached_property
    def _shown_pattern(self) -> re.Pattern[str]:
        return self._pattern(map(_with_gaps, self.word.runs))

    @cached_property
    def _words_pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![^\W_]){_joined(self.word.runs, map(_with_gaps, self.word.runs))}")

    def _pattern(self, runs: Iterator[str]) -> re.Pattern[str]:
        told = _joined(self.word.runs, runs)
        # 1.3万亿 is not in 31.3万亿
        return re.compile(rf"(?<![\d.]){told}" if self.word.amount else told)


def _joined(runs: Sequence[str], patterns: Iterable[str]) -> str:
    """One pattern for all runs; two numbers stay two: 2.0 is not in 2025."""
    told, before = "", ""
    for run, pattern in zip(runs, patterns, strict=True):
        if before:
            told += _APART if before[-1].isdecimal() and run[0].isdecimal() else _BETWEEN
        told, before = told + pattern, run
    return told


def _stretches(text: str, run: str) -> Iterator[Place]:
    at = text.find(run)
    while at >= 0:
        yield at, at + len(run)
        at = text.find(run, at + len(run))


def _beginnings(text: str, run: str, start: int = 0) -> Iterator[int]:
    """Where words begin with a run."""
    at = text.find(run, start)
    while at >= 0:
        if not at or not text[at - 1].isalnum():
            yield at
        at = text.find(run, at + 1)


def _with_gaps(run: str) -> str:
    """A run as it may be typeset: with spaces between scripts, with thousands separators."""
    told = re.escape(run[0])
    for before, char in pairwise(run):
        if before.isdecimal() and char.isdecimal():
            told += ",?"
        elif bool(_IS_HAN.match(before)) != bool(_IS_HAN.match(char)):
            told += "[ \u2009\u00a0]?"
        told += re.escape(char)
    return told
