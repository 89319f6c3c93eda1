"""Finds entries: tier after tier, each in rank order, candidates verified against their texts.

Tiers: exact name, name that begins so, name, pinyin of the name, key facts, any text. Every tier
is a stream that ends early, so the first page costs the same however much there is.
"""

from __future__ import annotations

import heapq
import itertools
import re
from collections.abc import Callable, Iterator
from functools import cached_property
from operator import itemgetter

from app.model.text import EN
from app.store import readings
from app.store.database import Database, Row
from app.store.fold import START, Fold, amount_tokens
from app.store.question import PREFIX, Question, Word, ask

Where = tuple[str, list[object]]  # SQL over entry e, and its values
Found = tuple[int, str]  # number of an entry, how it was found
_MAX_SIDES = 3  # Latin words that are tried on both the Chinese and the English side
NOWHERE: Where = ("", [])


class Search:
    """Asks the index of one content file."""

    def __init__(self, db: Database) -> None:
        self._db = db

    @cached_property
    def fold(self) -> Fold:
        """The folding that the index was made with."""
        row = self._db.one("SELECT written, folded FROM search_fold")
        return Fold(row["written"], row["folded"]) if row else Fold("", "")

    def ask(self, text: str) -> Question:
        """The words of a question."""
        return ask(text, self.fold)

    def ranked(self, question: Question, language: str, where: Where = NOWHERE) -> Iterator[Found]:
        """All that match, best first, each once."""
        seen: set[int] = set()
        for tier in self._tiers(language):
            for number, via in tier(question, where):
                if number not in seen:
                    seen.add(number)
                    yield number, via

    def numbers(self, question: Question) -> set[int]:
        """All that match, in no order."""
        found = {number for number, _ in self._texts("whole", question, NOWHERE)}
        return found.union(self._said_numbers(question.letters))

    def page(self, number: int) -> Row | None:
        """The folded texts of an entry."""
        return self._db.one("SELECT * FROM search_page WHERE number = ?", (number,))

    def _tiers(self, language: str) -> list[Callable[[Question, Where], Iterator[Found]]]:
        by_name = [self._exact, self._reading_exact, self._start]
        names, letters = [self._title], [self._reading_start, self._readings]
        # Who reads Chinese and types letters means pinyin sooner than an English word.
        middle = names + letters if language == EN else [letters[0], *names, letters[1]]
        return [*by_name, *middle, self._fact, self._whole]

    def _exact(self, question: Question, where: Where) -> Iterator[Found]:
        sql = "SELECT n.number FROM search_name n{join} WHERE n.folded = ?{and} ORDER BY n.number"
        for row in self._run(sql, "n.number", [question.whole], where):
            yield row[0], "text" if question.has_han else "english"

    def _start(self, question: Question, where: Where) -> Iterator[Found]:
        if len(question.words) == 1:
            word = question.words[0]
            yield from self._streams([
                (("zh", word.start_zh()),),
                *([(("en", word.start_en()),)] if word.is_latin else []),
            ], "title", question, where, starts=True)  # fmt: skip

    def _title(self, question: Question, where: Where) -> Iterator[Found]:
        return self._texts("title", question, where)

    def _fact(self, question: Question, where: Where) -> Iterator[Found]:
        return self._texts("fact", question, where)

    def _whole(self, question: Question, where: Where) -> Iterator[Found]:
        return self._texts("whole", question, where)

    def _texts(self, tier: str, question: Question, where: Where) -> Iterator[Found]:
        return self._streams(list(_sides(question.words)), tier, question, where)

    def _streams(
        self, asked: list[tuple[tuple[str, str], ...]], tier: str, question: Question,
        where: Where, *, starts: bool = False,
    ) -> Iterator[Found]:  # fmt: skip
        streams = [self._stream(sides, tier, question, where, starts=starts) for sides in asked]
        before = 0
        for number, via in heapq.merge(*streams, key=itemgetter(0)):
            if number != before:
                yield number, via
            before = number

    def _stream(
        self, sides: tuple[tuple[str, str], ...], tier: str, question: Question,
        where: Where, *, starts: bool,
    ) -> Iterator[Found]:  # fmt: skip
        """What a table answers, or a Chinese and an English table together."""
        tables = [f"search_{tier}_{side}" for side, _ in sides]
        first = tables[0]
        joined = "".join(f" JOIN {other} ON {other}.rowid = {first}.rowid" for other in tables[1:])
        matched = " AND ".join(f"{table} MATCH ?" for table in tables)
        check = _Check(question, tier, starts=starts)
        exact = not starts and check.is_exact(sides)
        page = "" if exact else f" JOIN search_page p ON p.number = {first}.rowid"
        sql = (
            f"SELECT {first}.rowid{'' if exact else ', p.*'} FROM {first}{joined}{page}{{join}}"
            f" WHERE {matched}{{and}} ORDER BY {first}.rowid"
        )
        via = "english" if all(side == "en" for side, _ in sides) else "text"
        for row in self._run(sql, f"{first}.rowid", [match for _, match in sides], where):
            if exact or check(row):
                yield row[0], via

    def _reading_exact(self, question: Question, where: Where) -> Iterator[Found]:
        if question.letters:
            whole = readings.whole_token(question.letters)
            yield from self._said(question.letters, f'"{whole}"', "", where)

    def _reading_start(self, question: Question, where: Where) -> Iterator[Found]:
        if question.letters:
            match, _ = readings.asked(question.letters, START)
            yield from self._said(question.letters, match, START, where)

    def _readings(self, question: Question, where: Where) -> Iterator[Found]:
        if question.letters:
            match, _ = readings.asked(question.letters)
            yield from self._said(question.letters, match, "", where)

    def _said(self, letters: str, match: str, mark: str, where: Where) -> Iterator[Found]:
        """The entries whose name is said so; `mark` asks for names that begin so."""
        sql = (
            "SELECT s.rowid, p.reading FROM search_reading s"
            " JOIN search_page p ON p.number = s.rowid{join}"
            " WHERE s.search_reading MATCH ?{and} ORDER BY s.rowid"
        )
        find = readings.pattern(letters, mark).search
        for row in self._run(sql, "s.rowid", [match], where):
            found = find(row[1])
            if found:
                yield row[0], "initials" if found["initials"] else "pinyin"

    def _said_numbers(self, letters: str) -> Iterator[int]:
        """The same in no order, without a look at the readings where the index is sure."""
        if letters:
            match, is_exact = readings.asked(letters)
            if is_exact:
                sql = "SELECT rowid FROM search_reading WHERE search_reading MATCH ?"
                yield from (row[0] for row in self._run(sql, "", [match], NOWHERE))
            else:
                yield from (number for number, _ in self._said(letters, match, "", NOWHERE))

    def _run(self, sql: str, rowid: str, values: list[object], where: Where) -> Iterator[Row]:
        condition, bound = where
        join = f" JOIN entry e ON e.number = {rowid}" if condition and rowid else ""
        ready = sql.replace("{join}", join).replace("{and}", condition)
        return self._db.each(ready, [*values, *bound])


