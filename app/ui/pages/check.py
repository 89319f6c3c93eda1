"""Checks a pack before anyone installs it: choose, wait, read the report."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.base.csv_text import csv_bytes
from app.base.errors import AppError
from app.base.files import write_atomically
from app.ui.context import Context
from app.ui.messages import message
from app.ui.page import Page
from app.ui.parts.pack_check import STEPS, PackCheck, check_pack
from app.ui.parts.pack_report import Banner, PackReport
from app.ui.parts.step_row import StepRow
from app.ui.routes import Route
from app.ui.tasks import Task
from app.ui.widgets.breadcrumb import Breadcrumb
from app.ui.widgets.button import Button
from app.ui.widgets.entry_row import EntryRow, RowText
from app.ui.widgets.gauge import ProgressGauge
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.rows import Rule
from app.ui.widgets.save_dialog import SaveDialog

_WIDEST: Final = 860


class CheckPage(Page):
    """`check`: nothing is installed from here."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self.report: PackReport | None = None
        self.folder: EntryRow | None = None
        self.archive: EntryRow | None = None
        self.steps: list[StepRow] = []
        self._found: PackCheck | None = None
        self._task: Task | None = None
        self._stack = QStackedWidget(self)

    def enter(self, route: Route) -> None:
        """The report that is there, else the choice."""
        if self._task is not None:
            return
        if self._found is not None:
            self._show_report(self._found)
        else:
            self._show_choice()

    def title(self) -> str:
        """检查内容包."""
        return self.ctx.words("check.title")

    def leave(self) -> bool:
        """Esc: stop, or back to the choice."""
        if self._task is not None or self._found is not None:
            self._on_stop()
            return True
        return False

    def is_waiting(self) -> bool:
        """Whether a pack is being checked."""
        return self._task is not None

    # States

    def _sheet(self, title: str, lead: str) -> tuple[QWidget, QVBoxLayout]:
        """A part to be filled and then shown."""
        ctx, px = self.ctx, self.ctx.px
        holder = QWidget()
        holder.setObjectName("pageContent")
        outer = QHBoxLayout(holder)
        outer.setContentsMargins(px(40), px(28), px(40), px(40))
        inner = QWidget()
        inner.setMaximumWidth(px(_WIDEST))
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        crumbs: list[tuple[str, Route | None]] = [
            (ctx.words("settings.title"), Route("settings")), (ctx.words("check.title"), None)
        ]  # fmt: skip
        column.addWidget(Breadcrumb(ctx, crumbs))
        column.addSpacing(px(12))
        column.addWidget(PlainLabel(ctx, title, "h1"))
        column.addWidget(PlainLabel(ctx, lead, "body", "ink2", measure=52))
        column.addSpacing(px(20))
        outer.addWidget(inner, 100)
        outer.addStretch(1)
        return holder, column

    def _show_choice(self, fault: AppError | None = None) -> None:
        ctx, words = self.ctx, self.ctx.words
        holder, column = self._sheet(words("check.choose"), words("check.choose.lead"))
        if fault is not None:
            told = message(fault, words)
            column.addWidget(Banner(ctx, "err", words("check.unreadable"), told))
            column.addSpacing(ctx.px(20))
        rows = QVBoxLayout()
        rows.setSpacing(0)
        self.folder = EntryRow(ctx, RowText(words("check.folder"), words("check.folder.note")),
                               icon="folder", icon_box=True)  # fmt: skip
        self.folder.clicked.connect(self._on_folder)
        self.archive = EntryRow(ctx, RowText(words("check.zip"), words("check.zip.note")),
                                icon="pack", icon_box=True)  # fmt: skip
        self.archive.clicked.connect(self._on_zip)
        rows.addWidget(self.folder)
        rows.addWidget(self.archive)
        column.addLayout(rows)
        column.addStretch(1)
        self._show(holder)

    def _show_work(self, path: Path) -> None:
        ctx, words = self.ctx, self.ctx.words
        lead = words("check.running.lead", name=path.name)
        holder, column = self._sheet(words("check.running"), lead)
        self.gauge = ProgressGauge(ctx, words("check.running"))
        column.addWidget(self.gauge)
        column.addSpacing(ctx.px(20))
        self.steps = [StepRow(ctx, words(f"check.step.{key}")) for key in STEPS]
        for step in self.steps:
            column.addWidget(step)
        self.steps[0].set_state("works")
        column.addWidget(Rule(ctx))
        column.addSpacing(ctx.px(24))
        stop = Button(ctx, words("check.stop"), "secondary")
        stop.clicked.connect(self._on_stop)
        column.addWidget(stop, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)
        self._show(holder)

    def _show_report(self, found: PackCheck) -> None:
        self.report = PackReport(self.ctx, found)
        self.report.another.connect(self._on_stop)
        self.report.export.connect(self._on_export)
        self._show(self.report)

    def _show(self, part: QWidget) -> None:
        old = self._stack.currentWidget()
        self._stack.addWidget(part)
        self._stack.setCurrentWidget(part)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()

    # Work

    def check(self, path: Path) -> None:
        """Look at a pack, off the screen's thread."""
        self._found = None
        self._show_work(path)
        self._task = Task(partial(check_pack, path), self)
        self._task.progressed.connect(self._on_progress, Qt.ConnectionType.QueuedConnection)
        self._task.done.connect(self._on_done)
        self._task.failed.connect(self._on_failed)
        self._task.start()

    def _on_progress(self, share: float) -> None:
        if self._task is None:
            return
        self.gauge.set_done(share)
        done = round(share * len(STEPS))
        for place, step in enumerate(self.steps):
            state = "done" if place < done else "works" if place == done else "waits"
            step.set_state(state)

    def _on_done(self, found: PackCheck) -> None:
        self._task = None
        self._found = found
        self._show_report(found)

    def _on_failed(self, fault: AppError) -> None:
        self._task = None
        self._show_choice(fault)

    def _on_stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task = self._found = self.report = None
        self._show_choice()

    # Files

    def _on_folder(self) -> None:
        self._choose(QFileDialog.FileMode.Directory, "check.folder", "")

    def _on_zip(self) -> None:
        self._choose(QFileDialog.FileMode.ExistingFile, "check.zip", "(*.zip *.zbpack)")

    def _choose(self, mode: QFileDialog.FileMode, key: str, kind: str) -> None:
        words = self.ctx.words
        dialog = QFileDialog(self.window(), words(key), QDir.homePath())
        dialog.setFileMode(mode)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, mode == QFileDialog.FileMode.Directory)
        if kind:
            dialog.setNameFilter(f"{words('check.zip.kind')} {kind}")
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, words("check.take"))
        dialog.fileSelected.connect(self._on_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_selected(self, path: str) -> None:
        if path:
            self.check(Path(path))

    def _on_export(self) -> None:
        words = self.ctx.words
        dialog = SaveDialog(self.ctx, self, words("check.export"),
                            f"{words('check.export.name')}.csv", "CSV")  # fmt: skip
        dialog.decided.connect(self.save_report)
        dialog.open()

    def save_report(self, path: Path) -> None:
        """Write the list of problems as CSV."""
        if self.report is None:
            return
        words = self.ctx.words
        try:
            write_atomically(path, csv_bytes(self.report.as_rows()))
        except OSError as fault:
            error = AppError("not-writable", path=path, cause=fault.strerror)
            self.ctx.tell(message(error, words))
            return
        self.ctx.tell(words("check.exported", name=path.name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The stack is the page."""
        super().resizeEvent(event)
        self._stack.setGeometry(self.rect())
