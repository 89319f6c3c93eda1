"""Large words look the same whatever was painted before them.

Qt moves small signs by fractions of a pixel and leaves the last such move in the face, which all
sizes share. Signs of 64 pixels and more are filled outlines: they would be drawn moved as well, by
up to a thousandth of their height, as often as something small was painted before them.
"""

from __future__ import annotations

from math import sqrt
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QPainter, QRawFont, QTransform

_OUTLINES: Final = 63.0  # device pixels: Qt's limit is 64
# A glyph in perspective is drawn anew each time it is asked for, which sets the face straight.
_UNKEPT: Final = QTransform(1, 0, 0.001, 0, 1, 0, 0, 0, 1)
_SMALL: Final = 8


def hold_still(painter: QPainter, font: QFont | None = None) -> None:
    """Call before painting words that may be large; costs nothing for small ones."""
    used = font if font is not None else painter.font()
    spread = sqrt(abs(painter.deviceTransform().determinant()))
    if used.pixelSize() * spread < _OUTLINES:
        return
    for family in used.families():
        if QFontDatabase.hasFamily(family):
            face = QFont(used)
            face.setFamilies([family])
            face.setPixelSize(_SMALL)
            QRawFont.fromFont(face).alphaMapForGlyph(
                0, QRawFont.AntialiasingType.PixelAntialiasing, _UNKEPT
            )
