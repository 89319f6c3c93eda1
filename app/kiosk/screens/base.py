"""The contract of a kiosk screen: built for one route and one window size, thrown away after."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.kiosk.context import KioskContext
from app.kiosk.widgets.pen import Pen
from app.ui.routes import Route

W = TypeVar("W", bound=QWidget)


class Screen(QWidget):
    """Children are put at places of the design; nothing is laid out anew while it is shown."""

    went = Signal(object)  # Route
    sources_asked = Signal(object)  # a Telling: what is to be told and by whom
    take_asked = Signal(object)  # ids: one entry, or the visitor's list
    over = Signal()  # the visitor starts over

    bar_item = ""

    def __init__(self, ctx: KioskContext, route: Route, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.route = route
        self.stage = ctx.stage
        self.across = ctx.stage.across
        self.down = ctx.stage.down

    def put(self, widget: W, x: float, y: float, w: float, h: float) -> W:
        """Place a child; told in pixels of the design."""
        px = self.ctx.px
        widget.setParent(self)
        widget.setGeometry(px(x), px(y), px(x + w) - px(x), px(y + h) - px(y))
        widget.show()
        return widget

    def paint(self, pen: Pen) -> None:
        """The ground and everything that is only looked at."""
        pen.fill(0, 0, self.across, self.down, "paper")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hand over to `paint`."""
        pen = Pen(QPainter(self), self.ctx)
        self.paint(pen)
        pen.painter.end()

    def step(self, steps: int) -> bool:
        """A swipe or an arrow key: on (1) or back (-1); whether there was anything to turn."""
        return False

    def typed(self, sign: str) -> bool:
        """A key of a keyboard; "\\b" takes one away. Whether it meant something."""
        return False

    def ask_sources(self) -> None:
        """Show where all of this comes from, if the screen knows."""

    def searched(self) -> tuple[str, bool] | None:
        """What was searched here and whether anything was found: told once, on leaving."""
        return None
