"""The painted river: banks and strands once into a still layer, gold bits over it every frame."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from app.ui.art.ink import Ink, polygon, polyline
from app.ui.art.palettes import MotifPalette
from app.ui.art.river_shape import RiverShape, RiverSpec, Strand

BIT_SPEED: Final = 26  # px a second
_THREAD: Final = 1.9  # px: the widest line that looks the same as hairlines
_TONES: Final = ((0.18, 0), (0.45, 1), (0.78, 2), (1.0, 3))


class River:
    """A river of these stations in these colours."""

    def __init__(self, spec: RiverSpec, palette: MotifPalette) -> None:
        self.shape = RiverShape(spec)
        self._palette = palette

    def paint_still(self, painter: QPainter, *, depth: float = 0.55) -> None:
        """Everything that does not move: for a pixmap, painted once per size and theme.

        `depth`: how much of the water hides what is below it.
        """
        ink, columns = Ink(painter, gentle=True), self.shape.columns()
        scale = painter.deviceTransform().m11()
        upper = [(x, centre - half) for x, centre, half in columns]
        lower = [(x, centre + half) for x, centre, half in reversed(columns)]
        ink.shape(polygon(upper + lower), self._palette.river[4], opacity=depth)
        for strand in self.shape.strands:
            line = self.shape.strand_line(strand, columns)
            width = 1.8 if strand.is_bank else 0.7 + strand.draw * 1.1
            width *= self.shape.spec.line_width
            if strand.is_bank or width * scale > _THREAD:
                opacity = 1 if strand.is_bank else 0.9
                ink.shape(polyline(line), "", self._colour(strand), width, opacity)
            else:  # all strands together 7 ms instead of 31
                ink.thread(line, self._colour(strand), width, 0.9)
        painter.setOpacity(1)

    def paint_bits(self, painter: QPainter, seconds: float, speed: float = BIT_SPEED) -> None:
        """The gold bits where they are after so many seconds."""
        ink, width = Ink(painter), 2.4 * self.shape.spec.line_width
        for bit in self.shape.bits:
            line = self.shape.bit_line(bit, seconds, speed)
            ink.round_line(line, self._palette.bit, width, 0.95)
        painter.setOpacity(1)

    def strip(self) -> QRect:
        """The part of the picture that the bits move in."""
        top, bottom = self.shape.band()
        height = math.ceil(bottom) - math.floor(top)
        return QRect(0, math.floor(top), math.ceil(self.shape.spec.width), height)

    def _colour(self, strand: Strand) -> str:
        if strand.is_bank:
            return self._palette.river[0]
        tone = next(tone for limit, tone in _TONES if strand.draw < limit)
        return self._palette.river[tone]
