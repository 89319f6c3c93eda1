"""What of an entry is shown under its name in a list of hits, and where the question is in it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from app.model.entry import Entry
from app.model.query import Hit
from app.model.text import EN, ZH_HANS, ZH_HANT, Text
from app.store import readings
from app.store.cells import entry_of, text_of
from app.store.database import Database, Row
from app.store.fold import Fold
from app.store.places import Places
from app.store.question import Question
from app.store.search import Check

Spans = tuple[tuple[int, int], ...]
_WIDTH: Final = {EN: 150, ZH_HANS: 64, ZH_HANT: 64}
_BEFORE: Final = {EN: 40, ZH_HANS: 16, ZH_HANT: 16}


# Every hit of a page at once; only the columns that are told.
_ENTRIES: Final = (
    "SELECT e.*, p.title_zh, p.fact_zh, p.fact_en, p.text_zh, p.text_en, p.reading"
    " FROM json_each(?) j JOIN entry e ON e.number = j.value"
    " JOIN search_page p ON p.number = j.value"
)
_FACTS: Final = (
    "SELECT f.id, f.entry, f.digits, f.label_hans, f.label_hant, f.label_en, f.title_hans,"
    " f.title_hant, f.title_en, f.text_hans, f.text_hant, f.text_en, f.note_hans, f.note_hant,"
    " f.note_en FROM json_each(?) j JOIN fact f ON f.entry = j.key AND f.position = j.value"
)


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
        found: list[tuple[int, int]] = []
        for places in self._words:
            found += places.in_en(folded) if english else places.in_zh(folded)
        if len(found) <= 1:
            return tuple(found)
        found.sort(key=lambda s: (s[0], -s[1]))
        apart: list[tuple[int, int]] = []
        for start, end in found:
            if not apart or start >= apart[-1][1]:
                apart.append((start, end))
        return tuple(apart)

    def lines(self, squeezed: str, *, english: bool) -> dict[int, int]:
        """How many of the words each line of a squeezed text has; lines with none are left out."""
        found: dict[int, int] = {}
        for places in self._words:
            for line in places.lines(squeezed, english=english):
                found[line] = found.get(line, 0) + 1
        return found

    def told(self, text: Text, language: str) -> Spans:
        """The places in the text as it is told in this language."""
        english = language == EN and bool(text.en)
        return self.spans(text.told(language), english=english)


class Teller:
    """Tells hits of one question in one language."""

    def __init__(self, db: Database, question: Question, fold: Fold, language: str) -> None:
        self._db = db
        self._question = question
        self._language = language
        self._marker = Marker(question, fold)
        self._has = Check(question)
        self._is_latin = all(word.is_latin for word in question.words)

    def hits(self, found: Sequence[tuple[int, bool]]) -> tuple[Hit, ...]:
        """The hits of these entries; each comes with whether it is one by its pinyin."""
        rows = self._db.rows(_ENTRIES, (str([number for number, _ in found]),))
        told = {row["number"]: row for row in rows}
        chosen = {row["id"]: _best_line(row, self._marker) for row in rows}
        places = json.dumps({entry: at for entry, at in chosen.items() if at >= 0})
        facts = {row["entry"]: row for row in self._db.rows(_FACTS, (places,))}
        return tuple(
            self._hit(told[number], facts.get(told[number]["id"]), is_said=is_said)
            for number, is_said in found
        )

    def _hit(self, row: Row, fact: Row | None, *, is_said: bool) -> Hit:
        """A hit from the row of its entry and page, and from the fact that tells most of it."""
        entry, letters = entry_of(row), self._question.letters if is_said else ""
        marker, language = self._marker, self._language
        via = "text"
        if is_said:
            via = readings.way(row["reading"], letters)
        elif self._is_latin and self._has.is_english(row):
            via = "english"
        text = _fact_text(fact, marker, language) if fact else entry.summary
        shown, spans = _cut(text, marker, language)
        names = name_spans(entry, row, letters, marker, language)
        return Hit(entry, shown, names, spans, via, fact["id"] if fact else "")


def _best_line(page: Row, marker: Marker) -> int:
    """The position of the fact that tells most of the question, -1 for the summary."""
    best, chosen = 0, -1
    for side, english in (("zh", False), ("en", True)):
        summary, *statements = page[f"text_{side}"].split("\n", 1)
        # A page without key facts has no line for them.
        facts = [page[f"fact_{side}"]] if page["fact_zh"] else []
        lines = marker.lines("\n".join((summary, *facts, *statements)), english=english)
        for line, count in sorted(lines.items()):
            if count > best:
                best, chosen = count, line - 1
    return chosen


def _fact_text(fact: Row, marker: Marker, language: str) -> Text:
    text, note = text_of(fact, "text"), text_of(fact, "note")
    if note and not marker.told(text, language) and marker.told(note, language):
        return _labelled(text_of(fact, "label"), note)
    if fact["digits"]:
        return _labelled(text_of(fact, "label"), text)
    title = text_of(fact, "title")
    if title:
        return _labelled(title, text)
    return _labelled(text_of(fact, "label"), text) if "#" in fact["id"] else text


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
