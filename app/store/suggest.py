"""What someone may have meant, and which letters can still lead somewhere."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from typing import Final

from app.model.text import EN, ZH_HANS
from app.store import readings
from app.store.cells import text_of
from app.store.database import Database, Row
from app.store.fold import BEHIND_Z, HAN, LEAST_WORD, RUN, WORD
from app.store.question import Question
from app.store.search import Search

_HAN_WORD: Final = re.compile(f"[{HAN}a-z0-9]+")
_LONGEST: Final = 24  # longer words are pasted, not mistyped
_CANDIDATES: Final = 200


class Suggest:
    """Looks for neighbours of a question that found nothing."""

    def __init__(self, db: Database, search: Search) -> None:
        self._db = db
        self._search = search

    def meant(self, question: Question, language: str) -> str:
        """The question with one character or letter put right, "" if there is no such."""
        changed = False
        told: list[str] = []
        for word in question.words:
            run = " ".join(word.runs)
            if self._is_found(run):
                told.append(run)
                continue
            hopeless = changed or len(word.runs) > 1 or len(run) > _LONGEST
            better = "" if hopeless else self._better(run, language)
            if not better:
                return ""
            changed = True
            told.append(better)
        text = " ".join(told)
        return text if changed and self._is_found(text) else ""

    def _is_found(self, text: str) -> bool:
        return next(self._search.ranked(self._search.ask(text), EN), None) is not None

    def _better(self, run: str, language: str) -> str:
        if run.isascii():
            return self._better_latin(run) if len(run) >= LEAST_WORD else ""
        return self._better_han(run, language) if _HAN_WORD.fullmatch(run) else ""

    def _better_han(self, run: str, language: str) -> str:
        """A stretch of a name that differs in one character: said alike, else any in long words."""
        alike = ""
        for place in range(len(run) - 1, -1, -1):
            for found, char in self._neighbours(run, place, language):
                if self._sounds(run[place]) & self._sounds(char):
                    return found
                alike = alike or found
        return alike if len(run) > 2 else ""

    def _neighbours(self, run: str, place: int, language: str) -> Iterator[tuple[str, str]]:
        """Stretches of names that are `run` but for one place, and the character there."""
        before, after = run[:place], run[place + 1 :]
        asked = " AND ".join(_pairs_of(part) for part in (before, after) if part)
        if not asked:
            return
        pattern = re.compile(f"{re.escape(before)}([{HAN}a-z0-9]){re.escape(after)}")
        for row in self._names(asked):
            found = pattern.search(self._search.fold(row["name_hans"]))
            if found:
                name = text_of(row, "name").told(ZH_HANS if language == EN else language)
                yield name[slice(*found.span())], found.group(1)

    def _names(self, match: str) -> Iterator[Row]:
        return self._db.each(
            "SELECT e.name_hans, e.name_hant, e.name_en FROM search_title t"
            " JOIN entry e ON e.number = t.rowid WHERE t.search_title MATCH ?"
            f" ORDER BY t.rowid LIMIT {_CANDIDATES}",
            (match,),
        )

    def _sounds(self, char: str) -> frozenset[str]:
        return self._said.get(char, frozenset())

    @cached_property
    def _said(self) -> dict[str, frozenset[str]]:
        row = self._db.one("SELECT characters, sounds FROM search_sound")
        if row is None:
            return {}
        ways = map(str.split, row["sounds"].split(" "), ["|"] * len(row["characters"]))
        return dict(zip(row["characters"], map(frozenset, ways), strict=True))

    def _better_latin(self, word: str) -> str:
        """An English word one edit away, else letters that a name is said with."""
        known = (one for one in _one_edit(word, self._is_begun) if self._is_known(one))
        said = (one for one in _one_edit(word, self._is_said) if self._is_said(one))
        return next(known, "") or next(said, "")

    def _is_begun(self, start: str) -> bool:
        """Whether some English word begins so."""
        sql = "SELECT 1 FROM search_terms WHERE term >= ? AND term < ? LIMIT 1"
        return self._db.one(sql, (WORD + start, WORD + start + BEHIND_Z)) is not None

    def _is_known(self, word: str) -> bool:
        sql = "SELECT 1 FROM search_whole WHERE search_whole MATCH ? LIMIT 1"
        return self._db.one(sql, (f'"{WORD}{word}"',)) is not None

    def _is_said(self, letters: str) -> bool:
        """Whether these letters may be, or begin, the pinyin of some name."""
        if not self._term_after(letters[: readings.INDEXED]):
            return False
        return len(letters) < readings.INDEXED or self._search.is_said(letters)

    def next_letters(self, prefix: str) -> frozenset[str]:
        """The letters and digits that can follow `prefix` in the pinyin of some name."""
        typed = "".join(RUN.findall(self._search.fold(prefix[: 2 * _LONGEST])))
        if not typed.isascii():
            return frozenset()
        if len(typed) < readings.INDEXED:
            return frozenset(self._after(typed))
        keys = self._may_follow(typed)
        match, _ = readings.asked(typed)
        if any(readings.asked(typed + key)[0] != match for key in keys):
            return frozenset(key for key in keys if self._search.is_said(typed + key))
        found: set[str] = set()  # the index cannot tell the letters apart: one look tells them all
        for told in self._search.candidates(match):
            found.update(*(readings.next_letters(line, typed) for line in told.split("\n")))
            if found >= keys:
                break
        return frozenset(found)

    def _may_follow(self, typed: str) -> set[str]:
        """What follows all of it follows what is left of it behind its first syllables, too."""
        keys: set[str] = set()
        rests = {typed}
        while rests:
            rest = max(rests, key=len)  # every suffix is looked at once
            rests.remove(rest)
            if len(rest) < readings.INDEXED:
                keys.update(self._after(rest))
            else:
                rests.update(rest[size:] for size in readings.first_sizes(rest))
        return keys

    def _after(self, start: str) -> Iterator[str]:
        """The letters that follow a beginning of less than `INDEXED` letters."""
        place = len(start)
        term = self._term_after(start, "0")
        while term:
            yield term[place]
            term = self._term_after(start, chr(ord(term[place]) + 1))

    def _term_after(self, start: str, letter: str = "") -> str:
        """The first term of the index that begins with `start`, then `letter` or a later one."""
        sql = "SELECT term FROM search_reading_terms WHERE term >= ? AND term < ? LIMIT 1"
        row = self._db.one(sql, (start + letter, start + BEHIND_Z))
        return str(row[0]) if row else ""


def _pairs_of(part: str) -> str:
    if len(part) == 1:
        return f'"{part}"*'
    return " AND ".join(f'"{part[n : n + 2]}"' for n in range(len(part) - 1))


def _one_edit(word: str, is_begun: Callable[[str], bool]) -> Iterator[str]:
    """The words that differ in one letter: swapped, missing, another or one too many.

    Only those whose letters up to the changed one begin something: beyond the place where nothing
    begins like the word itself no change can help, so that the work does not grow with its length.
    """
    begun = cache(is_begun)
    last = next((n for n in range(len(word)) if not begun(word[: n + 1])), len(word))
    splits = [(word[:n], word[n:]) for n in range(last + 1)]
    made: dict[str, None] = {}
    made.update((a + b[1] + b[0] + b[2:], None) for a, b in splits if b[1:] and begun(a + b[1]))
    made.update((a + b[1:], None) for a, b in splits if b and begun((a + b[1:])[: len(a) + 1]))
    tried = ((a + key, b) for a, b in splits for key in string.ascii_lowercase)
    right = [(start, b) for start, b in tried if begun(start)]
    made.update((start + b[1:], None) for start, b in right if b)
    made.update((start + b, None) for start, b in right)
    made.pop(word, None)
    return iter(made)
