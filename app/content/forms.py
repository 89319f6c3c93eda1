"""Entries, hits and whole packs as plain values, in the form that the command line gives out."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.base.errors import AppError
from app.base.files import write_atomically
from app.model.entry import KINDS, Citation, Entry, Fact
from app.model.query import Hit
from app.model.text import LANGUAGES, Text
from app.store.library import Library

Form = dict[str, Any]


def hit_form(hit: Hit, language: str) -> Form:
    """A found entry."""
    entry = hit.entry
    return {
        "id": entry.id, "kind": entry.kind, "title": entry.name.told(language),
        "snippet": hit.snippet.told(language),
    }  # fmt: skip


def entry_form(library: Library, entry: Entry, language: str) -> Form:
    """An entry with all that is told of it."""
    return {
        "id": entry.id, "kind": entry.kind, "names": _texts(entry.name),
        "summary": _texts(entry.summary), "aliases": list(entry.aliases),
        "status": entry.status, "importance": entry.importance, "check": entry.check,
        "citations": [_citation_form(cited) for cited in library.citations(entry.id)],
        "facts": [fact_form(library, fact, language) for fact in library.facts(entry.id)],
        "links": [
            {
                "role": link.role, "id": link.other.id, "forward": link.forward,
                "label": link.label.told(language),
            }
            for link in library.links(entry.id)
        ],
    }  # fmt: skip


def fact_form(library: Library, fact: Fact, language: str) -> Form:
    """A fact; `number` counts in `unit`, which is told in Chinese like the number's own text."""
    amount = fact.amount
    unit = library.unit(amount.unit).pattern.zh_hans if amount else ""
    word = library.qualifier(amount.qualifier).pattern if amount and amount.qualifier else Text()
    return {
        "id": fact.id, "key": fact.key, "label": fact.label.told(language),
        "text": fact.text.told(language), "number": _number(amount.value if amount else None),
        "unit": unit.replace("{}", "").strip(),
        "qualifier": word.told(language).replace("{}", "").strip(),
        "as_of": fact.as_of, "since": fact.since, "status": fact.status,
        "deadline": fact.deadline, "scope": fact.scope, "check": fact.check,
        "conflicts_with": list(fact.conflicts_with),
        "citations": [_citation_form(cited) for cited in fact.citations],
    }  # fmt: skip


def export_form(library: Library, language: str) -> Form:
    """The whole library: every entry, the sources and the series."""
    pack = library.pack
    entries = [
        entry_form(library, entry, language)
        for kind in KINDS if kind != "source" for entry in library.entries(kind)
    ]  # fmt: skip
    return {
        "pack": {"id": pack.id, "version": pack.version, "title": _texts(pack.title),
                 "digest": pack.digest},
        "entries": entries,
        "sources": [
            {**entry_form(library, source, language), "columns": dict(source.columns)}
            for source in library.entries("source")
        ],
        "series": [_series_form(library, indicator, language)
                   for indicator in library.entries("indicator")],
    }  # fmt: skip


def export_json(library: Library, file: Path, language: str) -> None:
    """Write all of it to a file in one step; AppError `not-writable`."""
    body = json.dumps(export_form(library, language), ensure_ascii=False, indent=1)
    write_file(file, (body + "\n").encode())


def write_file(file: Path, body: bytes) -> None:
    """Put a file where a person asked for it; AppError `not-writable`, no folder is made."""
    try:
        if not file.parent.is_dir():
            raise AppError("not-writable", path=file, cause=file.parent)
        write_atomically(file, body)
    except OSError as fault:
        raise AppError("not-writable", path=file, cause=fault.strerror) from fault


def _series_form(library: Library, indicator: Entry, language: str) -> Form:
    points = library.series(indicator.id).points
    return {
        "indicator": indicator.id, "names": _texts(indicator.name),
        "points": [
            {"entry": fact.entry, **fact_form(library, fact, language)} for fact in points
        ],
    }  # fmt: skip


def _citation_form(cited: Citation) -> Form:
    return {"source": cited.source, "locator": cited.locator, "check": cited.check}


def _texts(text: Text) -> Form:
    return {language: text.own(language) for language in LANGUAGES}


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)
