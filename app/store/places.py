"""Where a word of a question stands in a folded text: squeezed, as the index keeps it, or shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Final

from app.store.fold import HAN, RUN, amounts
from app.store.question import Word

Place = tuple[int, int]
_BETWEEN: Final = r"[^\w\n]{0,3}"  # marks inside a word, never the end of a line
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
        return self.word.is_latin and next(_beginnings(text, self._run), -1) >= 0

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
            pattern = re.compile(rf"(?<![^\W_]){_with_gaps(self._run)}")
            yield from (found.span() for found in pattern.finditer(folded))
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

    def _pattern(self, runs: Iterator[str]) -> re.Pattern[str]:
        told = _BETWEEN.join(runs)
        # 1.3万亿 is not in 31.3万亿
        return re.compile(rf"(?<![\d.]){told}" if self.word.amount else told)


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
