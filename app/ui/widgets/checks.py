"""Check rows of a facet (box, swatch, words, count) and the edition boxes 1–9."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.ui.context import Context
from app.ui.widgets.paragraph import Paragraph
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.typeset import plain_tip, typeset

_LINE = 21  # no less than the font's own height: words with and without hooks stand on one line


class CheckRow(Pressable):
    """A choice of a facet: 36 high, the whole row is the target."""

    ring_inset = True

    def __init__(
        self, ctx: Context, text: str, count: int | None = None, *, category: str = "",
        checked: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(ctx, parent)
        self._category = category
        self.setCheckable(True)
        self.setChecked(checked)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_words(text, count)

    def set_words(self, text: str, count: int | None = None) -> None:
        """Say this; a row that would find nothing is inert unless it is chosen."""
        self.setText(text.replace("&", "&&"))
        self._words = typeset(text, self.ctx.language)
        self._count = "" if count is None else f"{count:,}"
        self.setAccessibleName(text if count is None else f"{text} {count}")
        self.setEnabled(count != 0 or self.isChecked())
        self.setToolTip("")
        self.update()

    def sizeHint(self) -> QSize:
        """Box, swatch, words, count."""
        px = self.ctx.px
        words = QFontMetricsF(self._font()).horizontalAdvance(self._words)
        return QSize(round(words) + px(48 + 44), px(36))

    def minimumSizeHint(self) -> QSize:
        """Long words take two lines, longer ones are cut and told by the tool tip."""
        return QSize(self.ctx.px(120), self.ctx.px(36))

    def hasHeightForWidth(self) -> bool:
        """Two lines are higher than one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """36, or 57 for two lines."""
        return self.ctx.px(36) + self.ctx.px(_LINE) * (self._paragraph(width).lines - 1)

    def _paragraph(self, width: int) -> Paragraph:
        px = self.ctx.px
        font = self._font()
        left = px(28) + (px(20) if self._category else 0)
        count = QFontMetricsF(font).horizontalAdvance(self._count)
        return Paragraph(self._words, font, px(_LINE), max(1, width - left - count - px(10)), 2)

    def _font(self) -> QFont:
        return self.ctx.theme.make_font(14)

    def paintEvent(self, event: QPaintEvent) -> None:
        """All of it."""
        painter = QPainter(self)
        px, theme = self.ctx.px, self.ctx.theme
        side = px(18)
        top = (self.height() - side) / 2
        self._paint_check(painter, QRectF(0, top, side, side))
        left = side + px(10)
        if self._category:
            swatch = QRectF(left, top, px(10), side)
            painter.fillRect(swatch, theme.category(self._category).ground)
            left += px(20)
        painter.setFont(self._font())
        metrics = painter.fontMetrics()
        ink = "ink3" if not self.isEnabled() else "river" if self.hovered else "ink1"
        told = self._paragraph(self.width())
        self.setToolTip(plain_tip(self._words) if told.elided else "")
        told.paint(painter, QPointF(left, (self.height() - told.height) / 2), theme.color(ink))
        corner = self.baseline_for(painter, QRectF(self.rect()))
        painter.setPen(theme.color("ink2" if self.isEnabled() else "ink3"))
        width = metrics.horizontalAdvance(self._count)
        painter.drawText(corner + QPointF(self.width() - width - 1, 0), self._count)
        if self.key_focus:
            self.paint_box(painter, QRectF(self.rect()), "", "focus", px(2), px(4))

    def _paint_check(self, painter: QPainter, box: QRectF) -> None:
        if self.isChecked():
            self.paint_box(painter, box, "river", radius=self.ctx.px(3))
            inner = box.adjusted(3, 3, -3, -3)
            self.ctx.draw_icon(painter, inner, "check", "onRiver")
        else:
            edge = "river" if self.hovered else "lineStrong" if self.isEnabled() else "line"
            self.paint_box(painter, box, "surface", edge, radius=self.ctx.px(3))


class CheckBox(CheckRow):
    """A check row that takes no more width than it needs, for settings and forms."""

    def __init__(self, ctx: Context, text: str, *, checked: bool = False) -> None:
        super().__init__(ctx, text, checked=checked)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


class _NumberBox(Pressable):
    """One edition of the facet: a square with its number in serif."""

    def __init__(self, ctx: Context, key: str, text: str) -> None:
        super().__init__(ctx)
        self.key = key
        self.words = text
        self.setCheckable(True)

    def shape_radius(self) -> float:
        return self.ctx.px(4)

    def sizeHint(self) -> QSize:
        return QSize(self.ctx.px(36), self.ctx.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        if not self.isEnabled():
            self.paint_box(painter, box, "", "line", dashed=True)
            ink = QColor(self.ctx.theme.color("ink3"))
        elif self.isChecked():
            self.paint_box(painter, box, "river")
            ink = self.ctx.theme.color("onRiver")
        else:
            edge = "river" if self.hovered else "lineStrong"
            self.paint_box(painter, box, "surface", edge, 2 if self.hovered else 1)
            ink = self.ctx.theme.color("ink1")
        painter.setFont(self.ctx.theme.make_font(17, "display", 700))
        painter.setPen(ink)
        width = painter.fontMetrics().horizontalAdvance(self.words)
        corner = self.baseline_for(painter, box)
        painter.drawText(corner + QPointF((self.width() - width) / 2, 0), self.words)


class EditionBoxes(QWidget):
    """The edition facet: boxes in rows of five; dashed where the sources name nothing."""

    changed = Signal()

    def __init__(
        self, ctx: Context, boxes: Sequence[tuple[str, str, str]], columns: int = 5,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`boxes` are (key, number, accessible name)."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(ctx.px(8))
        self.boxes: dict[str, _NumberBox] = {}
        for place, (key, number, name) in enumerate(boxes):
            box = _NumberBox(ctx, key, number)
            box.setAccessibleName(name)
            box.setToolTip(plain_tip(name))
            box.clicked.connect(self._on_clicked)
            grid.addWidget(box, place // columns, place % columns)
            self.boxes[key] = box

    def set_state(self, counts: dict[str, int], chosen: Sequence[str]) -> None:
        """Live counts: 0 is dashed and inert unless chosen."""
        for key, box in self.boxes.items():
            box.setChecked(key in chosen)
            box.setEnabled(bool(counts.get(key)) or key in chosen)

    def chosen(self) -> tuple[str, ...]:
        """The keys that are let through."""
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    def _on_clicked(self) -> None:
        self.changed.emit()
