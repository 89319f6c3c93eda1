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
from app.store.fold import (
    RUN,
    SEAM,
    START,
    START_WORD,
    Fold,
    amounts,
    bare_name,
    pairs,
    squeeze,
    words,
)

UNSEARCHED: Final = ("address",)  # letters of an address are not words
_NUMBER = re.compile(r"\d+")
_LATIN = re.compile("[a-z]")
_HASH_BYTES: Final = 1 << 21  # what FTS5 gathers before it writes: more would not fit the cache
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
    """How names are said: as it is kept, the first name spelled out, what the index gets."""

    reading: str
    spelled: str
    tokens: str


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
        """Index some entries; gives the spelling of each name in pinyin."""
        numbers = [number for number, _ in batch]
        folded = self._fold.many(_joined([told for _, told in batch]))
        said = [_said(names) for names in folded.split(SEAM)[:: len(_Page._fields)]]
        pages = _pages(squeeze(folded))
        found = _amounts(pages)
        self._db.executemany(
            "INSERT INTO search_page VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (number, *page, " ".join(sorted(facts | texts)), told.reading)
                for number, page, (facts, texts), told in zip(
                    numbers, pages, found, said, strict=True
                )
            ],
        )
        self._db.executemany("INSERT INTO search_name VALUES (?, ?)", _names(numbers, pages))
        self._add_tokens(numbers, pages, found)
        self._insert("search_reading", zip(numbers, [told.tokens for told in said], strict=True))
        return [told.spelled for told in said]

    def _add_tokens(
        self, numbers: list[int], pages: list[_Page], found: list[tuple[set[str], set[str]]]
    ) -> None:
        parts = [
            (page.title_zh, page.fact_zh, page.text_zh, page.title_en, page.fact_en, page.text_en)
            for page in pages
        ]
        zh = iter(pairs(SEAM.join([text for part in parts for text in part[:3]])).split(SEAM))
        en = iter(words(SEAM.join([text for part in parts for text in part[3:]])).split(SEAM))
        titles: list[str] = []
        facts: list[str] = []
        wholes: list[str] = []
        # Three parts of every entry in each of the two.
        for page, (fact_amounts, others), zh_t, zh_f, zh_x, en_t, en_f, en_x in zip(
            pages, found, zh, zh, zh, en, en, en, strict=True
        ):
            titles.append(" ".join((zh_t, en_t, *_starts(page))))
            facts.append(" ".join((zh_f, en_f, *fact_amounts)))
            wholes.append(" ".join((zh_t, zh_f, zh_x, en_t, en_f, en_x, *fact_amounts, *others)))
        for table, texts in (("title", titles), ("fact", facts), ("whole", wholes)):
            self._insert(f"search_{table}", zip(numbers, texts, strict=True))

    def _insert(self, table: str, rows: Iterable[tuple[int, str]]) -> None:
        self._db.executemany(f"INSERT INTO {table}(rowid, x) VALUES (?, ?)", rows)

    def finish(self) -> None:
        """Merge what was written into one piece per table."""
        for name in schema.INDEX_NAMES:
            self._db.execute(f"INSERT INTO {name}({name}) VALUES ('optimize')")
        for table in schema.TERMS:
            self._db.execute(table)


def _joined(batch: Sequence[Told]) -> str:
    """The texts of the pages of some entries, unfolded, between seams."""
    texts = [text for told in batch for text in _page_texts(told)]
    joined = SEAM.join(texts)
    if joined.count(SEAM) < len(texts):
        return joined
    return SEAM.join([text.replace(SEAM, " ") for text in texts])


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
    tokens = {token for _, syllables in spoken for token in readings.tokens(syllables)}
    reading = "\n".join([reading for reading, _ in spoken])
    return _Said(reading, " ".join([ways[0] for ways in spoken[0][1]]), " ".join(tokens))


def _page_texts(told: Told) -> tuple[str, ...]:
    """The six texts of a page."""
    entry = told.entry
    name, summary = entry.name, entry.summary
    facts = list(map(_told, told.key_facts))
    sentences = list(map(_told, told.statements))
    return (
        _lines([name.zh_hans, name.zh_hant, *entry.aliases]),
        _lines([name.en]),
        _lines([zh for zh, _ in facts]) or " " * len(facts),  # a line for every fact
        _lines([en for _, en in facts]),
        _lines([summary.zh_hans, *[zh for zh, _ in sentences]]),
        _lines([summary.en, *[en for _, en in sentences]]),
    )


def _lines(texts: list[str]) -> str:
    joined = "\n".join(texts)
    if joined.count("\n") < max(1, len(texts)):
        return joined
    return "\n".join([text.replace("\n", " ") for text in texts])


def _told(fact: Fact) -> tuple[str, str]:
    parts = shown_parts(fact)
    return (
        " ".join([part.zh_hans for part in parts if part.zh_hans]),
        " ".join([part.en for part in parts if part.en]),
    )


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
