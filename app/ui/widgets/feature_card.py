"""The large card of a grid: cover, eyebrow, serif title, a lead with its seals."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.model.entry import Citation
from app.ui.context import Context
from app.ui.widgets.cover_view import CoverSlot, CoverSpec
from app.ui.widgets.fact_text import FactText
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.seal_book import SealBook


class _Face(Pressable):
    """The target under the words: takes the focus and the press for the whole card."""

    def shape_radius(self) -> float:
        return self.ctx.px(4)

    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: the card paints."""


class FeatureCard(QWidget):
    """Fills the cell it is given; `opened` when it is pressed anywhere but on a seal."""

    opened = Signal()

    def __init__(
        self, ctx: Context, spec: CoverSpec, title: str, eyebrow: str = "", lead: str = "",
        citations: Sequence[Citation] = (), book: SealBook | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx = ctx
        self.entry_id = spec.seed
        self.slot = CoverSlot(ctx, spec, self)
        self.face = _Face(ctx, self)
        self.face.setAccessibleName(", ".join(part for part in (title, eyebrow) if part))
        self.face.clicked.connect(self.opened)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._words = QWidget(self)
        column = self._column = QVBoxLayout(self._words)
        pad = ctx.px(20)
        column.setContentsMargins(pad, ctx.px(12), pad, ctx.px(20))
        column.setSpacing(ctx.px(2))
        if eyebrow:
            column.addWidget(PlainLabel(ctx, eyebrow, "caption", "ink2", max_lines=1))
        self.title = PlainLabel(ctx, title, "h2", max_lines=2)
        column.addWidget(self.title)
        if lead:
            column.addWidget(FactText(ctx, lead, citations, book, "body", "ink2"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _words_height(self) -> int:
        height = self._column.totalHeightForWidth(self.width())
        return max(height, 0) or self._column.totalSizeHint().height()

    def sizeHint(self) -> QSize:
        """Two cells wide and high; the grid decides."""
        return QSize(self.ctx.px(498), self.ctx.px(528))

    def minimumSizeHint(self) -> QSize:
        """Never so small that the words are cut."""
        return QSize(self.ctx.px(240), self.ctx.px(320))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words take what they need, the cover the rest."""
        super().resizeEvent(event)
        words = self._words_height()
        self._words.setGeometry(0, self.height() - words, self.width(), words)
        self.face.setGeometry(self.rect())
        self.slot.resize(QSize(self.width() - 2, self.height() - words - 1))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on the words counts as one on the card."""
        if self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def enterEvent(self, event: object) -> None:
        """The title takes the river colour."""
        self.title.set_color("river")
        super().enterEvent(event)  # type: ignore[arg-type]

    def leaveEvent(self, event: object) -> None:
        """And back."""
        self.title.set_color("ink1")
        super().leaveEvent(event)  # type: ignore[arg-type]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, cover, edge."""
        painter = QPainter(self)
        box, lit = QRectF(self.rect()), self.underMouse()
        self.face.paint_box(painter, box, "surface", "river" if lit else "line", 2 if lit else 1)
        clip = QPainterPath()
        clip.addRoundedRect(box.adjusted(1, 1, -1, -1), self.ctx.px(4), self.ctx.px(4))
        cover = QRectF(1, 1, self.width() - 2, self.height() - self._words.height() - 1)
        self.slot.paint(painter, cover, clip)
