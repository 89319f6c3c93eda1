"""Motion: pages, popovers and hover move where one wants it, and leave nothing behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractAnimation, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.settings import Settings
from app.store.library import Library
from app.ui.context import Context
from app.ui.widgets.afterglow import Afterglow
from app.ui.widgets.citation import CitationPopover
from app.ui.widgets.ghost import Ghost
from app.ui.widgets.popover import Popover
from app.ui.window import Window
from tests.ui.conftest import Show


@pytest.fixture
def moving(qapp: QApplication, library: Library) -> Iterator[Context]:
    """A context with motion."""
    made = Context(library, Settings())
    made.dress()
    yield made
    made.covers.close()


@pytest.fixture
def lively(moving: Context, shown: Show) -> Window:
    """A window with motion, at home."""
    made = Window(moving)
    made.resize(1280, 800)
    moving.go("home")
    shown(made)
    return made


def ghosts(root: QWidget) -> list[Ghost]:
    found = [one for one in root.findChildren(Ghost) if one.isVisible()]
    return [one for one in found if type(one) is Ghost]  # not what the pointer leaves behind


def running(root: QWidget) -> list[QAbstractAnimation]:
    """What still moves; charts and glides are included."""
    return [one for one in root.findChildren(QAbstractAnimation)
            if one.state() == QAbstractAnimation.State.Running]  # fmt: skip


def test_the_first_page_is_there_at_once(lively: Window) -> None:
    assert not ghosts(lively)


def test_another_page_slides_in_and_leaves_nothing_behind(lively: Window, qtbot: QtBot) -> None:
    lively.ctx.go("zone")
    assert len(ghosts(lively.stack)) == 1
    assert lively.stack.shows("zone")
    qtbot.waitUntil(lambda: not ghosts(lively), timeout=3000)
    qtbot.waitUntil(lambda: not running(lively.stack), timeout=3000)


def test_two_pages_quickly_show_only_the_last(lively: Window) -> None:
    lively.ctx.go("zone")
    lively.ctx.go("projects")
    assert len(ghosts(lively.stack)) == 1


def test_whoever_acts_sees_the_page_at_once(lively: Window, qtbot: QtBot) -> None:
    lively.ctx.go("zone")
    assert ghosts(lively.stack)
    QTest.keyClick(lively.windowHandle(), Qt.Key.Key_Tab)
    assert not ghosts(lively.stack)


def test_other_filters_of_the_same_page_do_not_move(lively: Window, qtbot: QtBot) -> None:
    lively.ctx.go("zone")
    qtbot.waitUntil(lambda: not ghosts(lively), timeout=3000)
    lively.ctx.go("zone?category=ai")
    assert not ghosts(lively.stack)


def test_typing_in_the_search_box_does_not_move_with_every_letter(
    lively: Window, qtbot: QtBot
) -> None:
    lively.topbar.focus_search()
    qtbot.keyClicks(lively.topbar.search.edit, "ab")
    qtbot.waitUntil(lambda: not ghosts(lively), timeout=3000)
    qtbot.keyClicks(lively.topbar.search.edit, "c")
    assert not ghosts(lively.stack)


def test_with_reduced_motion_nothing_moves(window: Window) -> None:
    window.ctx.go("zone")
    assert not ghosts(window)
    button = window.rail.items["zone"]
    QApplication.sendEvent(button, QEnterEvent(QPointF(2, 2), QPointF(2, 2), QPointF(2, 2)))
    assert not ghosts(window)


def test_a_popover_comes_and_goes_softly(lively: Window, qtbot: QtBot) -> None:
    ctx = lively.ctx
    opener = lively.topbar.search
    popover = CitationPopover(ctx, ctx.library.citations("edition/2024"), opener)
    popover.open_at(opener)
    effect = popover.graphicsEffect()
    assert effect is not None
    assert effect.isEnabled()
    qtbot.waitUntil(lambda: not effect.isEnabled(), timeout=3000)
    popover.close_now()
    assert not [one for one in lively.findChildren(Popover) if one.isVisible()]
    assert ghosts(lively)
    qtbot.waitUntil(lambda: not ghosts(lively), timeout=3000)


def test_hover_fades_and_ends(lively: Window, qtbot: QtBot) -> None:
    button = lively.rail.items["zone"]
    Afterglow._pointer.setX(-77)  # the pointer has moved since
    QApplication.sendEvent(button, QEnterEvent(QPointF(2, 2), QPointF(2, 2), QPointF(2, 2)))
    assert button.hovered
    assert len(button.findChildren(Afterglow)) == 1
    qtbot.waitUntil(lambda: not running(button), timeout=3000)


def test_what_scrolls_by_under_a_resting_pointer_does_not_glow(lively: Window) -> None:
    buttons = [lively.rail.items["zone"], lively.rail.items["plan"]]
    at = QEnterEvent(QPointF(2, 2), QPointF(2, 2), QPointF(2, 2))
    for button in buttons:
        QApplication.sendEvent(button, at)
    assert not buttons[-1].findChildren(Afterglow)
