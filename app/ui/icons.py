"""Our names for icons, drawn from qtawesome's fonts without importing qtawesome."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPixmap

from app.base import paths
from app.ui.outlines import forget_faces, hold_still

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon


@cache
def _table() -> dict[str, Any]:
    return cast("dict[str, Any]", json.loads((paths.resources() / "icons.json").read_text("utf-8")))


@cache
def font_folder() -> Path:
    """Where qtawesome keeps its fonts. Importing it costs more than the first window does."""
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("qtawesome")
    return Path(spec.origin).parent / "fonts"


@cache
def _family(prefix: str) -> str:
    path = font_folder() / _table()["fonts"][prefix]
    number = QFontDatabase.addApplicationFont(str(path))
    forget_faces()
    return QFontDatabase.applicationFontFamilies(number)[0]


@cache
def glyph(name: str) -> tuple[str, str]:
    """The family and the character of one of our names; KeyError for a name we do not have."""
    theirs, code = _table()["icons"][name]
    return _family(theirs.partition(".")[0]), chr(int(code, 16))


def has(name: str) -> bool:
    """Whether we have an icon of this name."""
    return name in _table()["icons"]


@lru_cache(maxsize=64)
def _font(family: str, size: int) -> QFont:
    font = QFont(family)
    font.setPixelSize(size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def paint(painter: QPainter, box: QRectF, name: str, color: QColor) -> None:
    """Draw an icon into a square box: text stays crisp at any pixel ratio."""
    family, sign = glyph(name)
    size = round(min(box.width(), box.height()))
    painter.save()
    painter.setPen(color)
    painter.setFont(_font(family, size))
    hold_still(painter)
    # The glyphs fill an em square that stands on its baseline (ascent 1, descent 0).
    corner = box.center() - QPointF(size / 2, size / 2)
    painter.drawText(QPointF(corner.x(), corner.y() + size), sign)
    painter.restore()


def pixmap(name: str, color: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """An icon as a picture, for the few Qt widgets that take nothing else."""
    made = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint(painter, QRectF(0, 0, size, size), name, color)
    painter.end()
    return made


def icon(name: str, color: QColor, size: int = 24) -> QIcon:
    """An icon for actions and menus, at the common pixel ratios."""
    from PySide6.QtGui import QIcon

    made = QIcon()
    for ratio in (1.0, 1.5, 2.0, 3.0):
        made.addPixmap(pixmap(name, color, size, ratio))
    return made
