"""Fills the search index of a new content file, some entries at a time, in rank order.

Folding, squeezing and pairing work on all texts of a batch at once, joined by seams: most of the
time of building goes here, and most of that would go into single calls for short texts.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from app.model.content import Told
from app.model.entry import Fact
from app.model.text import Text
from app.store import readings, schema
from app.store.characters import Characters, LongFold, amounts_of, squeezed, text_of
from app.store.chunk import Chunk
from app.store.fold import (
    RUN,
    SEAM,
    START,
    START_WORD,
    Fold,
    bare_name,
)

UNSEARCHED: Final = ("address",)  # letters of an address are not words
_NUMBER = re.compile(r"\d+")
_LATIN = re.compile("[a-z]")
Batch = Sequence[tuple[int, Told]]


class _Page(NamedTuple):
    """The squeezed texts of one entry, one line per name, fact or sentence."""

    title_zh: str
    title_en: str
    fact_zh: str
    fact_en: str
    text_zh: str
    text_en: str


class _Said(NamedTuple):
    """How the names of an entry are said: as it is kept, and the syllables alone."""

    readings: list[str]
    syllables: list[str]


class Index:
    """Writes names, pages and tokens of entries; `finish` packs the index tables."""

    def __init__(self, db: sqlite3.Connection, fold: Fold) -> None:
        self._db = db
        self._fold = LongFold(fold)
        for name in schema.INDEX_NAMES:
            db.execute(schema.index_table(name))
        self._chunk = Chunk(db)

    def add(self, batch: Batch) -> list[str]:
        """Index some entries; gives the spelling of each name in pinyin."""
        numbers = [number for number, _ in batch]
        folded = self._fold(_joined(batch))
        said = [_said(names) for names in text_of(folded).split(SEAM)[:: len(_Page._fields)]]
        characters = squeezed(folded)
        text = text_of(characters)
        pages = _pages(text)
        found = _amounts(text, characters, len(pages))
        self._db.executemany(
            "INSERT INTO search_page VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (number, *page, " ".join(sorted(facts | texts)), "\n".join(told.readings))
                for number, page, (facts, texts), told in zip(
                    numbers, pages, found, said, strict=True
                )
            ],
        )
        self._db.executemany("INSERT INTO search_name VALUES (?, ?)", _names(numbers, pages))
        self._chunk.begin(len(batch))
        self._add_texts(pages, found)
        self._chunk.add_readings([told.syllables for told in said])
        return [readings.spelled(told.syllables[0]) for told in said]

    def _add_texts(self, pages: list[_Page], found: list[tuple[set[str], set[str]]]) -> None:
        zh = [text for page in pages for text in (page.title_zh, page.fact_zh, page.text_zh)]
        en = [text for page in pages for text in (page.title_en, page.fact_en, page.text_en)]
        self._chunk.add_texts(zh, en)
        self._chunk.add_marked("title", map(_starts, pages))
        self._chunk.add_marked("fact", [facts for facts, _ in found])
        self._chunk.add_marked("whole", [[*facts, *texts] for facts, texts in found])

    def finish(self) -> None:
        """Merge what was written into one piece per table."""
        self._chunk.finish()
        for table in schema.TERMS:
            self._db.execute(table)


def _joined(batch: Batch) -> str:
    """The texts of the pages of some entries, unfolded, between seams."""
    pages = [lines for _, told in batch for lines in _page_lines(told)]
    joined = SEAM.join(map("\n".join, pages))
    # One count for all of them: nearly no text has a mark that parts texts.
    if joined.count("\n") + joined.count(SEAM) < sum(map(len, pages)):
        return joined
    marks = str.maketrans(f"\n{SEAM}", "  ")
    return SEAM.join(["\n".join([text.translate(marks) for text in lines]) for lines in pages])


def _pages(squeezed: str) -> list[_Page]:
    pages = []
    texts = iter(squeezed.split(SEAM))
    for title_zh, title_en, *rest in zip(*[texts] * len(_Page._fields), strict=True):
        hans, hant, *aliases = title_zh.split("\n")
        names = [hans, hant, *aliases] if hans != hant and hant else [hans, *aliases]
        latin = [title_en, *filter(_LATIN.search, aliases)]
        pages.append(_Page("\n".join(names), "\n".join(latin), *rest))
    return pages


def _said(names: str) -> _Said:
    """How an entry's name and aliases are said, in places of the names on screen."""
    simplified, _, *aliases = names.split("\n")
    spoken = [readings.spoken(name) for name in dict.fromkeys((simplified, *aliases))]
    return _Said([reading for reading, _ in spoken], [syllables for _, syllables in spoken])


def _page_lines(told: Told) -> tuple[list[str], ...]:
    """The lines of the six texts of a page, at least one in each."""
    entry = told.entry
    name, summary = entry.name, entry.summary
    facts = list(map(_told, told.key_facts))
    sentences = list(map(_told, told.statements))
    if len(facts) == 1 and not facts[0][0]:
        facts = [(" ", facts[0][1])]  # it has a line of its own, too
    return (
        [name.zh_hans, name.zh_hant, *entry.aliases],
        [name.en],
        [zh for zh, _ in facts] or [""],
        [en for _, en in facts] or [""],
        [summary.zh_hans, *[zh for zh, _ in sentences]],
        [summary.en, *[en for _, en in sentences]],
    )


def _told(fact: Fact) -> tuple[str, str]:
    parts = shown_parts(fact)
    if not parts:
        return "", ""
    (first, _, first_en), (text, _, text_en), (note, _, note_en) = parts
    return (
        " ".join(filter(None, (first, text, note))),
        " ".join(filter(None, (first_en, text_en, note_en))),
    )


def _names(numbers: list[int], pages: list[_Page]) -> Iterator[tuple[str, int]]:
    """What each entry may be called exactly."""
    for number, page in zip(numbers, pages, strict=True):
        names = (*page.title_zh.split("\n"), *page.title_en.split("\n"))
        for name in dict.fromkeys(map(bare_name, names)):
            if name:
                yield name, number


def _amounts(text: str, characters: Characters, pages: int) -> list[tuple[set[str], set[str]]]:
    """The numbers of each page in their one spelling: those of facts, and the other ones."""
    found: list[tuple[set[str], set[str]]] = [(set(), set()) for _ in range(pages)]
    for token, field in amounts_of(text, characters):
        page, place = divmod(field, len(_Page._fields))
        found[page][place not in (2, 3)].add(token)
    return found


def _starts(page: _Page) -> list[str]:
    """What each name begins with, marked: who asks for names that begin so finds them."""
    zh = map(RUN.search, page.title_zh.split("\n"))
    en = map(RUN.search, page.title_en.split("\n"))
    return [
        *[START + first[0][0] for first in zh if first],
        *[START_WORD + first[0] for first in en if first],
    ]


def shown_parts(fact: Fact) -> tuple[Text, ...]:
    """What of a fact can be searched: a column's label would find every entry that has it."""
    if fact.amount is not None:
        return fact.label, fact.text, fact.note
    if fact.key in UNSEARCHED:
        return ()
    return fact.title, fact.text, fact.note


def sort_key(name: str) -> str:
    """A name as people order it: numbers by their value."""
    return _NUMBER.sub(_padded, name)


def _padded(number: re.Match[str]) -> str:
    return number[0].rjust(12, "0")
