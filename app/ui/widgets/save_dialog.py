"""Asks where a file shall go: one name, one kind of file, never over another by accident."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.context import Context


class SaveDialog(QFileDialog):
    """`open()` shows it over the window; `decided` tells the path, its folder is remembered."""

    decided = Signal(object)  # Path

    def __init__(self, ctx: Context, parent: QWidget, title: str, name: str, kind: str) -> None:
        super().__init__(parent.window(), title, remembered_folder(ctx))
        self._ctx = ctx
        ending = Path(name).suffix
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.setNameFilter(f"{kind} (*{ending})")
        self.setDefaultSuffix(ending.removeprefix("."))
        self.setLabelText(QFileDialog.DialogLabel.Accept, ctx.words("figures.save"))
        self.selectFile(name)
        self.fileSelected.connect(self._on_selected)
        self.finished.connect(self.deleteLater)

    def _on_selected(self, path: str) -> None:
        if path:
            remember_folder(self._ctx, Path(path).parent)
            self.decided.emit(Path(path))


def remembered_folder(ctx: Context) -> str:
    """The folder where the last file was saved, while it is there."""
    folder = ctx.settings.folder
    return folder if folder and Path(folder).is_dir() else QDir.homePath()


def remember_folder(ctx: Context, folder: Path) -> None:
    """The next dialog begins here."""
    if ctx.settings.folder != str(folder):
        ctx.settings.folder = str(folder)
        ctx.settings_changed.emit()
