"""What the first start shows while it builds: what is done, how far it is, and the language."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QVBoxLayout

from app.settings import Settings
from app.ui.dusk_window import DuskWindow
from app.ui.parts.step_row import StepRow
from app.ui.widgets.gauge import ProgressGauge
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.rows import Rule

#: The steps with the share of the whole at which each ends.
STEPS: Final = (("check", 0.25), ("entries", 0.85), ("index", 1.0))


class BuildingWindow(DuskWindow):
    """Mockup 19b: there is nothing to choose, the pack came with the program."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.done = 0.0
        self.steps: list[StepRow] = []
        self.build()

    def fill(self, column: QVBoxLayout) -> None:
        """The gauge, what is being done, and the steps."""
        ctx, px, words = self.ctx, self.ctx.px, self.ctx.words
        self.setAccessibleName(words("window.building"))
        self.gauge = ProgressGauge(ctx, words("window.building"))
        column.addWidget(self.gauge)
        column.addSpacing(px(40))
        column.addWidget(PlainLabel(ctx, words("window.building"), "h1"))
        column.addWidget(PlainLabel(ctx, words("window.building.lead"), "body", "ink2"))
        column.addSpacing(px(20))
        rows = QVBoxLayout()
        rows.setSpacing(0)
        self.steps = [StepRow(ctx, words(f"window.building.{step}")) for step, _ in STEPS]
        for row in self.steps:
            rows.addWidget(row)
        rows.addWidget(Rule(ctx))
        column.addLayout(rows)
        self._show_done()

    def set_done(self, share: float) -> None:
        """0 to 1, never back."""
        self.done = max(self.done, min(1.0, share))
        self._show_done()

    def _show_done(self) -> None:
        self.gauge.set_done(self.done)
        self.setAccessibleDescription(f"{self.done:.0%}")
        begin = 0.0
        for row, (_, end) in zip(self.steps, STEPS, strict=True):
            row.set_state("done" if self.done >= end else "works" if self.done >= begin
                          else "waits")  # fmt: skip
            begin = end