def _sides(words: tuple[Word, ...]) -> Iterator[tuple[tuple[str, str], ...]]:
    """Every way to ask: each Latin word may be Chinese-side text or an English word."""
    latin = [place for place, word in enumerate(words) if word.is_latin]
    choices: Iterator[tuple[str, ...]] = itertools.product("ze", repeat=len(latin))
    if len(latin) > _MAX_SIDES:
        choices = iter([("z",) * len(latin), ("e",) * len(latin)])
    for choice in choices:
        english = {place for place, side in zip(latin, choice, strict=True) if side == "e"}
        zh = [word.zh() for place, word in enumerate(words) if place not in english]
        en = [word.en() for place, word in enumerate(words) if place in english]
        parts = (("zh", zh), ("en", en))
        yield tuple((side, " AND ".join(asked)) for side, asked in parts if asked)


class _Check:
    """Verifies a candidate: pairs and cut prefixes let through a few that do not match."""

    def __init__(self, question: Question, tier: str, *, starts: bool) -> None:
        self._words = question.words
        self._zh, self._en = {
            "title": (("title_zh",), ("title_en",)),
            "fact": (("fact_zh",), ("fact_en",)),
            "whole": (("title_zh", "fact_zh", "text_zh"), ("title_en", "fact_en", "text_en")),
        }[tier]
        begin = r"(?m:^)[\W_]*" if starts else ""
        self._patterns = [
            (re.compile(begin + word.pattern()),
             re.compile((begin or r"(?<![^\W_])") + re.escape(word.runs[0])) if word.is_latin
             else None, ("\n" if starts else " ") + word.runs[0], word)
            for word in self._words
        ]  # fmt: skip

    def is_exact(self, sides: tuple[tuple[str, str], ...]) -> bool:
        """Whether these tables answer these words without any doubt."""
        if all(side == "zh" for side, _ in sides):
            return all(word.is_exact for word in self._words)
        return all(side == "en" for side, _ in sides) and all(
            len(word.runs[0]) <= PREFIX for word in self._words
        )

    def __call__(self, row: Row) -> bool:
        zh = [row[name] for name in self._zh]
        en = [row[name] for name in self._en]
        return all(
            (in_en and any(beginning in text or in_en.search(text) for text in en))
            or any(map(in_zh.search, zh))
            or (word.amount and _has_amount(word, row, [*zh, *en]))
            for in_zh, in_en, beginning, word in self._patterns
        )


def _has_amount(word: Word, row: Row, texts: list[str]) -> bool:
    if word.amount not in row["amounts"].split(" "):
        return False
    if not all(any(run in text for text in texts) for run in word.rest):
        return False
    return word.amount in amount_tokens(texts)
