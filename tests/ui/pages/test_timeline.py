"""The timeline as a visitor uses it: look closer, walk, filter, open, come back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.query import Query
from app.store.library import Library
from app.ui.pages.timeline import TimelinePage
from app.ui.routes import Route
from app.ui.timeline.canvas import TimelineCanvas
from app.ui.timeline.packing import POINT
from app.ui.timeline.stage import Chosen
from app.ui.widgets.button import Button
from app.ui.widgets.seal import Seal
from app.ui.window import Window

Open = Callable[[str], TimelinePage]
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def opened(window: Window) -> Open:
    def go(route: str) -> TimelinePage:
        window.ctx.go(route)
        page = window.stack.page
        assert isinstance(page, TimelinePage)
        QTest.qWait(1)  # the layout settles
        return page

    return go


def here(window: Window) -> Route:
    assert window.stack.history.current is not None
    return window.stack.history.current.route


def days_shown(page: TimelinePage) -> float:
    scale = page.board.canvas.stage.scale
    return scale.end - scale.start


def spot(canvas: TimelineCanvas, event_id: str) -> QPoint:
    """Where an event, or the cluster it is in, stands on the canvas."""
    found = canvas.stage.find(Chosen(canvas.stage.lane_of(event_id), (event_id,)))
    assert found is not None
    band, mark = found
    start, end = canvas.stage.x(mark)
    return canvas.axes().point((start + end) / 2, canvas.stage.y(band, mark)).toPoint()


def press(qtbot: QtBot, canvas: TimelineCanvas, at: QPoint) -> None:
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, NONE, at)


def turn(canvas: TimelineCanvas, at: QPoint, turned: int, held: Qt.KeyboardModifier) -> None:
    where = QPointF(at)
    event = QWheelEvent(where, canvas.mapToGlobal(where), QPoint(), QPoint(0, turned),
                        Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False)  # noqa: FBT003 # fmt: skip
    QApplication.sendEvent(canvas, event)


# Looking


def test_it_opens_on_all_editions_with_a_lane_for_every_kind(
    opened: Open, library: Library
) -> None:
    page = opened("timeline")
    stage = page.board.canvas.stage
    shown = {lane.key: {span.id for span in lane.spans} for lane in stage.lanes}
    for event in library.events(Query()):
        assert all(event.id in shown[lane] for lane in event.lanes)
    for edition in library.entries("edition"):
        at = date.fromisoformat(edition.start).toordinal()
        assert stage.scale.start < at < stage.scale.end


def test_the_lead_counts_what_is_shown(opened: Open, library: Library) -> None:
    count = len(library.events(Query()))
    assert f"{count}" in opened("timeline").head.lead.accessibleName()


def test_the_route_says_where_to_look(opened: Open) -> None:
    scale = opened("timeline?from=2023-01&to=2024-12").board.canvas.stage.scale
    assert scale.start == pytest.approx(date(2023, 1, 1).toordinal())
    assert scale.end == pytest.approx(date(2025, 1, 1).toordinal())


def test_an_event_of_the_route_is_selected_and_in_view(opened: Open) -> None:
    page = opened("timeline?at=edition/2021")
    assert page.board.selected() == "edition/2021"
    assert not page.board.canvas.anchor().isEmpty()
    assert page.board.card.isVisible()


@pytest.mark.parametrize(("key", "closer"), [(Qt.Key.Key_Plus, True), (Qt.Key.Key_Minus, False)])
def test_plus_looks_closer_and_minus_from_further_away(
    opened: Open, qtbot: QtBot, key: Qt.Key, closer: bool
) -> None:
    page = opened("timeline?from=2020&to=2024")
    before = days_shown(page)
    qtbot.keyClick(page.board.canvas, key)
    assert (days_shown(page) < before) is closer


def test_the_wheel_moves_and_with_ctrl_zooms_where_the_pointer_is(opened: Open) -> None:
    canvas = opened("timeline?from=2020&to=2024").board.canvas
    start, days = canvas.stage.scale.start, canvas.stage.scale.end - canvas.stage.scale.start
    at = canvas.rect().center()
    turn(canvas, at, -120, NONE)
    assert canvas.stage.scale.start > start
    assert canvas.stage.scale.end - canvas.stage.scale.start == pytest.approx(days)
    along, _ = canvas.axes().split(QPointF(at))
    day = canvas.stage.scale.start + along / canvas.stage.scale.day_width
    turn(canvas, at, 240, Qt.KeyboardModifier.ControlModifier)
    scale = canvas.stage.scale
    assert scale.end - scale.start < days
    assert scale.start + along / scale.day_width == pytest.approx(day, abs=0.01)


def test_a_pinch_zooms(opened: Open) -> None:
    canvas = opened("timeline?from=2020&to=2024").board.canvas
    before = canvas.stage.scale.day_width
    at = QPointF(canvas.rect().center())
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2,
        at, at, canvas.mapToGlobal(at), 0.2, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)
    assert canvas.stage.scale.day_width == pytest.approx(before * 1.2)


def test_dragging_moves_the_paper_and_selects_nothing(opened: Open, qtbot: QtBot) -> None:
    canvas = opened("timeline?from=2020&to=2024").board.canvas
    start, width = canvas.stage.scale.start, canvas.stage.scale.day_width
    at = canvas.rect().center()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, NONE, at)
    qtbot.mouseMove(canvas, at + QPoint(-60, 0))
    qtbot.mouseMove(canvas, at + QPoint(-100, 0))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, NONE, at + QPoint(-100, 0))
    assert canvas.stage.scale.start == pytest.approx(start + 100 / width)
    assert canvas.selected is None


@pytest.mark.parametrize(("key", "most"), [("year", 366), ("month", 31), ("day", 9)])
def test_the_stretches_go_down_to_days(opened: Open, key: str, most: float) -> None:
    page = opened("timeline?at=edition/2024")
    cell = next(one for one in page.head.stretch.cells if one.key == key)
    cell.click()
    assert days_shown(page) <= most + 0.01
    assert not page.board.canvas.anchor().isEmpty()


# The river


def test_a_year_below_the_river_leads_to_that_year(opened: Open) -> None:
    page = opened("timeline")
    mark = next(one for one in page.board.overview.years if one.year == 2022)
    assert mark.isVisible()
    mark.click()
    scale = page.board.canvas.stage.scale
    assert scale.start == pytest.approx(date(2022, 1, 1).toordinal())
    assert scale.end == pytest.approx(date(2023, 1, 1).toordinal())


def test_the_frame_on_the_river_moves_the_lanes(opened: Open, qtbot: QtBot) -> None:
    page = opened("timeline?from=2023&to=2023")
    overview, scale = page.board.overview, page.board.canvas.stage.scale
    at = overview.frame().center().toPoint()
    qtbot.mousePress(overview, Qt.MouseButton.LeftButton, NONE, at)
    qtbot.mouseMove(overview, at - QPoint(80, 0))
    qtbot.mouseRelease(overview, Qt.MouseButton.LeftButton, NONE, at - QPoint(80, 0))
    moved = page.board.canvas.stage.scale
    assert moved.start < scale.start - 300
    assert moved.day_width == pytest.approx(scale.day_width)
    assert overview.frame().center().x() == pytest.approx(at.x() - 80, abs=2)


def test_arrows_on_the_river_move_the_picture(opened: Open, qtbot: QtBot) -> None:
    page = opened("timeline?from=2021&to=2022")
    start = page.board.canvas.stage.scale.start
    qtbot.keyClick(page.board.overview, Qt.Key.Key_Right)
    assert page.board.canvas.stage.scale.start > start
    assert "2021" in page.board.overview.accessibleName()


# Choosing


def test_a_press_shows_the_card_with_date_lead_and_seals_and_its_button_opens(
    opened: Open, window: Window, qtbot: QtBot, library: Library
) -> None:
    page = opened("timeline?kind=edition&from=2024&to=2024")
    press(qtbot, page.board.canvas, spot(page.board.canvas, "edition/2024"))
    card, entry = page.board.card, library.entry("edition/2024")
    told = " ".join(label.accessibleName() for label in card.findChildren(type(page.head.lead)))
    assert card.isVisible()
    assert entry.name.told("zh-Hans") in told
    assert entry.summary.told("zh-Hans") in told
    assert "2024年5月24–25日" in told
    assert [seal for seal in card.findChildren(Seal) if not seal.isHidden()]
    assert isinstance(card.open_button, Button)
    card.open_button.click()
    assert here(window) == Route("edition", "edition/2024")


def test_a_vague_date_is_told_as_vague_as_it_is(opened: Open, library: Library) -> None:
    events = library.events(Query())
    vague = next(one for one in events if one.kind == "project" and len(one.start) == 7)
    page = opened(f"timeline?at={vague.id}")
    told = " ".join(one.accessibleName() for one in page.board.card.findChildren(
        type(page.head.lead)))  # fmt: skip
    assert "只载到月" in told


def test_a_press_on_a_cluster_looks_closer(opened: Open, qtbot: QtBot) -> None:
    canvas = opened("timeline").board.canvas
    stage = canvas.stage
    band, mark = next(
        (band, mark) for band in stage.bands for mark in stage.marks(band)
        if mark.form == POINT and mark.count > 1
        and len({band.lane.spans[n].middle for n in mark.members}) > 1
        and max(band.lane.spans[n].middle for n in mark.members)
        - min(band.lane.spans[n].middle for n in mark.members) > 9
        and 0 < stage.x(mark)[0] < stage.scale.width
    )  # fmt: skip
    before = stage.scale.day_width
    start, end = stage.x(mark)
    press(qtbot, canvas, canvas.axes().point((start + end) / 2, stage.y(band, mark)).toPoint())
    assert stage.scale.day_width > before * 1.5


def test_what_no_zoom_can_part_is_listed_and_each_can_be_chosen(
    opened: Open, qtbot: QtBot, library: Library
) -> None:
    targets = [one for one in library.events(Query()) if one.is_target]
    page = opened("timeline?kind=indicator&from=2025-06&to=2026-02")
    press(qtbot, page.board.canvas, spot(page.board.canvas, targets[0].id))
    pile = page.board.card.pile
    assert pile is not None
    same = [one for one in targets if one.start == targets[0].start]
    assert pile.rows.rowCount() == len(same)
    pile.setCurrentIndex(pile.rows.index(1))
    qtbot.keyClick(pile, Qt.Key.Key_Return)
    assert page.board.card.pile is None
    assert page.board.selected() in {one.id for one in same}


def test_escape_closes_the_card_before_it_leads_back(opened: Open, window: Window) -> None:
    page = opened("timeline?at=edition/2024")
    window.stack.leave_or_back()
    assert window.stack.page is page
    assert not page.board.card.isVisible()
    window.stack.leave_or_back()
    assert window.stack.page is not page


# Keys


def test_arrows_walk_in_time_and_between_lanes_and_enter_opens(
    opened: Open, window: Window, qtbot: QtBot
) -> None:
    page = opened("timeline?at=edition/2022")
    canvas = page.board.canvas
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert page.board.selected() == "edition/2023"
    assert "第六届" in canvas.accessibleName()
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.selected is not None
    assert canvas.selected.lane == canvas.stage.bands[1].lane.key
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert page.board.selected() == "edition/2018"
    assert not canvas.anchor().isEmpty()
    qtbot.keyClick(canvas, Qt.Key.Key_End)
    assert page.board.selected() == "edition/2026"
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert here(window) == Route("edition", "edition/2026")


def test_walking_to_the_end_of_a_lane_passes_every_event_of_it(opened: Open, qtbot: QtBot) -> None:
    page = opened("timeline")
    canvas = page.board.canvas
    lane = next(one for one in canvas.stage.lanes if one.key == "signing")
    canvas.select(Chosen(lane.key, (lane.spans[0].id,)))
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    met: set[str] = set()
    for _ in lane.spans:
        assert canvas.selected is not None
        met |= set(canvas.selected.ids)
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert met == {span.id for span in lane.spans}


def test_ctrl_t_opens_it_from_anywhere(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(window.stack.page, TimelinePage)


def test_home_and_an_edition_lead_to_it(window: Window) -> None:
    words = window.ctx.words("timeline.open")
    for start in ("home", "edition/2023"):
        window.ctx.go(start)
        page = window.stack.page
        assert page is not None
        link = next(one for one in page.findChildren(Button) if one.accessibleName() == words)
        link.click()
        assert here(window).page == "timeline"
    assert here(window).param("at") == "edition/2023"


# Filters and the route


def test_kinds_edition_and_category_are_in_the_route_and_narrow_as_the_library_does(
    opened: Open, window: Window, library: Library
) -> None:
    page = opened("timeline")
    next(chip for chip in page.filters.chips if chip.kind == "activity").click()
    assert here(window).values("kind") == ("activity",)
    page.filters.edition.chosen.emit("edition/2024")
    assert here(window).values("edition") == ("edition/2024",)
    query = Query(where={"kind": ("activity",), "edition": ("edition/2024",)})
    assert set(page.board.canvas.stage.events) == {one.id for one in library.events(query)}
    page.filters.clear.click()
    assert not here(window).values("kind")
    assert len(page.board.canvas.stage.events) == len(library.events(Query()))


def test_a_text_searched_for_narrows_the_timeline(opened: Open, library: Library) -> None:
    page = opened("timeline?q=数据")
    assert set(page.board.canvas.stage.events) == {one.id for one in library.events(Query("数据"))}
    assert page.filters.text.isVisible()


def test_nothing_found_says_so_and_offers_the_way_out(opened: Open, window: Window) -> None:
    page = opened("timeline?kind=exhibit&edition=edition/2018")
    assert page.board.nothing.isVisible()
    assert not page.board.canvas.isVisible()
    page.board.nothing.opened.emit()
    assert page.board.canvas.isVisible()


def test_coming_back_shows_the_same_stretch_and_selection(
    opened: Open, window: Window, qtbot: QtBot
) -> None:
    page = opened("timeline")
    page.board.canvas.show_days(date(2022, 1, 1).toordinal(), date(2023, 1, 1).toordinal())
    page.board.canvas.select(Chosen("edition", ("edition/2022",)), bring=False)
    qtbot.waitUntil(lambda: here(window).param("at") == "edition/2022", timeout=3000)
    assert here(window).param("from") == "2022-01-01"
    window.ctx.go("home")
    window.stack.step(-1)
    assert window.stack.page is page
    assert page.board.selected() == "edition/2022"
    assert days_shown(page) == pytest.approx(365, abs=1)


# List, sizes, languages


def test_the_list_tells_what_is_in_view_for_those_who_hear(opened: Open, qtbot: QtBot) -> None:
    page = opened("timeline?kind=edition&from=2020&to=2022")
    page.head.listing.click()
    rows = page.board.side.list.rows
    told = [rows.data(rows.index(n), Qt.ItemDataRole.AccessibleTextRole) for n in range(3)]
    assert rows.rowCount() == 3
    assert all(str(2020 + n) in one for n, one in enumerate(told))
    view = page.board.side.list
    view.setCurrentIndex(rows.index(0))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert page.board.selected() == "edition/2021"


@pytest.mark.parametrize("language", ["zh-Hant", "en"])
def test_another_language_says_everything_again_and_stays_where_it_is(
    opened: Open, window: Window, library: Library, language: str
) -> None:
    page = opened("timeline?at=edition/2024&from=2024&to=2024")
    window.ctx.set_language(language)
    name = library.entry("edition/2024").name.told(language)
    assert name in page.board.canvas.accessibleName()
    assert days_shown(page) == pytest.approx(366, abs=1)


def test_on_a_high_page_time_runs_downwards(opened: Open, window: Window, qtbot: QtBot) -> None:
    window.resize(1200, 1800)
    page = opened("timeline?at=edition/2022")
    canvas = page.board.canvas
    assert canvas.is_down()
    assert page.board.overview.height() > page.board.overview.width()
    first, last = spot(canvas, "edition/2022"), canvas.rect().bottomLeft()
    assert 0 < first.y() < last.y()
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert page.board.selected() == "edition/2023"


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_every_lane_has_its_row_at_every_text_size(
    opened: Open, window: Window, scale: float
) -> None:
    window.ctx.set_scale(scale)
    page = opened("timeline")
    canvas = page.board.canvas
    assert canvas.stage.bands[-1].bottom <= canvas.axes().across + 1
    assert all(band.height >= canvas.stage.look.sizes.row for band in canvas.stage.bands)


def test_the_pointer_finds_what_lies_under_it(opened: Open, qtbot: QtBot) -> None:
    canvas = opened("timeline").board.canvas
    qtbot.mouseMove(canvas, spot(canvas, "edition/2024"))
    assert canvas.hovered is not None
    lane = canvas.stage.bands[0].lane
    assert [lane.spans[n].id for n in canvas.hovered.members] == ["edition/2024"]
    assert canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor


def test_the_picture_is_not_empty_and_night_is_dark(opened: Open, window: Window) -> None:
    canvas = opened("timeline").board.canvas

    def middle() -> tuple[int, int]:
        image = QImage(canvas.size(), QImage.Format.Format_RGB32)
        canvas.render(image)
        inks = {image.pixel(x, y) for x in range(0, image.width(), 3)
                for y in range(0, image.height(), 3)}  # fmt: skip
        return len(inks), image.pixelColor(2, 2).lightness()

    inks, day = middle()
    window.ctx.set_theme("dark")
    _, night = middle()
    assert inks > 40
    assert night < 60 < day


def test_leaving_the_pointer_lights_nothing(opened: Open) -> None:
    canvas = opened("timeline").board.canvas
    canvas.hovered = canvas.stage.marks(canvas.stage.bands[0])[0]
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert canvas.hovered is None
