"""Reads what is told of entries: facts, citations, relations, series, what a source supports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from app.base.errors import AppError
from app.model.entry import Citation, Entry, Fact, Link
from app.store import cells
from app.store.database import Database, Row

Cited = dict[str, tuple[Citation, ...]]
_OF_ENTRY = "SELECT * FROM citation WHERE entry = ? AND fact IS NULL AND link IS NULL"


class Telling:
    """The facts of one content file."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def facts(self, entry_id: str) -> tuple[Fact, ...]:
        """All that is told of an entry, in the order of its page."""
        return self._facts("WHERE f.entry = ? ORDER BY f.position", (entry_id,))

    def fact(self, fact_id: str) -> Fact:
        """One fact; AppError `unknown-id`."""
        clean = fact_id.encode("utf-8", "replace").decode()
        found = self._facts("WHERE f.id = ?", (clean,))
        if not found:
            raise AppError("unknown-id", id=clean, nearest="")
        return found[0]

    def points(self, indicator_id: str) -> tuple[Fact, ...]:
        """The figures of an indicator in order of time, differing scopes apart."""
        return self._facts(
            "WHERE f.key = ? AND f.sort = 'figure'"
            " ORDER BY f.scope, coalesce(nullif(f.as_of, ''), f.deadline), f.id",
            (indicator_id,),
        )

    def figures(self, entry_ids: Sequence[str]) -> tuple[Fact, ...]:
        """All figures of some entries."""
        marks = ", ".join("?" * len(entry_ids))
        return self._facts(
            f"WHERE f.sort = 'figure' AND f.entry IN ({marks}) ORDER BY f.entry, f.position",
            tuple(entry_ids),
        )

    def all_figures(self) -> tuple[Fact, ...]:
        """Every figure of the pack, indicator after indicator, each in order of time."""
        return self._facts(
            "WHERE f.sort = 'figure'"
            " ORDER BY f.key, f.scope, coalesce(nullif(f.as_of, ''), f.deadline), f.id",
            (),
        )

    def citations(self, entry_id: str) -> tuple[Citation, ...]:
        """Who tells an entry's name and summary."""
        rows = self._db.rows(f"{_OF_ENTRY} ORDER BY number", (entry_id,))
        return tuple(map(cells.citation_of, rows))

    def links(self, entry_id: str) -> tuple[Link, ...]:
        """Relations from and to an entry, each told from its end, in the order of roles."""
        forward = self._links(entry_id, forward=True)
        return (*forward, *self._links(entry_id, forward=False))

    def supported_by(self, source_id: str) -> tuple[tuple[Fact | None, Entry, Citation], ...]:
        """All that a source tells: entries by rank, name first, then their facts."""
        rows = self._db.rows(
            "SELECT c.number, c.fact FROM citation c JOIN entry e ON e.id = c.entry"
            " LEFT JOIN fact f ON f.id = c.fact WHERE c.source = ?"
            " ORDER BY e.number, c.fact IS NOT NULL, f.position, c.number",
            (source_id,),
        )
        cited = {row["number"]: row for row in self._db.rows(
            "SELECT * FROM citation WHERE source = ?", (source_id,)
        )}  # fmt: skip
        facts = {fact.id: fact for fact in self._facts(
            "WHERE f.id IN (SELECT fact FROM citation WHERE source = ?)", (source_id,)
        )}  # fmt: skip
        entries = {row["id"]: cells.entry_of(row) for row in self._db.rows(
            "SELECT * FROM entry WHERE id IN (SELECT entry FROM citation WHERE source = ?)",
            (source_id,),
        )}  # fmt: skip
        return tuple(
            (
                facts.get(row["fact"]), entries[cited[row["number"]]["entry"]],
                cells.citation_of(cited[row["number"]]),
            )
            for row in rows
        )  # fmt: skip

    def support_count(self, source_id: str) -> int:
        """How many names, facts and relations a source tells."""
        row = self._db.one("SELECT count(*) FROM citation WHERE source = ?", (source_id,))
        return int(row[0]) if row else 0

    def _facts(self, condition: str, values: Sequence[object]) -> tuple[Fact, ...]:
        rows = self._db.rows(f"SELECT f.* FROM fact f {condition}", values)
        if not rows:
            return ()
        own = self._citations_of([row["id"] for row in rows])
        whole: Cited = {}
        made = []
        for row in rows:
            cited = own.get(row["id"], ())
            if not cited and row["sort"] == "column":  # told by who tells the entry
                entry = row["entry"]
                if entry not in whole:
                    whole[entry] = self.citations(entry)
                cited = whole[entry]
            made.append(cells.fact_of(row, cited))
        return tuple(made)

    def _citations_of(self, fact_ids: Sequence[str]) -> Cited:
        gathered: defaultdict[str, list[Citation]] = defaultdict(list)
        for part in range(0, len(fact_ids), 500):  # SQLite takes a limited number of values
            some = fact_ids[part : part + 500]
            marks = ", ".join("?" * len(some))
            for row in self._db.rows(
                f"SELECT * FROM citation WHERE fact IN ({marks}) ORDER BY number", some
            ):
                gathered[row["fact"]].append(cells.citation_of(row))
        return {fact: tuple(cited) for fact, cited in gathered.items()}

    def _links(self, entry_id: str, *, forward: bool) -> Iterable[Link]:
        here, there, words = (
            ("from_id", "to_id", "name") if forward else ("to_id", "from_id", "reverse")
        )
        rows = self._db.rows(
            f"SELECT e.*, l.number AS link, l.role, l.from_id, l.note_hans, l.note_hant, l.note_en,"
            f" r.{words}_hans AS told_hans, r.{words}_hant AS told_hant, r.{words}_en AS told_en"
            f" FROM link l JOIN role r ON r.key = l.role JOIN entry e ON e.id = l.{there}"
            f" WHERE l.{here} = ? ORDER BY r.rowid, l.position, e.number",
            (entry_id,),
        )
        own = self._citations_of_links(entry_id, here)
        for row in rows:
            yield Link(
                role=row["role"], label=cells.text_of(row, "told"), other=cells.entry_of(row),
                forward=forward, note=cells.text_of(row, "note"),
                citations=own.get(row["link"]) or self.citations(row["from_id"]),
            )  # fmt: skip

    def _citations_of_links(self, entry_id: str, end: str) -> dict[int, tuple[Citation, ...]]:
        gathered: defaultdict[int, list[Citation]] = defaultdict(list)
        rows: list[Row] = self._db.rows(
            "SELECT * FROM citation WHERE link IN"
            f" (SELECT number FROM link WHERE {end} = ?) ORDER BY number",
            (entry_id,),
        )
        for row in rows:
            gathered[row["link"]].append(cells.citation_of(row))
        return {link: tuple(cited) for link, cited in gathered.items()}
