"""Organisations: types, regions, counts of relations, and their roles."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.query import Query
from app.store.library import Library
from app.ui.pages.organisation import OrganisationPage
from app.ui.pages.organisations import OrganisationsPage
from app.ui.parts.relations import RelationGroup
from app.ui.parts.roles import RolesBlock
from app.ui.parts.status_card import Nameplate
from app.ui.window import Window

BUSY = "organisation/fuzhou-data-bureau"


def organisations(window: Window, route: str = "organisations") -> OrganisationsPage:
    window.resize(1440, 900)
    window.ctx.go(route)
    return cast("OrganisationsPage", window.stack.page)


def test_facets_count_as_the_library_does(window: Window, library: Library) -> None:
    page = organisations(window, "organisations?region=fuzhou")
    found = library.find(Query(where={"kind": ("organisation",), "region": ("fuzhou",)}))
    for facet in ("type", "region"):
        for row in page.facets.groups[facet].rows:
            assert row.accessibleName().endswith(f" {found.counts[facet].get(row.key, 0)}")


def test_a_plate_counts_what_it_is_told_with(window: Window, library: Library) -> None:
    page = organisations(window)
    plate = cast("Nameplate", page.wall.cells[0])
    others = {link.other.id for link in library.links(plate.entry_id)}
    told = page.relations(plate.entry_id)
    assert sum(int(part.rpartition(" ")[2]) for part in told) <= len(others)
    for part in told:
        assert part in plate.accessibleName()


def test_roles_are_counted_and_lead_to_their_rows(
    window: Window, library: Library, qtbot: QtBot
) -> None:
    window.ctx.go(BUSY)
    page = cast("OrganisationPage", window.stack.page)
    (roles,) = page.findChildren(RolesBlock)
    groups = page.findChildren(RelationGroup)
    assert len(roles.tiles) == len(groups)
    led = {link.other.id for link in library.links(BUSY) if link.role == "led_by"}
    label = next(link.label.zh_hans for link in library.links(BUSY) if link.role == "led_by")
    tile = next(tile for tile in roles.tiles if tile.accessibleName().startswith(label))
    assert tile.accessibleName().endswith(f" {len(led)}")
    qtbot.keyClick(tile, Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert getattr(focus, "entry_id", "") in led


def test_an_organisation_without_relations_still_has_a_page(
    window: Window, library: Library
) -> None:
    lonely = next(entry for entry in library.entries("organisation")
                  if not library.links(entry.id))  # fmt: skip
    window.ctx.go(lonely.id)
    assert cast("OrganisationPage", window.stack.page).title() == lonely.name.zh_hans
