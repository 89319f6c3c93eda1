"""Large words look the same whatever was painted before them.

Qt moves small signs by fractions of a pixel and leaves the last such move in the face, which all
sizes share. Signs of 64 pixels and more are filled outlines: they would be drawn moved as well, by
up to a thousandth of their height, as often as something small was painted before them.
"""

from __future__ import annotations

import atexit
from functools import cache
from itertools import count
from math import sqrt
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QPainter, QRawFont, QTransform

_OUTLINES: Final = 63.0  # device pixels: Qt's limit is 64
# A glyph is drawn anew, which sets the face straight, when its transform is none of the last ten:
# Qt keeps those. So each time it is asked for in another one, in steps that Qt can tell apart; so
# small that it costs next to nothing. (One in perspective is never kept, but 96 bytes of it leak.)
_SMALL: Final = 1 / 16
_STEPS: Final = 1024
_STEP: Final = 1 / 65536
_numbers: Final = count()
# Kept: asking Qt for one again and again makes it open the font's file again and again, too.
_faces: Final[dict[str, QRawFont]] = {}
_MOST: Final = 96


def hold_still(painter: QPainter, font: QFont | None = None) -> None:
    """Call before painting words that may be large; costs nothing for small ones.

    It asks the very font: one of the same family in another size did not always help, once Qt had
    let go of fonts and loaded them again.
    """
    used = font if font is not None else painter.font()
    spread = sqrt(abs(painter.deviceTransform().determinant()))
    if used.pixelSize() * spread < _OUTLINES:
        return
    _set_straight(used)
    for family in used.families()[1:]:  # a sign that the first does not have
        if _is_there(family):
            face = QFont(used)
            face.setFamilies([family])
            _set_straight(face)


@cache
def _is_there(family: str) -> bool:
    """Ours are loaded before a font names them, the system's stay: asking Qt takes 0.1 ms."""
    return bool(QFontDatabase.hasFamily(family))


def _set_straight(font: QFont) -> None:
    key = font.toString()
    face = _faces.get(key)
    if face is None:
        while len(_faces) >= _MOST:
            del _faces[next(iter(_faces))]
        face = _faces[key] = QRawFont.fromFont(font)
    face.alphaMapForGlyph(0, QRawFont.AntialiasingType.PixelAntialiasing, _another())


def forget_faces() -> None:
    """More fonts were loaded: from now on Qt opens the files of all of them anew."""
    _faces.clear()


atexit.register(forget_faces)  # before Qt itself goes


def _another() -> QTransform:
    """A transform that was not used yet; the first is used again after a thousand million."""
    more, first = divmod(next(_numbers), _STEPS)
    third, second = divmod(more, _STEPS)
    slant = third % _STEPS * _STEP
    return QTransform(_SMALL + first * _STEP, 0, slant, _SMALL + second * _STEP, 0, 0)
