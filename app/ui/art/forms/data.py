"""Data and computing: thirty strands that meet in a narrow place and part again."""

from PySide6.QtGui import QPainterPath

from app.ui.art.sheet import Sheet

_STRANDS = 30


def paint(sheet: Sheet) -> None:
    sheet.disc()
    for strand in range(_STRANDS):
        _paint_strand(sheet, strand)


def _paint_strand(sheet: Sheet, strand: int) -> None:
    width, height, unit, palette = sheet.width, sheet.height, sheet.unit, sheet.palette
    place = strand / (_STRANDS - 1) * 2 - 1
    middle, waist = width - sheet.disc_x, height * 0.47
    above = width * 0.5 + place * width * 0.56
    within = middle + place * width * 0.022 * 3
    below = middle + place * width * 0.30
    draw = sheet.random()
    colour, thickness = palette.pale, 0.75 * unit
    if draw < 0.45:
        colour, thickness = palette.tone, 1.9 * unit
    if draw < 0.2:
        colour, thickness = palette.disc, 1.3 * unit
    path = QPainterPath()
    path.moveTo(above, -2 * unit)
    path.cubicTo(above, height * 0.22, within, height * 0.24, within, waist)
    foot = sheet.water + 5 * unit
    path.cubicTo(within, height * 0.60, below, height * 0.58, below, foot)
    sheet.ink.shape(path, "", colour, thickness, 0.92)
    along = sheet.between(0.10, 0.62)
    if strand % 3 == 0:
        x = _bezier(along, above, above, within, within)
        y = _bezier(along, -2 * unit, height * 0.22, height * 0.24, waist)
        sheet.ink.circle(x, y, 2.1 * unit, palette.dark, palette.pale, 0.8 * unit)


def _bezier(t: float, a: float, b: float, c: float, d: float) -> float:
    rest = 1 - t
    return rest**3 * a + 3 * rest * rest * t * b + 3 * rest * t * t * c + t**3 * d
