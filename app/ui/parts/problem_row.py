"""A problem of a pack as a row: where, which field, what was read, why and how to mend it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.content.problems import Problem
from app.ui.context import Context
from app.ui.widgets.paragraph import Paragraph
from app.ui.widgets.typeset import typeset

ICON, FILE, FIELD, VALUE = 32, 150, 126, 190  # the columns, the last takes the rest
_WIDE: Final = 820


class _Shape:
    """The words broken for a width: five columns, or one under the other."""

    def __init__(self, ctx: Context, problem: Problem, width: int) -> None:
        theme, px, words = ctx.theme, ctx.px, ctx.words
        self.wide = width >= px(_WIDE)
        columns = px(ICON + FILE + FIELD + VALUE) if self.wide else px(ICON)
        self.room = max(px(120), width - columns)
        line, small = theme.line("small"), theme.font("small")
        file_room = px(FILE - 12) if self.wide else self.room
        where = words("check.row", row=problem.row) if problem.row else ""
        self.file = Paragraph(problem.file, small, line, file_room)
        self.where = Paragraph(typeset(where, ctx.language), small, line, file_room)
        field_room = px(FIELD - 32) if self.wide else self.room - px(20)
        self.field = Paragraph(problem.column, theme.font("caption"), px(18), field_room, 2)
        value = problem.value or words("check.empty")
        value_room = px(VALUE - 40) if self.wide else self.room - px(20)
        self.value = Paragraph(value, small, line, value_room, 3)
        self.cause = Paragraph(_sentence(problem.cause(words), ctx), theme.font("bodyStrong"),
                               px(23), self.room)  # fmt: skip
        self.fix = Paragraph(_sentence(problem.fix(words), ctx), small, line, self.room)
        told = self.cause.height + self.fix.height
        boxes = (self.value.height if problem.column else 0) + px(14)
        place = self.file.height + (self.where.height if where else 0)
        high = max(told, boxes, place) if self.wide else told + boxes + place + px(10)
        self.height = max(px(64), high + px(18))


def _sentence(text: str, ctx: Context) -> str:
    """Begun with a capital, unless it begins with the name of a file."""
    is_name = "." in text.split(" ", 1)[0].rstrip(".")
    return typeset(text if is_name else text[:1].upper() + text[1:], ctx.language)


class ProblemRow(QWidget):
    """Tells; reached by arrows so that a screen reader reads it."""

    def __init__(self, ctx: Context, problem: Problem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.problem = problem
        self.setAccessibleName(problem.line(ctx.words))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """For the width it has."""
        width = max(self.width(), self.ctx.px(320))
        return QSize(width, problem_height(self.ctx, self.problem, width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The columns."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px = self.ctx.theme, self.ctx.px
        shape = _Shape(self.ctx, self.problem, self.width())
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
        top = (self.height() - px(20)) / 2 if shape.wide else px(10)
        self.ctx.draw_icon(painter, QRectF(0, top, px(20), px(20)), "error", "err")
        if shape.wide:
            self._paint_wide(painter, shape)
        else:
            self._paint_narrow(painter, shape)
        if self.hasFocus():
            painter.setPen(theme.color("focus"))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -2))

    def _paint_wide(self, painter: QPainter, shape: _Shape) -> None:
        theme, px = self.ctx.theme, self.ctx.px
        has_row = bool(self.problem.row)
        place = shape.file.height + (shape.where.height if has_row else 0)
        corner = QPointF(px(ICON), (self.height() - place) / 2)
        shape.file.paint(painter, corner, theme.color("ink1"))
        if has_row:
            below = corner + QPointF(0, shape.file.height)
            shape.where.paint(painter, below, theme.color("ink2"))
        middle = self.height() / 2
        if self.problem.column:
            left = px(ICON + FILE)
            self._paint_box(painter, shape.field, left, middle, "sunk")
            left += px(FIELD)
            self._paint_box(painter, shape.value, left, middle, "errTint", px(VALUE - 20))
        told = shape.cause.height + shape.fix.height
        corner = QPointF(px(ICON + FILE + FIELD + VALUE), middle - told / 2)
        shape.cause.paint(painter, corner, theme.color("ink1"))
        shape.fix.paint(painter, corner + QPointF(0, shape.cause.height), theme.color("ink2"))

    def _paint_narrow(self, painter: QPainter, shape: _Shape) -> None:
        theme, px = self.ctx.theme, self.ctx.px
        corner = QPointF(px(ICON), px(9))
        shape.file.paint(painter, corner, theme.color("ink2"))
        corner += QPointF(0, shape.file.height)
        if self.problem.row:
            shape.where.paint(painter, corner, theme.color("ink2"))
            corner += QPointF(0, shape.where.height)
        shape.cause.paint(painter, corner, theme.color("ink1"))
        corner += QPointF(0, shape.cause.height)
        shape.fix.paint(painter, corner, theme.color("ink2"))
        corner += QPointF(0, shape.fix.height + px(4))
        if self.problem.column:
            middle = corner.y() + (shape.value.height + px(10)) / 2
            wide = self._paint_box(painter, shape.field, px(ICON), middle, "sunk")
            self._paint_box(painter, shape.value, px(ICON) + wide + px(8), middle, "errTint")

    def _paint_box(
        self, painter: QPainter, words: Paragraph, left: float, middle: float, fill: str,
        width: float = 0,
    ) -> float:  # fmt: skip
        px, theme = self.ctx.px, self.ctx.theme
        wide = width or words.natural_width + px(16)
        height = words.height + px(8)
        box = QRectF(left, middle - height / 2, wide, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(fill))
        painter.drawRoundedRect(box, px(3), px(3))
        corner = QPointF(left + px(8), middle - words.height / 2)
        words.paint(painter, corner, theme.color("ink1"))
        return wide


def problem_height(ctx: Context, problem: Problem, width: int) -> int:
    """How high a row is."""
    return _Shape(ctx, problem, width).height


class ColumnHeads(QWidget):
    """文件与行 · 字段 · 读到的值 · 问题与改法; hidden where the rows have no columns."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.setFixedHeight(ctx.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words and the rule below."""
        painter = QPainter(self)
        theme, px = self.ctx.theme, self.ctx.px
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
        if self.width() < px(_WIDE):
            return
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("ink2"))
        metrics = QFontMetricsF(theme.font("small"))
        base = (self.height() + metrics.ascent() - metrics.descent()) / 2
        left = px(ICON)
        for key, width in (("file", FILE), ("field", FIELD), ("value", VALUE), ("fix", 0)):
            painter.drawText(QPointF(left, base), self.ctx.words(f"check.head.{key}"))
            left += px(width)
