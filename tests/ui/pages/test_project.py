"""One signed project: pictures, record and relations of exactly what the library tells."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.store.library import Library
from app.ui.charts.share_bar import ShareBar
from app.ui.charts.unit_chart import UnitChart
from app.ui.pages.project import ProjectPage
from app.ui.parts.project_alike import AlikeBlock
from app.ui.parts.project_records import parties
from app.ui.widgets.rows import RecordRow
from app.ui.window import Window

BATCH = "project/2024-signing-ceremony"
NAMED = "project/changle-ai-computing-centre"


def at(window: Window, place: str) -> ProjectPage:
    window.ctx.go(place)
    page = window.stack.page
    assert isinstance(page, ProjectPage)
    return page


def records(page: ProjectPage) -> dict[str, str]:
    return dict(
        row.accessibleName().partition(": ")[::2] for row in page.findChildren(RecordRow)
        if row.isVisibleTo(page)
    )  # fmt: skip


def test_a_batch_tells_its_number_and_its_money(window: Window) -> None:
    told = records(at(window, BATCH))
    words = window.ctx.words
    assert told[words("project.number")] == "50个" or told[words("project.number")] == "50 个"
    assert "319" in told[words("project.amount")]


def test_what_no_source_tells_is_said_so(window: Window) -> None:
    words = window.ctx.words
    told = records(at(window, BATCH))
    assert told[words("project.progress")] == words("common.missing")
    assert told[words("project.list")] == words("common.missing")


def test_more_than_eighty_per_cent_of_fifty_fills_forty_squares(window: Window) -> None:
    chart = at(window, BATCH).findChild(UnitChart)
    assert chart is not None
    assert chart.rows()[1][1] == "≥ 40"


def test_a_share_of_the_money_is_a_bar(window: Window) -> None:
    chart = at(window, BATCH).findChild(ShareBar)
    assert chart is not None
    assert chart.rows()[1][1] == "90%"


def test_a_project_without_shares_has_no_pictures(window: Window) -> None:
    page = at(window, NAMED)
    assert page.findChild(UnitChart) is None
    assert page.findChild(ShareBar) is None


def test_the_parties_are_those_of_the_library(window: Window, library: Library) -> None:
    told = {link.other.name.zh_hans for link in library.links(NAMED) if link.role == "party_to"}
    assert told
    assert set(parties(window.ctx, NAMED).split(" × ")) == told


def test_the_same_kind_leads_to_other_editions(window: Window) -> None:
    page = at(window, BATCH)
    block = page.findChild(AlikeBlock)
    assert block is not None
    row = block.rows[0]
    assert row.entry_id != BATCH
    row.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert window.stack.page is page
    assert page.route is not None
    assert page.route.id == row.entry_id


def test_every_project_of_the_pack_can_be_opened(window: Window, library: Library) -> None:
    for entry in library.entries("project"):
        assert at(window, entry.id).title() == entry.name.zh_hans
