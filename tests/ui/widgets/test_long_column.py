"""Long columns: only what is in view is made, arrows walk, the view stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.context import Context
from app.ui.widgets.long_column import ColumnPlan, LongColumn

COUNT = 2000


class _Host(QWidget):
    """A button, the column, a button."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.first, self.last = QPushButton("before"), QPushButton("behind")
        self.column = LongColumn(ctx, "rows")
        self.column.before = self.first
        self.made = 0
        layout = QVBoxLayout(self)
        for part in (self.first, self.column, self.last):
            layout.addWidget(part)

    def height_of(self, place: int, _width: int) -> int:
        return 30 + place % 3 * 10

    def make(self, place: int) -> QWidget:
        self.made += 1
        return QPushButton(str(place))

    def plan(self, count: int = COUNT) -> ColumnPlan:
        return ColumnPlan(count, self.height_of, self.make, range(count))


@pytest.fixture
def host(ctx: Context, qtbot: QtBot) -> _Host:
    made = _Host(ctx)
    qtbot.addWidget(made)
    made.resize(400, 500)
    made.show()
    qtbot.waitExposed(made)
    made.column.show_items(made.plan())
    return made


def test_only_what_is_in_view_is_made(host: _Host) -> None:
    assert host.made < 30
    bar = host.column.verticalScrollBar()
    assert bar.maximum() + host.column.viewport().height() == sum(
        host.height_of(place, 0) for place in range(COUNT)
    )
    bar.setValue(bar.maximum())
    assert COUNT - 1 in host.column.cells
    assert len(host.column.cells) < 30


def test_keys_walk_and_end_is_reached(host: _Host, qtbot: QtBot) -> None:
    host.column.focus_item(0)
    for key, place in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, 0), (Qt.Key.Key_End, COUNT - 1),
                       (Qt.Key.Key_Home, 0)):  # fmt: skip
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert QApplication.focusWidget() is host.column.cells[place]


def test_tab_enters_at_the_current_row_and_leaves_behind_it(host: _Host, qtbot: QtBot) -> None:
    host.column.set_current(3)
    host.first.setFocus()
    qtbot.keyClick(host.first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is host.column.cells[3]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is host.last


def test_what_was_asked_into_view_stays_there_in_another_size(host: _Host) -> None:
    host.column.reveal(700)
    host.resize(360, 320)
    top = host.column.cells[700].mapTo(host.column.viewport(), host.column.rect().topLeft()).y()
    assert 0 <= top < host.column.viewport().height()


def test_more_at_the_end_changes_nothing_in_view(host: _Host) -> None:
    host.column.show_items(host.plan(40))
    bar = host.column.verticalScrollBar()
    bar.setValue(200)
    before = dict(host.column.cells)
    host.column.add_items(host.plan(90))
    assert bar.value() == 200
    assert all(host.column.cells[place] is cell for place, cell in before.items())


def test_the_end_is_told_before_it_is_reached(host: _Host, qtbot: QtBot) -> None:
    host.column.show_items(host.plan(100))
    bar = host.column.verticalScrollBar()
    with qtbot.waitSignal(host.column.ending, timeout=1000):
        bar.setValue(bar.maximum() - 200)


def test_parts_that_can_show_something_else_take_other_places(host: _Host, qtbot: QtBot) -> None:
    told: dict[QWidget, int] = {}

    def renew(place: int, part: QWidget) -> bool:
        assert isinstance(part, QPushButton)
        if (place % 4 == 0) != part.text().startswith("head"):
            return False
        told[part] = place
        return True

    def make(place: int) -> QWidget:
        host.made += 1
        return QPushButton("head" if place % 4 == 0 else "row")

    plan = ColumnPlan(40, host.height_of, make, range(40), renew=renew)
    host.column.show_items(plan)
    made, cells = host.made, dict(host.column.cells)
    host.column.show_items(plan._replace(parts=3))
    assert {cells[place] for place in range(3)} == set(host.column.cells.values())
    assert not any(cells[place].isVisible() for place in cells if place > 2)
    host.column.show_items(plan)
    assert host.made == made
    assert set(host.column.cells.values()) == set(cells.values())
    assert all(cell.isVisible() for cell in host.column.cells.values())
    assert [told[cell] for cell in host.column.cells.values()] == list(host.column.cells)
    tops = [cell.y() for _, cell in sorted(host.column.cells.items())]
    assert tops == sorted(set(tops))
    host.column.set_current(0)
    host.first.setFocus()
    qtbot.keyClick(host.first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is host.column.cells[0]
