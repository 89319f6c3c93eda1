"""The window: it switches, remembers, speaks and grows without a restart."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.ui import window as window_module
from app.ui.context import Context
from app.ui.page import Page, ScrollPage
from app.ui.routes import Route
from app.ui.widgets.citation import CitationPopover
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.seal import Seal
from app.ui.window import Window


def page(window: Window) -> Page:
    shown = window.stack.page
    assert shown is not None
    return shown


def test_the_window_only_switches() -> None:
    assert len(Path(window_module.__file__).read_text("utf-8").splitlines()) <= 110


def test_the_rail_leads_to_its_pages_and_lights_them(window: Window, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.rail.items["zone"], Qt.MouseButton.LeftButton)
    assert window.stack.shows("zone")
    assert window.rail.items["zone"].isChecked()
    assert not window.rail.items["editions"].isChecked()
    assert page(window).title() in window.windowTitle()


def test_alt_arrows_and_mouse_buttons_go_back_and_forward(window: Window, qtbot: QtBot) -> None:
    window.ctx.go("zone")
    window.ctx.go("projects")
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.stack.shows("zone")
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.stack.shows("projects")
    QTest.mouseClick(window, Qt.MouseButton.BackButton, pos=QPoint(600, 400))
    assert window.stack.shows("zone")
    qtbot.keyClick(window, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert window.stack.shows("home")


@pytest.mark.parametrize("key", [Qt.Key.Key_K, Qt.Key.Key_F, Qt.Key.Key_L])
def test_control_keys_lead_to_the_search_box(window: Window, qtbot: QtBot, key: Qt.Key) -> None:
    window.activateWindow()
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert window.topbar.search.edit.hasFocus()


def test_typing_searches_live_and_makes_one_step_back(window: Window, qtbot: QtBot) -> None:
    window.topbar.focus_search()
    qtbot.keyClicks(window.topbar.search.edit, "5g")
    assert window.stack.shows("search")
    assert page(window).route == Route("search").with_params(q="5g")
    assert window.topbar.search.edit.hasFocus()
    window.stack.step(-1)
    assert window.stack.shows("home")
    assert window.topbar.search.text() == ""


def test_another_language_is_spoken_at_once(window: Window, ctx: Context) -> None:
    before = window.windowTitle()
    ctx.set_language("en")
    assert window.rail.items["sources"].accessibleName() == "Sources"
    assert window.windowTitle() != before
    ctx.go("zone")
    assert "Zhanban" in window.windowTitle()


def test_another_text_size_grows_rail_and_pages(window: Window, ctx: Context) -> None:
    old = page(window)
    ctx.set_scale(1.3)
    assert window.rail.width() == 125
    assert window.topbar.height() == 83
    assert page(window) is not old
    assert window.stack.shows("home")


def test_the_other_theme_repaints_what_is_on_show(window: Window, ctx: Context) -> None:
    def ground() -> str:
        return window.grab().toImage().pixelColor(700, 20).name().upper()

    assert ground() == "#F5F1E7"
    ctx.set_theme("dark")
    assert ground() == "#0B1617"


def test_an_unknown_page_is_told_on_a_page_of_its_own(window: Window) -> None:
    window.go(Route("nowhere"))
    assert page(window).title() == window.ctx.words("faults.missing")
    window.stack.step(-1)
    assert window.stack.shows("home")
    assert page(window).title() == window.ctx.words("window.nav.editions")


def test_every_label_shows_plain_text(window: Window) -> None:
    for name in ("home", "zone", "projects"):
        window.go(Route(name))
        for label in window.findChildren(QLabel):
            assert label.textFormat() == Qt.TextFormat.PlainText
            assert isinstance(label, PlainLabel)


def test_the_way_back_finds_the_place_that_was_scrolled_to(window: Window, ctx: Context) -> None:
    ctx.go(Route.to(ctx.library.entries("edition")[0].id))
    left = page(window)
    assert isinstance(left, ScrollPage)
    QTest.qWait(50)
    bar = left.area.verticalScrollBar()
    bar.setValue(min(300, bar.maximum()))
    left_at = bar.value()
    assert left_at > 0
    ctx.go("home")
    window.stack.step(-1)
    assert page(window).place() == left_at


def test_a_toast_can_be_undone(window: Window, ctx: Context, qtbot: QtBot) -> None:
    undone: list[bool] = []
    ctx.tell("已收藏", lambda: undone.append(True))
    toast = window._toast
    assert toast is not None
    button = toast.findChildren(type(window.topbar.theme).__mro__[1])[0]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert undone == [True]


def test_help_lists_the_keys_and_esc_closes_it(window: Window, qtbot: QtBot) -> None:
    from app.ui.help import KeysSheet

    qtbot.keyClick(window, Qt.Key.Key_F1)
    sheet = window.findChildren(KeysSheet)[0]
    assert sheet.isVisible()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_esc_closes_what_is_open_before_it_goes_back(window: Window, qtbot: QtBot) -> None:
    window.ctx.go("projects")
    seal = next(seal for seal in window.findChildren(Seal) if seal.isVisible())
    seal.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(seal, Qt.Key.Key_Return)
    [popover] = window.findChildren(CitationPopover)
    qtbot.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()
    assert window.stack.shows("projects")
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.stack.shows("home")


def test_no_page_is_made_before_it_is_visited(window: Window) -> None:
    assert window.stack.count() == 1


def test_no_style_sheet_is_set_outside_the_style_module() -> None:
    root = Path(window_module.__file__).parents[1]
    told = subprocess.run(["grep", "-rln", r"setStyleSheet(", "--include=*.py", str(root)],
                          capture_output=True, text=True, check=False)  # fmt: skip
    assert [Path(line).name for line in told.stdout.split()] == ["style.py"]
