"""Parts side by side in given shares of the width; below each other where it gets narrow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.context import Context


class Share(NamedTuple):
    """A part: `width` > 0 is fixed (unscaled px), else it takes `weight` of what is left."""

    widget: QWidget
    weight: float = 1
    width: int = 0


class Columns(QWidget):
    """`least` is the width below which the parts stand below each other."""

    def __init__(
        self, ctx: Context, parts: Sequence[Share], *, gap: int = 40, least: int = 860,
        row_gap: int = 28, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx = ctx
        self._gap, self._least, self._row_gap = gap, least, row_gap
        self._parts = list(parts)
        for part in self._parts:
            part.widget.setParent(self)
            part.widget.show()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def is_stacked(self, width: int) -> bool:
        """Whether the parts stand below each other at this width."""
        return width < self.ctx.px(self._least)

    def widths(self, width: int) -> list[int]:
        """How wide each part is."""
        if self.is_stacked(width):
            return [width] * len(self._parts)
        px = self.ctx.px
        room = width - px(self._gap) * (len(self._parts) - 1)
        room -= sum(px(part.width) for part in self._parts)
        shares = sum(part.weight for part in self._parts if not part.width) or 1
        return [px(part.width) if part.width else int(room * part.weight / shares)
                for part in self._parts]  # fmt: skip

    def sizeHint(self) -> QSize:
        """For the width it has."""
        width = max(self.width(), self.ctx.px(480))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Parts below each other."""
        return QSize(self.ctx.px(240), self.ctx.px(40))

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The highest part, or all of them."""
        pairs = zip(self._parts, self.widths(width), strict=True)
        heights = [_height(part.widget, one) for part, one in pairs]
        if self.is_stacked(width):
            return sum(heights) + self.ctx.px(self._row_gap) * max(0, len(heights) - 1)
        return max(heights, default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything in its place."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """A part has grown: so does this."""
        told = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._arrange()
        return told

    def _arrange(self) -> None:
        stacked = self.is_stacked(self.width())
        left = top = 0
        for part, width in zip(self._parts, self.widths(self.width()), strict=True):
            height = _height(part.widget, width)
            part.widget.setGeometry(left, top, width, height)
            if stacked:
                top += height + self.ctx.px(self._row_gap)
            else:
                left += width + self.ctx.px(self._gap)


def _height(widget: QWidget, width: int) -> int:
    if widget.hasHeightForWidth():
        return widget.heightForWidth(width)
    return widget.sizeHint().height()
