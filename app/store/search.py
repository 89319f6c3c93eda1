"""Finds entries: tier after tier, each in rank order, candidates verified against their texts.

Tiers: exact name, name that begins so, name, pinyin of the name, key facts, any text. Every tier
is a stream that ends early, so the first page costs the same however much there is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Final

from app.model.text import EN
from app.store import readings
from app.store.database import Database, Row
from app.store.fold import START, Fold, amount_tokens
from app.store.places import Places
from app.store.question import Question, ask

Where = tuple[str, list[object]]  # SQL over entry e, and its values
NOWHERE: Where = ("", [])
_SIDES: Final = {
    "title": (("title_zh",), ("title_en",)),
    "fact": (("fact_zh",), ("fact_en",)),
    "whole": (("title_zh", "fact_zh", "text_zh"), ("title_en", "fact_en", "text_en")),
}


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

    def ranked(
        self, question: Question, language: str, where: Where = NOWHERE
    ) -> Iterator[tuple[int, bool]]:
        """All that match, best first, each once, and whether by the pinyin of the name."""
        seen: set[int] = set()
        for tier, is_said in self._tiers(language):
            for number in tier(question, where):
                if number not in seen:
                    seen.add(number)
                    yield number, is_said

    def numbers(self, question: Question) -> set[int]:
        """All that match, in no order."""
        found = set(self._texts("whole", question, NOWHERE))
        if question.letters:
            found.update(self._said(question.letters, "", NOWHERE))
        return found

    def _tiers(
        self, language: str
    ) -> list[tuple[Callable[[Question, Where], Iterator[int]], bool]]:
        names, said = (self._title, False), (self._reading, True)
        start = (self._reading_start, True)
        # Who reads Chinese and types letters means pinyin sooner than an English word.
        middle = [names, start, said] if language == EN else [start, names, said]
        return [
            (self._exact, False), (self._reading_exact, True), (self._start, False),
            *middle, (self._fact, False), (self._whole, False),
        ]  # fmt: skip

    def _exact(self, question: Question, where: Where) -> Iterator[int]:
        sql = "SELECT n.number FROM search_name n{join} WHERE n.folded = ?{and} ORDER BY n.number"
        yield from self._run(sql, "n.number", [question.whole], where)

    def _start(self, question: Question, where: Where) -> Iterator[int]:
        if len(question.words) == 1:
            places = Places(question.words[0])
            sql = _verified("title")
            for row in self._rows(sql, "t.rowid", [question.words[0].start()], where):
                if places.begins(row["title_zh"]) or (
                    question.words[0].is_latin and places.begins(row["title_en"])
                ):
                    yield row["number"]

    def _title(self, question: Question, where: Where) -> Iterator[int]:
        return self._texts("title", question, where)

    def _fact(self, question: Question, where: Where) -> Iterator[int]:
        return self._texts("fact", question, where)

    def _whole(self, question: Question, where: Where) -> Iterator[int]:
        return self._texts("whole", question, where)

    def _texts(self, tier: str, question: Question, where: Where) -> Iterator[int]:
        """The entries that have all words in the texts of a tier."""
        match = " AND ".join(word.match() for word in question.words)
        if not match:
            return
        if all(word.is_exact for word in question.words):
            sql = (
                f"SELECT t.rowid FROM search_{tier} t{{join}}"
                f" WHERE t.search_{tier} MATCH ?{{and}} ORDER BY t.rowid"
            )
            yield from self._run(sql, "t.rowid", [match], where)
            return
        has = Check(question, tier)
        for row in self._rows(_verified(tier), "t.rowid", [match], where):
            if has(row):
                yield row["number"]

    def _reading_exact(self, question: Question, where: Where) -> Iterator[int]:
        if question.letters:
            whole = f'"{readings.whole_token(question.letters)}"'
            yield from self._run(_SAID, "t.rowid", [whole], where)

    def _reading_start(self, question: Question, where: Where) -> Iterator[int]:
        return self._said(question.letters, START, where)

    def _reading(self, question: Question, where: Where) -> Iterator[int]:
        return self._said(question.letters, "", where)

    def _said(self, letters: str, mark: str, where: Where) -> Iterator[int]:
        """The entries whose name is said so; `mark` asks for names that begin so."""
        if not letters:
            return
        match, is_exact = readings.asked(letters, mark)
        if is_exact:
            yield from self._run(_SAID, "t.rowid", [match], where)
            return
        for row in self._rows(_SAID_VERIFIED, "t.rowid", [match], where):
            if readings.is_said(row["reading"], letters, at_start=bool(mark)):
                yield row["number"]

    def _run(self, sql: str, rowid: str, values: list[object], where: Where) -> Iterator[int]:
        return self._db.numbers(*_ready(sql, rowid, values, where))

    def _rows(self, sql: str, rowid: str, values: list[object], where: Where) -> Iterator[Row]:
        return self._db.each(*_ready(sql, rowid, values, where))


_SAID: Final = (
    "SELECT t.rowid FROM search_reading t{join}"
    " WHERE t.search_reading MATCH ?{and} ORDER BY t.rowid"
)
_SAID_VERIFIED: Final = (
    "SELECT p.number, p.reading FROM search_reading t JOIN search_page p ON p.number = t.rowid"
    "{join} WHERE t.search_reading MATCH ?{and} ORDER BY t.rowid"
)


def _verified(tier: str) -> str:
    return (
        f"SELECT p.* FROM search_{tier} t JOIN search_page p ON p.number = t.rowid{{join}}"
        f" WHERE t.search_{tier} MATCH ?{{and}} ORDER BY t.rowid"
    )


def _ready(sql: str, rowid: str, values: list[object], where: Where) -> tuple[str, list[object]]:
    condition, bound = where
    join = f" JOIN entry e ON e.number = {rowid}" if condition else ""
    return sql.replace("{join}", join).replace("{and}", condition), [*values, *bound]


class Check:
    """Verifies a candidate: pairs let through a few texts that do not have the whole word."""

    def __init__(self, question: Question, tier: str = "whole") -> None:
        self._words = [Places(word) for word in question.words]
        self._zh, self._en = _SIDES[tier]

    def __call__(self, row: Row) -> bool:
        zh = [row[name] for name in self._zh]
        en = [row[name] for name in self._en]
        return all(
            any(map(places.is_in_zh, zh))
            or any(map(places.is_in_en, en))
            or _has_amount(places, row, [*zh, *en])
            for places in self._words
        )

    def is_english(self, row: Row) -> bool:
        """Whether the words are met in English only."""
        zh = [row[name] for name in self._zh]
        return not any(places.is_in_zh(text) for places in self._words for text in zh)


def _has_amount(places: Places, row: Row, texts: list[str]) -> bool:
    word = places.word
    if not word.amount or word.amount not in row["amounts"].split(" "):
        return False
    if not all(any(run in text for text in texts) for run in word.rest):
        return False
    return word.amount in amount_tokens(texts)
