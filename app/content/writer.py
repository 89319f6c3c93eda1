"""What a visitor takes along or brings back: a selection as calendar, table or JSON. No Qt."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from app.base.csv_text import csv_bytes
from app.base.errors import AppError
from app.base.words import Words
from app.content.calendar_text import Event, calendar_bytes, has_day
from app.content.forms import entry_form
from app.model.entry import KINDS, Entry
from app.model.wording import period
from app.store.library import Library
from app.store.visits import Favourite

FORMATS: Final = ("json", "csv", "ics")
_FORMAT: Final = "zhanban-selection"
_VERSION: Final = 1
_LARGEST: Final = 64 * 1024 * 1024
_NOTE_LENGTH: Final = 200
_ID: Final = re.compile(r"[a-z]+/[a-z0-9][a-z0-9.-]*")
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[0-9.+:Z-]*")
_IN_CALENDARS: Final = ("edition", "activity")
_UNSURE: Final = ("announced", "planned")
_COLUMNS: Final = (
    "id", "kind", "name", "dates", "start", "end", "edition", "status", "summary", "note",
    "added", "sources",
)  # fmt: skip


def everything(library: Library) -> tuple[Favourite, ...]:
    """All entries of the library as one selection, without notes."""
    return tuple(Favourite(one.id, "", "") for kind in KINDS for one in library.entries(kind))


def write(
    library: Library, kept: Sequence[Favourite], form: str, language: str,
    stamp: datetime | None = None,
) -> bytes:  # fmt: skip
    """A selection as json, csv or ics."""
    if form == "json":
        return as_json(library, kept, language)
    if form == "csv":
        return as_csv(library, kept, language)
    return as_calendar(library, kept, language, stamp)


# JSON: what `zhanban show` tells of each entry, with the visitor's note; it can be read back


def as_json(library: Library, kept: Sequence[Favourite], language: str) -> bytes:
    """The whole of it; what left the pack is kept by its id."""
    pack = library.pack
    entries = []
    for one in kept:
        form: dict[str, Any] = {"id": one.id}
        if library.has(one.id):
            form = entry_form(library, library.entry(one.id), language)
        entries.append({**form, "note": one.note, "added": one.added})
    told = {
        "format": _FORMAT, "version": _VERSION,
        "pack": {"id": pack.id, "version": pack.version, "digest": pack.digest},
        "entries": entries,
    }  # fmt: skip
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def read_selection(data: bytes, now: str) -> tuple[Favourite, ...]:
    """What `as_json` wrote, or what `zhanban show --json` told; AppError `selection-unreadable`.

    `now` is when entries count as added that do not say so themselves.
    """
    if len(data) > _LARGEST:
        raise AppError("selection-unreadable", cause=f"> {_LARGEST // 2**20} MB")
    try:
        told = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as fault:
        raise AppError("selection-unreadable", cause=fault) from fault
    if isinstance(told, dict):
        told = told.get("entries", [told])
    if not isinstance(told, list):
        raise AppError("selection-unreadable", cause="entries")
    found = {one.id: one for one in (_favourite(form, now) for form in told) if one is not None}
    if told and not found:
        raise AppError("selection-unreadable", cause="id")
    return tuple(found.values())


def _favourite(form: object, now: str) -> Favourite | None:
    if not isinstance(form, dict):
        return None
    entry_id, added, note = (form.get(key) for key in ("id", "added", "note"))
    if not isinstance(entry_id, str) or not _ID.fullmatch(entry_id):
        return None
    is_moment = isinstance(added, str) and _MOMENT.fullmatch(added)
    plain = " ".join(note.split())[:_NOTE_LENGTH] if isinstance(note, str) else ""
    return Favourite(entry_id, str(added) if is_moment else now, plain)


# CSV: one row per entry


def as_csv(library: Library, kept: Sequence[Favourite], language: str) -> bytes:
    """UTF-8 with BOM; a heading row in the language."""
    words = Words(language)
    head = [words(f"export.column.{name}") for name in _COLUMNS]
    return csv_bytes([head, *(_row(library, one, words) for one in kept)])


def _row(library: Library, kept: Favourite, words: Words) -> list[str]:
    if not library.has(kept.id):
        return [kept.id, *[""] * (len(_COLUMNS) - 4), kept.note, kept.added, ""]
    entry, language = library.entry(kept.id), words.language
    status = library.term("status", entry.status).told(language) if entry.status else ""
    return [
        entry.id, library.term("kind", entry.kind).told(language), entry.name.told(language),
        period(entry.start, entry.end, language), entry.start, entry.end,
        _name(library, entry.edition, language), status, entry.summary.told(language),
        kept.note, kept.added, words("detail.comma").join(_sources(library, entry, language)),
    ]  # fmt: skip


def _sources(library: Library, entry: Entry, language: str) -> list[str]:
    cited = [*library.citations(entry.id),
             *(one for fact in library.facts(entry.id) for one in fact.citations)]  # fmt: skip
    return [_name(library, source, language) for source in dict.fromkeys(c.source for c in cited)]


def _name(library: Library, entry_id: str, language: str) -> str:
    return library.entry(entry_id).name.told(language) if library.has(entry_id) else ""


# Calendar: editions and activities that are told to the day


def as_calendar(
    library: Library, kept: Sequence[Favourite], language: str, stamp: datetime | None = None
) -> bytes:
    """Their days; `dated` tells how many there are."""
    words = Words(language)
    notes = {one.id: one.note for one in kept}
    events = [_event(library, entry, words, notes[entry.id]) for entry in dated(library, kept)]
    return calendar_bytes(events, library.pack.title.told(language), stamp)


def dated(library: Library, kept: Iterable[Favourite]) -> list[Entry]:
    """The entries of a selection that a calendar can hold."""
    there = [library.entry(one.id) for one in kept if library.has(one.id)]
    return [one for one in there if one.kind in _IN_CALENDARS and has_day(one.start)]


def _event(library: Library, entry: Entry, words: Words, note: str) -> Event:
    language = words.language
    sources = words("detail.comma").join(_sources(library, entry, language))
    about = [entry.summary.told(language), note]
    about.append(words("export.sources", names=sources) if sources else "")
    return Event(
        f"{entry.id}@{library.pack.id}", entry.name.told(language), entry.start, entry.end,
        _name(library, entry.place, language), "\n".join(filter(None, about)),
        library.term("kind", entry.kind).told(language), entry.status not in _UNSURE,
    )  # fmt: skip
