"""Squares and shares never claim more than 超 allows."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.ui.charts.data import ShareData, UnitData
from app.ui.charts.share_bar import ShareBar
from app.ui.charts.unit_chart import UnitChart
from app.ui.context import Context

UNITS = UnitData("50 个项目", total=50, certain=40, fading=3)


def shown_units(qtbot: QtBot, ctx: Context) -> UnitChart:
    chart = UnitChart(ctx)
    qtbot.addWidget(chart)
    chart.set_data(UNITS)
    chart.resize(chart.sizeHint())
    return chart


def test_forty_squares_are_filled_three_fade_and_seven_are_empty(
    qtbot: QtBot, plain: Context
) -> None:
    picture = shown_units(qtbot, plain).grab().toImage()
    river = plain.theme.color("river").name()
    kinds = []
    for number in range(50):
        row, column = divmod(number, 10)
        inside = {picture.pixelColor(column * 44 + 18, row * 44 + y).name() for y in range(6, 30)}
        kinds.append("full" if inside == {river} else "empty" if len(inside) == 1 else "fading")
    assert kinds == ["full"] * 40 + ["fading"] * 3 + ["empty"] * 7


def test_the_table_of_squares_says_at_least_and_at_most(qtbot: QtBot, plain: Context) -> None:
    chart = shown_units(qtbot, plain)
    assert chart.rows()[1:] == (("确有", "≥ 40"), ("其余", "≤ 10"))
    assert chart.spoken() == "50 个项目：确有 ≥ 40，其余 ≤ 10"


def test_squares_shrink_into_a_narrow_page(qtbot: QtBot, plain: Context) -> None:
    chart = shown_units(qtbot, plain)
    chart.resize(216, 106)
    picture = chart.grab().toImage()
    assert picture.pixelColor(9 * 22 + 9, 9) == plain.theme.color("river")


def test_the_part_is_as_long_as_its_share(qtbot: QtBot, plain: Context) -> None:
    bar = ShareBar(plain)
    qtbot.addWidget(bar)
    bar.set_data(ShareData("总投资", 0.9, "数字产业项目　超 90%"))
    bar.resize(440, 34)
    picture = bar.grab().toImage()
    assert picture.pixelColor(390, 5) == plain.theme.color("river")
    assert picture.pixelColor(402, 17) != plain.theme.color("river")
    assert picture.pixelColor(439, 17) == plain.theme.color("river")
    assert bar.rows()[1] == ("数字产业项目　超 90%", "90%")


def test_words_that_do_not_fit_into_the_part_stand_beside_it(qtbot: QtBot, plain: Context) -> None:
    bar = ShareBar(plain)
    qtbot.addWidget(bar)
    bar.set_data(ShareData("", 0.1, "福州市数字产业项目"))
    bar.resize(440, 34)
    picture = bar.grab().toImage()
    part = {picture.pixelColor(x, 17).name() for x in range(2, 42)}
    beside = {picture.pixelColor(x, 17).name() for x in range(52, 160)}
    assert part == {plain.theme.color("river").name()}
    assert len(beside) > 3
