"""Tide covers: the print that stands for an entry, drawn from its id because there is no photo."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from app.ui.art.forms import FORMS, WITHOUT_WATER
from app.ui.art.forms.edition import moon
from app.ui.art.ink import Ink
from app.ui.art.palettes import cover_palette, dusk
from app.ui.art.rng import fnv1a
from app.ui.art.sheet import Sheet
from app.ui.art.water import paint_water

# The part of an edition's header that its text stands on, and where the picture is all there.
_FADE_FROM, _FADE_TO = 0.545, 0.66


def paint_cover(
    painter: QPainter, seed_id: str, category: str, edition_no: int, width: float, height: float
) -> None:
    """Paints the cover of an id at the painter's origin, nothing outside width and height."""
    painter.save()
    painter.setClipRect(QRectF(0, 0, width, height), Qt.ClipOperation.IntersectClip)
    palette = cover_palette(category)
    ink = Ink(painter)
    sheet = Sheet.drawn(ink, palette, fnv1a(seed_id), edition_no, (width, height))
    ink.rect(0, 0, width, height, palette.ground)
    FORMS[category](sheet)
    if category not in WITHOUT_WATER:
        paint_water(sheet)
    painter.restore()


def cover_image(
    seed_id: str, category: str, edition_no: int, size: QSize, dpr: float = 1.0
) -> QImage:
    """The cover as a picture; may be called in any thread."""
    image = QImage(
        round(size.width() * dpr), round(size.height() * dpr), QImage.Format.Format_RGB32
    )
    image.setDevicePixelRatio(dpr)
    painter = QPainter(image)
    paint_cover(painter, seed_id, category, edition_no, size.width(), size.height())
    painter.end()
    return image


def paint_edition_header(
    painter: QPainter, seed_id: str, edition_no: int, width: float, height: float
) -> None:
    """The edition's cover as a wide band: its left half is dark for text, its moon full."""
    palette = cover_palette("edition")
    sheet = Sheet.drawn(Ink(painter), palette, fnv1a(seed_id), edition_no, (width, height))
    moon_x, radius = moon(sheet)
    aside = max(0.0, width * _FADE_TO - (moon_x - radius))
    painter.save()
    painter.setClipRect(QRectF(0, 0, width, height), Qt.ClipOperation.IntersectClip)
    painter.translate(aside, 0)
    paint_cover(painter, seed_id, "edition", edition_no, width, height)
    painter.restore()
    land, clear = QColor(dusk().land), QColor(dusk().land)
    clear.setAlpha(0)
    fade = QLinearGradient(width * _FADE_FROM, 0, width * _FADE_TO, 0)
    fade.setColorAt(0, land)
    fade.setColorAt(1, clear)
    painter.fillRect(QRectF(0, 0, width * _FADE_TO, height), fade)
