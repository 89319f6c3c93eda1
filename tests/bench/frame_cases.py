"""What people do with the window that must never stutter, as real events to the window's handle."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date

from meter import Meter
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app.model.event import LANES, Event
from app.model.text import Text
from app.ui.page import Page
from app.ui.pages.home import HomePage
from app.ui.pages.timeline import TimelinePage, reach_of
from app.ui.pages.zone import ZonePage
from app.ui.widgets.cover_view import waiting_covers
from app.ui.window import Window

PACE_MS = 16
NOTCH = 120
_CTRL = Qt.KeyboardModifier.ControlModifier


def synthetic(number: int) -> tuple[Event, ...]:
    """Events in all lanes over thirty years, crowded in some; a tenth tells only month or year."""
    draw = random.Random(20180422)
    first, days = date(2000, 1, 1).toordinal(), 365 * 27
    made: list[Event] = []
    for place in range(number):
        at = first + int(days * draw.random() ** (1 + place % 3))
        day = date.fromordinal(at).isoformat()
        told = day[: (10, 10, 10, 10, 10, 10, 10, 10, 7, 4)[place % 10]]
        lane = LANES[min(int(draw.expovariate(0.5)), len(LANES) - 1)]
        name = f"第 {place} 件有日期的事"
        importance = 1 if place % 997 == 0 else 2 + place % 3
        made.append(Event(f"e/{place}", f"e/{place}", "activity", (lane,), Text(name, name, name),
                          told, importance=importance))  # fmt: skip
    return tuple(made)


class Visitor:
    """Has a window, a hand and a meter."""

    def __init__(self, window: Window, frames: int) -> None:
        self.window, self.meter, self.frames = window, Meter(window), frames

    def page(self) -> Page:
        """The page on show."""
        page = self.window.stack.page
        assert page is not None
        return page

    def go(self, route: str) -> Page:
        """Be there, with everything painted; uncounted."""
        self.window.ctx.go(route)
        self.still()
        return self.page()

    def still(self) -> None:
        """Nothing is on its way any more."""
        window = self.window
        self.meter.settle(lambda: not (waiting_covers(window) or self.page().is_waiting()))

    def forget_covers(self) -> None:
        """As if no cover had been painted yet."""
        self.window.stack.close_pages()
        covers = self.window.ctx.covers
        covers.close()
        covers._kept.clear()
        covers._bytes = 0

    def at(self, part: QWidget, point: QPointF | None = None) -> QPoint:
        """A place of a part in the window: its middle."""
        inside = point.toPoint() if point is not None else part.rect().center()
        return part.mapTo(self.window, inside)

    def wheel(self, part: QWidget, angle: int, *, pixels: int = 0, held: bool = False) -> None:
        """Turn the wheel over a part: by a notch, or as a touch pad does by pixels."""
        modifiers = _CTRL if held else Qt.KeyboardModifier.NoModifier
        QTest.wheelEvent(self.window.windowHandle(), QPointF(self.at(part)), QPoint(0, angle),
                         QPoint(0, pixels), modifiers)  # fmt: skip

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        """A key, down and up."""
        QTest.keyClick(self.window.windowHandle(), key, held or Qt.KeyboardModifier.NoModifier)

    def click(self, part: QWidget, point: QPointF | None = None) -> None:
        """A press of the left button and its release."""
        place = self.at(part, point)
        QTest.mouseClick(self.window.windowHandle(), Qt.MouseButton.LeftButton,
                         Qt.KeyboardModifier.NoModifier, place)  # fmt: skip

    def repeat(self, act: Callable[[int], object], *, pace: int = PACE_MS) -> None:
        """Do it so many times at the pace of frames."""
        for number in range(self.frames):
            self.meter.frame(lambda number=number: act(number))
            self.meter.rest(pace)

    def scroll(self, part: QScrollArea, pixels: int = 0) -> None:
        """All the way down and up again, by notches or pixels."""
        bar, way = part.verticalScrollBar(), -1
        part = part.viewport()

        def turn(_number: int) -> None:
            nonlocal way
            if bar.value() in (bar.minimum(), bar.maximum()):
                way = -1 if bar.value() == bar.minimum() else 1
            self.wheel(part, way * (pixels or NOTCH), pixels=way * pixels)

        self.repeat(turn)


# The zone


def zone_wheel(visitor: Visitor, route: str = "zone") -> None:
    """Notches over the grid, no cover painted before."""
    visitor.forget_covers()
    visitor.scroll(_wall(visitor.go(route)))


def zone_wheel_again(visitor: Visitor, route: str = "zone") -> None:
    """The same with most covers there."""
    visitor.scroll(_wall(visitor.go(route)))


def zone_touch(visitor: Visitor) -> None:
    """A touch pad: 24 px a frame."""
    visitor.scroll(_wall(visitor.go("zone")), 24)


def zone_rows(visitor: Visitor) -> None:
    """Notches over the rows."""
    zone_wheel(visitor, "zone?view=list")


def zone_keys(visitor: Visitor) -> None:
    """Page down to the end and up again, no cover painted before."""
    visitor.forget_covers()
    wall = _wall(visitor.go("zone"))
    wall.focus_cell(0)
    visitor.still()
    key = Qt.Key.Key_PageDown

    def turn(_number: int) -> None:
        nonlocal key
        if wall.current in (0, wall.shape_now.count - 1):
            key = Qt.Key.Key_PageUp if wall.current else Qt.Key.Key_PageDown
        visitor.press(key)

    visitor.repeat(turn, pace=33)  # as fast as a held key repeats


def _wall(page: Page) -> QScrollArea:
    assert isinstance(page, ZonePage)
    return page.wall


# The timeline


def timeline_drag(visitor: Visitor) -> None:
    """Drags at five zooms."""
    canvas = _timeline(visitor).board.canvas
    stage, frames = canvas.stage, visitor.frames
    middle = stage.reach.first + stage.reach.days * 0.8
    handle, left = visitor.window.windowHandle(), Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    for days in (9000, 3200, 365, 31, 9):
        canvas.show_days(middle - days / 2, middle + days / 2, at_once=True)
        visitor.still()
        start = visitor.at(canvas)
        QTest.mousePress(handle, left, none, start)
        for number in range(frames // 5 + 2):
            away = number % 120 if number % 120 < 60 else 120 - number % 120
            place = start + QPoint(9 * away - 270, number % 2)
            if number < 2:  # it becomes a drag
                QTest.mouseMove(handle, place)
                visitor.still()
            else:
                visitor.meter.frame(lambda place=place: QTest.mouseMove(handle, place))
                visitor.meter.rest(PACE_MS)
        QTest.mouseRelease(handle, left, none, start)
        visitor.still()


def timeline_wheel(visitor: Visitor) -> None:
    """The wheel pans."""
    canvas = _timeline(visitor).board.canvas
    visitor.repeat(lambda number: visitor.wheel(canvas, NOTCH if number % 40 < 20 else -NOTCH))


def timeline_zoom(visitor: Visitor) -> None:
    """Ctrl and the wheel, from all the time there is to days and back."""
    canvas = _timeline(visitor).board.canvas
    canvas.show_days(canvas.stage.reach.first, canvas.stage.reach.last, at_once=True)
    visitor.still()
    visitor.repeat(
        lambda number: visitor.wheel(canvas, NOTCH if number % 80 < 40 else -NOTCH, held=True)
    )


def timeline_keys(visitor: Visitor) -> None:
    """Plus, minus and pages glide: every frame of the motion counts."""
    canvas = _timeline(visitor).board.canvas
    canvas.setFocus()
    visitor.still()
    keys = (*[Qt.Key.Key_Plus] * 5, *[Qt.Key.Key_PageDown] * 2, *[Qt.Key.Key_PageUp] * 2,
            *[Qt.Key.Key_Minus] * 5)  # fmt: skip
    for number in range(max(len(keys), visitor.frames // 10)):
        key = keys[number % len(keys)]
        visitor.meter.frame(lambda key=key: visitor.press(key))
        visitor.meter.rest(300, follows=True)


def crowded(number: int) -> Callable[[Visitor], None]:
    """Drags and zooms with so many events."""

    def pan_and_zoom(visitor: Visitor) -> None:
        board = _timeline(visitor).board
        events = synthetic(number)
        board.show_events(events, reach_of(events))
        timeline_drag(visitor)
        timeline_zoom(visitor)

    return pan_and_zoom


def _timeline(visitor: Visitor) -> TimelinePage:
    page = visitor.page()
    page = page if isinstance(page, TimelinePage) else visitor.go("timeline")
    assert isinstance(page, TimelinePage)
    return page


# Other pages


def river(visitor: Visitor) -> None:
    """Choosing editions on the river by arrow keys."""
    page = visitor.go("home")
    assert isinstance(page, HomePage)
    page.hero.river.setFocus()
    visitor.press(Qt.Key.Key_Home)
    visitor.still()
    for number in range(max(16, visitor.frames // 4)):
        key = Qt.Key.Key_Right if number % 16 < 8 else Qt.Key.Key_Left
        visitor.meter.frame(lambda key=key: visitor.press(key))
        visitor.meter.rest(120)


def hover_river(visitor: Visitor) -> None:
    """The pointer runs over the river."""
    page = visitor.go("home")
    assert isinstance(page, HomePage)
    part, handle = page.hero.river, visitor.window.windowHandle()
    wide = part.width()
    visitor.repeat(lambda number: QTest.mouseMove(handle, visitor.at(
        part, QPointF(wide * (0.1 + 0.8 * (number % 50) / 50), part.height() * 0.6))))  # fmt: skip


def scrolling(route: str) -> Callable[[Visitor], None]:
    """Notches over the highest column of a page."""

    def scroll(visitor: Visitor) -> None:
        page = visitor.go(route)
        areas = [one for one in page.findChildren(QScrollArea) if one.isVisible()]
        visitor.scroll(max(areas, key=lambda one: one.verticalScrollBar().maximum()))

    return scroll


WAY = ("home", "edition/2026", "zone", "exhibit/5-5g-venue-network", "projects", "figures",
       "plan", "applications", "organisations", "sources", "search", "favourites", "settings",
       "timeline")  # fmt: skip


def switches(visitor: Visitor) -> None:
    """From page to page, every page seen before; the motion is left to end."""
    for turn in range(6):
        for route in WAY:
            if turn == 0:
                visitor.go(route)
            else:
                visitor.meter.frame(lambda route=route: visitor.window.ctx.go(route))
                QApplication.processEvents()
                visitor.still()
