"""看出处 · 收藏 · 带走: what can be done with an entry."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.model.entry import Citation
from app.ui.context import Context
from app.ui.widgets.button import Button
from app.ui.widgets.citation import CitationPopover
from app.ui.widgets.keep_button import KeepButton
from app.ui.widgets.layouts import FlowLayout


class ActionRow(QWidget):
    """The three buttons; the first lists the places where the entry is told, the last the forms."""

    def __init__(
        self, ctx: Context, entry_id: str, citations: Sequence[Citation],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx = ctx
        self._entry_id = entry_id
        self._citations = tuple(citations)
        row = FlowLayout(self, gap=ctx.px(12), row_gap=ctx.px(8))
        self.source = Button(ctx, ctx.words("common.see-source"), "primary", icon="sources")
        self.source.setEnabled(bool(self._citations))
        self.source.clicked.connect(self._on_source)
        self.keep = KeepButton(ctx, entry_id)
        self.take = Button(ctx, ctx.words("common.take"), icon="export")
        self.take.clicked.connect(self._on_take)
        for button in (self.source, self.keep, self.take):
            row.addWidget(button)

    def _on_source(self) -> None:
        CitationPopover(self.ctx, self._citations, self.source).open_at(self.source)

    def _on_take(self) -> None:
        from app.ui.parts.taking import TakePopover

        TakePopover(self.ctx, self._entry_id, self.take).open_at(self.take)
