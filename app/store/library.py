"""The one door for reading: entries, facts, citations, relations, words, and what is found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache, partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.base.errors import AppError
from app.model.entry import (
    Citation,
    Entry,
    Fact,
    Link,
    Pack,
    Qualifier,
    Series,
    Unit,
)
from app.model.query import Found, Hit, Query
from app.model.text import Text
from app.store import cells, facets
from app.store.database import Database, Row
from app.store.facets import Facets
from app.store.telling import Telling

if TYPE_CHECKING:
    from app.model.event import Event
    from app.store.question import Question
    from app.store.search import Search
    from app.store.suggest import Suggest


_KINDS: Final = "SELECT number, kind FROM entry WHERE number IN (SELECT value FROM json_each(?))"
_KEPT: Final = 256  # rows: what is on show names the same editions and sources again and again


class Library:
    """A content file opened for reading. Use it in the thread that opened it."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._facets = Facets(db)
        self._telling = Telling(db)
        self._row = lru_cache(_KEPT)(partial(_row, db))
        self.pack = self._read_pack()

    @classmethod
    def open(cls, path: Path) -> Library:
        """Open a content file; AppError `content-missing`, `-damaged` or `-outdated`."""
        db = Database.open(path)
        try:
            return cls(db)
        except BaseException:
            db.close()
            raise

    @property
    def path(self) -> Path:
        """The content file."""
        return self._db.path

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def interrupt(self) -> None:
        """Stop a query that another thread is waiting for."""
        self._db.interrupt()

    # Entries

    def has(self, entry_id: str) -> bool:
        """Whether there is such an entry."""
        return self._row(entry_id) is not None

    def entry(self, entry_id: str) -> Entry:
        """The entry; AppError `unknown-id` names the nearest id."""
        row = self._row(entry_id)
        if row is None:
            raise AppError("unknown-id", id=entry_id, nearest=self._nearest(entry_id))
        return cells.entry_of(row)

    def entries(self, kind: str, order: str = "importance") -> tuple[Entry, ...]:
        """All entries of a kind; order importance, name, name-en, date, edition or number."""
        by = facets.order_by(order, "")
        sql = f"SELECT * FROM entry e WHERE kind = ? ORDER BY {by}"
        return tuple(map(cells.entry_of, self._db.rows(sql, (kind,))))

    def spelled(self, entry_id: str) -> str:
        """The name in pinyin with tones, one word per character."""
        row = self._row(entry_id)
        return str(row["pinyin"]) if row else ""

    def _nearest(self, entry_id: str) -> str:
        import difflib

        ids = [row[0] for row in self._db.rows("SELECT id FROM entry")]
        kind, _, slug = entry_id.partition("/")
        same = [told for told in ids if told.partition("/")[0] == kind] or ids
        near = difflib.get_close_matches(entry_id, same, 1, 0.5 if len(same) < len(ids) else 0.75)
        ending = [told for told in ids if slug and told.partition("/")[2] == slug]
        return str((ending or near or [""])[0])

    # What is told of them

    def facts(self, entry_id: str) -> tuple[Fact, ...]:
        """Columns, figures and sentences of an entry, in the order of its page."""
        return self._telling.facts(entry_id)

    def fact(self, fact_id: str) -> Fact:
        """One fact; AppError `unknown-id`."""
        return self._telling.fact(fact_id)

    def figures(self, entry_ids: Sequence[str]) -> tuple[Fact, ...]:
        """All figures of some entries, entry after entry."""
        return self._telling.figures(entry_ids)

    def all_figures(self) -> tuple[Fact, ...]:
        """Every figure, indicator after indicator, each in order of time."""
        return self._telling.all_figures()

    def citations(self, entry_id: str) -> tuple[Citation, ...]:
        """Who tells an entry's name and summary."""
        return self._telling.citations(entry_id)

    def links(self, entry_id: str) -> tuple[Link, ...]:
        """Relations in both directions, labelled from this end."""
        return self._telling.links(entry_id)

    def series(self, indicator_id: str) -> Series:
        """The figures of an indicator in order of time; AppError `unknown-id`."""
        return Series(self.entry(indicator_id), self._telling.points(indicator_id))

    def supported_by(self, source_id: str) -> tuple[tuple[Fact | None, Entry, Citation], ...]:
        """All that a source tells; no fact: the name and summary of the entry."""
        return self._telling.supported_by(source_id)

    def support_count(self, source_id: str) -> int:
        """How many things a source tells."""
        return self._telling.support_count(source_id)

    # Words

    def term(self, vocabulary: str, key: str) -> Text:
        """The words for a key; the key itself where the pack has none."""
        return self._terms.get(vocabulary, {}).get(key) or Text(key, key, key)

    def terms(self, vocabulary: str) -> tuple[tuple[str, Text], ...]:
        """All of a vocabulary, in its order."""
        return tuple(self._terms.get(vocabulary, {}).items())

    def unit(self, key: str) -> Unit:
        """How a number with this unit is written."""
        return self._units[key]

    def qualifier(self, key: str) -> Qualifier:
        """How a number with this word is written."""
        return self._qualifiers[key]

    @cached_property
    def _terms(self) -> dict[str, dict[str, Text]]:
        words: dict[str, dict[str, Text]] = {}
        for row in self._db.rows("SELECT * FROM term ORDER BY vocabulary, position, key"):
            words.setdefault(row["vocabulary"], {})[row["key"]] = cells.text_of(row, "name")
        return words

    @cached_property
    def _units(self) -> dict[str, Unit]:
        return {row["key"]: cells.unit_of(row) for row in self._db.rows("SELECT * FROM unit")}

    @cached_property
    def _qualifiers(self) -> dict[str, Qualifier]:
        rows = self._db.rows("SELECT * FROM qualifier")
        return {
            row["key"]: Qualifier(row["key"], cells.text_of(row, "pattern"), row["bound"])
            for row in rows
        }

    # What is found

    def find(self, query: Query) -> Found:
        """Search and lists alike: a page of hits, the total, counts per facet value."""
        if not query.text.strip():
            total, counts = self._facets.count(query.where)
            return Found(query, self._listed(query), total, counts)
        question = self._search.ask(query.text)
        numbers = self._search.numbers(question) if question else set()
        total, counts = self._facets.count(query.where, numbers)
        meant = "" if numbers or not question else self._suggest.meant(question, query.language)
        hits = self._hits(query, question) if total else ()
        return Found(query, hits, total, counts, meant)

    def hits(self, query: Query) -> tuple[Hit, ...]:
        """Only the page of hits, without total and counts: as fast at any size."""
        if not query.text.strip():
            return self._listed(query)
        return self._hits(query, self._search.ask(query.text))

    def best(
        self, query: Query, chosen: Callable[[Sequence[str]], Sequence[int]]
    ) -> tuple[Hit, ...]:
        """Some hits of the page: `chosen` is told the kind of each and tells the places it wants.

        To tell what a hit shows takes longer than to find it.
        """
        question = self._search.ask(query.text)
        found = self._found(query, question)
        rows = self._db.rows(_KINDS, (str([number for number, _ in found]),))
        kinds = {row["number"]: row["kind"] for row in rows}
        wanted = chosen([kinds[number] for number, _ in found])
        return self._tell(query, question, [found[place] for place in wanted])

    def events(self, query: Query) -> tuple[Event, ...]:
        """All dated things that the query lets through, in order of time, for the timeline."""
        from app.store.timeline import Timeline

        found = None
        if query.text.strip():
            question = self._search.ask(query.text)
            found = self._search.numbers(question) if question else set()
        return Timeline(self._db).events(query, found)

    def next_letters(self, prefix: str) -> frozenset[str]:
        """The letters that can continue a match of names by pinyin."""
        return self._suggest.next_letters(prefix)

    # Searching compiles patterns of all Han characters: 15 ms that the first page does without.

    @cached_property
    def _search(self) -> Search:
        from app.store.search import Search

        return Search(self._db)

    @cached_property
    def _suggest(self) -> Suggest:
        from app.store.suggest import Suggest

        return Suggest(self._db, self._search)

    def _listed(self, query: Query) -> tuple[Hit, ...]:
        condition, values = facets.condition(query.where)
        by = facets.order_by(query.order, query.language)
        sql = f"SELECT * FROM entry e WHERE 1{condition} ORDER BY {by} LIMIT ? OFFSET ?"
        rows = self._db.rows(sql, (*values, query.limit, query.offset))
        return tuple(Hit(entry, entry.summary) for entry in map(cells.entry_of, rows))

    def _hits(self, query: Query, question: Question) -> tuple[Hit, ...]:
        return self._tell(query, question, self._found(query, question))

    def _found(self, query: Query, question: Question) -> list[tuple[int, bool]]:
        """The numbers of a page of hits, each with whether it is one by its pinyin."""
        if not question:
            return []
        found = self._search.ranked(question, query.language, facets.condition(query.where))
        if query.order == "rank":
            return list(islice(found, query.offset, query.offset + query.limit))
        return self._reordered(dict(found), query)

    def _tell(
        self, query: Query, question: Question, found: Sequence[tuple[int, bool]]
    ) -> tuple[Hit, ...]:
        if not found:
            return ()
        from app.store.snippet import Teller

        return Teller(self._db, question, self._search.fold, query.language).hits(found)

    def _reordered(self, said: dict[int, bool], query: Query) -> list[tuple[int, bool]]:
        by = facets.order_by(query.order, query.language)
        rows = self._db.rows(
            "SELECT e.number FROM entry e WHERE e.number IN (SELECT value FROM json_each(?))"
            f" ORDER BY {by} LIMIT ? OFFSET ?",
            (str(list(said)), query.limit, query.offset),
        )
        return [(row[0], said[row[0]]) for row in rows]

    def _read_pack(self) -> Pack:
        row = self._db.one("SELECT * FROM pack")
        if row is None:
            raise AppError("content-damaged", path=self._db.path, cause="pack")
        counted = self._db.rows("SELECT kind, count(*) FROM entry GROUP BY kind")
        return cells.pack_of(row, dict(map(tuple, counted)))


def _row(db: Database, entry_id: str) -> Row | None:
    return db.one("SELECT * FROM entry WHERE id = ?", (_clean(entry_id),))


def _clean(entry_id: str) -> str:
    """An id as SQLite can take it: typed text may have half characters."""
    return entry_id.encode("utf-8", "replace").decode()
