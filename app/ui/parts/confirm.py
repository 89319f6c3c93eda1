"""Asks before something is taken away: what, how much, and the verb on the button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.context import Context
from app.ui.widgets.button import Button
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.sheet import Sheet


class ConfirmSheet(Sheet):
    """`confirmed` when the verb was pressed; closed in every other way it does nothing."""

    confirmed = Signal()

    def __init__(self, ctx: Context, window: QWidget, title: str, reason: str, verb: str) -> None:
        super().__init__(ctx, window, title, 460)
        self.column.addWidget(PlainLabel(ctx, reason, "body", "ink2"))
        self.column.addSpacing(ctx.px(12))
        row = QHBoxLayout()
        row.setSpacing(ctx.px(12))
        row.addStretch(1)
        self.keep = Button(ctx, ctx.words("settings.keep"), "secondary")
        self.keep.clicked.connect(self.close_now)
        self.verb = Button(ctx, verb, "danger", icon="clear_all")
        self.verb.clicked.connect(self._on_verb)
        row.addWidget(self.keep)
        row.addWidget(self.verb)
        self.column.addLayout(row)

    def open_now(self) -> None:
        """The harmless answer has the focus."""
        super().open_now()
        self.keep.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_verb(self) -> None:
        self.close_now()
        self.confirmed.emit()
