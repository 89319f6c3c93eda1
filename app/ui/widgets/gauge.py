"""The tide gauge: ticks, a lacquer float at the current place; contents and progress."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.page import empty
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.typeset import typeset


def paint_ticks(
    painter: QPainter, ctx: Context, right: float, top: float, bottom: float,
    lengths: tuple[int, int] = (12, 6), step: int = 12,
) -> None:  # fmt: skip
    """Ticks every 12 px that end at `right`; every fifth is long."""
    distance = ctx.px(step)
    place, y = 0, top
    long, short = ctx.px(lengths[0]), ctx.px(lengths[1])
    # Each tick lies across two pixel rows, so that it is soft as on the printed gauge.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    strong, soft = (QColor(ctx.theme.color("lineStrong")) for _ in range(2))
    strong.setAlphaF(0.81)
    soft.setAlphaF(0.46)
    while y <= bottom:
        is_long = place % 5 == 0
        painter.setPen(QPen(strong if is_long else soft, 1))
        at = round(y)
        painter.drawLine(QPointF(right - (long if is_long else short), at), QPointF(right, at))
        place, y = place + 1, y + distance


def paint_float(painter: QPainter, ctx: Context, tip: QPointF, size: int = 13) -> None:
    """The triangle: it points left, its base stands on the gauge's axis."""
    wide, half = ctx.px(size), ctx.px(size + 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ctx.theme.color("lacquer"))
    base = tip.x() + wide
    painter.drawPolygon(QPolygonF([
        tip, QPointF(base, tip.y() - half), QPointF(base, tip.y() + half),
    ]))  # fmt: skip


class _Stop(Pressable):
    """One heading on the gauge."""

    ring_inset = True

    def __init__(self, ctx: Context, key: str, words: str) -> None:
        super().__init__(ctx)
        self.key = key
        self._words = typeset(words, ctx.language)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.ctx.px(120), self.ctx.px(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, px = self.ctx.theme, self.ctx.px
        painter.setFont(theme.font("smallStrong" if self.isChecked() else "small"))
        ink = "ink1" if self.isChecked() else "river" if self.hovered else "ink2"
        painter.setPen(theme.color(ink))
        room = self.width() - px(34)
        words = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.baseline_for(painter, QRectF(self.rect())) + QPointF(px(34), 0),
                         words)  # fmt: skip
        if self.key_focus:
            self.paint_box(painter, QRectF(self.rect()).adjusted(px(26), px(8), 0, -px(8)), "",
                           "focus", px(2), px(4))  # fmt: skip


class TideGauge(QWidget):
    """The contents of a long page: `set_sections`, `set_current`, `chosen` tells the key."""

    chosen = Signal(str)

    def __init__(self, ctx: Context, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.setAccessibleName(name or ctx.words("common.contents"))
        self._stops: list[_Stop] = []
        self._at = 0.0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._glide = QVariantAnimation(self)
        self._glide.valueChanged.connect(self._on_glide)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_sections(self, sections: Sequence[tuple[str, str]]) -> None:
        """(key, words) from top to bottom."""
        empty(self._column)
        self._stops = []
        for key, words in sections:
            stop = _Stop(self.ctx, key, words)
            stop.clicked.connect(self._on_stop)
            self._column.addWidget(stop)
            self._stops.append(stop)
        if self._stops:
            self._stops[0].setChecked(True)
        self._at = 0.0
        self.update()

    def set_current(self, key: str) -> None:
        """Let the float glide to this heading."""
        keys = [stop.key for stop in self._stops]
        if key not in keys or self._stops[keys.index(key)].isChecked():
            return
        for stop in self._stops:
            stop.setChecked(stop.key == key)
        self._glide.stop()
        self._glide.setStartValue(self._at)
        self._glide.setEndValue(float(keys.index(key)))
        self._glide.setDuration(self.ctx.theme.duration("float"))
        self._glide.setEasingCurve(self.ctx.theme.easing())
        self._glide.start()

    def _on_stop(self) -> None:
        stop = self.sender()
        if isinstance(stop, _Stop):
            self.set_current(stop.key)
            stop.setChecked(True)
            self.chosen.emit(stop.key)

    def _on_glide(self, value: float) -> None:
        self._at = value
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Axis, ticks, float."""
        painter = QPainter(self)
        px = self.ctx.px
        axis, half = px(20), px(24)
        bottom = self.height() - half
        paint_ticks(painter, self.ctx, axis, half, bottom, (16, 9))
        painter.setPen(QPen(self.ctx.theme.color("lineStrong"), 1))
        painter.drawLine(QPointF(axis + 0.5, half), QPointF(axis + 0.5, bottom))
        tip = QPointF(axis - px(12), half + self._at * px(48))
        paint_float(painter, self.ctx, tip, 12)


class ProgressGauge(QWidget):
    """A lying gauge: how much is done, 0 to 1, with the float at that place."""

    def __init__(self, ctx: Context, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._done = 0.0
        self.setAccessibleName(name)
        self.setFixedHeight(ctx.px(30))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_done(self, share: float) -> None:
        """0 to 1."""
        self._done = max(0.0, min(1.0, share))
        self.setAccessibleDescription(f"{self._done:.0%}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ticks that stand on the line, the part done, the float."""
        painter = QPainter(self)
        theme, px = self.ctx.theme, self.ctx.px
        left, right, base = px(8), self.width() - px(8), self.height() - px(4)
        count = max(10, round((right - left) / px(10)) // 10 * 10)
        for place in range(count + 1):
            x = round(left + (right - left) * place / count) + 0.5
            height = px(21 if place % 10 == 0 else 13 if place % 5 == 0 else 9)
            strong = place % 10 == 0
            painter.setPen(QPen(theme.color("lineStrong" if strong else "line"), 1))
            painter.drawLine(QPointF(x, base - height), QPointF(x, base))
        painter.setPen(QPen(theme.color("lineStrong"), 1))
        painter.drawLine(QPointF(left, base + 0.5), QPointF(right, base + 0.5))
        reach = (right - left) * self._done
        painter.fillRect(QRectF(left, base - 1, reach, px(4)), theme.color("river"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("lacquer"))
        x, wide, high = left + reach, px(9.5), px(17)
        painter.drawPolygon(QPolygonF([
            QPointF(x, base - px(3)), QPointF(x - wide, base - px(3) - high),
            QPointF(x + wide, base - px(3) - high),
        ]))  # fmt: skip
