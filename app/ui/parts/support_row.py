"""A thing that a source tells as a row: number, label, locator, check state, the way there."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.context import Context
from app.ui.items.supports import CHECKED, CONFLICT, FIGURES, NAMED, Support
from app.ui.parts.naming import joined, term
from app.ui.widgets.figure import fact_parts
from app.ui.widgets.paragraph import Paragraph, line_count
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.typeset import typeset

_FIRST, _WHERE, _STATE, _ARROW = 150, 168, 84, 28
_WIDE: Final = 640
_STATES: Final = {CHECKED: ("checked", "ok"), CONFLICT: ("conflict", "warn")}


class SupportText(NamedTuple):
    """The words of a row."""

    lead: str  # number with its words, or what it is
    label: str
    about: str
    where: str
    state: str
    is_figure: bool

    @classmethod
    def of(cls, ctx: Context, row: Support) -> SupportText:
        """In the language on screen."""
        language, fact = ctx.language, row.fact
        name = row.entry.name.told(language)
        state = ctx.words(f"common.{row.state}")
        where = row.citation.locator
        if fact is None or row.sort == NAMED:
            kind = term(ctx, "kind", row.entry.kind)
            return cls(kind, name, ctx.words("sources.named"), where, state, is_figure=False)
        label = fact.label.told(language)
        if row.sort == FIGURES:
            number = "".join(fact_parts(ctx, fact)).strip()
            target = ctx.words("common.target") if fact.status == "target" else ""
            return cls(number, label, joined(target, name), where, state, is_figure=True)
        title = fact.title.told(language)
        told = fact.text.told(language)
        if title:
            told = ctx.words("detail.take.line", label=title, value=told)
        return cls(label, told, name, where, state, is_figure=False)


class _Rooms(NamedTuple):
    """How wide each column is."""

    wide: bool
    lead: int
    words: int
    where: int

    @classmethod
    def of(cls, ctx: Context, width: int) -> _Rooms:
        """Side by side, or one under the other."""
        px, wide = ctx.px, width >= ctx.px(_WIDE)
        sides = px(_FIRST + _WHERE + _STATE + _ARROW) + px(20) if wide else px(_ARROW)
        words = max(px(80), width - sides)
        return cls(wide, px(_FIRST - 12) if wide else words, words, px(_WHERE - 12))


class _Shape:
    """The words broken for a width."""

    def __init__(self, ctx: Context, text: SupportText, width: int) -> None:
        theme, px, language = ctx.theme, ctx.px, ctx.language
        self.wide, lead_room, room, where_room = _Rooms.of(ctx, width)
        role = "figureRow" if text.is_figure else "small"
        line = px(26) if text.is_figure else theme.line("small")
        self.lead = Paragraph(typeset(text.lead, language), theme.font(role), line, lead_room)
        self.label = Paragraph(typeset(text.label, language), theme.make_font(14), px(22), room)
        about = text.about if self.wide else joined(text.about, text.where)
        self.about = Paragraph(typeset(about, language), theme.font("caption"), px(18), room)
        self.where = Paragraph(typeset(text.where, language), theme.font("small"),
                               theme.line("small"), where_room)  # fmt: skip


class SupportRow(Pressable):
    """46 high or more; pressed it opens the entry."""

    ring_inset = True

    def __init__(self, ctx: Context, row: Support, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.row = row
        self.text_told = SupportText.of(ctx, row)
        told = self.text_told
        names = (told.lead, told.label, told.about, told.where, told.state)
        self.setAccessibleName(", ".join(name for name in names if name))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """For the width it has."""
        width = max(self.width(), self.ctx.px(240))
        return QSize(width, support_height(self.ctx, self.text_told, width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The columns, or one under the other where it is narrow."""
        painter = QPainter(self)
        theme, px = self.ctx.theme, self.ctx.px
        if self.hovered or self.isDown():
            painter.fillRect(self.rect(), theme.color("riverTint" if self.isDown() else "paper"))
        painter.fillRect(0, 0, self.width(), 1, theme.color("line"))
        shape = _Shape(self.ctx, self.text_told, self.width())
        ink = theme.color("gold" if self._is_target() else "river")
        lead = ink if self.text_told.is_figure else theme.color("ink2")
        label = theme.color("river" if self.hovered else "ink1")
        words = shape.label.height + shape.about.height * bool(self.text_told.about)
        if shape.wide:
            shape.lead.paint(painter, QPointF(0, (self.height() - shape.lead.height) / 2), lead)
            corner = QPointF(px(_FIRST), (self.height() - words) / 2)
        else:
            corner = QPointF(0, (self.height() - words - shape.lead.height) / 2)
            shape.lead.paint(painter, corner, lead)
            corner += QPointF(0, shape.lead.height)
        shape.label.paint(painter, corner, label)
        shape.about.paint(painter, corner + QPointF(0, shape.label.height), theme.color("ink2"))
        right = self.width() - px(_ARROW)
        self._paint_tail(painter, shape, right)
        if self.key_focus:
            self.paint_box(painter, QRectF(self.rect()), "", "focus", px(3), 0)

    def _paint_tail(self, painter: QPainter, shape: _Shape, right: int) -> None:
        theme, px = self.ctx.theme, self.ctx.px
        icon, ink = _STATES.get(self.row.state, ("warning", "gold"))
        middle = self.height() / 2
        if shape.wide:
            left = right - px(_STATE)
            where = QPointF(left - px(_WHERE), middle - shape.where.height / 2)
            shape.where.paint(painter, where, theme.color("ink2"))
            self.ctx.draw_icon(painter, QRectF(left, middle - px(7), px(14), px(14)), icon, ink)
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color(ink))
            box = QRectF(left + px(18), 0, px(_STATE - 18), self.height())
            painter.drawText(self.baseline_for(painter, box), self.text_told.state)
        else:
            width = QFontMetricsF(theme.font("caption")).horizontalAdvance(self.text_told.state)
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color(ink))
            box = QRectF(self.width() - width, px(6), width, px(18))
            painter.drawText(self.baseline_for(painter, box), self.text_told.state)
        size = px(16)
        arrow = QRectF(self.width() - size, middle - size / 2, size, size)
        self.ctx.draw_icon(painter, arrow, "jump", "river" if self.hovered else "ink2")

    def _is_target(self) -> bool:
        return self.row.fact is not None and self.row.fact.status == "target"


def support_height(ctx: Context, text: SupportText, width: int) -> int:
    """How high a row with these words is: counted, because there may be hundreds."""
    theme, px, language = ctx.theme, ctx.px, ctx.language
    wide, lead_room, room, where_room = _Rooms.of(ctx, width)
    role = "figureRow" if text.is_figure else "small"
    line = px(26) if text.is_figure else theme.line("small")
    lead = line_count(typeset(text.lead, language), theme.font(role), lead_room) * line
    label = line_count(typeset(text.label, language), theme.make_font(14), room) * px(22)
    about = text.about if wide else joined(text.about, text.where)
    if about:
        label += line_count(typeset(about, language), theme.font("caption"), room) * px(18)
    if not wide:
        return max(px(46), lead + label + px(18))
    where = line_count(typeset(text.where, language), theme.font("small"), where_room)
    return max(px(46), max(lead, label, where * theme.line("small")) + px(18))
