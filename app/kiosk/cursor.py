"""The mouse's arrow: gone on a totem until a real mouse moves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication


class Cursor:
    """Hidden or shown for the whole program."""

    def __init__(self) -> None:
        self._is_hidden = False

    def hide(self) -> None:
        """A new visitor: fingers need no arrow."""
        if not self._is_hidden:
            self._is_hidden = True
            QApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)

    def show(self) -> None:
        """A mouse moved, or the window closes."""
        if self._is_hidden:
            self._is_hidden = False
            QApplication.restoreOverrideCursor()
