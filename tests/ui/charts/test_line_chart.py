"""A line chart says of each value what its source says, to eyes, keys and tables alike."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.base.errors import AppError
from app.ui.charts.data import LineData, LinePoint
from app.ui.charts.line_chart import LineChart
from app.ui.charts.line_layout import LineLayout
from app.ui.context import Context

DATA = LineData(
    "福州数字经济规模",
    "亿元",
    (
        LinePoint("f18", 2018, 2800, "2,800", seal_texts=("源1",)),
        LinePoint("f20", 2020.6, 4600, "达 4,600", span=(2020, 2021.2), seal_texts=("源3",)),
        LinePoint("f22", 2022, 6100, "超 6,100", "above", seal_texts=("源1",)),
        LinePoint("f23", 2023, 7100, "7,100", seal_texts=("源2",)),
        LinePoint("f25", 2025, 8300, "力争突破 8,300", "above", is_target=True),
    ),
    2018,
    2025,
    missing=(2019,),
)
SIZE = QSizeF(1184, 535)


@pytest.fixture
def chart(qtbot: QtBot, plain: Context) -> LineChart:
    made = LineChart(plain)
    qtbot.addWidget(made)
    made.set_data(DATA)
    made.resize(1184, 535)
    made.show()
    qtbot.waitExposed(made)
    return made


def layout(chart: LineChart, data: LineData = DATA) -> LineLayout:
    return LineLayout(data, chart.letters, SIZE)


def test_points_stand_where_the_design_has_them(chart: LineChart) -> None:
    made = layout(chart)
    assert made.ticks == [0, 2000, 4000, 6000, 8000]
    assert made.centre(DATA.points[0]).x() == pytest.approx(166, abs=1)
    assert made.centre(DATA.points[4]).toPoint() == QPoint(1086, 70)


def test_labels_never_lie_on_each_other_nor_outside(chart: LineChart) -> None:
    crowded = tuple(
        LinePoint(f"p{step}", 2020 + step / 10, 5000 + step, "约 5,000 万", seal_texts=("源1",))
        for step in range(4)
    )
    data = LineData("", "", crowded, 2018, 2025)
    boxes = [one.label_box.adjusted(0, 1, 0, -1) for one in layout(chart, data).placed]
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)
    for one in layout(chart).placed:
        assert one.label_box.left() >= 0
        assert one.label_box.right() <= SIZE.width()
        assert one.label_box.top() >= 0


@pytest.mark.parametrize("wide", [480, 520, 740, 1184])
def test_a_label_lies_on_no_word_of_the_axis_and_beside_its_own_mark(
    chart: LineChart, wide: int
) -> None:
    made = LineLayout(DATA, chart.letters, QSizeF(wide, 480))
    ticks = [made.tick_at(chart.letters, value) for value in made.ticks]
    for one in made.placed:
        assert not any(one.label_box.contains(end - QPointF(2, 0)) for end in ticks)
        gaps = {point.id: gap(one.label_box, made.centre(point)) for point in DATA.points}
        assert gaps[one.point.id] * 0.6 <= min(gaps.values())


def gap(box: QRectF, point: QPointF) -> float:
    """From a box to a point."""
    across = max(box.left() - point.x(), 0, point.x() - box.right())
    down = max(box.top() - point.y(), 0, point.y() - box.bottom())
    return math.hypot(across, down)


def test_marks_are_painted_in_what_they_say(chart: LineChart, plain: Context) -> None:
    made, theme = layout(chart), plain.theme
    picture = chart.grab().toImage()
    reported, target = made.centre(DATA.points[3]), made.centre(DATA.points[4])
    assert picture.pixelColor(reported.toPoint()) == theme.color("river")
    assert picture.pixelColor(target.toPoint()) == theme.color("paper")
    ring = (target + QPointF(10, 0)).toPoint()
    assert abs(picture.pixelColor(ring).hue() - theme.color("gold").hue()) < 8
    caret = (made.centre(DATA.points[2]) - QPointF(0, 24)).toPoint()
    assert picture.pixelColor(caret).lightness() < 120
    whisker = QPointF(made.x.at(2020), made.centre(DATA.points[1]).y()).toPoint()
    assert picture.pixelColor(whisker).lightness() < 140


def test_arrows_walk_from_point_to_point_and_each_is_read_out(
    qtbot: QtBot, chart: LineChart
) -> None:
    assert chart.accessibleName() == "福州数字经济规模：2018，2,800 亿元，报道值"
    visited = []
    chart.focused.connect(visited.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Home):
        qtbot.keyClick(chart, key)
    assert visited == ["f20", "f25", "f18"]
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.spoken() == "福州数字经济规模：2020–2021，达 4,600 亿元，报道值，年份未写明"


def test_enter_and_a_press_pick_a_point(qtbot: QtBot, chart: LineChart) -> None:
    with qtbot.waitSignal(chart.picked) as told:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert told.args == ["f18"]
    spot = layout(chart).centre(DATA.points[3]).toPoint()
    with qtbot.waitSignal(chart.picked) as told:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=spot)
    assert told.args == ["f23"]


def test_the_keyboard_s_place_is_ringed(chart: LineChart, plain: Context) -> None:
    chart.clearFocus()
    before = chart.grab().toImage()
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert chart.grab().toImage() != before


def test_seals_of_the_page_stand_behind_their_labels_and_go_with_their_data(
    qtbot: QtBot, chart: LineChart
) -> None:
    seal = QPushButton("源2")
    chart.set_data(DATA, {"f23": [seal]})
    one = layout(chart).placed[3]
    assert seal.parent() is chart
    assert seal.isVisible()
    assert seal.geometry().left() >= one.label_at.x() + 50
    assert abs(seal.geometry().center().y() - one.seals_at.y()) <= 1.5
    with qtbot.waitSignal(seal.destroyed):
        chart.set_data(DATA)


def test_the_table_tells_values_as_they_were_told_and_years_without_any(chart: LineChart) -> None:
    assert chart.rows() == (
        ("年份", "数值 (亿元)", "性质"),
        ("2018", "2,800", "报道值"),
        ("2019", "资料未载", ""),
        ("2020–2021", "达 4,600", "报道值，年份未写明"),
        ("2022", "超 6,100", "报道值"),
        ("2023", "7,100", "报道值"),
        ("2025", "力争突破 8,300", "目标"),
    )


def test_the_picture_can_be_carried_away(chart: LineChart, tmp_path: Path) -> None:
    chart.save_png(tmp_path / "chart.png", 2.0)
    picture = QImage(str(tmp_path / "chart.png"))
    assert (picture.width(), picture.height()) == (2368, 1070)
    chart.save_svg(tmp_path / "chart.svg")
    drawing = (tmp_path / "chart.svg").read_text("utf-8")
    assert "福州数字经济规模" in drawing
    assert QSvgRenderer(str(tmp_path / "chart.svg")).isValid()


def test_a_place_that_cannot_be_written_is_told(chart: LineChart, tmp_path: Path) -> None:
    with pytest.raises(AppError, match="export-failed"):
        chart.save_png(tmp_path / "nowhere" / "chart.png")


def test_a_chart_without_points_is_empty_but_whole(qtbot: QtBot, plain: Context) -> None:
    chart = LineChart(plain)
    qtbot.addWidget(chart)
    chart.set_data(LineData("空", "", (), 2018, 2025))
    chart.resize(600, 400)
    assert not chart.grab().isNull()
    assert chart.spoken() == "空"
    qtbot.keyClick(chart, Qt.Key.Key_Right)


def test_the_chart_turns_dark_with_the_theme(chart: LineChart, plain: Context) -> None:
    plain.set_theme("dark")
    spot = layout(chart).centre(DATA.points[3]).toPoint()
    assert chart.grab().toImage().pixelColor(spot).name() == plain.theme.color("river").name()
