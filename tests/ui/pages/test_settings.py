"""Settings: every change at once, content built again, records cleared and brought back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.base import paths
from app.store.library import Library
from app.store.visits import Visits
from app.ui.context import Context
from app.ui.pages.settings import SettingsPage
from app.ui.parts.confirm import ConfirmSheet
from app.ui.parts.licences import LICENCES, LicenceSheet, licence_text
from app.ui.parts.settings_content import ContentPanel
from app.ui.parts.settings_look import LookSettings
from app.ui.parts.settings_visitor import VisitorPanel
from app.ui.widgets.button import Button
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.notes import Toast
from app.ui.window import Window


@pytest.fixture
def visits(ctx: Context, tmp_path: Path) -> Iterator[Visits]:
    """A visitor file with two favourites and two searches."""
    opened = Visits.open(tmp_path / "visits.sqlite")
    opened.keep("edition/2024", "看过")
    opened.keep("edition/2023")
    opened.remember_search("5G")
    opened.remember_search("榕医通")
    ctx.set_visits(opened)
    yield opened
    opened.close()


def settings(window: Window) -> tuple[LookSettings, ContentPanel, VisitorPanel]:
    if not window.stack.shows("settings"):
        window.ctx.go("settings")
    page = window.stack.page
    assert isinstance(page, SettingsPage)
    assert page.look is not None
    assert page.pack is not None
    assert page.visitor is not None
    return page.look, page.pack, page.visitor


def said(window: Window) -> list[str]:
    page = window.stack.page
    assert page is not None
    return [label.accessibleName() for label in page.findChildren(PlainLabel)]


def undo(window: Window, qtbot: QtBot) -> None:
    toast = [one for one in window.findChildren(Toast) if one.isVisible()][-1]
    (button,) = toast.findChildren(Button)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_language_and_colours_change_at_once(window: Window, qtbot: QtBot) -> None:
    look, _, _ = settings(window)
    qtbot.mouseClick(look.language.cells[2], Qt.MouseButton.LeftButton)
    assert window.ctx.language == "en"
    assert "Settings" in window.windowTitle()
    look, _, _ = settings(window)
    qtbot.mouseClick(look.theme.cells[1], Qt.MouseButton.LeftButton)
    assert window.ctx.theme.is_dark
    window.ctx.set_theme("light")
    assert look.theme.current() == "light"


def test_the_text_grows_and_the_focus_stays(window: Window, qtbot: QtBot) -> None:
    look, _, _ = settings(window)
    before = look.sample.height()
    cell = look.text_size.cells[3]
    cell.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(cell, Qt.Key.Key_Space)
    assert window.ctx.settings.scale == 1.3
    look, _, _ = settings(window)
    assert look.text_size.current() == "1.3"
    assert QApplication.focusWidget() is look.text_size.cells[3]
    assert look.sample.sizeHint().height() > before


def test_the_program_can_be_told_to_open_as_a_totem(window: Window, qtbot: QtBot) -> None:
    look, _, _ = settings(window)
    assert not look.totem.isChecked()
    with qtbot.waitSignal(window.ctx.settings_changed):
        qtbot.mouseClick(look.totem, Qt.MouseButton.LeftButton)
    assert window.ctx.settings.totem


def test_motion_is_reduced_from_the_next_movement_on(window: Window, qtbot: QtBot) -> None:
    look, _, _ = settings(window)
    assert look.motion.isChecked()
    qtbot.mouseClick(look.motion, Qt.MouseButton.LeftButton)
    assert not window.ctx.settings.reduced_motion
    assert window.ctx.theme.duration("page") > 0
    qtbot.keyClick(look.motion, Qt.Key.Key_Return)
    assert window.ctx.theme.duration("page") == 0


def test_the_pack_in_use_is_told(window: Window) -> None:
    settings(window)
    told = "\n".join(said(window))
    pack, path = window.ctx.library.pack, window.ctx.library.path
    for word in (pack.title.zh_hans, pack.version, pack.id, pack.digest, str(path.parent)):
        assert word in told
    assert f"{pack.counts['exhibit']:,}" in told


def test_content_is_built_again_and_every_page_takes_it(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    ctx = window.ctx
    for name in (ctx.library.path, ctx.library.path.with_suffix(".json")):
        shutil.copy(name, tmp_path)
    before = Library.open(tmp_path / ctx.library.path.name)
    ctx.set_library(before)
    made = before.path.stat().st_ino
    _, pack, _ = settings(window)
    qtbot.mouseClick(pack.rebuild, Qt.MouseButton.LeftButton)
    assert pack.gauge.isVisible()
    qtbot.waitUntil(lambda: ctx.library is not before, timeout=60_000)
    assert ctx.library.path == before.path
    assert ctx.library.path.stat().st_ino != made
    assert ctx.library.pack.digest == before.pack.digest
    assert not (tmp_path / "rebuilt").exists()
    settings(window)
    ctx.library.close()


def test_a_rebuild_that_fails_says_why_and_keeps_the_content(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    ctx = window.ctx
    shutil.copy(ctx.library.path, tmp_path)
    (tmp_path / "rebuilt").write_text("in the way")
    ctx.set_library(Library.open(tmp_path / ctx.library.path.name))
    before = ctx.library
    _, pack, _ = settings(window)
    qtbot.mouseClick(pack.rebuild, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not pack.is_working(), timeout=60_000)
    assert pack.rebuild.isEnabled()
    assert str(tmp_path) in pack.told.accessibleName()
    assert ctx.library is before
    assert before.entries("edition")
    before.close()


def test_favourites_are_cleared_after_a_question_and_come_back(
    window: Window, qtbot: QtBot, visits: Visits
) -> None:
    _, _, visitor = settings(window)
    kept = visits.favourites()
    qtbot.mouseClick(visitor.clear["favourites"], Qt.MouseButton.LeftButton)
    (sheet,) = window.findChildren(ConfirmSheet)
    assert sheet.keep.hasFocus()
    qtbot.mouseClick(sheet.verb, Qt.MouseButton.LeftButton)
    assert not visits.favourites()
    assert not visitor.clear["favourites"].isEnabled()
    undo(window, qtbot)
    assert visits.favourites() == kept
    assert visitor.clear["favourites"].isEnabled()


def test_keeping_them_changes_nothing(window: Window, qtbot: QtBot, visits: Visits) -> None:
    _, _, visitor = settings(window)
    qtbot.mouseClick(visitor.clear["favourites"], Qt.MouseButton.LeftButton)
    (sheet,) = window.findChildren(ConfirmSheet)
    qtbot.keyClick(sheet.keep, Qt.Key.Key_Return)
    assert len(visits.favourites()) == 2


def test_searches_are_forgotten_and_come_back_in_order(
    window: Window, qtbot: QtBot, visits: Visits
) -> None:
    _, _, visitor = settings(window)
    qtbot.mouseClick(visitor.clear["searches"], Qt.MouseButton.LeftButton)
    (sheet,) = window.findChildren(ConfirmSheet)
    qtbot.mouseClick(sheet.verb, Qt.MouseButton.LeftButton)
    assert visits.searches() == ()
    undo(window, qtbot)
    assert visits.searches() == ("榕医通", "5G")


def test_without_a_visitor_file_the_page_says_so(window: Window) -> None:
    _, _, visitor = settings(window)
    assert not visitor.clear
    assert window.ctx.words("favourites.closed.reason") in said(window)


def test_every_licence_can_be_read_in_full(window: Window, qtbot: QtBot) -> None:
    page = window.stack.page
    settings(window)
    page = window.stack.page
    assert isinstance(page, SettingsPage)
    assert page.licences is not None
    assert (paths.resources().parent / "LICENSE").read_text("utf-8").strip() == licence_text(
        "zhanban"
    )
    for key, word in (("zhanban", "MIT License"), ("qt", "LESSER GENERAL PUBLIC LICENSE"),
                      ("fonts", "SIL OPEN FONT LICENSE"), ("content", "Attribution 4.0"),
                      ("others", "SQLite")):  # fmt: skip
        qtbot.mouseClick(page.licences.links[key], Qt.MouseButton.LeftButton)
        (sheet,) = (one for one in window.findChildren(LicenceSheet) if one.isVisible())
        assert word in sheet.text.toPlainText()
        assert sheet.text.isReadOnly()
        qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert set(page.licences.links) == set(LICENCES)
