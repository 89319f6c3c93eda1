"""Parts stand side by side, and below each other where there is no room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.ui.context import Context
from app.ui.widgets.columns import Columns, Share
from app.ui.widgets.label import PlainLabel


def made(ctx: Context) -> tuple[Columns, QWidget, QWidget]:
    left, right = PlainLabel(ctx, "左" * 200), PlainLabel(ctx, "右")
    return Columns(ctx, [Share(left), Share(right, width=240)], gap=40, least=800), left, right


def test_a_fixed_part_keeps_its_width(ctx: Context, shown: Callable[[QWidget], QWidget]) -> None:
    columns, left, right = made(ctx)
    columns.resize(1000, 400)
    shown(columns)
    assert (right.x(), right.width()) == (760, 240)
    assert left.width() == 720


def test_narrow_parts_stand_below_each_other(
    ctx: Context, shown: Callable[[QWidget], QWidget]
) -> None:
    columns, left, right = made(ctx)
    columns.resize(700, 400)
    shown(columns)
    assert right.y() >= left.height()
    assert columns.heightForWidth(700) > columns.heightForWidth(1000)
