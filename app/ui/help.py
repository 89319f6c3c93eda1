"""F1: the keys of the house on one sheet."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.context import Context
from app.ui.keys import KEYS
from app.ui.widgets.key_hint import KeyHint
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.sheet import Sheet


class KeysSheet(Sheet):
    """One row per act: its words, its key."""

    def __init__(self, ctx: Context, window: QWidget) -> None:
        super().__init__(ctx, window, ctx.words("window.keys"))
        for act, keys in KEYS.items():
            row = QHBoxLayout()
            row.addWidget(PlainLabel(ctx, ctx.words(f"window.keys.{act}"), "body"), 1)
            for key in keys[:2]:
                row.addWidget(KeyHint(ctx, key.replace("+", " ").replace("  ", " +")))
            self.column.addLayout(row)
