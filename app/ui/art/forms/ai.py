"""Artificial intelligence: fish scales; each has its own draw, so that resizing keeps them."""

from app.ui.art.ink import steps
from app.ui.art.rng import mulberry32
from app.ui.art.sheet import Sheet

_FILLED_TONE, _FILLED_DISC = 0.24, 0.31


def paint(sheet: Sheet) -> None:
    sheet.disc(1.25)
    radius = sheet.between(8, 10) * sheet.unit
    top = sheet.height * sheet.between(0.40, 0.48)
    rows = steps(top, sheet.water + radius * 2, radius * 0.58)
    for row, y in enumerate(rows):
        left = -radius + (radius if row % 2 else 0)
        for column, x in enumerate(steps(left, sheet.width + radius, 2 * radius)):
            draw = mulberry32(sheet.seed + row * 1013 + column * 9176)()
            _paint_scale(sheet, x, y, radius, draw)


def _paint_scale(sheet: Sheet, x: float, y: float, radius: float, draw: float) -> None:
    ink, palette, unit = sheet.ink, sheet.palette, sheet.unit
    filled = draw < _FILLED_DISC
    fill = palette.disc if filled else palette.dark
    if draw < _FILLED_TONE:
        fill = palette.tone
    ink.circle(x, y, radius, fill, palette.pale, 0.7 * unit)
    ink.circle(x, y, radius * 0.66, "", palette.pale, 0.55 * unit, 0.8)
    core = palette.pale if filled else ""
    ink.circle(x, y, radius * 0.34, core, palette.pale, 0.5 * unit, 0.7)
