"""The pack in use: what it is, where it lies, how to check another and build it again."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.base.errors import AppError
from app.model.entry import KINDS
from app.ui.context import Context
from app.ui.messages import message
from app.ui.parts.content_work import rebuild, take_over
from app.ui.parts.naming import edition_ordinal, term
from app.ui.tasks import Task
from app.ui.widgets.button import Button
from app.ui.widgets.gauge import ProgressGauge
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.layouts import FlowLayout
from app.ui.widgets.panel import Panel
from app.ui.widgets.rows import RecordRow


class _Shield(QWidget):
    """The tick of the pack in use."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.setFixedSize(ctx.px(48), ctx.px(48))

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.ctx.theme.color("okTint"))
        painter.drawEllipse(self.rect())
        inset = self.ctx.px(12)
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        self.ctx.draw_icon(painter, box, "verified", "ok")


class ContentPanel(Panel):
    """`check_asked` when another pack shall be checked."""

    check_asked = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, ctx.words("settings.content"), parent)
        self._task: Task | None = None
        self._add_head()
        for key, value in self._records():
            label = ctx.words(f"settings.pack.{key}")
            self.column.addWidget(RecordRow(ctx, label, value, label_width=120))
        self._add_acts()

    def _add_head(self) -> None:
        ctx, pack = self.ctx, self.ctx.library.pack
        row = QHBoxLayout()
        row.setSpacing(ctx.px(16))
        row.addWidget(_Shield(ctx), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        title = ctx.words("settings.pack.title", title=pack.title.told(ctx.language))
        words.addWidget(PlainLabel(ctx, title, "h2"))
        note = ctx.words("settings.pack.note", version=pack.version)
        words.addWidget(PlainLabel(ctx, note, "small", "ink2"))
        row.addLayout(words, 1)
        self.column.addLayout(row)
        self.column.addSpacing(ctx.px(16))

    def _records(self) -> list[tuple[str, str]]:
        ctx, library = self.ctx, self.ctx.library
        pack = library.pack
        editions = library.entries("edition", order="number")
        span = ""
        if editions:
            ends = [edition_ordinal(ctx, one.id) for one in (editions[0], editions[-1])]
            span = ctx.words("settings.pack.span", first=ends[0], last=ends[1])
        counts = [
            ctx.words("settings.pack.count", kind=term(ctx, "kind", kind), n=f"{n:,}")
            for kind in KINDS if (n := pack.counts.get(kind, 0))
        ]  # fmt: skip
        return [
            ("editions", span),
            ("counts", " · ".join(counts)),
            ("languages", ctx.words("settings.pack.languages.told")),
            ("id", pack.id),
            ("digest", pack.digest),
            ("folder", str(library.path.parent)),
        ]

    def _add_acts(self) -> None:
        ctx, words = self.ctx, self.ctx.words
        self.column.addSpacing(ctx.px(16))
        flow = FlowLayout(gap=ctx.px(12), row_gap=ctx.px(8))
        self.check = Button(ctx, words("settings.check"), "primary", icon="pack")
        self.check.clicked.connect(self.check_asked)
        self.rebuild = Button(ctx, words("settings.rebuild"), "secondary", icon="recheck")
        self.rebuild.clicked.connect(self._on_rebuild)
        flow.addWidget(self.check)
        flow.addWidget(self.rebuild)
        self.column.addLayout(flow)
        self.column.addSpacing(ctx.px(8))
        self.told = PlainLabel(ctx, words("settings.rebuild.note"), "small", "ink2")
        self.column.addWidget(self.told)
        self.gauge = ProgressGauge(ctx, words("settings.rebuild.running"))
        self.gauge.hide()
        self.column.addWidget(self.gauge)

    def is_working(self) -> bool:
        """Whether a new file is being built."""
        return self._task is not None

    def _on_rebuild(self) -> None:
        self.rebuild.setEnabled(False)
        self.check.setEnabled(False)
        self.gauge.set_done(0)
        self.gauge.show()
        self.told.set_words(self.ctx.words("settings.rebuild.running"))
        self._task = Task(partial(rebuild, self.ctx.library.path), self)
        self._task.progressed.connect(self._on_progress, Qt.ConnectionType.QueuedConnection)
        self._task.done.connect(self._on_built)
        self._task.failed.connect(self._on_failed)
        self._task.start()

    def _on_progress(self, share: float) -> None:
        self.gauge.set_done(share)

    def _on_built(self, staged: Path) -> None:
        ctx = self.ctx
        try:
            take_over(ctx, staged)  # makes every page anew, this one as well
        except AppError as fault:
            ctx.tell(message(fault, ctx.words))
            return
        ctx.tell(ctx.words("settings.rebuild.done"))

    def _on_failed(self, fault: AppError) -> None:
        self._task = None
        self.gauge.hide()
        self.rebuild.setEnabled(True)
        self.check.setEnabled(True)
        told = self.ctx.words("settings.rebuild.failed", cause=message(fault, self.ctx.words))
        self.told.set_words(told)
