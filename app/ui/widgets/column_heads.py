"""The headings over a table: each sorts by its column when it is pressed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.context import Context
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.typeset import typeset


class ColumnHead(Pressable):
    """One heading; `sign` is +1 or -1 while the table is sorted by it, `right` sets it right."""

    def __init__(self, ctx: Context, key: str, text: str, parent: QWidget) -> None:
        super().__init__(ctx, parent)
        self.key = key
        self._words = typeset(text, ctx.language)
        self.sign = 0
        self.right = 0
        self.sortable = True
        self.setAccessibleName(text)

    def show_sign(self, sign: int) -> None:
        """Sorted upwards (1), downwards (-1) or not by this column."""
        self.sign = sign
        key = {1: "projects.sorted.up", -1: "projects.sorted.down"}.get(sign, "")
        self.setAccessibleDescription(self.ctx.words(key) if key else "")
        self.update()

    def shape_radius(self) -> float:
        """As words are."""
        return self.ctx.px(2)

    def natural_width(self) -> int:
        """Words and the caret."""
        metrics = QFontMetricsF(self.ctx.theme.font("small"))
        return round(metrics.horizontalAdvance(self._words)) + self.ctx.px(22)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self.natural_width(), self.ctx.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words, and which way the column is sorted."""
        painter, px = QPainter(self), self.ctx.px
        painter.setFont(self.ctx.theme.font("small"))
        lit = self.sortable and (self.hovered or self.sign != 0)
        painter.setPen(self.ctx.theme.color("ink1" if lit else "ink2"))
        corner = self.baseline_for(painter, QRectF(self.rect()))
        painter.drawText(corner, self._words)
        if self.sign:
            left = painter.fontMetrics().horizontalAdvance(self._words) + px(5)
            box = QRectF(left, (self.height() - px(13)) / 2, px(13), px(13))
            self.ctx.draw_icon(painter, box, "up" if self.sign > 0 else "expand", "ink1")
        if self.hovered and self.sortable:
            width = painter.fontMetrics().horizontalAdvance(self._words)
            line = QRectF(QPointF(0, corner.y() + px(3)), QPointF(width, corner.y() + px(3) + 1))
            painter.fillRect(line, self.ctx.theme.color("ink2"))


class ColumnHeads(QWidget):
    """Headings in a row; `set_widths` puts them over their columns."""

    sorted_by = Signal(str)

    def __init__(
        self, ctx: Context, heads: Sequence[tuple[str, str]], *, right: Sequence[str] = (),
        still: Sequence[str] = (), inset: int = 12, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`right` are set right; `still` do not sort."""
        super().__init__(parent)
        self.ctx = ctx
        self._inset = inset
        self.heads = [ColumnHead(ctx, key, text, self) for key, text in heads]
        for head in self.heads:
            head.right = head.key in right
            head.sortable = head.key not in still
            head.setEnabled(head.sortable)
            head.clicked.connect(self._on_clicked)
        self.setFixedHeight(ctx.px(40))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_order(self, order: str) -> None:
        """Which column sorts: `amount` or `-amount`."""
        for head in self.heads:
            same = head.key == order.removeprefix("-")
            head.show_sign((-1 if order.startswith("-") else 1) if same else 0)

    def set_widths(self, widths: Sequence[int]) -> None:
        """The widths of the columns below; 0 hides the heading."""
        left, px = 0, self.ctx.px
        for head, width in zip(self.heads, widths, strict=True):
            head.setVisible(width > 0)
            size = min(head.natural_width(), max(1, width - px(4)))
            at = left + (px(self._inset) if head is self.heads[0] else 0)
            if head.right:
                at = left + width - px(24) - size + (0 if head.sign else px(22))
            head.setGeometry(at, px(4), size, px(32))
            left += width

    def _on_clicked(self) -> None:
        head = self.sender()
        if isinstance(head, ColumnHead):
            self.sorted_by.emit(head.key)
