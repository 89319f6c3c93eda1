"""Fills the search index of a new content file, some entries at a time, in rank order.

Folding, squeezing and pairing work on all texts of a batch at once, joined by seams: most of the
time of building goes here, and most of that would go into single calls for short texts.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from app.model.content import Told
from app.model.entry import Fact
from app.model.text import Text
from app.store import readings, schema
from app.store.fold import RUN, SEAM, START, START_WORD, Fold, amounts, bare_name, pairs, words

UNSEARCHED: Final = ("address",)  # letters of an address are not words
_NUMBER = re.compile(r"\d+")
_LATIN = re.compile("[a-z]")
_HASH_BYTES: Final = 1 << 20  # what FTS5 gathers before it writes: more would not fit the cache
Batch = Sequence[tuple[int, Told]]


class _Page(NamedTuple):
    """The squeezed texts of one entry, one line per name, fact or sentence."""

    title_zh: str
    title_en: str
    fact_zh: str
    fact_en: str
    text_zh: str
    text_en: str


class Index:
    """Writes names, pages and tokens of entries; `finish` packs the index tables."""

    def __init__(self, db: sqlite3.Connection, fold: Fold) -> None:
        self._db = db
        self._fold = fold
        for name in schema.INDEX_NAMES:
            db.execute(schema.index_table(name))
            db.execute(f"INSERT INTO {name}({name}, rank) VALUES ('automerge', 0)")
            db.execute(f"INSERT INTO {name}({name}, rank) VALUES ('hashsize', {_HASH_BYTES})")

    def add(self, batch: Batch) -> list[str]:
        """Index some entries; gives the reading of each name."""
        numbers = [number for number, _ in batch]
        pages = self._pages([told for _, told in batch])
        said = self._add_readings(batch)
        found = _amounts(pages)
        self._db.executemany(
            "INSERT INTO search_page VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (number, *page, " ".join(sorted(facts | texts)), "\n".join(told))
                for number, page, (facts, texts), told in zip(
                    numbers, pages, found, said, strict=True
                )
            ],
        )
        self._db.executemany("INSERT INTO search_name VALUES (?, ?)", _names(numbers, pages))
        self._add_tokens(numbers, pages, found)
        return [told[0] if told else "" for told in said]

    def _pages(self, batch: Sequence[Told]) -> list[_Page]:
        """The pages of some entries."""
        texts = [_clean(text) for told in batch for text in _page_texts(told)]
        squeezed = self._fold.squeezed(SEAM.join(texts)).split(SEAM)
        pages = []
        for at in range(0, len(squeezed), len(_Page._fields)):
            title_zh, title_en, *rest = squeezed[at : at + len(_Page._fields)]
            hans, hant, *aliases = title_zh.split("\n")
            names = [hans, hant, *aliases] if hans != hant and hant else [hans, *aliases]
            latin = [title_en, *filter(_LATIN.search, aliases)]
            pages.append(_Page("\n".join(names), "\n".join(latin), *rest))
        return pages

    def _add_readings(self, batch: Batch) -> list[list[str]]:
        """The readings of names and aliases, told in places of the name on screen."""
        names = [[told.entry.name.zh_hans, *told.entry.aliases] for _, told in batch]
        folded = self._fold(SEAM.join("\n".join(map(_one_line, some)) for some in names))
        rows: list[tuple[int, str]] = []
        every: list[list[str]] = []
        for (number, _), lines in zip(batch, folded.split(SEAM), strict=True):
            said = [readings.read(line) for line in dict.fromkeys(lines.split("\n"))]
            every.append(said)
            rows.append(
                (number, " ".join({token for one in said for token in readings.tokens(one)}))
            )
        self._insert("search_reading", rows)
        return every

    def _add_tokens(
        self, numbers: list[int], pages: list[_Page], found: list[tuple[set[str], set[str]]]
    ) -> None:
        facts = [amounts for amounts, _ in found]
        self._insert("search_title", _rows(
            numbers, [page.title_zh for page in pages], [page.title_en for page in pages],
            map(_starts, pages),
        ))  # fmt: skip
        self._insert("search_fact", _rows(
            numbers, [page.fact_zh for page in pages], [page.fact_en for page in pages], facts
        ))  # fmt: skip
        self._insert("search_whole", _rows(
            numbers, ["\n".join((page.title_zh, page.fact_zh, page.text_zh)) for page in pages],
            ["\n".join((page.title_en, page.fact_en, page.text_en)) for page in pages],
            [amounts | others for amounts, others in found],
        ))  # fmt: skip

    def _insert(self, table: str, rows: Iterable[tuple[int, str]]) -> None:
        self._db.executemany(f"INSERT INTO {table}(rowid, x) VALUES (?, ?)", rows)

    def finish(self) -> None:
        """Merge what was written into one piece per table."""
        for name in schema.INDEX_NAMES:
            self._db.execute(f"INSERT INTO {name}({name}) VALUES ('optimize')")
        for table in schema.TERMS:
            self._db.execute(table)


def _rows(
    numbers: list[int], zh: list[str], en: list[str], more: Iterable[Iterable[str]]
) -> Iterator[tuple[int, str]]:
    """Each entry's tokens as one text."""
    told_zh = pairs(SEAM.join(zh)).split(SEAM)
    told_en = words(SEAM.join(en)).split(SEAM)
    for number, one, other, added in zip(numbers, told_zh, told_en, more, strict=True):
        yield number, " ".join((one, other, *added))


