"""签约项目: chart, filters and list tell what the library says, by pointer and by keyboard."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from app.store.library import Library
from app.ui.items.project_rows import ProjectDetail, ProjectRow
from app.ui.items.project_table import COLUMNS, ProjectTable
from app.ui.pages.projects import ProjectsPage
from app.ui.parts.comparisons import COMPARISONS
from app.ui.parts.project_list import ProjectList
from app.ui.widgets.citation import CitationPopover
from app.ui.widgets.seal_book import SealBook
from app.ui.window import Window


def at(window: Window, place: str = "projects") -> ProjectsPage:
    window.ctx.go(place)
    page = window.stack.page
    assert isinstance(page, ProjectsPage)
    return page


def shown_ids(page: ProjectsPage) -> list[str]:
    return [page.table.row(number).id for number in range(page.table.rowCount())]


def press(page: ProjectsPage, row: int, column: str, spot: QPointF | None = None) -> None:
    index = page.table.index(row, COLUMNS.index(column))
    place = spot.toPoint() if spot else page.list.visualRect(index).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_every_project_of_the_library_is_listed(window: Window, library: Library) -> None:
    page = at(window)
    assert set(shown_ids(page)) == {entry.id for entry in library.entries("project")}


def test_a_filter_shows_what_the_library_counts(window: Window, library: Library) -> None:
    page = at(window, "projects?edition=edition/2024&type=batch")
    told = {entry.id for entry in library.entries("project")
            if entry.edition == "edition/2024" and entry.type == "batch"}  # fmt: skip
    assert told
    assert set(shown_ids(page)) == told


def test_a_filter_is_in_the_route_and_goes_away_with_back(window: Window) -> None:
    page = at(window)
    all_of_them = page.table.rowCount()
    page.filters.boxes["amount"].chosen.emit("told")
    assert page.route is not None
    assert str(page.route) == "projects?amount=told"
    assert 0 < page.table.rowCount() < all_of_them
    window.stack.step(-1)
    assert page.table.rowCount() == all_of_them


def test_a_press_on_a_bar_lists_the_records_behind_its_number(
    window: Window, library: Library
) -> None:
    page = at(window)
    point = library.series("indicator/ceremony-amount").points[-1]
    box = page.chart.point_box(point.id)
    assert not box.isEmpty()
    QTest.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    inside = {link.other.id for link in library.links(point.entry)
              if link.role == "part_of" and not link.forward}  # fmt: skip
    assert set(shown_ids(page)) == {point.entry} | inside
    page.filters.clear.click()
    assert page.table.rowCount() == len(library.entries("project"))


def test_every_bar_stands_for_a_figure_of_its_scope(window: Window, library: Library) -> None:
    page = at(window)
    known = {fact.id for one in COMPARISONS["amount"]
             for fact in library.series(one.indicator).points}  # fmt: skip
    bars = [bar for group in page._compared.data.groups for bar in group.bars]
    assert {bar.id for bar in bars} <= known
    for group in page._compared.data.groups:
        fills = [bar.scope for bar in group.bars]
        assert len(fills) == len(set(fills))


def test_an_edition_without_any_figure_is_told_as_missing(window: Window) -> None:
    groups = at(window)._compared.data.groups
    assert len(groups) == len(window.ctx.library.entries("edition"))
    gaps = [group.label for group in groups if not group.bars]
    rows = at(window).chart.rows()
    assert all((label, window.ctx.words("charts.missing")) in [(row[0], row[3]) for row in rows]
               for label in gaps)  # fmt: skip


def test_a_heading_sorts_by_its_column(window: Window) -> None:
    page = at(window)
    head = next(head for head in page.heads.heads if head.key == "amount")
    head.click()
    amounts = [page.table.row(number).amount for number in range(page.table.rowCount())]
    told = [amount for amount in amounts if amount is not None]
    assert told == sorted(told, reverse=True)
    assert all(amount is None for amount in amounts[len(told) :])
    assert head.accessibleDescription()


def test_a_row_opens_its_record(window: Window) -> None:
    page = at(window)
    press(page, 0, "name")
    assert window.stack.history.current is not None
    assert window.stack.history.current.route.id == page.table.row(0).id


def test_enter_opens_the_row_that_the_arrows_came_to(window: Window) -> None:
    page = at(window)
    page.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    told = page.table.row(1).id
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert window.stack.history.current is not None
    assert window.stack.history.current.route.id == told


def test_enter_on_the_last_column_opens_the_sources(window: Window) -> None:
    page = at(window)
    page.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.list, Qt.Key.Key_End)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    popover = window.findChild(CitationPopover)
    assert popover is not None
    popover.close_now()


def test_a_press_on_a_seal_opens_the_source_and_not_the_record(window: Window) -> None:
    page = at(window)
    index = page.table.index(0, COLUMNS.index("source"))
    box = page.list.cells.seal_boxes(page.list.visualRect(index), 0)[0]
    press(page, 0, "source", box.center())
    popover = window.findChild(CitationPopover)
    assert popover is not None
    assert window.stack.page is page
    popover.close_now()


def test_no_record_is_a_state_that_leads_back(window: Window, library: Library) -> None:
    page = at(window, "projects?edition=edition/2026&amount=told")
    assert page.table.rowCount() == 0
    assert not page.list.isVisible()
    page._on_clear()
    assert page.table.rowCount() == len(library.entries("project"))


def test_what_is_shown_is_written_as_a_table(window: Window, tmp_path: Path) -> None:
    page = at(window, "projects?type=batch&sort=-amount")
    file = tmp_path / "projects.csv"
    page.export_to(file)
    written = file.read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))
    assert [row[-1] for row in rows[1:]] == shown_ids(page)
    amounts = [Decimal(row[4]) for row in rows[1:] if row[4]]
    assert amounts == sorted(amounts, reverse=True)


def test_the_export_asks_where_to(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    page = at(window)
    page.filters.export.click()
    dialog = page.dialog
    assert isinstance(dialog, QFileDialog)
    dialog.setDirectory(str(tmp_path))
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText("list.csv")
    dialog.accept()
    qtbot.waitUntil((tmp_path / "list.csv").exists)


@pytest.mark.parametrize("language", ["zh-Hant", "en"])
def test_another_language_says_every_row_again(window: Window, language: str) -> None:
    page = at(window)
    window.ctx.set_language(language)
    first = page.table.row(0)
    told = window.ctx.library.entry(first.id).name.told(language)
    assert first.name == told


def test_ten_thousand_rows_are_as_high_as_all_and_paint_only_what_is_seen(
    window: Window,
) -> None:
    asked: list[str] = []

    def describe(entry_id: str) -> ProjectDetail:
        asked.append(entry_id)
        return ProjectDetail("批次")

    table = ProjectTable(describe)
    view = ProjectList(window.ctx, table, at(window).content)
    view.resize(1100, 600)
    rows = [ProjectRow(f"project/{number}", f"项目 {number}") for number in range(10_000)]
    view.show_rows(rows, list(COLUMNS), SealBook())
    view.show()
    image = view.viewport().grab(QRect(0, 260_000, 1100, 600))
    assert not image.isNull()
    assert view.height() == 10_000 * window.ctx.px(52)
    assert 0 < len(asked) < 40
    view.deleteLater()
