"""The rail: seal logo, eight places and the settings, the tide gauge with its float."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.context import Context
from app.ui.routes import Route
from app.ui.widgets.gauge import paint_float, paint_ticks
from app.ui.widgets.pressable import Pressable

# rail item → the page it opens
PLACES: Final = {
    "editions": "home", "zone": "zone", "projects": "projects", "figures": "figures",
    "apps": "applications", "orgs": "organisations", "plan": "plan", "sources": "sources",
    "settings": "settings",
}  # fmt: skip
_FIRST, _PITCH = 92, 60
_TIGHT: Final = 0.85  # of the usual pitch


class _Logo(Pressable):
    """The lacquer seal 展伴; leads home."""

    def shape_radius(self) -> float:
        return self.ctx.px(4)

    def sizeHint(self) -> QSize:
        return QSize(self.ctx.px(40), self.ctx.px(52))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        # The seal keeps its cinnabar at night, as a print would.
        fill = "#C9432B" if self.ctx.theme.is_dark else "lacquer"
        self.paint_box(painter, QRectF(self.rect()), fill)
        painter.setPen(self.ctx.theme.color("#FFF8EC"))
        painter.setFont(self.ctx.theme.make_font(19, "display", 700))
        metrics = painter.fontMetrics()
        row = self.ctx.px(21)
        for place, sign in enumerate("展伴"):
            left = (self.width() - metrics.horizontalAdvance(sign)) / 2
            base = self.ctx.px(5) + row * place + (row + metrics.capHeight()) / 2
            painter.drawText(QPointF(left, base + self.ctx.px(1)), sign)


class _Item(Pressable):
    """A place: icon over words."""

    ring_inset = True

    def __init__(self, ctx: Context, key: str, parent: QWidget) -> None:
        super().__init__(ctx, parent)
        self.key = key
        self.setCheckable(True)

    def set_words(self, words: str) -> None:
        self.words = words
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.ctx.px(84), self.ctx.px(_PITCH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, px = self.ctx.theme, self.ctx.px
        here = self.isChecked()
        ink = "river" if here or self.hovered else "ink2"
        line = px(18)
        is_tight = self.height() < px(_PITCH) * _TIGHT
        size, gap = (px(20), 0) if is_tight else (px(24), px(3))  # a word stays with its icon
        with_words = self.height() >= size + line + 2
        block = size + (line + gap if with_words else 0)
        top = (self.height() - block) / 2
        icon = QRectF((self.width() - size) / 2, top, size, size)
        name = f"{self.key}-fill" if here else self.key
        self.ctx.draw_icon(painter, icon, name, ink)
        if with_words:
            painter.setFont(theme.make_font(12, "ui", 700 if here else 400))
            painter.setPen(theme.color(ink))
            metrics = painter.fontMetrics()
            left = (self.width() - metrics.horizontalAdvance(self.words)) / 2
            box = QRectF(left, top + size + gap, self.width(), line)
            painter.drawText(self.baseline_for(painter, box), self.words)
        if self.key_focus:
            inner = QRectF(self.rect()).adjusted(px(6), 1, -px(2), -1)
            self.paint_box(painter, inner, "", "focus", px(3), px(6))


class Rail(QWidget):
    """Fixed at the left; the float glides to where one is."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._at = -1.0
        self._ground: QPixmap | None = None
        self._dressed: object = None  # the theme that the ground was painted in
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._logo = _Logo(ctx, self)
        self._logo.clicked.connect(self._on_logo)
        self.items = {key: _Item(ctx, key, self) for key in PLACES}
        for item in self.items.values():
            item.clicked.connect(self._on_item)
        self._glide = QVariantAnimation(self)
        self._glide.valueChanged.connect(self._on_glide)
        self._section = ""
        self.retranslate()
        self.rescale()

    def retranslate(self) -> None:
        """Say every word again."""
        self.setAccessibleName(self.ctx.words("window.rail"))
        self._logo.setAccessibleName(self.ctx.words("window.home"))
        for key, item in self.items.items():
            item.set_words(self.ctx.words(f"window.nav.{key}"))

    def rescale(self) -> None:
        """Another text size."""
        self.setFixedWidth(self.ctx.px(96))
        self._place()

    def set_section(self, section: str) -> None:
        """Light this place and let the float glide there; "" lights none."""
        if section == self._section and self._at == self._center(section):
            return
        for key, item in self.items.items():
            item.setChecked(key == section)
        self._section = section
        target = self._center(section)
        if target < 0 or self._at < 0 or not self.isVisible():
            self._at = target
            self.update()
            return
        self._glide.stop()
        self._glide.setStartValue(self._at)
        self._glide.setEndValue(target)
        self._glide.setDuration(self.ctx.theme.duration("float"))
        self._glide.setEasingCurve(self.ctx.theme.easing())
        self._glide.start()

    def _center(self, section: str) -> float:
        item = self.items.get(section)
        return float(item.geometry().center().y()) if item else -1.0

    def _on_glide(self, value: float) -> None:
        before, self._at = self._at, value
        self.update(self._float_box(before))
        self.update(self._float_box(value))

    def _float_box(self, at: float) -> QRect:
        """What the float covers at this height: the rest of the rail stays as it is."""
        wide, high = self.ctx.px(16), self.ctx.px(36)
        return QRect(self.width() - wide, round(at) - high // 2, wide, high)

    def _on_logo(self) -> None:
        self.ctx.go(Route("home"))

    def _on_item(self) -> None:
        item = self.sender()
        if isinstance(item, _Item):
            item.setChecked(item.key == self._section)
            self.ctx.go(Route(PLACES[item.key]))

    def _place(self) -> None:
        px = self.ctx.px
        self._logo.setGeometry(px(28), px(20), px(40), px(52))
        *upper, last = self.items.values()
        room = self.height() - px(8) - px(_FIRST)
        pitch = min(px(_PITCH), room // len(self.items))
        for place, item in enumerate(upper):
            item.setGeometry(0, px(_FIRST) + place * pitch, px(84), pitch)
        last.setGeometry(0, self.height() - px(8) - pitch, px(84), pitch)
        self._glide.stop()
        self._at = self._center(self._section)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Low windows bring the items closer together."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, ticks, edge, float."""
        painter = QPainter(self)
        px, ratio = self.ctx.px, painter.device().devicePixelRatioF()
        kept = self._ground
        if kept is None or (kept.deviceIndependentSize().toSize(), kept.devicePixelRatio(),
                            self._dressed) != (self.size(), ratio, self.ctx.theme):  # fmt: skip
            kept = self._ground = self._painted(ratio)
            self._dressed = self.ctx.theme
        painter.drawPixmap(0, 0, kept)
        if self._at >= 0:
            paint_float(painter, self.ctx, QPointF(self.width() - px(13), self._at + 0.5))

    def _painted(self, ratio: float) -> QPixmap:
        """Paper, ticks and edge: soft lines take 10 ms, and the float glides over them."""
        theme, edge = self.ctx.theme, self.width() - 0.5
        ground = QPixmap(self.size() * ratio)
        ground.setDevicePixelRatio(ratio)
        ground.fill(theme.color("surface"))
        painter = QPainter(ground)
        paint_ticks(painter, self.ctx, edge, self.ctx.px(12), self.height())
        painter.setPen(QPen(theme.color("lineStrong"), 1))
        painter.drawLine(QPointF(edge, 0), QPointF(edge, self.height()))
        painter.end()
        return ground
