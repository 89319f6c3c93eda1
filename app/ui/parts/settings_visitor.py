"""What this visitor has left here, and how to clear it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.page import empty
from app.ui.parts.confirm import ConfirmSheet
from app.ui.parts.visitor_data import forget_favourites, forget_searches
from app.ui.widgets.button import Button
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.panel import Panel
from app.ui.widgets.rows import Rule


class VisitorPanel(Panel):
    """Counts of favourites and searches, each with its way to clear it."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, ctx.words("settings.visitor"), parent)
        self.clear: dict[str, Button] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.column.addWidget(PlainLabel(ctx, ctx.words("settings.visitor"), "h2"))
        self.column.addWidget(PlainLabel(ctx, ctx.words("settings.visitor.note"), "small", "ink2"))
        self.column.addSpacing(ctx.px(12))
        self.column.addLayout(self._rows)
        ctx.visits_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Count again."""
        empty(self._rows)
        self.clear.clear()
        ctx, words = self.ctx, self.ctx.words
        if ctx.visits is None:
            told = words("favourites.closed.reason")
            self._rows.addWidget(PlainLabel(ctx, told, "body", "ink2"))
            return
        counts = {"favourites": len(ctx.visits.favourites()),
                  "searches": len(ctx.visits.searches())}  # fmt: skip
        for key, count in counts.items():
            self._add(key, count)

    def _add(self, key: str, count: int) -> None:
        ctx, words = self.ctx, self.ctx.words
        self._rows.addWidget(Rule(ctx))
        row = QHBoxLayout()
        row.setContentsMargins(0, ctx.px(10), 0, ctx.px(10))
        told = words.count(f"settings.{key}", count) if count else words(f"settings.{key}.none")
        row.addWidget(PlainLabel(ctx, told, "body", "ink1" if count else "ink3"), 1)
        button = Button(ctx, words(f"settings.{key}.clear"), "danger", small=True)
        button.setEnabled(bool(count))
        slot = self._on_favourites if key == "favourites" else self._on_searches
        button.clicked.connect(slot)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.clear[key] = button
        self._rows.addLayout(row)

    def _on_favourites(self) -> None:
        self._ask("favourites").confirmed.connect(partial(forget_favourites, self.ctx))

    def _on_searches(self) -> None:
        self._ask("searches").confirmed.connect(partial(forget_searches, self.ctx))

    def _ask(self, key: str) -> ConfirmSheet:
        words = self.ctx.words
        sheet = ConfirmSheet(self.ctx, self.window(), words(f"settings.{key}.ask"),
                             words(f"settings.{key}.ask.reason"),
                             words(f"settings.{key}.clear"))  # fmt: skip
        sheet.open_now()
        return sheet
