"""What every chart can: points for the keyboard and the pointer, seals laid over, export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QImage,
    QImageWriter,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.base.errors import AppError
from app.ui.charts.lettering import Lettering
from app.ui.context import Context

Seals = Mapping[str, Sequence[QWidget]]
_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
_OPENING_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_BY_KEYBOARD: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


@dataclass(frozen=True, slots=True)
class Point:
    """Something in a chart that can be read, pressed and ringed; seals stand from `seals_at` on."""

    id: str
    box: QRectF
    spoken: str
    seals_at: QPointF | None = None


class Chart(QWidget):
    """The base of all charts. Subclasses lay out points, paint themselves and tell their table."""

    picked = Signal(str)  # a point was pressed
    focused = Signal(str)  # the keyboard has come to a point
    spoken_role = QAccessible.Role.Chart

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._points: tuple[Point, ...] | None = None
        self._seals: dict[str, tuple[QWidget, ...]] = {}
        self._number = 0
        self._key_focus = False
        self._pressed = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # What subclasses say

    def chart_name(self) -> str:
        """What the chart is about."""
        raise NotImplementedError

    def points(self, size: QSizeF) -> Sequence[Point]:
        """What can be read and pressed, in reading order, for a picture of this size."""
        raise NotImplementedError

    def paint_chart(self, painter: QPainter, size: QSizeF, *, with_seals: bool) -> None:
        """The picture; with seals where it is carried away and nothing lies over it."""
        raise NotImplementedError

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The same as a table; the first row holds the headings."""
        raise NotImplementedError

    # What pages use

    def spoken(self) -> str:
        """The point that the keyboard is at, as it is read out."""
        points = self._laid_out()
        if not points:
            return self.chart_name()
        told = points[self._number].spoken
        return self.ctx.words("charts.colon", name=self.chart_name(), told=told)

    def point_box(self, point_id: str) -> QRectF:
        """Where a point stands; empty if there is none of this id."""
        boxes = (point.box for point in self._laid_out() if point.id == point_id)
        return next(boxes, QRectF())

    def save_png(self, path: Path, scale: float = 2.0) -> None:
        """Writes the picture, `scale` pixels for each of the screen's."""
        size = self._export_size()
        image = QImage(
            round(size.width() * scale), round(size.height() * scale), QImage.Format.Format_RGB32
        )
        image.setDevicePixelRatio(scale)
        image.fill(self.ctx.theme.color("paper"))
        painter = QPainter(image)
        self.paint_chart(painter, QSizeF(size), with_seals=True)
        painter.end()
        if not QImageWriter(str(path), QByteArray(b"png")).write(image):
            raise AppError("export-failed", path=str(path))

    def save_svg(self, path: Path) -> None:
        """Writes the picture as lines and letters."""
        size = self._export_size()
        drawing = QSvgGenerator()
        drawing.setFileName(str(path))
        drawing.setSize(size)
        drawing.setViewBox(QRectF(0, 0, size.width(), size.height()))
        drawing.setTitle(self.chart_name())
        painter = QPainter()
        if not painter.begin(drawing):
            raise AppError("export-failed", path=str(path))
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), self.ctx.theme.color("paper"))
        self.paint_chart(painter, QSizeF(size), with_seals=True)
        painter.end()

    # Helpers for subclasses

    @property
    def letters(self) -> Lettering:
        return Lettering(self.ctx.theme)

    def show_data(self, seals: Seals | None = None) -> None:
        """New data has been set: lay out anew, adopt its seals, drop the old ones."""
        for widgets in self._seals.values():
            for widget in widgets:
                widget.hide()
                widget.deleteLater()
        self._seals = {key: tuple(widgets) for key, widgets in (seals or {}).items()}
        for widgets in self._seals.values():
            for widget in widgets:
                widget.setParent(self)
                widget.show()
        self._number = 0
        self.lay_out_again()
        self.updateGeometry()

    def lay_out_again(self) -> None:
        """Size, theme or data changed."""
        self._points = None
        self._place_seals()
        self._tell()
        self.update()

    def focus_number(self) -> int:
        """Which point the keyboard is at."""
        return self._number

    # Helpers

    def _laid_out(self) -> tuple[Point, ...]:
        if self._points is None:
            self._points = tuple(self.points(QSizeF(self.size())))
        return self._points

    def _export_size(self) -> QSize:
        return self.size() if self.isVisible() else self.sizeHint()

    def _place_seals(self) -> None:
        """Seals stand one behind the other, their boxes where the layout left room for them."""
        for point in self._laid_out():
            left = point.seals_at
            if left is None:
                continue
            x = left.x() + self.ctx.px(4)
            for widget in self._seals.get(point.id, ()):
                size = widget.sizeHint()
                widget.setGeometry(
                    round(x), round(left.y() - size.height() / 2), size.width(), size.height()
                )
                x += size.width() + self.ctx.px(2)

    def _tell(self) -> None:
        self.setAccessibleName(self.spoken())
        self.setAccessibleDescription(self.ctx.words("charts.hint"))

    def _go_to(self, number: int) -> None:
        points = self._laid_out()
        if not points or number == self._number:
            return
        self._number = number
        self._tell()
        self.update()
        self.focused.emit(points[number].id)

    def _point_at(self, position: QPointF) -> str:
        for point in self._laid_out():
            if point.box.contains(position):
                return point.id
        return ""

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, and the ring of the keyboard."""
        painter = QPainter(self)
        self.paint_chart(painter, QSizeF(self.size()), with_seals=False)
        points = self._laid_out()
        if self._key_focus and points:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.ctx.theme.color("focus"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            edge = QRectF(self.rect()).adjusted(2, 2, -2, -2)
            ring = points[self._number].box.adjusted(-3, -3, 3, 3).intersected(edge)
            painter.drawRoundedRect(ring, 4, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything stands elsewhere."""
        self.lay_out_again()

    def changeEvent(self, event: QEvent) -> None:
        """A new theme, language or text size."""
        if event.type() == QEvent.Type.StyleChange:
            self.lay_out_again()
            self.updateGeometry()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End go from point to point, Enter picks."""
        key, points = event.key(), self._laid_out()
        last = len(points) - 1
        if key in _STEPS and points:
            self._go_to(min(max(self._number + _STEPS[Qt.Key(key)], 0), last))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and points:
            self._go_to(0 if key == Qt.Key.Key_Home else last)
        elif key in _OPENING_KEYS and points:
            self.picked.emit(points[self._number].id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for the keyboard."""
        self._key_focus = event.reason() in _BY_KEYBOARD
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No ring without focus."""
        self._key_focus = False
        self.update()
        super().focusOutEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be pressed."""
        over = bool(self._point_at(event.position()))
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remembers where the press began."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._point_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press counts when it is let go on the same point."""
        point_id = self._point_at(event.position())
        if point_id and point_id == self._pressed:
            ids = [point.id for point in self._laid_out()]
            self._go_to(ids.index(point_id))
            self.picked.emit(point_id)
        self._pressed = ""
