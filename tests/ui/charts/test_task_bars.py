"""The plan's tasks: chosen by pointer and keys, with a float that says which one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSizeF, Qt
from pytestqt.qtbot import QtBot

from app.settings import Settings
from app.ui.charts.data import TaskBar, TaskData, TaskSection
from app.ui.charts.task_bars import TaskBars
from app.ui.context import Context

COUNTS = (0, 0, 4, 2, 0, 2, 1, 2, 6, 1)
SIZES = (("一 · 峰会", 2), ("二 · 设施", 3), ("三 · 数据要素", 5))


def plan() -> TaskData:
    tasks = [
        TaskBar(f"task/2025-{number:02}", number, count, f"任务{number}")
        for number, count in enumerate(COUNTS, 1)
    ]
    sections = []
    for label, size in SIZES:
        sections.append(TaskSection(label, tuple(tasks[:size])))
        del tasks[:size]
    return TaskData("2025 年任务", tuple(sections))


@pytest.fixture
def bars(qtbot: QtBot, plain: Context) -> TaskBars:
    made = TaskBars(plain)
    qtbot.addWidget(made)
    made.set_data(plan())
    made.resize(1264, 216)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_press_chooses_a_task_and_tells_it_once(qtbot: QtBot, bars: TaskBars) -> None:
    told: list[str] = []
    bars.selected.connect(told.append)
    spot = bars.point_box("task/2025-09").center().toPoint()
    qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=spot)
    assert told == ["task/2025-09"]
    assert bars.current() == "task/2025-09"


def test_even_a_task_without_figures_can_be_pressed(qtbot: QtBot, bars: TaskBars) -> None:
    box = bars.point_box("task/2025-01")
    assert box.width() >= 32
    assert box.height() >= 32
    qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert bars.current() == "task/2025-01"


def test_arrows_choose_as_well(qtbot: QtBot, bars: TaskBars) -> None:
    qtbot.keyClick(bars, Qt.Key.Key_Right)
    assert bars.current() == "task/2025-02"
    qtbot.keyClick(bars, Qt.Key.Key_End)
    assert bars.current() == "task/2025-10"


def test_choosing_from_outside_is_silent_and_read_out(qtbot: QtBot, bars: TaskBars) -> None:
    with qtbot.assertNotEmitted(bars.selected):
        bars.select("task/2025-03")
    assert bars.accessibleName() == "2025 年任务：二 · 设施，3，任务3，4 个指标"
    bars.select("task/2025-01")
    assert bars.accessibleName().endswith("无数字指标")


def test_the_float_stands_over_the_chosen_task(
    qtbot: QtBot, bars: TaskBars, plain: Context
) -> None:
    bars.select("task/2025-09")
    box = bars.point_box("task/2025-09")
    picture = bars.grab().toImage()
    above = picture.pixelColor(round(box.center().x()), round(box.top()) - 12)
    assert above == plain.theme.color("lacquer")


def test_the_float_drifts_only_while_it_is_seen(qtbot: QtBot, bars: TaskBars) -> None:
    bars.select("task/2025-01")
    bars.select("task/2025-10")
    assert bars.is_moving()
    bars.hide()
    assert not bars.is_moving()


def test_bars_are_as_high_as_their_counts(bars: TaskBars) -> None:
    points = {point.id: point.box for point in bars.points(QSizeF(1264, 216))}
    tops = [points[f"task/2025-{number:02}"].top() for number in (7, 6, 3, 9)]
    assert [round(tops[0] - top) for top in tops] == [0, 20, 60, 100]


def test_the_table_lists_every_task(bars: TaskBars) -> None:
    assert len(bars.rows()) == 11
    assert bars.rows()[0] == ("章", "序号", "任务", "数字指标")
    assert bars.rows()[9] == ("三 · 数据要素", "9", "任务9", "6")


def test_a_missing_id_chooses_nothing(bars: TaskBars) -> None:
    bars.select("task/1999-01")
    assert bars.current() == ""


def test_without_motion_the_float_is_there_at_once(qtbot: QtBot) -> None:
    bars = TaskBars(Context(None, Settings(scale=1.3, reduced_motion=True)))
    qtbot.addWidget(bars)
    bars.set_data(plan())
    bars.show()
    bars.select("task/2025-01")
    bars.select("task/2025-10")
    assert not bars.is_moving()
