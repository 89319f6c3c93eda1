"""A switch: one setting, on or off."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.context import Context
from app.ui.widgets.pressable import Pressable


class Switch(Pressable):
    """Checked is on: river with a tick; off is an outline with its knob at the left."""

    def __init__(
        self, ctx: Context, name: str, *, checked: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(ctx, parent)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setChecked(checked)

    def shape_radius(self) -> float:
        """A pill."""
        return self.height() / 2

    def sizeHint(self) -> QSize:
        """52 × 30."""
        return QSize(self.ctx.px(52), self.ctx.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pill, knob, tick."""
        painter = QPainter(self)
        theme, px = self.ctx.theme, self.ctx.px
        box, lit = QRectF(self.rect()), self.isChecked()
        if lit:
            self.paint_box(painter, box, "riverHover" if self.hovered else "river")
        else:
            edge = "river" if self.hovered else "lineStrong"
            self.paint_box(painter, box, "surface", edge, px(2))
        side = max(px(8), box.height() - px(8))
        left = box.right() - px(4) - side if lit else box.left() + px(4)
        knob = QRectF(left, box.top() + px(4), side, side)
        painter.setBrush(theme.color("onRiver" if lit else "lineStrong"))
        painter.setPen(theme.color("onRiver" if lit else "lineStrong"))
        painter.drawEllipse(knob)
        if lit:
            inset = side * 0.22
            self.ctx.draw_icon(painter, knob.adjusted(inset, inset, -inset, -inset), "check",
                               "river")  # fmt: skip
