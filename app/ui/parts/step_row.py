"""One step of work that takes a while: waiting, at work, done."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.marks import IconMark
from app.ui.widgets.rows import Rule


class StepRow(QWidget):
    """A rule, a mark, what is done in this step."""

    def __init__(self, ctx: Context, words: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule(ctx))
        row = QHBoxLayout()
        row.setContentsMargins(0, ctx.px(15), 0, ctx.px(15))
        row.setSpacing(ctx.px(14))
        self._marks = {state: IconMark(ctx, icon, ink, 22) for state, icon, ink in (
            ("waits", "unchecked", "ink3"), ("works", "idle", "river"), ("done", "ok", "ok"),
        )}  # fmt: skip
        for mark in self._marks.values():
            row.addWidget(mark)
        self._words = PlainLabel(ctx, words, "body", "ink3")
        row.addWidget(self._words, 1)
        column.addLayout(row)
        self.state = "waits"
        self.set_state("waits")

    def set_state(self, state: str) -> None:
        """waits, works or done."""
        self.state = state
        for key, mark in self._marks.items():
            mark.setVisible(key == state)
        self._words.set_color("ink3" if state == "waits" else "ink1")
        self._words.set_role("bodyStrong" if state == "works" else "body")
