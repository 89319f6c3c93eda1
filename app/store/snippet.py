"""What of an entry is shown under its name in a list of hits, and where the question is in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from app.model.entry import Entry, Fact
from app.model.text import EN, ZH_HANS, ZH_HANT, Text
from app.store import readings
from app.store.cells import fact_of
from app.store.database import Database, Row
from app.store.fold import HAN, Fold, amounts
from app.store.question import BETWEEN, Question, Word

Spans = tuple[tuple[int, int], ...]
_WIDTH: Final = {EN: 150, ZH_HANS: 64, ZH_HANT: 64}
_BEFORE: Final = {EN: 40, ZH_HANS: 16, ZH_HANT: 16}
_IS_HAN: Final = re.compile(f"[{HAN}]")


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
        self._words = [(word, _in_chinese(word), _in_english(word)) for word in question.words]

    def spans(self, text: str, *, english: bool) -> Spans:
        """All places, in order, none inside another."""
        folded = self._fold(text)
        found = sorted(self._places(folded, english=english), key=lambda s: (s[0], -s[1]))
        apart: list[tuple[int, int]] = []
        for start, end in found:
            if not apart or start >= apart[-1][1]:
                apart.append((start, end))
        return tuple(apart)

    def matched(self, line: str, *, english: bool) -> int:
        """How many of the words a folded line has."""
        return sum(
            next(self._word_places(line, *told, english=english), None) is not None
            for told in self._words
        )

    def told(self, text: Text, language: str) -> Spans:
        """The places in the text as it is told in this language."""
        english = language == EN and bool(text.en)
        return self.spans(text.told(language), english=english)

    def _places(self, folded: str, *, english: bool) -> Iterator[tuple[int, int]]:
        for told in self._words:
            yield from self._word_places(folded, *told, english=english)

    def _word_places(
        self, folded: str, word: Word, zh: re.Pattern[str], en: re.Pattern[str] | None,
        *, english: bool,
    ) -> Iterator[tuple[int, int]]:  # fmt: skip
        pattern = en if english else zh
        if pattern is not None:
            yield from (found.span() for found in pattern.finditer(folded))
        if word.amount:
            yield from ((start, end) for told, start, end in amounts(folded) if told == word.amount)


def _in_chinese(word: Word) -> re.Pattern[str]:
    told = BETWEEN.join(map(_with_gaps, word.runs))
    return re.compile(rf"(?<![\d.]){told}" if word.amount else told)


def _in_english(word: Word) -> re.Pattern[str] | None:
    return re.compile(rf"(?<![^\W_]){_with_gaps(word.runs[0])}") if word.is_latin else None


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


def passage(page: Row, entry: Entry, marker: Marker, language: str, db: Database) -> Passage:
    """The line that tells most of the question: the summary, else a fact."""
    position = _best_line(page, marker)
    if position < 0:
        return Passage(*_cut(entry.summary, marker, language))
    row = db.one("SELECT * FROM fact WHERE entry = ? AND position = ?", (entry.id, position))
    if row is None:
        return Passage(*_cut(entry.summary, marker, language))
    fact = fact_of(row, ())
    return Passage(*_cut(_fact_text(fact, marker, language), marker, language), fact.id)


def _best_line(page: Row, marker: Marker) -> int:
    """The position of the fact to show, -1 for the summary."""
    key_facts = page["fact_zh"].count("\n") + 1 if page["fact_zh"] else 0
    best, chosen = 0, -1
    for side, english in (("zh", False), ("en", True)):
        facts = page[f"fact_{side}"].split("\n") if key_facts else []
        summary, *statements = page[f"text_{side}"].split("\n")
        for position, line in enumerate([summary, *facts, *statements], -1):
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
