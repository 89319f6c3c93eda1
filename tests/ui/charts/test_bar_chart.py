"""Bars of different counting scopes never share a fill, and what is unknown says so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from app.ui.charts.bar_chart import BarChart
from app.ui.charts.data import Bar, BarData, BarGroup
from app.ui.context import Context

DATA = BarData(
    "历届签约规模",
    "亿元",
    (
        BarGroup("首届", "2018", (Bar("b1", 3600, "3,600", "hollow"),)),
        BarGroup("第二届", "2019", (Bar("b2", 2362, "2,362", "hollow"), Bar("b3", 587, "587"))),
        BarGroup("第四届", "2021", (Bar("b4", 720, "超 720", "hatched", "above"),)),
        BarGroup("第五届", "2022"),
    ),
    {"solid": "全省集中签约", "hollow": "签约或对接总数", "hatched": "福州市集中签约"},
)


@pytest.fixture
def chart(qtbot: QtBot, plain: Context) -> BarChart:
    made = BarChart(plain)
    qtbot.addWidget(made)
    made.set_data(DATA)
    made.resize(840, 244)
    made.show()
    qtbot.waitExposed(made)
    return made


def colours_in(chart: BarChart, bar_id: str) -> list[QColor]:
    """The colours down the middle of a bar, from below its label to above the base."""
    picture, box = chart.grab().toImage(), chart.point_box(bar_id)
    x, top = round(box.center().x()), round(box.top()) + 34
    return [picture.pixelColor(x, y) for y in range(top + 2, round(box.bottom()) - 3)]


def test_each_scope_has_its_fill(chart: BarChart, plain: Context) -> None:
    theme = plain.theme
    assert set(map(QColor.name, colours_in(chart, "b3"))) == {theme.color("river").name()}
    ground = chart.grab().toImage().pixelColor(1, 1).name()
    assert ground in set(map(QColor.name, colours_in(chart, "b1")))
    hatched = set(map(QColor.name, colours_in(chart, "b4")))
    assert theme.color("goldTint").name() in hatched
    assert len(hatched) > 1


def test_heights_are_true_to_the_numbers(chart: BarChart) -> None:
    high, low = chart.point_box("b1"), chart.point_box("b3")
    assert (high.height() - 32) / (low.height() - 32) == pytest.approx(3600 / 587, rel=0.03)


def test_bars_of_one_edition_stand_side_by_side(chart: BarChart) -> None:
    left, right = chart.point_box("b2"), chart.point_box("b3")
    assert left.right() <= right.left()


def test_an_edition_without_a_number_is_shown_and_read_as_not_in_the_sources(
    qtbot: QtBot, chart: BarChart
) -> None:
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.spoken() == "历届签约规模：第五届，2022，资料未载"
    assert chart.rows()[-1] == ("第五届", "2022", "", "资料未载")


def test_every_bar_is_read_with_its_scope(qtbot: QtBot, chart: BarChart) -> None:
    for _ in range(3):
        qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.spoken() == "历届签约规模：第四届，2021，超 720 亿元，福州市集中签约"


def test_the_table_keeps_scopes_apart(chart: BarChart) -> None:
    head, first, *_ = chart.rows()
    assert head == ("届次", "年份", "口径", "数值 (亿元)")
    assert first == ("首届", "2018", "签约或对接总数", "3,600")
    assert len(chart.rows()) == 6


def test_a_bar_can_be_pressed(qtbot: QtBot, chart: BarChart) -> None:
    spot = chart.point_box("b2").center().toPoint()
    with qtbot.waitSignal(chart.picked) as told:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=spot)
    assert told.args == ["b2"]


def test_in_english_the_chart_speaks_english(qtbot: QtBot, english: Context) -> None:
    chart = BarChart(english)
    qtbot.addWidget(chart)
    chart.set_data(BarData("Deals", "CNY bn", (BarGroup("5th", "2022"),)))
    assert chart.spoken() == "Deals: 5th, 2022, Not in the sources"


def test_labels_of_crowded_bars_do_not_lie_on_each_other(plain: Context) -> None:
    bars = tuple(
        Bar(f"bar-{number}", value, label, scope)
        for number, (value, label, scope) in enumerate(
            [(3357.0, "3,357", "dotted"), (581.0, "581", "solid"), (387.0, "386.65", "hatched")]
        )
    )
    chart = BarChart(plain)
    groups = tuple(BarGroup(f"第{n}届", "", bars) for n in range(9))
    chart.set_data(BarData("签约", "亿元", groups))
    size = QSizeF(784, 244)
    boxes = []
    for placed in chart._layout(size).placed:
        assert placed.bar is not None
        width = chart._label_width(placed.bar, placed.font)
        boxes.append(QRectF(placed.label_at.x(), placed.label_at.y() - 8, width, 16))
    assert not any(
        one.intersects(other) for number, one in enumerate(boxes) for other in boxes[:number]
    )


@pytest.mark.parametrize("wide", [700, 784, 1100])
def test_a_label_between_two_higher_bars_lies_on_neither(plain: Context, wide: int) -> None:
    values = [(3316.0, "3,316", "hollow"), (4392.0, "4,392", "dotted"), (1100.0, "1,100", "solid")]
    bars = tuple(Bar(f"b{at}", *told) for at, told in enumerate(values))
    chart = BarChart(plain)
    groups = tuple(BarGroup(f"第{n}届", "", bars) for n in range(9))
    chart.set_data(BarData("签约", "亿元", groups))
    placed = chart._layout(QSizeF(wide, 244)).placed
    for one in placed:
        assert one.bar is not None
        width = chart._label_width(one.bar, one.font)
        label = QRectF(one.label_at.x(), one.label_at.y() - 4, width, 8)
        assert not any(label.adjusted(2, 0, -2, 0).intersects(other.box) for other in placed)
