"""The tasks of one section under the heads of their groups."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.model.entry import Entry
from app.ui.context import Context
from app.ui.parts.plan_tasks import Plan, count_words, section_title, worded
from app.ui.widgets.entry_row import EntryRow, RowText
from app.ui.widgets.label import PlainLabel


class TaskList(QWidget):
    """`chosen` tells the task; up and down walk through the rows."""

    chosen = Signal(str)

    def __init__(
        self, ctx: Context, plan: Plan, tasks: Sequence[Entry], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PlainLabel(ctx, section_title(ctx, tasks[0]), "h3"))
        column.addSpacing(ctx.px(6))
        self.rows: dict[str, EntryRow] = {}
        for group, some in groupby(tasks, key=lambda one: worded(one, "group", ctx.language)):
            if group:
                column.addSpacing(ctx.px(6))
                column.addWidget(PlainLabel(ctx, group, "small", "ink2"))
                column.addSpacing(ctx.px(2))
            for task in some:
                row = EntryRow(
                    ctx, RowText(task.name.told(ctx.language), "",
                                 count_words(ctx, plan.targets[task.id]),
                                 task.columns.get("number", "")), caret=False,
                )  # fmt: skip
                row.entry_id = task.id
                row.clicked.connect(self._on_row)
                column.addWidget(row)
                self.rows[task.id] = row
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def select(self, task_id: str) -> None:
        """Tint the row of this task."""
        for one, row in self.rows.items():
            row.set_selected(one == task_id)

    def _on_row(self) -> None:
        row = self.sender()
        if isinstance(row, EntryRow):
            self.chosen.emit(row.entry_id)
