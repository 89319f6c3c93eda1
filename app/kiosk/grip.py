"""Holds the keyboard, so that no shortcut of a window manager shows what lies below the totem."""

from __future__ import annotations

from PySide6.QtGui import QWindow


class Grip:
    """`hold` is asked for again and again: an X server refuses until the window is there."""

    def __init__(self) -> None:
        self._is_held = False

    def loosen(self) -> None:
        """The window was hidden or is new: what was held is held no more."""
        self._is_held = False

    def hold(self, window: QWindow | None) -> None:
        """Take the keyboard, unless it is taken."""
        if window is not None and not self._is_held and window.isExposed():
            self._is_held = window.setKeyboardGrabEnabled(True)
