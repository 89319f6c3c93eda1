"""What of an entry is shown under its name in a list of hits, and where the question is in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.model.entry import Entry, Fact
from app.model.query import Hit
from app.model.text import EN, ZH_HANS, ZH_HANT, Text
from app.store import readings
from app.store.cells import entry_of, fact_of
from app.store.database import Database, Row
from app.store.fold import Fold, amount_tokens
from app.store.places import Places
from app.store.question import Question
from app.store.search import Check

Spans = tuple[tuple[int, int], ...]
_WIDTH: Final = {EN: 150, ZH_HANS: 64, ZH_HANT: 64}
_BEFORE: Final = {EN: 40, ZH_HANS: 16, ZH_HANT: 16}


@dataclass(frozen=True, slots=True)
class Passage:
    """A shown text with what matched, and the id of the fact it is from."""

    text: Text
    spans: Spans
    fact: str = ""


class Marker:
    """Finds the places of a question's words in shown texts."""

    def __init__(self, question: Question, fold: Fold) -> None:
        self._fold = fold
        self._words = [Places(word) for word in question.words]

    def spans(self, text: str, *, english: bool) -> Spans:
        """All places, in order, none inside another."""
        if not text:
            return ()
        folded = self._fold(text)
        found = sorted(self._places(folded, english=english), key=lambda s: (s[0], -s[1]))
        apart: list[tuple[int, int]] = []
        for start, end in found:
            if not apart or start >= apart[-1][1]:
                apart.append((start, end))
        return tuple(apart)

    def matched(self, line: str, *, english: bool) -> int:
        """How many of the words a squeezed line has."""
        return sum(
            (places.is_in_en(line) if english else places.is_in_zh(line))
            or bool(places.word.amount and places.word.amount in amount_tokens([line]))
            for places in self._words
        )  # fmt: skip

    def told(self, text: Text, language: str) -> Spans:
        """The places in the text as it is told in this language."""
        english = language == EN and bool(text.en)
        return self.spans(text.told(language), english=english)

    def _places(self, folded: str, *, english: bool) -> Iterator[tuple[int, int]]:
        for places in self._words:
            yield from places.in_en(folded) if english else places.in_zh(folded)


class Teller:
    """Tells hits of one question in one language."""

    def __init__(self, db: Database, question: Question, fold: Fold, language: str) -> None:
        self._db = db
        self._question = question
        self._language = language
        self._marker = Marker(question, fold)
        self._has = Check(question)
        self._is_latin = all(word.is_latin for word in question.words)

    def hit(self, row: Row, *, is_said: bool) -> Hit:
        """A hit from the row of its entry and page."""
        entry, letters = entry_of(row), self._question.letters if is_said else ""
        shown = self._passage(row, entry)
        via = "text"
        if is_said:
            via = readings.way(row["reading"], letters)
        elif self._is_latin and self._has.is_english(row):
            via = "english"
        spans = name_spans(entry, row, letters, self._marker, self._language)
        return Hit(entry, shown.text, spans, shown.spans, via, shown.fact)

    def _passage(self, page: Row, entry: Entry) -> Passage:
        """The line that tells most of the question: the summary, else a fact."""
        marker, language = self._marker, self._language
        position = _best_line(page, marker)
        if position < 0:
            return Passage(*_cut(entry.summary, marker, language))
        sql = "SELECT * FROM fact WHERE entry = ? AND position = ?"
        row = self._db.one(sql, (entry.id, position))
        if row is None:
            return Passage(*_cut(entry.summary, marker, language))
        fact = fact_of(row, ())
        return Passage(*_cut(_fact_text(fact, marker, language), marker, language), fact.id)


def _best_line(page: Row, marker: Marker) -> int:
    """The position of the fact to show, -1 for the summary."""
    best, chosen = 0, -1
    for side, english in (("zh", False), ("en", True)):
        facts, texts = page[f"fact_{side}"], page[f"text_{side}"]
        if not marker.matched(f"{facts}\n{texts}", english=english):
            continue
        summary, *statements = texts.split("\n")
        # A page without key facts has no line for them.
        lines = [summary, *(facts.split("\n") if page["fact_zh"] else ()), *statements]
        for position, line in enumerate(lines, -1):
            count = marker.matched(line, english=english)
            if count > best:
                best, chosen = count, position
    return chosen


def _fact_text(fact: Fact, marker: Marker, language: str) -> Text:
    if fact.note and not marker.told(fact.text, language) and marker.told(fact.note, language):
        return _labelled(fact.label, fact.note)
    if fact.title and not fact.amount:
        return _labelled(fact.title, fact.text)
    return _labelled(fact.label, fact.text) if fact.amount or "#" in fact.id else fact.text


def _labelled(label: Text, text: Text) -> Text:
    return Text(
        f"{label.zh_hans}：{text.zh_hans}" if text.zh_hans else "",
        f"{label.zh_hant}：{text.zh_hant}" if text.zh_hant else "",
        f"{label.en}: {text.en}" if text.en else "",
    )


def _cut(text: Text, marker: Marker, language: str) -> tuple[Text, Spans]:
    """The text around its first place, in every language; the spans in the one on screen."""
    told = {name: _window(text.own(name), marker, name) for name in (ZH_HANS, ZH_HANT, EN)}
    cut = Text(told[ZH_HANS], told[ZH_HANT], told[EN])
    return cut, marker.told(cut, language)


def _window(text: str, marker: Marker, language: str) -> str:
    width = _WIDTH[language]
    if len(text) <= width:
        return text
    places = marker.spans(text, english=language == EN)
    start = max(0, (places[0][0] if places else 0) - _BEFORE[language])
    start = min(start, len(text) - width)
    if language == EN and start:
        start = text.find(" ", start) + 1
    end = start + width
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")


def name_spans(entry: Entry, page: Row, letters: str, marker: Marker, language: str) -> Spans:
    """Where the question is in the name: as text, or as the letters that it is said with."""
    spans = marker.told(entry.name, language)
    if spans or language == EN or not letters:
        return spans
    place = readings.find(page["reading"].split("\n")[0], letters)
    return (place,) if place and place[1] <= len(entry.name.told(language)) else ()
