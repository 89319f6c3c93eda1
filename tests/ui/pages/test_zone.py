"""The zone: facets and counts as the library has them, filters in the route, keys."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.query import Query
from app.model.text import LANGUAGES
from app.store.library import Library
from app.ui.context import Context
from app.ui.pages.zone import ZonePage
from app.ui.parts.table_row import TableRow
from app.ui.widgets.card import Card
from app.ui.widgets.feature_card import FeatureCard
from app.ui.window import Window


def zone(window: Window, route: str = "zone") -> ZonePage:
    window.resize(1440, 900)
    window.ctx.go(route)
    return cast("ZonePage", window.stack.page)


def counts_told(page: ZonePage, facet: str) -> dict[str, str]:
    return {row.key: row.accessibleName() for row in page.facets.groups[facet].rows}


def test_live_counts_are_those_of_the_library(window: Window, library: Library) -> None:
    page = zone(window, "zone?category=ai&edition=edition/2024")
    where = {"kind": ("exhibit",), "category": ("ai",), "edition": ("edition/2024",)}
    found = library.find(Query(where=where))
    for facet in ("category", "detail", "site"):
        for key, told in counts_told(page, facet).items():
            assert told.endswith(f" {found.counts[facet].get(key, 0)}")
    assert page.found is not None
    assert page.found.total == found.total
    assert all(page.found.hit(n).entry.category == "ai" for n in range(found.total))


def test_a_choice_narrows_and_back_restores(window: Window, qtbot: QtBot) -> None:
    page = zone(window)
    assert page.found is not None
    everything = page.found.total
    row = next(row for row in page.facets.groups["category"].rows if row.key == "net")
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert str(page.route) == "zone?category=net"
    assert page.found.total < everything
    assert row.isChecked()
    window.stack.step(-1)
    assert page.found.total == everything
    assert not row.isChecked()
    window.stack.step(1)
    assert row.isChecked()


def test_choices_of_one_facet_widen(window: Window, library: Library) -> None:
    page = zone(window, "zone?category=net&category=display")
    where = {"kind": ("exhibit",), "category": ("net", "display")}
    assert page.found is not None
    assert page.found.total == library.find(Query(where=where)).total


def test_edition_boxes_are_dashed_where_nothing_is_left(window: Window, library: Library) -> None:
    page = zone(window, "zone?category=display")
    counts = library.find(Query(where={"kind": ("exhibit",), "category": ("display",)})).counts[
        "edition"
    ]
    boxes = page.facets.groups["edition"].boxes
    assert boxes is not None
    assert len(boxes.boxes) == len(library.entries("edition"))
    for key, box in boxes.boxes.items():
        assert box.isEnabled() == bool(counts.get(key))


def test_the_first_card_is_large_and_the_others_follow(window: Window) -> None:
    page = zone(window)
    assert isinstance(page.wall.cells[0], FeatureCard)
    assert isinstance(page.wall.cells[1], Card)
    assert page.wall.cells[0].width() > 2 * page.wall.cells[1].width()


def test_enter_opens_the_exhibit(window: Window, qtbot: QtBot) -> None:
    page = zone(window)
    assert page.found is not None
    page.wall.focus_cell(0)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    goal = page.found.hit(1).entry.id
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.stack.history.current is not None
    assert window.stack.history.current.route.id == goal


def test_rows_instead_of_cards(window: Window, qtbot: QtBot) -> None:
    page = zone(window)
    qtbot.mouseClick(page._segment.cells[1], Qt.MouseButton.LeftButton)
    assert str(page.route) == "zone?view=list"
    assert isinstance(page.wall.cells[0], TableRow)
    assert page.wall.shape_now.columns == 1


def test_names_are_in_a_stable_order(window: Window, library: Library) -> None:
    page = zone(window, "zone?order=name")
    whole = Query(where={"kind": ("exhibit",)}, order="name", limit=1000)
    ids = [hit.entry.id for hit in library.find(whole).hits]
    assert page.found is not None
    assert [page.found.hit(n).entry.id for n in range(page.found.total)] == ids


def test_nothing_found_offers_to_clear(window: Window, qtbot: QtBot) -> None:
    page = zone(window, "zone?category=display&edition=edition/2018&site=forum&order=name")
    assert page._empty.isVisible()
    assert not page.wall.isVisible()
    qtbot.mouseClick(page._clear, Qt.MouseButton.LeftButton)
    assert str(page.route) == "zone?order=name"
    assert page.wall.isVisible()


def test_back_returns_to_where_the_wall_was(window: Window) -> None:
    page = zone(window)
    page.wall.verticalScrollBar().setValue(900)
    window.ctx.go("exhibit/5g-antenna-glass")
    window.stack.step(-1)
    assert page.wall.verticalScrollBar().value() == 900


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_every_language(window: Window, ctx: Context, language: str) -> None:
    page = zone(window)
    ctx.set_language(language)
    assert page.title() == ctx.words("zone.title")
    group = page.facets.groups["category"]
    assert group.rows[0].words == ctx.library.terms("category")[0][1].told(language)
    ctx.set_language("zh-Hans")
