"""数字: topics, charts, tables and exports say what the library says."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from app.store.library import Library
from app.ui.charts.bar_chart import BarChart
from app.ui.charts.line_chart import LineChart
from app.ui.pages.figures import FIRST, FiguresPage
from app.ui.parts.comparisons import COMPARISONS
from app.ui.parts.figure_side import GoldChip, SourcesColumn
from app.ui.parts.figure_topic import conflicts
from app.ui.widgets.citation import CitationPopover
from app.ui.widgets.figure import FigureTile
from app.ui.widgets.seal import Seal
from app.ui.window import Window


def at(window: Window, place: str = "figures") -> FiguresPage:
    window.ctx.go(place)
    page = window.stack.page
    assert isinstance(page, FiguresPage)
    return page


def keys(page: FiguresPage) -> list[str]:
    return [page.list.rows.row(n).key for n in range(page.list.rows.rowCount())]


def test_every_indicator_with_a_figure_is_in_the_list(window: Window, library: Library) -> None:
    told = {fact.key for fact in library.all_figures()}
    assert told <= set(keys(at(window)))


def test_indicators_with_a_course_of_time_stand_before_the_others(window: Window) -> None:
    listed = keys(at(window))
    assert listed.index(FIRST) < listed.index("indicator/china-computing-power")


def test_the_line_has_a_point_for_every_date_with_its_qualifier_and_seal(
    window: Window, library: Library
) -> None:
    page = at(window)
    assert page.panel is not None
    chart = page.panel.charts[0]
    assert isinstance(chart, LineChart)
    values = [row[1] for row in chart.rows()[1:]]
    assert len(values) == len(library.series(FIRST).points)
    assert any(value.startswith("超") for value in values)
    assert any(value.startswith("力争") for value in values)
    assert len(chart.findChildren(Seal)) >= len(values)


def test_enter_on_a_point_shows_its_source(window: Window) -> None:
    page = at(window)
    assert page.panel is not None
    chart = page.panel.charts[0]
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    popover = window.findChild(CitationPopover)
    assert popover is not None
    popover.close_now()


def test_figures_of_editions_are_bars(window: Window) -> None:
    page = at(window, "indicator/summit-sub-forums")
    assert page.panel is not None
    assert isinstance(page.panel.charts[0], BarChart)


def test_differing_scopes_have_charts_or_cards_of_their_own(window: Window) -> None:
    page = at(window, "indicator/first-show-rate")
    assert page.panel is not None
    scopes = {strand.scope for strand in page.panel.topic.strands}
    assert len(scopes) == len(page.panel.topic.strands) > 1


def test_a_single_figure_is_a_card_with_its_subject(window: Window, library: Library) -> None:
    page = at(window, "indicator/china-computing-power")
    assert page.panel is not None
    assert not page.panel.charts
    tile = page.panel.findChild(FigureTile)
    assert tile is not None
    assert library.entry("place/china").name.zh_hans in tile.accessibleName()


def test_accounts_that_differ_stand_side_by_side(window: Window) -> None:
    page = at(window, "indicator/signed-or-docked-amount")
    assert page.panel is not None
    groups = conflicts(window.ctx, page.panel.topic)
    assert groups
    assert len(groups[0]) == 3
    names = [tile.accessibleName() for tile in page.panel.findChildren(FigureTile)]
    for fact in groups[0]:
        number = f"{fact.amount.value:,}" if fact.amount else ""
        assert any(number in name for name in names)


@pytest.mark.parametrize("name", list(COMPARISONS))
def test_a_comparison_shows_every_edition(window: Window, library: Library, name: str) -> None:
    page = at(window, f"figures?compare={name}")
    assert page.panel is not None
    rows = page.panel.charts[0].rows()[1:]
    assert {row[1] for row in rows} == {one.columns["year"] for one in library.entries("edition")}


def test_the_table_tells_the_same_figures(window: Window) -> None:
    page = at(window)
    assert page.panel is not None
    page.panel.segment.cells[1].click()
    assert not page.panel.charts
    window.ctx.go("indicator/fuzhou-digital-share")
    assert page.panel is not None
    assert not page.panel.charts  # the choice stays for the next topic


def test_typing_narrows_the_list_to_what_is_found(window: Window, library: Library) -> None:
    page = at(window)
    page.search.edit.setFocus()
    QTest.keyClicks(page.search.edit, "PUE")
    found = [key for key in keys(page) if key]
    assert found
    assert len(found) < 20
    assert all("PUE" in library.entry(key).name.en for key in found if key.startswith("indicator"))
    QTest.keyClicks(page.search.edit, "zzzz")
    assert not keys(page)
    assert page._none.isVisible()


def test_enter_in_the_list_opens_the_topic(window: Window) -> None:
    page = at(window)
    page.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.route is not None
    assert page.route.id == keys(page)[2]


def test_the_sources_are_those_of_the_figures(window: Window, library: Library) -> None:
    page = at(window)
    column = page.findChild(SourcesColumn)
    assert column is not None
    cited = {one.source for fact in library.series(FIRST).points for one in fact.citations}
    shown = {one.source for seal in column.findChildren(Seal) for one in seal.told.citations}
    assert cited <= shown


def test_a_target_leads_to_its_task(window: Window) -> None:
    page = at(window)
    chip = page.findChildren(GoldChip)[0]
    assert chip.fact.status == "target"
    chip.click()
    assert window.stack.history.current is not None
    assert window.stack.history.current.route.id == chip.fact.entry


def test_pictures_and_tables_are_written(window: Window, tmp_path: Path) -> None:
    page = at(window)
    for ending in ("png", "svg", "csv"):
        page.export_to(tmp_path / f"chart.{ending}")
    assert not QImage(str(tmp_path / "chart.png")).isNull()
    assert "<svg" in (tmp_path / "chart.svg").read_text("utf-8")
    written = (tmp_path / "chart.csv").read_bytes()
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))
    assert any("力争突破" in row[3] for row in rows)


def test_every_indicator_can_be_opened(window: Window, library: Library) -> None:
    page = at(window)
    for key in keys(page):
        if key.startswith("indicator/"):
            assert at(window, key).title() == library.entry(key).name.zh_hans
