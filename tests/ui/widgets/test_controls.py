"""Buttons, chips, segments, filters, rows: by mouse and by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.context import Context
from app.ui.widgets.button import Button
from app.ui.widgets.checks import CheckRow, EditionBoxes
from app.ui.widgets.chip import Chip
from app.ui.widgets.entry_row import EntryRow, RowText
from app.ui.widgets.popover import Popover
from app.ui.widgets.pressable import FocusRing
from app.ui.widgets.search_box import SearchBox
from app.ui.widgets.segment import Segment
from app.ui.widgets.select_box import SelectBox
from tests.ui.conftest import Show


@pytest.fixture
def window(shown: Show) -> QWidget:
    """An empty window to put widgets in."""
    made = QWidget()
    QVBoxLayout(made)
    made.resize(640, 480)
    return shown(made)


def put(window: QWidget, *widgets: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
        widget.show()
    layout.activate()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_keys(
    ctx: Context, qtbot: QtBot, window: QWidget, key: Qt.Key
) -> None:
    button = Button(ctx, "进入", "primary")
    put(window, button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_a_button_is_as_high_as_the_design_says_and_grows(ctx: Context, window: QWidget) -> None:
    button = Button(ctx, "进入")
    put(window, button)
    assert button.sizeHint().height() == 40
    narrow = button.sizeHint().width()
    ctx.set_scale(1.5)
    assert button.sizeHint().height() == 60
    assert button.sizeHint().width() > narrow


def test_the_ring_is_shown_for_keys_and_not_for_the_mouse(
    ctx: Context, qtbot: QtBot, window: QWidget
) -> None:
    one, other = Button(ctx, "一"), Button(ctx, "二")
    put(window, one, other)
    qtbot.mouseClick(one, Qt.MouseButton.LeftButton)
    assert not window.findChildren(FocusRing)
    other.setFocus(Qt.FocusReason.TabFocusReason)
    [ring] = window.findChildren(FocusRing)
    assert ring.geometry().contains(other.geometry())
    one.setFocus(Qt.FocusReason.BacktabFocusReason)
    shown = [ring for ring in window.findChildren(FocusRing) if ring.isVisible()]
    assert len(shown) == 1


def test_a_chip_that_finds_nothing_cannot_be_pressed(ctx: Context, window: QWidget) -> None:
    chip = Chip(ctx, "第八届", 0)
    put(window, chip)
    assert not chip.isEnabled()
    assert chip.accessibleName() == "第八届 0"
    chip.set_words("第八届", 4)
    assert chip.isEnabled()


def test_arrows_walk_through_a_segment(ctx: Context, qtbot: QtBot, window: QWidget) -> None:
    segment = Segment(ctx, "语言", [("a", "简"), ("b", "繁"), ("c", "EN")], "a")
    put(window, segment)
    with qtbot.waitSignal(segment.chosen) as told:
        qtbot.keyClick(segment.cells[0], Qt.Key.Key_Right)
    assert told.args == ["b"]
    assert segment.current() == "b"
    qtbot.keyClick(segment.cells[1], Qt.Key.Key_Left)
    assert segment.current() == "a"


def test_a_filter_is_chosen_from_its_popover(ctx: Context, qtbot: QtBot, window: QWidget) -> None:
    box = SelectBox(ctx, "届次", [("", "全部"), ("7", "第七届"), ("8", "第八届")])
    put(window, box)
    assert not box.is_narrowing
    box.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    [popover] = window.findChildren(Popover)
    with qtbot.waitSignal(box.chosen) as told:
        focused = window.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Down)
        focused = window.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert told.args == ["7"]
    assert not popover.isVisible()
    assert box.is_narrowing
    assert box.accessibleName() == "届次 第七届"


def test_many_choices_scroll(ctx: Context, window: QWidget) -> None:
    box = SelectBox(ctx, "届次", [(str(n), f"第{n}届") for n in range(40)])
    put(window, box)
    box.click()
    [popover] = window.findChildren(Popover)
    assert window.rect().contains(popover.geometry())
    popover.close_now()


def test_a_press_elsewhere_closes_a_popover(ctx: Context, qtbot: QtBot, window: QWidget) -> None:
    box, other = SelectBox(ctx, "届次", [("", "全部")]), Button(ctx, "别处")
    put(window, other, box)
    box.click()
    [popover] = window.findChildren(Popover)
    qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    assert not popover.isVisible()


def test_check_rows_and_edition_boxes_tell_what_is_chosen(
    ctx: Context, qtbot: QtBot, window: QWidget
) -> None:
    row = CheckRow(ctx, "人工智能", 4, category="ai")
    boxes = EditionBoxes(ctx, [("e6", "6", "第六届"), ("e7", "7", "第七届"), ("e8", "8", "第八届")])
    put(window, row, boxes)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert row.isChecked()
    boxes.set_state({"e6": 3, "e7": 2}, ())
    assert not boxes.boxes["e8"].isEnabled()
    with qtbot.waitSignal(boxes.changed):
        qtbot.mouseClick(boxes.boxes["e7"], Qt.MouseButton.LeftButton)
    assert boxes.chosen() == ("e7",)


def test_up_and_down_walk_through_rows(ctx: Context, qtbot: QtBot, window: QWidget) -> None:
    rows = [EntryRow(ctx, RowText(f"第 {n} 条", "附注")) for n in range(3)]
    put(window, *rows)
    rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert window.focusWidget() is rows[1]
    qtbot.keyClick(rows[1], Qt.Key.Key_Up)
    assert window.focusWidget() is rows[0]


def test_the_search_box_tells_what_is_typed_and_steps(
    ctx: Context, qtbot: QtBot, window: QWidget
) -> None:
    box = SearchBox(ctx, "搜索", "Ctrl K", "清除")
    put(window, box)
    heard: list[str] = []
    steps: list[int] = []
    box.typed.connect(heard.append)
    box.stepped.connect(steps.append)
    qtbot.keyClicks(box.edit, "yyz")
    qtbot.keyClick(box.edit, Qt.Key.Key_Down)
    qtbot.keyClick(box.edit, Qt.Key.Key_Escape)
    assert heard == ["y", "yy", "yyz", ""]
    assert steps == [1]
    box.set_text("5G")
    assert heard[-1] == ""
