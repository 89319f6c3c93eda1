"""The scrolling page: everything gets the height its words need, the rest stays empty."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from app.ui.context import Context
from app.ui.page import ScrollPage
from app.ui.routes import Route
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.rows import RecordRow
from tests.ui.conftest import Show

LONG = "The halls ran on a network that the sources describe in several long sentences. " * 3


class WordyPage(ScrollPage):
    """Labels and rows that wrap."""

    def __init__(self, ctx: Context, rows: int) -> None:
        super().__init__(ctx)
        self._rows = rows

    def enter(self, route: Route) -> None:  # noqa: ARG002
        self.clear()
        for _ in range(self._rows):
            self.column.addWidget(PlainLabel(self.ctx, LONG))
            self.column.addWidget(RecordRow(self.ctx, "Shown at", LONG))

    def title(self) -> str:
        return "words"


@pytest.mark.parametrize("rows", [1, 12])
@pytest.mark.parametrize("width", [520, 700, 1300])
def test_no_line_is_cut_at_any_width(ctx: Context, shown: Show, rows: int, width: int) -> None:
    ctx.set_scale(1.5)
    page = WordyPage(ctx, rows)
    page.resize(width, 704)
    shown(page)
    page.show_route(Route("home"))
    page.return_to(0)
    QTest.qWait(30)
    for label in page.findChildren(PlainLabel):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_what_is_short_is_not_stretched(ctx: Context, shown: Show) -> None:
    page = WordyPage(ctx, 1)
    page.resize(1300, 1400)
    shown(page)
    page.show_route(Route("home"))
    QTest.qWait(30)
    for row in page.findChildren(RecordRow):
        assert row.height() == row.heightForWidth(row.width())


def test_filling_a_page_again_leaves_nothing_of_before(ctx: Context, shown: Show) -> None:
    page = WordyPage(ctx, 3)
    page.resize(700, 700)
    shown(page)
    for _ in range(3):
        page.show_route(Route("home"))
        QTest.qWait(10)
    assert len(page.findChildren(RecordRow)) == 3
