"""A sheet over a screen: a veil, a panel within reach; a touch beside it closes it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.kiosk.context import KioskContext
from app.kiosk.widgets.pen import Pen

W = TypeVar("W", bound=QWidget)


class SheetLayer(QWidget):
    """Subclasses give the panel's width and height and `put` parts into it."""

    closed = Signal()
    went = Signal(object)  # Route

    #: Set where the screen below has to be built anew when the sheet is closed.
    was_changed = False

    def __init__(
        self, ctx: KioskContext, width: float, height: float, name: str,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx = ctx
        stage = ctx.stage
        self.panel_width = min(width, stage.across - 40)
        self.panel_height = height
        self.left = (stage.across - self.panel_width) / 2
        if stage.is_portrait:
            self.top = max(stage.reach + 40, stage.down - 180 - height)
        else:
            self.top = max(24.0, (stage.down - height) / 2)
        self._began: QPoint | None = None
        self.setAccessibleName(name)

    def put(self, widget: W, x: float, y: float, w: float, h: float) -> W:
        """Place a part; told from the panel's corner in pixels of the design."""
        px, x, y = self.ctx.px, x + self.left, y + self.top
        widget.setParent(self)
        widget.setGeometry(px(x), px(y), px(x + w) - px(x), px(y + h) - px(y))
        widget.show()
        return widget

    def panel(self) -> QRect:
        """The panel in pixels of the window."""
        px = self.ctx.px
        return QRect(px(self.left), px(self.top), px(self.panel_width), px(self.panel_height))

    def paint(self, pen: Pen) -> None:
        """What the panel shows; the pen stands in its corner."""

    def step(self, steps: int) -> bool:
        """A swipe or an arrow key."""
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Veil, panel, content."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.ctx.theme.scrim())
        pen = Pen(painter, self.ctx)
        painter.translate(self.left, self.top)
        pen.box(0, 0, self.panel_width, self.panel_height, "surface", "lineStrong", radius=10)
        self.paint(pen)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A touch beside the panel begins."""
        point = event.position().toPoint()
        self._began = None if self.panel().contains(point) else point

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It ends beside the panel: close."""
        point = event.position().toPoint()
        if self._began is not None and not self.panel().contains(point):
            self.beside()
        self._began = None

    def beside(self) -> None:
        """Somebody touched beside the panel."""
        self.closed.emit()
