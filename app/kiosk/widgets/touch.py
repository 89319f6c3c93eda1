"""What can be touched: acts on release inside, a finger that slides away takes it back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.kiosk.context import KioskContext
from app.kiosk.widgets.pen import Pen
from app.ui.widgets.pressable import Pressable

LEAST: Final = 80  # px of the design, about 20 mm
SLOP: Final = 30  # px that a finger may wander during a tap


class Touch(Pressable):
    """Subclasses paint themselves in the design's pixels; hover means nothing here."""

    def __init__(self, ctx: KioskContext, name: str, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.kiosk = ctx
        self._began: QPoint | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, on=False)
        self.unsetCursor()
        self.setAccessibleName(name)
        policy = QSizePolicy.Policy.Ignored
        self.setSizePolicy(policy, policy)

    @property
    def across(self) -> float:
        """Its width in pixels of the design."""
        return self.width() / self.kiosk.factor

    @property
    def down(self) -> float:
        """Its height in pixels of the design."""
        return self.height() / self.kiosk.factor

    def paint(self, pen: Pen, w: float, h: float) -> None:
        """Draw it; `w` and `h` are pixels of the design."""
        raise NotImplementedError

    def shape_radius(self) -> float:
        """Kiosk corners."""
        return self.ctx.px(8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hand over to `paint`."""
        pen = Pen(QPainter(self), self.kiosk)
        self.paint(pen, self.across, self.down)
        pen.painter.end()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of the keyboard: else Qt hands it on as if by Tab, with a ring nobody asked for.

        Where nothing else can take it, the ring of what is gone would stay before the next visitor.
        """
        if self.window().focusWidget() is self:
            self.clearFocus()
        super().hideEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the finger came down."""
        self._began = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A finger that wanders does not mean this target any more."""
        if self._began is None:
            return
        away = event.position().toPoint() - self._began
        if away.manhattanLength() > self.ctx.px(SLOP) or not self.hitButton(
            event.position().toPoint()
        ):
            self._began = None
            self.setDown(False)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Only a tap that began here and stayed acts."""
        if self._began is None:
            event.accept()
            return
        self._began = None
        super().mouseReleaseEvent(event)
