"""A segment: one of a few choices side by side, as words or icons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from app.ui.context import Context
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.typeset import plain_tip


class _Cell(Pressable):
    """One choice of a segment."""

    def __init__(self, ctx: Context, key: str, text: str, icon: str, name: str) -> None:
        super().__init__(ctx)
        self.key = key
        self.words = text
        self.icon_name = icon
        self.is_first = self.is_last = False
        self.setCheckable(True)
        self.setAutoExclusive(True)  # the group sees to it; this tells screen readers
        self.set_name(name or text)

    def set_name(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name) if self.icon_name else "")

    def font_now(self) -> QFont:
        return self.ctx.theme.make_font(13, "ui", 700 if self.isChecked() else 400)

    def sizeHint(self) -> QSize:
        px = self.ctx.px
        bold = self.ctx.theme.make_font(13, "ui", 700)
        width = QFontMetricsF(bold).horizontalAdvance(self.words) if self.words else 0
        return QSize(max(px(40), round(width) + px(22)), px(34 if self.words else 38))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self.ctx.theme
        ink = "paper" if self.isChecked() else "onRiverTint" if self.hovered else "ink2"
        if self.isChecked() or self.hovered:
            fill = "ink1" if self.isChecked() else "riverTint"
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(self._ground(), theme.color(fill))
        if self.icon_name:
            size = self.ctx.px(20)
            box = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
            self.ctx.draw_icon(painter, box, self.icon_name, ink)
            return
        painter.setFont(self.font_now())
        painter.setPen(theme.color(ink))
        width = painter.fontMetrics().horizontalAdvance(self.words)
        corner = self.baseline_for(painter, QRectF(self.rect()))
        painter.drawText(corner + QPointF((self.width() - width) / 2, 0), self.words)

    def _ground(self) -> QPainterPath:
        """The cell, rounded where it is an end of the segment."""
        radius = self.ctx.px(5)
        box, path = QRectF(self.rect()), QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(box, radius, radius)
        if not self.is_first:
            path.addRect(box.adjusted(0, 0, -radius, 0))
        if not self.is_last:
            path.addRect(box.adjusted(radius, 0, 0, 0))
        return path


class Segment(QWidget):
    """One of (key, words[, icon[, name]]); arrows move, `chosen` tells the key."""

    chosen = Signal(str)

    def __init__(
        self, ctx: Context, name: str, choices: Sequence[tuple[str, ...]], current: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx = ctx
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.cells: list[_Cell] = []
        for key, words, *more in choices:
            icon = more[0] if more else ""
            told = more[1] if len(more) > 1 else words
            cell = _Cell(ctx, key, words, icon, told)
            cell.setChecked(key == current)
            cell.installEventFilter(self)
            self._group.addButton(cell)
            row.addWidget(cell)
            self.cells.append(cell)
        if self.cells:
            self.cells[0].is_first = self.cells[-1].is_last = True
        self._group.buttonClicked.connect(self._on_clicked)
        self._choose_stop()

    def _choose_stop(self) -> None:
        """Tab stops at the choice; arrows lead to the others."""
        stop = next((cell for cell in self.cells if cell.isChecked()), None)
        for cell in self.cells:
            is_stop = stop is None or cell is stop
            policy = Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            cell.setFocusPolicy(policy)

    def current(self) -> str:
        """The key of the choice."""
        return next((cell.key for cell in self.cells if cell.isChecked()), "")

    def set_current(self, key: str) -> None:
        """Show this choice, without news."""
        for cell in self.cells:
            if cell.key == key:
                cell.setChecked(True)
        self._choose_stop()

    def _on_clicked(self, cell: _Cell) -> None:
        self._choose_stop()
        self.chosen.emit(cell.key)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        """Left and right walk through the choices."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
            if step:
                places = [cell is watched for cell in self.cells]
                place = (places.index(True) + step) % len(self.cells)
                self.cells[place].setFocus(Qt.FocusReason.TabFocusReason)
                self.cells[place].click()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground the cells lie on, its frame and the hairlines between cells."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        radius = self.ctx.px(6)
        path.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.fillPath(path, self.ctx.theme.color("surface"))
        painter.strokePath(path, QPen(self.ctx.theme.color("lineStrong"), 1))
        painter.setPen(QPen(self.ctx.theme.color("line"), 1))
        for cell in self.cells[1:]:
            left = cell.x() + 0.5
            painter.drawLine(QPointF(left, 1), QPointF(left, self.height() - 1))