def _clean(text: str) -> str:
    return text.replace(SEAM, " ") if SEAM in text else text


def _one_line(text: str) -> str:
    return _clean(text.replace("\n", " ") if "\n" in text else text)


def _page_texts(told: Told) -> Iterator[str]:
    """The six texts of a page, unfolded."""
    entry, key_facts, statements = told.entry, told.key_facts, told.statements
    name, summary = entry.name, entry.summary
    yield _lines((name.zh_hans, name.zh_hant, *entry.aliases))
    yield _one_line(name.en)
    facts = [shown_parts(fact) for fact in key_facts]
    yield _lines(map(_told_zh, facts)) or " " * len(facts)  # a line for every fact
    yield _lines(map(_told_en, facts))
    sentences = [shown_parts(fact) for fact in statements]
    yield _lines((summary.zh_hans, *map(_told_zh, sentences)))
    yield _lines((summary.en, *map(_told_en, sentences)))


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(map(_one_line, texts))


def _told_zh(parts: tuple[Text, ...]) -> str:
    return " ".join([part.zh_hans for part in parts if part.zh_hans])


def _told_en(parts: tuple[Text, ...]) -> str:
    return " ".join([part.en for part in parts if part.en])


def _names(numbers: list[int], pages: list[_Page]) -> Iterator[tuple[str, int]]:
    """What each entry may be called exactly."""
    for number, page in zip(numbers, pages, strict=True):
        names = (*page.title_zh.split("\n"), *page.title_en.split("\n"))
        for name in dict.fromkeys(map(bare_name, names)):
            if name:
                yield name, number


def _amounts(pages: list[_Page]) -> list[tuple[set[str], set[str]]]:
    """The numbers of each page in their one spelling: those of facts, and the other ones."""
    ends: list[int] = []
    end = 0
    for page in pages:
        for text in page:
            end += len(text) + 1
            ends.append(end)
    found: list[tuple[set[str], set[str]]] = [(set(), set()) for _ in pages]
    field = 0
    for token, start, _ in amounts(SEAM.join(text for page in pages for text in page)):
        while ends[field] <= start:
            field += 1
        number, place = divmod(field, len(_Page._fields))
        found[number][place not in (2, 3)].add(token)
    return found


def _starts(page: _Page) -> list[str]:
    """What each name begins with, marked: who asks for names that begin so finds them."""
    zh = [RUN.search(name) for name in page.title_zh.split("\n")]
    en = [RUN.search(name) for name in page.title_en.split("\n")]
    return [START + first.group()[0] for first in zh if first] + [
        START_WORD + first.group() for first in en if first
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
    return _NUMBER.sub(lambda found: found.group().rjust(12, "0"), name)
