"""Applications: counts, fields, and a status that is told truthfully."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.model.query import Query
from app.store.library import Library
from app.ui.pages.application import ApplicationPage
from app.ui.pages.applications import ApplicationsPage
from app.ui.parts.status import StageTag
from app.ui.parts.status_card import StatusCard
from app.ui.parts.table_row import TableRow
from app.ui.widgets.rows import RecordRow
from app.ui.window import Window


def applications(window: Window, route: str = "applications") -> ApplicationsPage:
    window.resize(1440, 900)
    window.ctx.go(route)
    return cast("ApplicationsPage", window.stack.page)


def test_facets_count_as_the_library_does(window: Window, library: Library) -> None:
    page = applications(window, "applications?status=planned")
    where = {"kind": ("application",), "status": ("planned",)}
    found = library.find(Query(where=where))
    for facet in ("status", "field", "region"):
        for row in page.facets.groups[facet].rows:
            assert row.accessibleName().endswith(f" {found.counts[facet].get(row.key, 0)}")
    assert page.found is not None
    assert {page.found.hit(n).entry.status for n in range(page.found.total)} == {"planned"}


def test_every_row_says_how_far_the_application_is(window: Window, library: Library) -> None:
    page = applications(window)
    for cell in page.wall.cells.values():
        row = cast("TableRow", cell)
        status = library.entry(row.entry_id).status
        assert library.term("status", status).zh_hans in row.accessibleName()


def test_cards_carry_the_status_too(window: Window, library: Library) -> None:
    page = applications(window, "applications?view=grid&status=planned")
    card = page.wall.cells[0]
    assert isinstance(card, StatusCard)
    assert library.term("status", "planned").zh_hans in card.accessibleName()


def test_a_folded_choice_that_is_chosen_is_shown(window: Window) -> None:
    page = applications(window)
    last = page.facets.groups["field"].rows[-1]
    assert not last.isVisible()
    page = applications(window, f"applications?field={last.key}")
    assert last.isVisible()
    assert last.isChecked()


def test_the_page_of_one_tells_status_date_and_operator(
    window: Window, library: Library, qtbot: QtBot
) -> None:
    page = applications(window, "applications?status=planned")
    qtbot.mouseClick(page.wall.cells[0], Qt.MouseButton.LeftButton)
    shown = cast("ApplicationPage", window.stack.page)
    assert isinstance(shown, ApplicationPage)
    (tag,) = shown.findChildren(StageTag)
    assert tag.accessibleName().startswith(library.term("status", "planned").zh_hans)
    labels = [row.name.accessibleName() for row in shown.findChildren(RecordRow)]
    assert "进展" in labels
    assert "运营或建设" in labels
