"""The look of a cell kept as a picture: scrolling and arriving covers repaint it many times."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Protocol, runtime_checkable

from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget


class Imprint:
    """Paints through a picture as long as the look, named by a key, stays the same.

    The picture is opaque: type on nothing turns out heavy. It goes with its widget; a wall has
    those of about three views, 250 KB a card. Where a pixel is not a whole number of the
    screen's, the picture would be blurred and the widget is painted as it is.
    """

    def __init__(self, owner: QWidget) -> None:
        self._owner = owner
        self._picture: QPixmap | None = None
        self._look: Hashable = None

    def paint(self, look: Hashable, ground: QColor, draw: Callable[[QPainter], None]) -> None:
        """Show this look on its owner."""
        painter = QPainter(self._owner)
        ratio = painter.device().devicePixelRatioF()
        if ratio != int(ratio):
            draw(painter)
            return
        self.prepare(look, ground, draw, ratio)
        assert self._picture is not None
        painter.drawPixmap(0, 0, self._picture)

    def prepare(
        self, look: Hashable, ground: QColor, draw: Callable[[QPainter], None], ratio: float
    ) -> None:
        """Have this look at hand."""
        size = self._owner.size()
        full = (look, ground.rgba(), size.width(), size.height(), ratio)
        if self._picture is not None and full == self._look:
            return
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(ground)
        painter = QPainter(picture)
        painter.setFont(self._owner.font())
        draw(painter)
        painter.end()
        self._picture, self._look = picture, full

    def forget(self) -> None:
        """Another theme, language or text size."""
        self._picture, self._look = None, None


@runtime_checkable
class Keeps(Protocol):
    """A cell that keeps its look where it is told to lie on plain paper."""

    on_paper: bool

    def prepare(self) -> None:
        """Have the look at hand before it is shown."""
