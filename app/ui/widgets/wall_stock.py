"""Cells of a wall made ahead in idle moments, so that scrolling only has to show them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtWidgets import QWidget

_AFTER_MS: Final = 8  # the frame that has just been asked for comes first
_BETWEEN_MS: Final = 1
_TURN_MS: Final = 2  # what one turn may take of the screen's thread


class WallStock(QObject):
    """`take(index)` gives a cell that is there already; `want` says which may be shown next.

    It holds as many cells as were wanted last, hidden, and lets go of all others.
    """

    def __init__(self, make: Callable[[int], QWidget], parent: QObject) -> None:
        """`make` gives a cell that is placed, but hidden."""
        super().__init__(parent)
        self._make = make
        self._cells: dict[int, QWidget] = {}
        self._wanted: tuple[int, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)

    def __len__(self) -> int:
        return len(self._cells)

    def take(self, index: int) -> QWidget | None:
        """A cell if it is there; it is no longer the stock's."""
        return self._cells.pop(index, None)

    def put(self, index: int, cell: QWidget) -> None:
        """A cell that has left the view may come back."""
        self._cells[index] = cell

    def want(self, wanted: Iterable[int]) -> None:
        """These may come next, the likeliest first; they are made when nothing else is done."""
        self._wanted = tuple(wanted)
        if not self._timer.isActive():
            self._timer.start(_AFTER_MS)

    def clear(self) -> None:
        """All of it is out of date."""
        self._wanted = ()
        self._timer.stop()
        while self._cells:
            self._cells.popitem()[1].deleteLater()

    def _on_time(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while clock.elapsed() < _TURN_MS:
            if not self._let_go_of_one() and not self._make_one():
                return
        self._timer.start(_BETWEEN_MS)

    def _let_go_of_one(self) -> bool:
        index = next((one for one in self._cells if one not in self._wanted), None)
        if index is None:
            return False
        self._cells.pop(index).deleteLater()
        return True

    def _make_one(self) -> bool:
        index = next((one for one in self._wanted if one not in self._cells), None)
        if index is None:
            return False
        self._cells[index] = self._make(index)
        return True
