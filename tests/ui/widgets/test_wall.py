"""A wall makes only what is in view, and is walked by keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.context import Context
from app.ui.widgets.card import Card
from app.ui.widgets.cover_view import CoverSpec
from app.ui.widgets.wall import Wall, WallPlan

MANY = 10_000
Show = Callable[[QWidget], QWidget]


def height(width: int) -> int:
    return width


def made_wall(ctx: Context, shown: Show, *, featured: bool = False) -> tuple[Wall, list[int]]:
    made: list[int] = []

    def make(index: int) -> QWidget:
        made.append(index)
        return Card(ctx, CoverSpec(f"exhibit/{index}", "ai", 7), f"Card {index}")

    wall = Wall(ctx, "Cards")
    wall.resize(1000, 700)
    shown(wall)
    wall.show_items(MANY, make, WallPlan(200, height, featured=featured))
    return wall, made


def focused(wall: Wall) -> int:
    focus = QApplication.focusWidget()
    return next((index for index, cell in wall.cells.items() if cell is focus), -1)


def test_ten_thousand_cards_cost_what_is_seen(ctx: Context, shown: Show) -> None:
    wall, made = made_wall(ctx, shown)
    assert len(made) <= 20
    assert wall.verticalScrollBar().maximum() > MANY // 4 * 200
    wall.verticalScrollBar().setValue(wall.verticalScrollBar().maximum() // 2)
    assert len(wall.cells) <= 25
    assert any(4000 < index < 6000 for index in wall.cells)


def test_keys_walk_the_wall_and_bring_cards_into_view(
    ctx: Context, shown: Show, qtbot: QtBot
) -> None:
    wall, _ = made_wall(ctx, shown)
    wall.focus_cell(0)
    columns = wall.shape_now.columns
    for key, goal in (
        (Qt.Key.Key_Right, 1), (Qt.Key.Key_Down, 1 + columns), (Qt.Key.Key_Left, columns),
        (Qt.Key.Key_Up, 0), (Qt.Key.Key_End, MANY - 1), (Qt.Key.Key_Home, 0),
    ):  # fmt: skip
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert focused(wall) == goal
        cell = wall.cells[goal]
        assert (
            wall.viewport()
            .rect()
            .intersects(cell.rect().translated(cell.mapTo(wall.viewport(), cell.rect().topLeft())))
        )


def test_tab_enters_the_wall_once(ctx: Context, shown: Show) -> None:
    wall, _ = made_wall(ctx, shown)
    stops = [index for index, cell in wall.cells.items()
             if cell.focusPolicy() & Qt.FocusPolicy.TabFocus]  # fmt: skip
    assert stops == [0]
    wall.focus_cell(3)
    stops = [index for index, cell in wall.cells.items()
             if cell.focusPolicy() & Qt.FocusPolicy.TabFocus]  # fmt: skip
    assert stops == [3]


def test_the_feature_is_left_out_where_it_would_not_fit(ctx: Context, shown: Show) -> None:
    wall, _ = made_wall(ctx, shown, featured=True)
    assert wall.shape_now.featured
    wall.resize(1000, 300)
    assert not wall.shape_now.featured
    first = cast("Card", wall.cells[0])
    assert first.width() == wall.shape_now.cell_width


def test_a_narrower_wall_keeps_what_was_at_the_top(ctx: Context, shown: Show) -> None:
    wall, _ = made_wall(ctx, shown)
    wall.focus_cell(400)
    top = wall.shape_now.shown(*[wall.verticalScrollBar().value()] * 2)[0]
    wall.resize(640, 700)
    now = wall.shape_now.cell(top).top
    assert abs(wall.verticalScrollBar().value() - now) <= wall.shape_now.row_height
