"""The row over a visitor's own selection: save it as a file, print it, bring one back."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.base.errors import AppError
from app.store.visits import Favourite
from app.ui.context import Context
from app.ui.messages import message
from app.ui.parts.taking import FORMS, write_selection
from app.ui.widgets.button import Button
from app.ui.widgets.layouts import FlowLayout
from app.ui.widgets.save_dialog import SaveDialog, remember_folder, remembered_folder


class SelectionTools(QWidget):
    """One button for each form; without anything kept only the way back is offered."""

    def __init__(self, ctx: Context, *, is_empty: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.dialog: QFileDialog | None = None
        self.buttons: dict[str, Button] = {}
        row = FlowLayout(self, gap=ctx.px(8), row_gap=ctx.px(8))
        for form in () if is_empty else FORMS:
            button = Button(ctx, ctx.words(f"export.{form}"), icon="export")
            button.setAccessibleName(ctx.words(f"export.{form}.name"))
            button.setToolTip(ctx.words(f"export.{form}.name"))
            button.clicked.connect(partial(self._on_form, form))
            self._add(row, form, button)
        if not is_empty:
            printer = Button(ctx, ctx.words("export.one.print"), icon="print")
            printer.clicked.connect(self.print_now)
            self._add(row, "print", printer)
        back = Button(ctx, ctx.words("export.bring"), icon="undo")
        back.setAccessibleName(ctx.words("export.bring.title"))
        back.setToolTip(ctx.words("export.bring.tip"))
        back.clicked.connect(self._on_bring)
        self._add(row, "bring", back)
        self.setAccessibleName(ctx.words("export.take"))

    def _add(self, row: FlowLayout, key: str, button: Button) -> None:
        row.addWidget(button)
        self.buttons[key] = button

    def kept(self) -> tuple[Favourite, ...]:
        """What is kept now, newest first within the file's order."""
        return self.ctx.visits.favourites() if self.ctx.visits is not None else ()

    def print_now(self) -> None:
        """Typeset what is kept on a printer."""
        from app.ui.printing import print_composed, selection_composed

        print_composed(self.ctx, self.window(), selection_composed(self.kept()),
                       self.ctx.words("favourites.title"))  # fmt: skip

    def _on_form(self, form: str) -> None:
        from app.content.writer import dated

        ctx, words = self.ctx, self.ctx.words
        if form == "ics" and not dated(ctx.library, self.kept()):
            ctx.tell(words("export.no-days"))
            return
        name = f"{words('export.file')}.{form}"
        dialog = SaveDialog(ctx, self, words(f"export.{form}.name"), name, words(f"export.{form}"))
        dialog.decided.connect(self.write_to)
        self.dialog = dialog
        dialog.open()

    def write_to(self, file: Path) -> None:
        """Write what is kept in the form that the file's ending names."""
        write_selection(self.ctx, self.kept(), file)

    def _on_bring(self) -> None:
        ctx, words = self.ctx, self.ctx.words
        dialog = QFileDialog(self.window(), words("export.bring.title"), remembered_folder(ctx))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(f"{words('export.json')} (*.json)")
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, words("export.bring"))
        dialog.fileSelected.connect(self._on_file)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def _on_file(self, path: str) -> None:
        if path:
            remember_folder(self.ctx, Path(path).parent)
            bring_back(self.ctx, Path(path))


def bring_back(ctx: Context, file: Path) -> None:
    """Keep what a file holds, next to what is kept; the toast offers to take it back."""
    from app.content.writer import read_selection

    try:
        found = read_selection(_read(file), datetime.now(UTC).isoformat(timespec="microseconds"))
        added = _add_all(ctx, found)
    except AppError as fault:
        ctx.tell(message(fault, ctx.words))
        return
    ctx.visits_changed.emit()
    if added:
        told = ctx.words.count("export.brought", len(added))
        ctx.tell(told, partial(_take_out, ctx, added))
    else:
        ctx.tell(ctx.words("export.brought.none"))


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as fault:
        raise AppError("not-readable", path=file, cause=fault.strerror) from fault


def _add_all(ctx: Context, found: tuple[Favourite, ...]) -> tuple[str, ...]:
    """What is kept already stays as it is, its note above all."""
    if ctx.visits is None:
        return ()
    added = tuple(one for one in found if not ctx.visits.is_favourite(one.id))
    for one in added:
        ctx.visits.restore(one)
    return tuple(one.id for one in added)


def _take_out(ctx: Context, ids: tuple[str, ...]) -> None:
    if ctx.visits is None:
        return
    try:
        for entry_id in ids:
            ctx.visits.drop(entry_id)
    except AppError as fault:
        ctx.tell(message(fault, ctx.words))
    ctx.visits_changed.emit()
