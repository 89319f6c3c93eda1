"""What search shows when nothing was found: why, and where to look instead."""

from __future__ import annotations

import math
import re
from typing import Final, NamedTuple
from unicodedata import normalize

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.model.entry import Entry
from app.model.query import Query
from app.ui.context import Context
from app.ui.items.answers import Answer
from app.ui.items.said import said
from app.ui.items.shown_text import shown_text
from app.ui.parts.naming import entry_meta, joined
from app.ui.routes import Route
from app.ui.widgets.button import Button
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.paragraph import Paragraph
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.typeset import typeset

_SHORT_NAME: Final = re.compile("[\u4e00-\u9fff]{3,4}")


class _DryRiver(QWidget):
    """The river without water: strands of short dashes, a magnifier where nothing was found."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.setFixedHeight(ctx.px(120))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px = self.ctx.theme, self.ctx.px
        pen = QPen(theme.color("lineStrong"), px(1.4))
        pen.setDashPattern([3, 6])
        painter.setPen(pen)
        for strand in range(8):
            painter.drawPath(self._strand(strand))
        side = px(92)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter.setBrush(theme.color("paper"))
        painter.setPen(QPen(theme.color("lineStrong"), px(2)))
        painter.drawEllipse(box)
        inset = px(24)
        self.ctx.draw_icon(painter, box.adjusted(inset, inset, -inset, -inset), "empty", "ink3")

    def _strand(self, strand: int) -> QPainterPath:
        """As the river of the first page is laid out, in a calmer band."""
        px, t = self.ctx.px, strand / 3.5 - 1
        path = QPainterPath()
        for step in range(0, self.width() + 13, 12):
            centre = self.height() / 2 + px(9) * math.sin(step / px(190) + 0.6)
            sway = (1 - t * t) * px(6) * math.sin(step / px(58 + 40 * abs(t)) + strand)
            point = QPointF(step, centre + t * px(34) + sway)
            if step:
                path.lineTo(point)
            else:
                path.moveTo(point)
        return path


class _Way(NamedTuple):
    """One way on: icon, words, a note, where to."""

    icon: str
    words: str
    note: str
    route: Route


class WayRow(Pressable):
    """A way on as a row: icon, words, a note behind them or below, a caret."""

    ring_inset = True

    def __init__(self, ctx: Context, way: _Way) -> None:
        super().__init__(ctx)
        self.route = way.route
        self._icon = way.icon
        self._words = typeset(way.words, ctx.language)
        self._note = typeset(way.note, ctx.language)
        self.setAccessibleName(", ".join(filter(None, (way.words, way.note))))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._on_clicked)

    def _broken(self, width: int) -> tuple[Paragraph, Paragraph, bool]:
        """Words, note, and whether the note stands behind the words."""
        theme, px = self.ctx.theme, self.ctx.px
        room = max(px(80), width - px(40 + 32))
        words = Paragraph(self._words, theme.font("bodyStrong"), px(23), room)
        note = Paragraph(self._note, theme.font("small"), px(21), room)
        beside = words.lines == 1 and words.natural_width + px(10) + note.natural_width <= room
        return words, note, beside

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words, note, beside = self._broken(width)
        height = words.height + (note.height if self._note and not beside else 0)
        return max(self.ctx.px(64), height + self.ctx.px(24))

    def sizeHint(self) -> QSize:
        width = max(self.width(), self.ctx.px(240))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.ctx.px(200), self.ctx.px(64))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, px = self.ctx.theme, self.ctx.px
        if self.hovered or self.isDown():
            painter.fillRect(self.rect(), theme.color("surface"))
        line = theme.color("line")
        painter.fillRect(0, 0, self.width(), 1, line)
        painter.fillRect(0, self.height() - 1, self.width(), 1, line)
        words, note, beside = self._broken(self.width())
        height = words.height + (note.height if self._note and not beside else 0)
        corner = QPointF(px(40), (self.height() - height) / 2)
        words.paint(painter, corner, theme.color("river" if self.hovered else "ink1"))
        shift = QPointF(words.natural_width + px(10), px(2)) if beside else QPointF(0, words.height)
        note.paint(painter, corner + shift, theme.color("ink2"))
        middle = self.height() / 2
        size = px(24)
        self.ctx.draw_icon(painter, QRectF(0, middle - size / 2, size, size), self._icon, "river")
        size = px(16)
        caret = QRectF(self.width() - size, middle - size / 2, size, size)
        self.ctx.draw_icon(painter, caret, "open", "ink2")
        if self.key_focus:
            self.paint_box(painter, QRectF(self.rect()), "", "focus", px(3), 0)

    def _on_clicked(self) -> None:
        self.ctx.go(self.route)


class NothingFound(QWidget):
    """没有找到“…”: why, and where to look instead. `cleared` asks for an empty box."""

    cleared = Signal()

    def __init__(self, ctx: Context, answer: Answer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        px, words = ctx.px, ctx.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(110), 0, px(40))
        column.setSpacing(px(4))
        column.addWidget(_DryRiver(ctx))
        column.addSpacing(px(46))
        asked = shown_text(answer.asked.text)
        middle = Qt.AlignmentFlag.AlignHCenter
        title = PlainLabel(ctx, words("search.nothing", q=asked), "h1", align=middle, measure=30)
        self._centre(column, title, 900)
        reason = words("search.nothing.reason" if not answer.meant else "search.nothing.meant")
        self._centre(column, PlainLabel(ctx, reason, "body", "ink2", align=middle, measure=52), 900)
        column.addSpacing(px(40))
        rows = QWidget()
        inner = QVBoxLayout(rows)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        self.rows = [WayRow(ctx, way) for way in self._ways(answer)]
        for row in self.rows:
            inner.addWidget(row)
        self._centre(column, rows, 600)
        column.addSpacing(px(14))
        self._centre(column, self._foot(), 600)
        column.addStretch(1)

    def _centre(self, column: QVBoxLayout, part: QWidget, width: int) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(self.ctx.px(40), 0, self.ctx.px(40), 0)
        part.setMaximumWidth(self.ctx.px(width))
        row.addStretch(1)
        row.addWidget(part, 100)
        row.addStretch(1)
        column.addLayout(row)

    def _foot(self) -> QWidget:
        ctx = self.ctx
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ctx.px(16))
        row.addWidget(PlainLabel(ctx, ctx.words("search.searched"), "small", "ink2"), 1)
        self.clear = Button(ctx, ctx.words("window.search.clear"), "ghost")
        self.clear.clicked.connect(self.cleared)
        row.addWidget(self.clear)
        return foot

    def _ways(self, answer: Answer) -> list[_Way]:
        ctx, words = self.ctx, self.ctx.words
        ways = []
        if answer.meant:
            route = Route("search").with_params(q=answer.meant)
            ways.append(_Way("search", words("search.meant", q=answer.meant),
                             words("search.meant.note"), route))  # fmt: skip
        example = self._example()
        if example is not None:
            letters, name = example
            ways.append(_Way("text_size", words("search.try.initials"),
                             words("search.try.initials.note", letters=letters, name=name),
                             Route("search").with_params(q=letters)))  # fmt: skip
        if answer.near is not None:
            ways.append(self._near(answer.near))
        exhibits = ctx.library.find(Query("", {"kind": ("exhibit",)}, limit=1))
        if exhibits.total:
            note = words("search.try.zone.note", n=exhibits.total,
                         kinds=len(exhibits.counts["category"]))  # fmt: skip
            ways.append(_Way("grid", words("search.try.zone"), note, Route("zone")))
        return ways

    def _near(self, near: Entry) -> _Way:
        name = near.name.told(self.ctx.language)
        kind = self.ctx.library.term("kind", near.kind).told(self.ctx.language)
        note = joined(kind, entry_meta(self.ctx, near))
        icon = "robot" if near.category == "ai" else "link"
        told = self.ctx.words("search.try.near", name=name)
        return _Way(icon, told, note, Route.to(near.id))

    def _example(self) -> tuple[str, str] | None:
        """The initials of a short, important name, as they would be typed: ryt for 榕医通."""
        library = self.ctx.library
        for entry in (*library.entries("application"), *library.entries("exhibit")):
            name = entry.name.zh_hans
            if not _SHORT_NAME.fullmatch(name):
                continue
            spelled = library.spelled(entry.id).split(" ")
            letters = "".join(normalize("NFD", word)[:1] for word in spelled)
            if said(name, " ".join(spelled), letters).word == (0, len(name)):
                return letters, entry.name.told(self.ctx.language)
        return None

    def minimumSizeHint(self) -> QSize:
        """It can be narrow."""
        return QSize(self.ctx.px(320), 0)
