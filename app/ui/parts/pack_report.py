"""The report on a pack: a banner, chips by file, and every problem as a row."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QMargins, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.content.problems import Problem
from app.ui.context import Context
from app.ui.parts.pack_check import PackCheck
from app.ui.parts.problem_row import ColumnHeads, ProblemRow, problem_height
from app.ui.widgets.button import Button
from app.ui.widgets.chip import Chip
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.layouts import FlowLayout
from app.ui.widgets.long_column import ColumnPlan, LongColumn
from app.ui.widgets.marks import IconMark


class Banner(QWidget):
    """What came of it, in one box: ok or err; `acts` is its row of buttons."""

    def __init__(self, ctx: Context, state: str, title: str, reason: str) -> None:
        super().__init__()
        self.ctx = ctx
        self._state = state
        row = QHBoxLayout(self)
        px = ctx.px
        row.setContentsMargins(px(28), px(20), px(24), px(20))
        row.setSpacing(px(20))
        row.addWidget(IconMark(ctx, "verified" if state == "ok" else "rejected", state, 40))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(ctx, title, "h2"))
        words.addWidget(PlainLabel(ctx, reason, "body", "ink2", measure=60))
        row.addLayout(words, 1)
        self.acts = QHBoxLayout()
        self.acts.setSpacing(px(12))
        row.addLayout(self.acts)
        self.setAccessibleName(f"{title} {reason}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tint and a strong edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self.ctx.theme
        painter.setBrush(theme.color(f"{self._state}Tint"))
        painter.setPen(QPen(theme.color(self._state), 2))
        radius = self.ctx.px(4)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)


class _FileChip(Chip):
    """The problems of one file."""

    def __init__(self, ctx: Context, file: str, words: str, count: int) -> None:
        super().__init__(ctx, words, count)
        self.file = file


class _Head(QWidget):
    """Banner, chips, headings of the columns."""

    def __init__(self, ctx: Context, banner: Banner, chips: list[_FileChip], told: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, ctx.px(28), 0, 0)
        self.column.setSpacing(ctx.px(18))
        self.column.addWidget(banner)
        if chips:
            row = QHBoxLayout()
            row.setSpacing(ctx.px(16))
            flow = FlowLayout(gap=ctx.px(8), row_gap=ctx.px(8))
            for chip in chips:
                flow.addWidget(chip)
            row.addLayout(flow, 1)
            row.addWidget(PlainLabel(ctx, told, "small", "ink2", wrap=False))
            self.column.addLayout(row)
            self.column.addSpacing(-ctx.px(10))
            self.column.addWidget(ColumnHeads(ctx))
        else:
            self.column.addWidget(PlainLabel(ctx, told, "small", "ink2"))


class PackReport(LongColumn):
    """`another` asks for another pack, `export` for the list as a file."""

    another = Signal()
    export = Signal()

    def __init__(self, ctx: Context, found: PackCheck, parent: QWidget | None = None) -> None:
        margins = QMargins(ctx.px(40), 0, ctx.px(40), ctx.px(48))
        super().__init__(ctx, ctx.words("check.title"), margins, parent)
        self.found = found
        self.shown: list[Problem] = list(found.problems)
        self.chips = self._make_chips()
        self.head = _Head(ctx, self._banner(), self.chips, self._told())
        self._show()

    def _told(self) -> str:
        words, found = self.ctx.words, self.found
        rows = words.count("check.rows", found.rows)
        return words.count("check.files", found.files, name=found.name, rows=rows)

    def _banner(self) -> Banner:
        ctx, words, count = self.ctx, self.ctx.words, len(self.found.problems)
        if count:
            banner = Banner(ctx, "err", words("check.bad"), words.count("check.bad.reason", count))
            export = Button(ctx, words("check.export"), "secondary", icon="export")
            export.clicked.connect(self.export)
            banner.acts.addWidget(export)
        else:
            banner = Banner(ctx, "ok", words("check.good"), words("check.good.reason"))
        another = Button(ctx, words("check.another"), "primary", icon="folder")
        another.clicked.connect(self.another)
        banner.acts.addWidget(another)
        return banner

    def _make_chips(self) -> list[_FileChip]:
        counts = Counter(problem.file for problem in self.found.problems)
        if not counts:
            return []
        everything = self.ctx.words("common.all")
        told = [("", everything, counts.total()), *((name, name, n) for name, n in counts.items())]
        chips = [_FileChip(self.ctx, *one) for one in told]
        for chip in chips:
            chip.setChecked(not chip.file)
            chip.clicked.connect(self._on_chip)
        return chips

    def _show(self, *, keep: bool = False) -> None:
        stops = range(1, len(self.shown) + 1)
        plan = ColumnPlan(len(self.shown) + 1, self._height, self._make, stops, frozenset((0,)))
        self.show_items(plan, keep=keep)

    def _height(self, place: int, width: int) -> int:
        if place == 0:
            return self.head.column.totalHeightForWidth(width)
        return problem_height(self.ctx, self.shown[place - 1], width)

    def _make(self, place: int) -> QWidget:
        return self.head if place == 0 else ProblemRow(self.ctx, self.shown[place - 1])

    def _on_chip(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, _FileChip):
            for chip in self.chips:
                chip.setChecked(chip is pressed)
                chip.update()
            self.shown = [one for one in self.found.problems if pressed.file in ("", one.file)]
            self._show(keep=True)

    def as_rows(self) -> list[tuple[str, ...]]:
        """The list as a table."""
        words = self.ctx.words
        heads = tuple(words(f"check.head.{key}") for key in ("file", "row", "field", "value"))
        table = [(*heads, words("check.head.cause"), words("check.head.mend"))]
        for one in self.found.problems:
            table.append((one.file, str(one.row or ""), one.column, one.value,
                          one.cause(words), one.fix(words)))  # fmt: skip
        return table
