"""Record rows (label, value, seals), section heads and the hairline between things."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.model.entry import VERIFIED, Citation
from app.ui.context import Context
from app.ui.widgets.button import Button
from app.ui.widgets.fact_text import FactText
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.seal_book import SealBook


class Rule(QWidget):
    """A hairline, or a thicker rule, in a colour token."""

    def __init__(self, ctx: Context, color: str = "line", width: int = 1) -> None:
        super().__init__()
        self.ctx = ctx
        self._color = color
        self.setFixedHeight(ctx.px(width))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """One colour."""
        QPainter(self).fillRect(self.rect(), self.ctx.theme.color(self._color))


class RecordRow(QWidget):
    """`label | value 源1`. An empty value is told as “– 资料未载”."""

    def __init__(
        self, ctx: Context, label: str, value: str = "", citations: Sequence[Citation] = (),
        book: SealBook | None = None, *, check: str = VERIFIED, label_width: int = 112,
        rule: bool = True, role: str = "body", parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx = ctx
        self._rule = rule
        row = QHBoxLayout(self)
        pad = ctx.px(9)
        row.setContentsMargins(0, pad, 0, pad)
        row.setSpacing(0)
        name = PlainLabel(ctx, label, "small", "ink2")
        name.setFixedWidth(ctx.px(label_width))
        # The label is smaller than the value: it is moved down to the value's first line.
        column = QVBoxLayout()
        column.setContentsMargins(0, (ctx.theme.line(role) - ctx.theme.line("small")) // 2, 0, 0)
        column.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column)
        self.name = name
        self.value: PlainLabel
        if value:
            self.value = FactText(ctx, value, citations, book, role, check=check)
        else:
            self.value = PlainLabel(ctx, ctx.words("common.missing.mark"), role, "ink3")
        row.addWidget(self.value, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(f"{label}: {value or ctx.words('common.missing')}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline above."""
        if self._rule:
            painter = QPainter(self)
            painter.fillRect(QRectF(0, 0, self.width(), 1), self.ctx.theme.color("line"))


class PageHead(QWidget):
    """The head of a list page: h1, a line that says what is here, tools at the right."""

    def __init__(
        self, ctx: Context, title: str, lead: str = "", *, citations: Sequence[Citation] = (),
        book: SealBook | None = None, role: str = "h1", parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ctx.px(12))
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = PlainLabel(ctx, title, role, measure=60)
        words.addWidget(self.title)
        self.lead = FactText(ctx, lead, citations, book, "small", "ink2", measure=60)
        self.lead.setVisible(bool(lead))
        words.addWidget(self.lead)
        row.addLayout(words, 1)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(ctx.px(12))
        row.addLayout(self.tools)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)


class SectionHead(QWidget):
    """A heading with a note, seals or a link at the right. `opened` when the link is pressed."""

    opened = Signal()

    def __init__(
        self, ctx: Context, title: str, *, role: str = "h2", note: str = "", link: str = "",
        count: str = "", citations: Sequence[Citation] = (), book: SealBook | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx = ctx
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ctx.px(10))
        bottom = Qt.AlignmentFlag.AlignBottom
        self.title = PlainLabel(ctx, title, role, wrap=False)
        row.addWidget(self.title, 0, bottom)
        if count:
            row.addWidget(PlainLabel(ctx, count, "small", "ink3", wrap=False), 0, bottom)
        row.addStretch(1)
        if note or citations:
            told = FactText(ctx, note, citations, book, "small", "ink2")
            told.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            row.addWidget(told, 0, bottom)
        self.link: Button | None = None
        if link:
            self.link = Button(ctx, link, "ghost", trailing="open")
            self.link.clicked.connect(self._on_link)
            row.addWidget(self.link, 0, bottom)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _on_link(self) -> None:
        self.opened.emit()
