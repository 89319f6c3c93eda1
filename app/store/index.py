"""Fills the search index of a new content file, entry by entry in rank order."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable

from app.model.content import Told
from app.model.entry import Fact
from app.model.text import Text
from app.store import readings, schema
from app.store.fold import LEAST_WORD, START, Fold, amount_tokens, pairs, runs, start_tokens

UNSEARCHED = ("address",)  # letters of an address are not words
_NUMBER = re.compile(r"\d+")
_LATIN = re.compile("[a-z]")
_HASH_BYTES = 67_108_864  # how much FTS5 gathers before it writes: one merge less


class Index:
    """Writes names, pages and tokens of entries; `finish` packs the index tables."""

    def __init__(self, db: sqlite3.Connection, fold: Fold) -> None:
        self._db = db
        self._fold = fold
        self._words: set[str] = set()
        for name in schema.INDEX_NAMES:
            db.execute(schema.index_table(name))
            db.execute(f"INSERT INTO {name}({name}, rank) VALUES ('automerge', 0)")
            db.execute(f"INSERT INTO {name}({name}, rank) VALUES ('hashsize', {_HASH_BYTES})")

    def add(self, number: int, told: Told) -> str:
        """Index one entry; gives the folded name's reading."""
        entry = told.entry
        squeezed = self._fold.squeezed
        names_zh = _distinct(map(squeezed, (entry.name.zh_hans, entry.name.zh_hant)))
        aliases = [squeezed(alias) for alias in entry.aliases]
        name_en = squeezed(entry.name.en)
        latin = [alias for alias in aliases if _LATIN.search(alias)]
        key_facts = told.key_facts
        page = {
            "title_zh": _lines([*names_zh, *aliases]),
            "title_en": _lines([name_en, *latin]),
            "fact_zh": _lines(squeezed(_told_zh(fact)) for fact in key_facts),
            "fact_en": _lines(squeezed(_told_en(fact)) for fact in key_facts),
            "text_zh": _lines(map(squeezed, _sentences(told, _told_zh, entry.summary.zh_hans))),
            "text_en": _lines(map(squeezed, _sentences(told, _told_en, entry.summary.en))),
        }
        spoken = _distinct(map(self._fold, (entry.name.zh_hans, *entry.aliases)))
        said = [readings.read(name) for name in spoken]
        found = amount_tokens(page.values())
        self._db.execute(
            "INSERT INTO search_page VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (number, *page.values(), " ".join(sorted(found)), "\n".join(said)),
        )
        exact = _distinct([*names_zh, *aliases, name_en])
        self._db.executemany("INSERT INTO search_name VALUES (?, ?)", ((n, number) for n in exact))
        self._add_tokens(number, page, found, [*names_zh, *aliases])
        self._add_words(page)
        self._insert(
            "search_reading", number, {token for name in said for token in readings.tokens(name)}
        )
        return said[0]

    def _add_tokens(
        self, number: int, page: dict[str, str], found: set[str], names: list[str]
    ) -> None:
        title_zh, title_en = set(pairs(page["title_zh"])), set(runs(page["title_en"]))
        starts = {token for name in names for token in _start_pairs(name)}
        fact_zh = set(pairs(page["fact_zh"])) | amount_tokens([page["fact_zh"], page["fact_en"]])
        fact_en = set(runs(page["fact_en"]))
        text_zh, text_en = set(pairs(page["text_zh"])), set(runs(page["text_en"]))
        starts_en = {token for name in page["title_en"].split("\n") for token in start_tokens(name)}
        self._insert("search_title_zh", number, title_zh | starts)
        self._insert("search_title_en", number, title_en | starts_en)
        self._insert("search_fact_zh", number, fact_zh)
        self._insert("search_fact_en", number, fact_en)
        self._insert("search_whole_zh", number, title_zh | fact_zh | text_zh | found)
        self._insert("search_whole_en", number, title_en | fact_en | text_en)

    def _add_words(self, page: dict[str, str]) -> None:
        """Remember English words, for "did you mean"."""
        for name in ("title_en", "fact_en", "text_en"):
            self._words.update(run for run in runs(page[name]) if len(run) >= LEAST_WORD)

    def _insert(self, table: str, number: int, tokens: set[str]) -> None:
        if tokens:
            self._db.execute(
                f"INSERT INTO {table}(rowid, x) VALUES (?, ?)", (number, " ".join(tokens))
            )

    def finish(self) -> None:
        """Merge what was written into one piece per table."""
        words = sorted(word for word in self._words if word.isascii() and word.isalpha())
        self._db.executemany("INSERT INTO search_word VALUES (?)", ((word,) for word in words))
        for name in schema.INDEX_NAMES:
            self._db.execute(f"INSERT INTO {name}({name}) VALUES ('optimize')")


def _start_pairs(name: str) -> set[str]:
    """The first character of a name, marked: with the pairs it asks for names that begin so."""
    first = runs(name)[:1]
    return {START + first[0][0]} if first else set()


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(text.replace("\n", " ") for text in texts)


def _distinct(texts: Iterable[str]) -> list[str]:
    return [text for text in dict.fromkeys(texts) if text]


def _sentences(told: Told, say: Callable[[Fact], str], summary: str) -> list[str]:
    return [summary, *map(say, told.statements)]


def _told_zh(fact: Fact) -> str:
    return " ".join(part.zh_hans for part in shown_parts(fact) if part.zh_hans)


def _told_en(fact: Fact) -> str:
    return " ".join(part.en for part in shown_parts(fact) if part.en)


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
