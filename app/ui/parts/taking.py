"""带走: an entry as text, PDF, JSON or calendar, or on a printer; files go where one says."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.base.errors import AppError
from app.store.visits import Favourite
from app.ui.context import Context
from app.ui.parts.take_away import as_text
from app.ui.widgets.button import Button
from app.ui.widgets.popover import Popover
from app.ui.widgets.save_dialog import SaveDialog

FORMS: Final = ("pdf", "ics", "csv", "json")


def write_selection(ctx: Context, kept: tuple[Favourite, ...], file: Path) -> None:
    """Write what is kept in the form that the file's ending names; a toast tells how it went."""
    from app.content import forms, writer

    words, form = ctx.words, file.suffix.lower().removeprefix(".")
    try:
        if form == "pdf":
            from app.ui.printing import selection_pdf

            selection_pdf(ctx, kept, file)
        else:
            forms.write_file(file, writer.write(ctx.library, kept, form, ctx.language))
    except AppError as fault:
        _tell(ctx, fault)
        return
    days = len(writer.dated(ctx.library, kept)) if form == "ics" else 0
    done = words.count("export.days", days, file=file.name) if days else (
        words("export.saved", file=file.name)
    )  # fmt: skip
    ctx.tell(done)


def write_entry(ctx: Context, entry_id: str, file: Path) -> None:
    """Write one entry in the form that the file's ending names."""
    if file.suffix.lower() != ".pdf":
        write_selection(ctx, (Favourite(entry_id, "", ""),), file)
        return
    from app.ui.printing import entry_pdf

    try:
        entry_pdf(ctx, entry_id, file)
    except AppError as fault:
        _tell(ctx, fault)
        return
    ctx.tell(ctx.words("export.saved", file=file.name))


def _tell(ctx: Context, fault: AppError) -> None:
    from app.ui.messages import message

    ctx.tell(message(fault, ctx.words))


class TakePopover(Popover):
    """The ways to take an entry along, below the button that opened it."""

    chosen = Signal(str)

    def __init__(self, ctx: Context, entry_id: str, opener: QWidget) -> None:
        super().__init__(ctx, opener)
        self.entry_id = entry_id
        self.buttons: dict[str, Button] = {}
        for key in ("text", *self._forms(), "print"):
            icon = {"text": "copy", "print": "print", "ics": "date"}.get(key, "export")
            button = Button(ctx, ctx.words(f"export.one.{key}"), "ghost", icon=icon)
            button.clicked.connect(partial(self._on_chosen, key))
            self.column.addWidget(button)
            self.buttons[key] = button
        self.setAccessibleName(ctx.words("common.take"))

    def _forms(self) -> tuple[str, ...]:
        from app.content.writer import dated

        has_days = dated(self.ctx.library, (Favourite(self.entry_id, "", ""),))
        return ("pdf", "ics", "json") if has_days else ("pdf", "json")

    def _on_chosen(self, key: str) -> None:
        ctx, window, entry_id = self.ctx, self._window, self.entry_id
        self.close_now()
        if key == "text":
            QGuiApplication.clipboard().setText(as_text(ctx.library, ctx.words, entry_id))
            ctx.tell(ctx.words("detail.taken"))
        elif key == "print":
            from app.ui.printing import print_entry

            print_entry(ctx, window, entry_id)
        else:
            name = f"{entry_id.replace('/', '-')}.{key}"
            dialog = SaveDialog(ctx, window, ctx.words(f"export.{key}.name"), name,
                                ctx.words(f"export.{key}"))  # fmt: skip
            dialog.decided.connect(partial(write_entry, ctx, entry_id))
            dialog.open()
