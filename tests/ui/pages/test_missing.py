"""Places that are not there: a page that says so, the nearest one, the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.context import Context
from app.ui.pages.missing import MissingPage
from app.ui.window import Window


def missing(window: Window) -> MissingPage:
    shown = window.stack.page
    assert isinstance(shown, MissingPage)
    return shown


def test_a_misspelt_id_offers_the_nearest(window: Window, qtbot: QtBot) -> None:
    window.ctx.go("exhibit/5g-antena-glass")
    page = missing(window)
    assert page.near is not None
    assert page.near.entry_id == "exhibit/5g-antenna-glass"
    qtbot.keyClick(page.near, Qt.Key.Key_Return)
    assert window.stack.history.current is not None
    assert window.stack.history.current.route.id == "exhibit/5g-antenna-glass"
    assert window.stack.page is not page


def test_back_and_home_lead_out(window: Window, qtbot: QtBot) -> None:
    window.ctx.go("zone")
    window.ctx.go("nowhere")
    page = missing(window)
    assert page.near is None
    window.stack.step(-1)
    assert window.stack.shows("zone")
    assert window.stack.page is not page
    window.stack.step(1)
    assert page.home is not None
    qtbot.mouseClick(page.home, Qt.MouseButton.LeftButton)
    assert window.stack.shows("home")
    assert window.stack.page is not page


def test_it_speaks_the_language_on_screen(window: Window, ctx: Context) -> None:
    window.ctx.go("nowhere")
    before = missing(window).title()
    ctx.set_language("en")
    assert missing(window).title() == ctx.words("faults.missing") != before
    ctx.set_scale(1.3)
    assert missing(window).title() == ctx.words("faults.missing")
