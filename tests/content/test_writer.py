"""A selection as calendar, table and JSON: read back by independent readers, restored whole."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime

import pytest

from app.base.errors import AppError
from app.content.calendar_text import Event, calendar_bytes
from app.content.forms import entry_form
from app.content.writer import dated, everything, read_selection, write
from app.model.text import LANGUAGES
from app.store.library import Library
from app.store.visits import Favourite

STAMP = datetime(2026, 5, 1, 8, 30, tzinfo=UTC)
KEPT = (
    Favourite("edition/2024", "2026-05-01T08:30:00.000001+00:00", "看“1+3+N”, 先到;再说\\"),
    Favourite("exhibit/ai-goldfish-screen", "2026-05-01T08:31:00.000000+00:00", ""),
    Favourite("activity/2018-main-forum", "2026-05-01T08:32:00.000000+00:00", "=HYPERLINK(1)"),
    Favourite("exhibit/gone-from-the-pack", "2026-05-01T08:33:00.000000+00:00", "keep"),
)


def unfolded(data: bytes) -> list[str]:
    """A reader of its own, by the words of RFC 5545: CRLF, folds, octets."""
    assert data.endswith(b"\r\n")
    physical = data.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(line) <= 75 for line in physical)
    assert not any(b"\n" in line or b"\r" in line for line in physical)
    for line in physical:
        line.decode("utf-8")  # no character is cut in two by a fold
    return data.removesuffix(b"\r\n").replace(b"\r\n ", b"").decode("utf-8").split("\r\n")


def events(data: bytes) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    for line in unfolded(data):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and line not in ("END:VEVENT", "END:VCALENDAR"):
            assert name not in found[-1], f"{name} twice"
            found[-1][name] = value
    return found


def plain(text: str) -> str:
    for told, sign in (("\\n", "\n"), ("\\,", ","), ("\\;", ";"), ("\\\\", "\\")):
        text = text.replace(told, sign)
    return text


def test_an_edition_becomes_an_event_that_ends_the_day_after(library: Library) -> None:
    data = write(library, KEPT, "ics", "zh-Hans", STAMP)
    lines = unfolded(data)
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-1] == "END:VCALENDAR"
    [event] = events(data)
    assert event["UID"] == f"edition/2024@{library.pack.id}"
    assert event["DTSTAMP"] == "20260501T083000Z"
    assert event["DTSTART;VALUE=DATE"] == "20240524"
    assert event["DTEND;VALUE=DATE"] == "20240526"
    assert plain(event["SUMMARY"]) == library.entry("edition/2024").name.zh_hans
    assert KEPT[0].note in plain(event["DESCRIPTION"])
    assert event["LOCATION"] == library.entry("place/fuzhou").name.zh_hans


def test_what_is_told_only_by_the_year_is_not_in_the_calendar(library: Library) -> None:
    assert [one.id for one in dated(library, KEPT)] == ["edition/2024"]


def test_the_calendar_of_everything_has_unique_ids_in_every_language(library: Library) -> None:
    told = everything(library)
    for language in LANGUAGES:
        found = events(write(library, told, "ics", language, STAMP))
        assert len(found) == len(dated(library, told)) > 30
        assert len({event["UID"] for event in found}) == len(found)


def test_what_was_only_announced_is_tentative(library: Library) -> None:
    told = events(write(library, everything(library), "ics", "en", STAMP))
    by_id = {event["UID"].partition("@")[0]: event["STATUS"] for event in told}
    unsure = {one for one, status in by_id.items() if status == "TENTATIVE"}
    assert unsure
    assert all(library.entry(one).status in ("announced", "planned") for one in unsure)


def test_hostile_text_cannot_add_a_line_to_the_calendar() -> None:
    event = Event("a@b", "x\r\nEND:VEVENT\nBEGIN:VALARM\x0b", "2024-05-24", about="長" * 200)
    lines = unfolded(calendar_bytes([event], "n", STAMP))
    assert lines.count("END:VEVENT") == 1
    assert not [line for line in lines if line.startswith("BEGIN:VALARM")]


def test_the_table_is_read_back_and_runs_nothing(library: Library) -> None:
    data = write(library, KEPT, "csv", "en")
    assert data.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert [row[0] for row in rows] == [one.id for one in KEPT]
    assert {len(row) for row in rows} == {len(head)}
    assert rows[2][head.index("Note")] == "'=HYPERLINK(1)"
    assert rows[0][head.index("Dates")] == "24–25 May 2024"


def test_json_tells_what_show_tells_with_the_note(library: Library) -> None:
    told = json.loads(write(library, KEPT, "json", "zh-Hans"))
    shown = entry_form(library, library.entry("edition/2024"), "zh-Hans")
    assert told["entries"][0] == {**shown, "note": KEPT[0].note, "added": KEPT[0].added}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_selection_comes_back_as_it_went(library: Library, language: str) -> None:
    assert read_selection(write(library, KEPT, "json", language), "now") == KEPT


def test_what_show_tells_can_be_brought_back_as_well(library: Library) -> None:
    shown = json.dumps(entry_form(library, library.entry("edition/2024"), "en")).encode()
    [one] = read_selection(shown, "2026-05-01T00:00:00+00:00")
    assert one == Favourite("edition/2024", "2026-05-01T00:00:00+00:00", "")


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"\xff\xfe", b'"text"', b'{"entries": 3}', b'[{"id": "../../etc"}]', b'[{"id": 7}]',
     b"[" * 100_000],
)  # fmt: skip
def test_what_is_no_selection_is_a_fault_with_words(data: bytes) -> None:
    with pytest.raises(AppError) as told:
        read_selection(data, "now")
    assert told.value.code == "selection-unreadable"


def test_strange_values_in_a_selection_become_harmless() -> None:
    told = [{"id": "edition/2024", "note": "a\n\nb" + "x" * 999, "added": "yesterday"}]
    [one] = read_selection(json.dumps(told).encode(), "now")
    assert one.added == "now"
    assert one.note.startswith("a b")
    assert len(one.note) == 200
