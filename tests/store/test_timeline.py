"""What the library has with a date: entries when they were, figures on the day they speak of."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.content.seeds import build_pack
from app.model.event import LANES, Event
from app.model.query import Query
from app.store.library import Library
from tests.conftest import MakePack


def by_id(library: Library, **where: tuple[str, ...]) -> dict[str, Event]:
    return {event.id: event for event in library.events(Query(where=where))}


def test_every_dated_entry_of_a_kind_with_a_lane_is_there(library: Library) -> None:
    events = by_id(library)
    for kind in ("edition", "activity", "exhibit", "project", "document", "source", "application"):
        dated = [entry for entry in library.entries(kind) if entry.start]
        for entry in dated:
            assert (events[entry.id].start, events[entry.id].end) == (entry.start, entry.end)
        assert sum(event.kind == kind for event in events.values()) == len(dated)


def test_events_come_in_order_of_time_and_in_known_lanes(library: Library) -> None:
    events = library.events(Query())
    assert [event.start for event in events] == sorted(event.start for event in events)
    assert {lane for event in events for lane in event.lanes} <= set(LANES)


def test_figures_without_a_stated_date_are_not_placed(library: Library) -> None:
    events = by_id(library)
    figures = library.all_figures()
    unstated = [one for one in figures if one.status != "target" and one.date_basis == "unstated"]
    assert unstated
    assert not [one.id for one in unstated if one.id in events]


def test_targets_stand_at_their_deadline_in_a_lane_of_their_own(library: Library) -> None:
    events = by_id(library)
    targets = [one for one in library.all_figures() if one.status == "target" and one.deadline]
    assert targets
    for fact in targets:
        event = events[fact.id]
        assert (event.start, event.lanes) == (fact.deadline, ("target",))
        assert event.is_target
    assert not any(one.is_target for one in events.values() if one.kind != "indicator")


def test_an_activity_that_is_a_signing_stands_in_both_lanes(library: Library) -> None:
    events = by_id(library)
    signings = [one for one in library.entries("activity") if one.type == "signing" and one.start]
    assert signings
    assert all(events[one.id].lanes == ("activity", "signing") for one in signings)


@pytest.mark.parametrize("year", [2018, 2024])
def test_an_edition_belongs_to_itself_and_brings_what_is_of_it(library: Library, year: int) -> None:
    edition = f"edition/{year}"
    events = by_id(library, edition=(edition,))
    assert edition in events
    assert {event.edition for event in events.values()} == {edition}
    assert any(event.fact for event in events.values())
    assert any(event.kind == "activity" for event in events.values())


def test_kinds_and_words_narrow_and_the_kind_indicator_stands_for_figures(library: Library) -> None:
    assert {event.kind for event in by_id(library, kind=("activity",)).values()} == {"activity"}
    figures = by_id(library, kind=("indicator",)).values()
    assert figures
    assert all(event.fact for event in figures)
    found = library.events(Query("福州"))
    assert 0 < len(found) < len(library.events(Query()))


def test_what_has_no_date_is_not_an_event(make_pack: MakePack, tmp_path: Path) -> None:
    target = tmp_path / "content.sqlite"
    build_pack(make_pack(), target)
    library = Library.open(target)
    events = {event.id for event in library.events(Query())}
    library.close()
    assert "edition/2024" in events
    assert "exhibit/glass" not in events
