"""Where one is: 届次 › 第六届; every step but the last leads back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.context import Context
from app.ui.routes import Route
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.marks import IconMark
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.typeset import typeset


class _Step(Pressable):
    """A step that leads back."""

    def __init__(self, ctx: Context, words: str, route: Route, color: str) -> None:
        super().__init__(ctx)
        self._words = typeset(words, ctx.language)
        self._route = route
        self._color = color
        self.ring_color = "dusk.text" if color.startswith("dusk.") else "focus"
        self.setAccessibleName(words)
        self.clicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.ctx.theme.font("small"))
        return QSize(round(metrics.horizontalAdvance(self._words)) + 2, self.ctx.px(24))

    def shape_radius(self) -> float:
        return self.ctx.px(2)

    def _on_clicked(self) -> None:
        self.ctx.go(self._route)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.ctx.theme.font("small"))
        painter.setPen(self.ctx.theme.color(self._color))
        corner = self.baseline_for(painter, QRectF(self.rect()))
        painter.drawText(corner, self._words)
        if self.hovered:
            line = QRectF(0, corner.y() + self.ctx.px(3), self.width() - 2, 1)
            painter.fillRect(line, self.ctx.theme.color(self._color))


class Breadcrumb(QWidget):
    """Steps of (words, route); `color` for pages with a dark head."""

    def __init__(
        self, ctx: Context, steps: Sequence[tuple[str, Route | None]], color: str = "ink2",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ctx.px(4))
        for place, (words, route) in enumerate(steps):
            if place:
                row.addWidget(IconMark(ctx, "open", color, 12))
            if route is not None:
                row.addWidget(_Step(ctx, words, route, color))
            else:
                row.addWidget(PlainLabel(ctx, words, "small", color, wrap=False))
        row.addStretch(1)
        self.setAccessibleName(" › ".join(words for words, _ in steps))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
