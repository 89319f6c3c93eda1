"""Hover in 160 ms: the look from before, painted once, fades over the new one."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from app.ui.theme import Theme
from app.ui.widgets.ghost import Ghost, Way

_LARGEST: Final = 160_000  # px²: what is larger changes at once


class Afterglow(Ghost):
    """A child of what it covers; a new one takes the place of the last."""

    _pointer: ClassVar[QPoint] = QPoint(-1, -1)

    @classmethod
    def of(cls, widget: QWidget, theme: Theme) -> None:
        """Call before the look changes. What scrolls by under a resting pointer has none."""
        at = QCursor.pos()
        moved, Afterglow._pointer = at != Afterglow._pointer, at
        if not moved or widget.width() * widget.height() > _LARGEST or widget.size().isEmpty():
            return
        for glow in widget.findChildren(cls):
            glow.leave()
        ratio = widget.devicePixelRatioF()
        picture = QPixmap(widget.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        # Only itself: its children do not change and may be covers that are costly to paint.
        flags = QWidget.RenderFlag(0)
        widget.render(picture, QPoint(), QRegion(), flags)
        cls(widget, widget.rect(), picture, Way(1, 0)).start(theme, "state")
