"""What can be pressed: hover, keyboard focus with its ring, Enter as well as Space."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QSizePolicy, QWidget

from app.ui.context import Context

_BY_KEYBOARD: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class FocusRing(QWidget):
    """The 3 px ring, 2 px outside of the focused widget; not cut off by tight parents."""

    def __init__(self, ctx: Context, target: QWidget, shape: QRectF, radius: float) -> None:
        host = _host(target)
        super().__init__(host)
        self._host = host
        self._ctx = ctx
        self._target = target
        self._shape = shape
        self._radius = radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._followed: list[QWidget] = []
        step: QWidget | None = target
        while step is not None and step is not host:
            step.installEventFilter(self)
            self._followed.append(step)
            step = step.parentWidget()
        self._follow()
        self.show()
        self.raise_()

    def _follow(self) -> None:
        reach = self._ctx.px(6)
        corner = self._target.mapTo(self._host, self._shape.topLeft().toPoint())
        size = self._shape.size().toSize()
        self.setGeometry(
            corner.x() - reach, corner.y() - reach,
            size.width() + 2 * reach, size.height() + 2 * reach,
        )  # fmt: skip

    def set_shape(self, shape: QRectF) -> None:
        """The target has grown or shrunk."""
        self._shape = shape
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go where the target goes."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """One rounded outline."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._ctx.px(3)
        color = getattr(self._target, "ring_color", "focus")
        painter.setPen(QPen(self._ctx.theme.color(color), width))
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        radius = self._radius + self._ctx.px(2) + width / 2
        painter.drawRoundedRect(box, radius, radius)


def _host(target: QWidget) -> QWidget:
    """The content of the scroll area that the target is in, else its window."""
    step: QWidget = target
    while (parent := step.parentWidget()) is not None:
        above = parent.parentWidget()
        if isinstance(above, QScrollArea) and above.widget() is step:
            return step
        if step.isWindow():
            break
        step = parent
    return step


class Pressable(QAbstractButton):
    """The base of buttons, chips, cards, rows and seals; subclasses paint themselves."""

    ring_inset = False  # rows draw their focus inside, everything else around
    ring_color = "focus"  # what stands on dusk or ink needs a light one to be seen

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._ring: FocusRing | None = None
        self.key_focus = False
        self._lit = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    # What subclasses say of themselves

    def shape_box(self) -> QRectF:
        """The visible shape that the ring goes around."""
        return QRectF(self.rect())

    def shape_radius(self) -> float:
        """Its corner radius."""
        return self.ctx.px(6)

    def measure_again(self) -> None:
        """Theme, language or text size changed: forget what was measured."""

    @property
    def hovered(self) -> bool:
        """Whether the pointer is on it and it can be pressed."""
        return self.isEnabled() and self._lit

    def paint_box(
        self, painter: QPainter, box: QRectF, fill: str, edge: str = "", width: float = 1,
        radius: float = -1, *, dashed: bool = False,
    ) -> QPainterPath:  # fmt: skip
        """A filled rounded box with a crisp edge inside; returns its path."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self.shape_radius() if radius < 0 else radius
        half = width / 2 if edge else 0
        path = QPainterPath()
        path.addRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
        if fill:
            painter.fillPath(path, self.ctx.theme.color(fill))
        if edge:
            pen = QPen(self.ctx.theme.color(edge), width)
            if dashed:
                pen.setDashPattern([3, 3])
            painter.strokePath(path, pen)
        return path

    def _light(self, *, lit: bool) -> None:
        """The pointer came or went: the look from before fades over the new one."""
        if lit == self._lit:
            return
        if self.isVisible() and self.ctx.theme.duration("state"):
            from app.ui.widgets.afterglow import Afterglow

            Afterglow.of(self, self.ctx.theme)
        self._lit = lit
        self.update()

    # Qt

    def enterEvent(self, event: QEnterEvent) -> None:
        """Hover is remembered, so that the look from before can still be painted."""
        self._light(lit=True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is elsewhere."""
        self._light(lit=False)
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """What is hidden is not under the pointer."""
        self._lit = False
        super().hideEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the focus came by keyboard."""
        super().focusInEvent(event)
        self.key_focus = event.reason() in _BY_KEYBOARD
        if self.key_focus and not self.ring_inset:
            self._drop_ring()
            self._ring = FocusRing(self.ctx, self, self.shape_box(), self.shape_radius())
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.key_focus = False
        self._drop_ring()
        self.update()

    def _drop_ring(self) -> None:
        if self._ring is not None:
            self._ring.hide()
            self._ring.deleteLater()
            self._ring = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.isEnabled():
            self.click()
            return
        super().keyPressEvent(event)

    def hitButton(self, pos: QPoint) -> bool:
        """The whole widget is the target."""
        return self.rect().contains(pos)

    def changeEvent(self, event: QEvent) -> None:
        """A new theme, language or text size."""
        if event.type() == QEvent.Type.StyleChange:
            self.measure_again()
            self.updateGeometry()
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """No smaller than it wants to be."""
        return self.sizeHint()

    def baseline_for(self, painter: QPainter, box: QRectF) -> QPointF:
        """Where text of the painter's font starts to stand in the middle of a box."""
        metrics = painter.fontMetrics()
        drop = (box.height() + metrics.ascent() - metrics.descent()) / 2
        return QPointF(box.left(), box.top() + drop)
