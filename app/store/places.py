"""Where a word of a question stands in a folded text: squeezed, as the index keeps it, or shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final

from app.store.fold import HAN, RUN, amounts
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
        if self._is_plain:
            return self._run in squeezed
        return self._squeezed_pattern.search(squeezed) is not None

    def is_in_en(self, text: str) -> bool:
        """Whether some English word of a folded text begins with it."""
        if not self.word.is_latin:
            return False
        if self._is_plain or len(self.word.runs) == 1:
            return next(_beginnings(text, self._run), -1) >= 0
        return self._words_pattern.search(text) is not None

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

    def in_zh(self, folded: str) -> Iterator[Place]:
        """Its places in a Chinese text as it is shown, folded."""
        if self._is_shown_plain:
            yield from _stretches(folded, self._run)
        else:
            yield from (found.span() for found in self._shown_pattern.finditer(folded))
        yield from self._numbers(folded)

    def in_en(self, folded: str) -> Iterator[Place]:
        """Its places in an English text as it is shown, folded."""
        if self.word.is_latin and self._is_shown_plain:
            size = len(self._run)
            yield from ((at, at + size) for at in _beginnings(folded, self._run))
        elif self.word.is_latin:
            yield from (found.span() for found in self._words_pattern.finditer(folded))
        yield from self._numbers(folded)

    def _numbers(self, folded: str) -> Iterator[Place]:
        if self.word.amount:
            yield from ((s, e) for told, s, e in amounts(folded) if told == self.word.amount)

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


def _beginnings(text: str, run: str) -> Iterator[int]:
    """Where words begin with a run."""
    at = text.find(run)
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
