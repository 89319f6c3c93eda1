"""A wall makes the next cards in idle moments, never more than a view to each side."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.context import Context
from app.ui.widgets.card import Card
from app.ui.widgets.cover_view import CoverSpec
from app.ui.widgets.wall import Wall, WallPlan

MANY = 10_000
Show = Callable[[QWidget], QWidget]


def filled(ctx: Context, shown: Show, least: int = 200) -> tuple[Wall, list[int]]:
    made: list[int] = []

    def make(index: int) -> QWidget:
        made.append(index)
        return Card(ctx, CoverSpec(f"exhibit/{index}", "ai", 7), f"Card {index}", "AI", "2024")

    wall = Wall(ctx, "Cards")
    wall.resize(1000, 700)
    shown(wall)
    wall.show_items(MANY, make, WallPlan(least, lambda width: min(width, 240)))
    return wall, made


def looks(widget: QWidget) -> QImage:
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    widget.render(painter, QPoint(), QRegion(widget.rect()))
    painter.end()
    return image


def test_the_next_cards_are_there_before_they_are_seen(
    ctx: Context, shown: Show, qtbot: QtBot
) -> None:
    wall, made = filled(ctx, shown)
    seen = len(wall.cells)
    qtbot.waitUntil(lambda: len(made) >= 2 * seen)
    before = list(made)
    wall.verticalScrollBar().setValue(240)
    assert made == before  # nothing had to be made for the row that came in
    assert len(wall.cells) > 0
    assert all(cell.isVisible() for cell in wall.cells.values())


def test_going_back_and_forth_makes_nothing_anew(ctx: Context, shown: Show, qtbot: QtBot) -> None:
    wall, made = filled(ctx, shown)
    bar = wall.verticalScrollBar()
    for value in (600, 0, 600, 0):
        bar.setValue(value)
    qtbot.wait(100)
    assert len(made) == len(set(made))


def test_what_is_held_is_bounded_however_far_one_goes(
    ctx: Context, shown: Show, qtbot: QtBot
) -> None:
    wall, _ = filled(ctx, shown)
    for value in range(0, 30_000, 450):
        wall.verticalScrollBar().setValue(value)
        qtbot.wait(12)
    qtbot.waitUntil(lambda: len(wall.findChildren(Card)) <= 4 * len(wall.cells))


def test_rows_which_number_their_seals_are_not_made_ahead(
    ctx: Context, shown: Show, qtbot: QtBot
) -> None:
    wall, made = filled(ctx, shown, least=0)
    qtbot.wait(100)
    assert sorted(made) == sorted(wall.cells)


def test_a_kept_look_is_the_look(ctx: Context, shown: Show, qtbot: QtBot) -> None:
    wall, _ = filled(ctx, shown)
    card = wall.cells[1]
    assert isinstance(card, Card)
    qtbot.waitUntil(lambda: not card.slot.is_waiting)
    kept = looks(wall)
    for one in wall.findChildren(Card):
        one.on_paper = False
    assert looks(wall) == kept
    for one in wall.findChildren(Card):
        one.on_paper = True
    ctx.set_theme("dark")
    night = looks(wall)
    assert night != kept
    for one in wall.findChildren(Card):
        one.on_paper = False
    assert looks(wall) == night
