"""Finds entries: tier after tier, each in rank order, candidates verified against their texts.

Tiers: exact name, name that begins so, name, pinyin of the name, key facts, any text. Every tier
is a stream that ends early, so the first page costs the same however much there is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import Final

from app.model.text import EN
from app.store import readings
from app.store.database import Database, Row
from app.store.fold import BEHIND_Z, START, WORD, Fold, amount_tokens
from app.store.places import Places
from app.store.question import INDEXED, Question, Word, ask

Where = tuple[str, list[object]]  # SQL over entry e, and its values
NOWHERE: Where = ("", [])
_MAX_GATHERED: Final = 2_000  # entries of a long beginning that are gathered before the first hit
_MAX_ENDS: Final = 16  # more words than these are asked for by their beginning
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
        question = ask(text, self.fold)
        if not any(word.is_latin and len(word.runs[0]) > INDEXED for word in question.words):
            return question
        return replace(question, words=tuple(map(self._with_ends, question.words)))

    def _with_ends(self, word: Word) -> Word:
        """The same with the words that a long beginning may become, where they are few."""
        start = word.runs[0]
        if not word.is_latin or len(start) <= INDEXED:
            return word
        sql = "SELECT term FROM search_terms WHERE term >= ? AND term < ? LIMIT 1"
        found: list[str] = []
        row = self._db.one(sql, (WORD + start, WORD + start + BEHIND_Z))
        while row and len(found) < _MAX_ENDS:
            found.append(row[0].removeprefix(WORD))
            row = self._db.one(sql, (row[0] + "\x01", WORD + start + BEHIND_Z))
        if not row:
            return replace(word, ends=tuple(found))
        return replace(word, is_common=self._is_common(start))

    def _is_common(self, start: str) -> bool:
        """Whether gathering all entries with such words would take longer than checking some."""
        sql = (
            "SELECT 1 FROM search_terms WHERE term >= ? AND term < ?"
            f" LIMIT 1 OFFSET {_MAX_GATHERED - 1}"
        )
        return self._db.one(sql, (WORD + start, WORD + start + BEHIND_Z)) is not None

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
        found = self._sure(question)
        if not question.is_exact:
            has = Check(question)
            candidates = self._run(_UNVERIFIED, "t.rowid", [question.match()], NOWHERE)
            doubtful = [number for number in candidates if number not in found]
            sql = "SELECT p.* FROM json_each(?) j JOIN search_page p ON p.number = j.value"
            rows = self._db.each(sql, (str(doubtful),)) if doubtful else ()
            found.update(row["number"] for row in rows if has(row))
        if question.letters:
            found.update(self._said(question.letters, "", NOWHERE))
        return found

    def _sure(self, question: Question) -> set[int]:
        """What matches without a look at the texts."""
        match = question.sure_match()
        return set(self._run(_UNVERIFIED, "t.rowid", [match], NOWHERE)) if match else set()

    def is_said(self, letters: str) -> bool:
        """Whether some name has these letters as its pinyin."""
        return next(self._said(letters, "", NOWHERE), None) is not None

    def candidates(self, match: str) -> Iterator[str]:
        """The readings of the names that the index gives for `readings.asked`."""
        return (row["reading"] for row in self._rows(_SAID_VERIFIED, "t.rowid", [match], NOWHERE))

    def _tiers(
        self, language: str
    ) -> list[tuple[Callable[[Question, Where], Iterator[int]], bool]]:
        start, start_en = (self._start, False), (self._start_en, False)
        names, start_said = (self._title, False), (self._reading_start, True)
        said = (self._reading, True)
        # Who reads Chinese and types letters means pinyin sooner than an English word.
        middle = [start_en, names, start_said, said]
        if language != EN:
            middle = [start_said, start_en, names, said]
        return [
            (self._exact, False), (self._reading_exact, True), start, *middle,
            (self._fact, False), (self._whole, False),
        ]  # fmt: skip

    def _exact(self, question: Question, where: Where) -> Iterator[int]:
        sql = "SELECT n.number FROM search_name n{join} WHERE n.folded = ?{and} ORDER BY n.number"
        yield from self._run(sql, "n.number", [question.whole], where)

    def _start(self, question: Question, where: Where) -> Iterator[int]:
        """Names that begin with the only word of the question."""
        if len(question.words) == 1:
            word = question.words[0]
            yield from self._begins(word, word.start(), "title_zh", where)

    def _start_en(self, question: Question, where: Where) -> Iterator[int]:
        if len(question.words) == 1 and question.words[0].is_latin:
            word = question.words[0]
            yield from self._begins(word, word.start_en(), "title_en", where)

    def _begins(self, word: Word, match: str, column: str, where: Where) -> Iterator[int]:
        begins = Places(word).begins
        for row in self._rows(_verified("title"), "t.rowid", [match], where):
            if begins(row[column]):
                yield row["number"]

    def _title(self, question: Question, where: Where) -> Iterator[int]:
        return self._texts("title", question, where)

    def _fact(self, question: Question, where: Where) -> Iterator[int]:
        return self._texts("fact", question, where)

    def _whole(self, question: Question, where: Where) -> Iterator[int]:
        return self._texts("whole", question, where)

    def _texts(self, tier: str, question: Question, where: Where) -> Iterator[int]:
        """The entries that have all words in the texts of a tier."""
        match = question.match()
        if not match:
            return
        if question.is_exact:
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


_UNVERIFIED: Final = "SELECT t.rowid FROM search_whole t WHERE t.search_whole MATCH ?"
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
