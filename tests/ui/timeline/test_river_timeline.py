"""The river timeline in a real window: pointer, keys, words, motion."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.ui.context import Context
from app.ui.timeline.river_layout import RiverLayout
from app.ui.timeline.river_timeline import RiverTimeline
from app.ui.timeline.stations import HOME, KIOSK_LANDSCAPE, Station

STATIONS = (
    Station("edition/2022", "2022", "第五届", 6100, "超 6,100"),
    Station("edition/2023", "2023", "第六届", 7100, "7,100"),
    Station("edition/2024", "2024", "第七届"),
    Station("edition/2026", "待定", "第九届", upcoming=True),
)


@pytest.fixture
def river(qtbot: QtBot, still: Context) -> RiverTimeline:
    return shown(qtbot, RiverTimeline(still))


def shown(qtbot: QtBot, widget: RiverTimeline) -> RiverTimeline:
    qtbot.addWidget(widget)
    widget.set_stations(STATIONS, "edition/2023")
    widget.resize(1184, 434)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def ring(number: int) -> QPoint:
    place = RiverLayout(STATIONS, HOME, 1184, 434).places[number]
    return QPoint(round(place.x), round(place.y))


def test_a_press_selects_a_station_and_a_second_one_opens_it(
    qtbot: QtBot, river: RiverTimeline
) -> None:
    with qtbot.waitSignal(river.selected) as told, qtbot.assertNotEmitted(river.opened):
        qtbot.mouseClick(river, Qt.MouseButton.LeftButton, pos=ring(2))
    assert told.args == ["edition/2024"]
    assert river.current() == "edition/2024"
    with qtbot.waitSignal(river.opened) as told, qtbot.assertNotEmitted(river.selected):
        qtbot.mouseClick(river, Qt.MouseButton.LeftButton, pos=ring(2))
    assert told.args == ["edition/2024"]


def test_a_press_that_is_let_go_elsewhere_does_nothing(qtbot: QtBot, river: RiverTimeline) -> None:
    with qtbot.assertNotEmitted(river.selected), qtbot.assertNotEmitted(river.opened):
        qtbot.mousePress(river, Qt.MouseButton.LeftButton, pos=ring(2))
        qtbot.mouseRelease(river, Qt.MouseButton.LeftButton, pos=ring(0))
    assert river.current() == "edition/2023"


def test_the_river_beside_the_stations_is_no_button(qtbot: QtBot, river: RiverTimeline) -> None:
    with qtbot.assertNotEmitted(river.selected), qtbot.assertNotEmitted(river.opened):
        qtbot.mouseClick(river, Qt.MouseButton.LeftButton, pos=QPoint(600, 20))


def test_arrows_home_and_end_walk_along_the_river_and_stop_at_its_ends(
    qtbot: QtBot, river: RiverTimeline
) -> None:
    visited = []
    river.selected.connect(visited.append)
    keys = Qt.Key
    for key in (keys.Key_Right, keys.Key_End, keys.Key_Right, keys.Key_Left, keys.Key_Home):
        qtbot.keyClick(river, key)
    years = ["edition/2024", "edition/2026", "edition/2024", "edition/2022"]
    assert visited == years


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_opens_the_selected_station(qtbot: QtBot, river: RiverTimeline, key: Qt.Key) -> None:
    with qtbot.waitSignal(river.opened) as told:
        qtbot.keyClick(river, key)
    assert told.args == ["edition/2023"]


def test_selecting_from_outside_tells_nobody_but_the_screen_reader(
    qtbot: QtBot, river: RiverTimeline
) -> None:
    with qtbot.assertNotEmitted(river.selected):
        river.select("edition/2024")
    assert river.accessibleName() == "第七届，2024，数值资料未载，已选"


def test_every_state_of_a_station_is_spoken(river: RiverTimeline) -> None:
    assert river.spoken("edition/2022") == "第五届，2022，超 6,100"
    assert river.spoken("edition/2023") == "第六届，2023，7,100，已选"
    assert river.spoken("edition/2026") == "第九届，待定，尚未举办"
    assert "回车" in river.accessibleDescription()


def test_the_selected_ring_is_lacquer_and_its_line_falls_to_the_bottom(
    river: RiverTimeline, still: Context
) -> None:
    picture, lacquer = river.grab().toImage(), still.theme.color("lacquer")
    assert picture.pixelColor(ring(1)) == lacquer
    assert picture.pixelColor(ring(1).x(), 428) == lacquer
    assert picture.pixelColor(20, 433) == lacquer
    assert picture.pixelColor(ring(0)) == still.theme.color("paper")


def test_the_ring_grows_under_the_pointer(qtbot: QtBot, river: RiverTimeline) -> None:
    before = river.grab().toImage()
    qtbot.mouseMove(river, ring(0))
    assert river.grab().toImage() != before
    assert river.cursor().shape() == Qt.CursorShape.PointingHandCursor


def test_the_keyboard_s_focus_is_seen_and_the_pointer_s_is_not(
    river: RiverTimeline, still: Context
) -> None:
    focus = still.theme.color("focus").name()
    river.clearFocus()
    river.setFocus(Qt.FocusReason.MouseFocusReason)
    assert focus not in colours(river)
    river.clearFocus()
    river.setFocus(Qt.FocusReason.TabFocusReason)
    assert focus in colours(river)


def colours(river: RiverTimeline) -> set[str]:
    picture, y = river.grab().toImage(), ring(1).y()
    return {picture.pixelColor(x, y).name() for x in range(1184)}


def test_bits_drift_only_while_the_river_is_seen(qtbot: QtBot, moving: Context) -> None:
    river = shown(qtbot, RiverTimeline(moving))
    assert river.is_moving()
    before = river.grab().toImage()
    qtbot.waitUntil(lambda: river.grab().toImage() != before)
    river.hide()
    assert not river.is_moving()


def test_bits_lie_still_for_those_who_want_no_motion(river: RiverTimeline) -> None:
    assert river.isVisible()
    assert not river.is_moving()


def test_on_a_kiosk_one_press_opens_and_the_ring_tells_the_number(
    qtbot: QtBot, still: Context
) -> None:
    river = RiverTimeline(still, KIOSK_LANDSCAPE)
    qtbot.addWidget(river)
    river.set_stations(STATIONS)
    river.resize(1920, 500)
    river.show()
    place = RiverLayout(STATIONS, KIOSK_LANDSCAPE, 1920, 500).places[2]
    with qtbot.waitSignal(river.opened) as told:
        point = QPoint(round(place.x), round(place.y))
        qtbot.mouseClick(river, Qt.MouseButton.LeftButton, pos=point)
    assert told.args == ["edition/2024"]


def test_by_night_the_river_lies_on_dark_paper(qtbot: QtBot, still: Context) -> None:
    river = shown(qtbot, RiverTimeline(still))
    still.set_theme("dark")
    assert river.grab().toImage().pixelColor(5, 5) == still.theme.color("paper")
