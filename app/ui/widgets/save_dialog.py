"""Asks where a file shall go: one name, one kind of file, never over another by accident."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.context import Context


class SaveDialog(QFileDialog):
    """`SaveDialog.ask(…)` opens it over the window; `decided` tells the path."""

    decided = Signal(object)  # Path

    def __init__(self, ctx: Context, parent: QWidget, title: str, name: str, kind: str) -> None:
        super().__init__(parent.window(), title, QDir.homePath())
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
            self.decided.emit(Path(path))
