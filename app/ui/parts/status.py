"""The status of a thing as a tag: what is planned or tried never looks like what is done."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import icons
from app.ui.context import Context
from app.ui.theme import Theme
from app.ui.widgets.typeset import typeset

# How far a thing is, by status: done, under way, tried out, meant.
_DONE: Final = ("held", "exhibited", "open", "in_use", "built", "completed", "launched",
                "published", "signed", "agreed", "case")  # fmt: skip
_STAGES: Final = {
    **dict.fromkeys(_DONE, "done"),
    "under_construction": "begun", "applied": "begun",
    "pilot": "tried", "exploring": "tried",
    "planned": "meant", "announced": "meant", "draft": "meant",
}  # fmt: skip
# stage → fill, edge, ink, icon; what is only meant is outlined in gold and filled with nothing
_LOOKS: Final = {
    "done": ("okTint", "", "ok", "check"),
    "begun": ("riverTint", "", "onRiverTint", "clock"),
    "tried": ("", "river", "river", "flag"),
    "meant": ("", "gold", "gold", "target"),
}


def stage(status: str) -> str:
    """done, begun, tried or meant; an unknown status is taken as meant, never as done."""
    return _STAGES.get(status, "meant")


def status_size(theme: Theme, words: str) -> QSize:
    """How large the tag is."""
    px = theme.px
    width = QFontMetricsF(_font(theme)).horizontalAdvance(words)
    return QSize(round(width) + px(33), px(22))


def paint_status(painter: QPainter, theme: Theme, corner: QPointF, status: str, words: str) -> None:
    """The tag, for lists that paint themselves."""
    fill, edge, ink, icon = _LOOKS[stage(status)]
    px = theme.px
    box = QRectF(corner, status_size(theme, words))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.color(fill) if fill else QColor(0, 0, 0, 0))
    pen = QPen(theme.color(edge or fill), 1)
    if edge == "gold":
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(3), px(3))
    mark = QRectF(box.left() + px(7), box.top() + (box.height() - px(13)) / 2, px(13), px(13))
    icons.paint(painter, mark, icon, theme.color(ink))
    painter.setFont(_font(theme))
    painter.setPen(theme.color(ink))
    metrics = QFontMetricsF(_font(theme))
    base = box.top() + (box.height() + metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(box.left() + px(25), base), words)


def _font(theme: Theme) -> QFont:
    return theme.font("caption")


class StageTag(QWidget):
    """A status with its icon; `suffix` is a date or place that belongs to it."""

    def __init__(
        self, ctx: Context, status: str, suffix: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._status = status
        told = ctx.library.term("status", status).told(ctx.language)
        told = f"{told} · {suffix}" if suffix else told
        self._words = typeset(told, ctx.language)
        self.setAccessibleName(told)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Icon and words."""
        return status_size(self.ctx.theme, self._words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, icon, words."""
        painter = QPainter(self)
        paint_status(painter, self.ctx.theme, QPointF(0, 0), self._status, self._words)
