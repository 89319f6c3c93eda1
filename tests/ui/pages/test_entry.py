"""The general page shows every kind, with everything that the library tells of an entry."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.store.library import Library
from app.ui.pages.entry import EntryPage
from app.ui.parts.detail import SourcesBlock
from app.ui.parts.relations import RelationGroup
from app.ui.routes import Route
from app.ui.widgets.label import PlainLabel
from app.ui.window import Window

KINDS = ("activity", "place", "person", "document")


def entry_page(window: Window, entry_id: str) -> EntryPage:
    window.resize(1440, 900)
    window.ctx.go(Route("entry", entry_id))
    return cast("EntryPage", window.stack.page)


def texts(page: EntryPage) -> list[str]:
    return [label.accessibleName() for label in page.findChildren(PlainLabel)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_statement_of_a_busy_entry_is_there(
    window: Window, library: Library, kind: str
) -> None:
    busy = max(library.entries(kind), key=lambda entry: len(library.facts(entry.id)))
    page = entry_page(window, busy.id)
    told = texts(page)
    assert busy.name.zh_hans in told
    for fact in library.facts(busy.id):
        if fact.id.startswith("statement/"):
            assert fact.text.zh_hans in told


def test_relations_of_both_directions_are_rows(window: Window, library: Library) -> None:
    page = entry_page(window, "place/zone-2024")
    groups = {group.accessibleName() for group in page.findChildren(RelationGroup)}
    assert {link.label.zh_hans for link in library.links("place/zone-2024")} <= groups


def test_what_names_it_as_its_parent_is_among_its_relations(
    window: Window, library: Library
) -> None:
    page = entry_page(window, "place/fuzhou")
    children = {one.id for one in library.entries("place") if one.parent == "place/fuzhou"}
    assert children
    shown = {link.other.id for group in page.findChildren(RelationGroup)
             for link in group._group.links}  # fmt: skip
    assert children <= shown


def test_the_sources_of_the_page_are_listed_in_order(window: Window) -> None:
    page = entry_page(window, "place/zone-2024")
    (block,) = page.findChildren(SourcesBlock)
    assert len(page.book.sources()) > 1
    assert [number for number, _ in page.book.sources()] == list(
        range(1, len(page.book.sources()) + 1)
    )
    assert block.isVisible()


def test_arrows_step_within_the_kind(window: Window, library: Library, qtbot: QtBot) -> None:
    people = library.entries("person")
    page = entry_page(window, people[0].id)
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_Right)
    assert window.stack.history.current is not None
    assert window.stack.history.current.route.id == people[1].id


@pytest.mark.parametrize("kind", ["edition", "exhibit", "project", "task", "indicator", "source"])
def test_any_kind_can_be_shown(window: Window, library: Library, kind: str) -> None:
    entry = library.entries(kind)[0]
    page = entry_page(window, entry.id)
    assert page.title() == entry.name.zh_hans
