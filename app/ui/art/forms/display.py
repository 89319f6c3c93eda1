"""Immersive display: a folding screen that cuts the disc."""

from app.ui.art.ink import polygon
from app.ui.art.sheet import Sheet


def paint(sheet: Sheet) -> None:
    width, unit, pale = sheet.width, sheet.unit, sheet.palette.pale
    panels = 5 + int(sheet.random() * 3)
    left, panel = width * 0.06, width * 0.88 / panels
    top, bottom, fold = sheet.height * 0.13, sheet.water + 3 * unit, 4.2 * unit
    for number in range(panels):
        x = left + number * panel
        near, far = (top, top + fold) if number % 2 else (top + fold, top)
        _paint_panel(sheet, (x, x + panel), (near, far), bottom, is_odd=number % 2 == 1)
        sheet.ink.line((x, near), (x, bottom), pale, 0.5 * unit, 0.9)
    end, last_top = left + panels * panel, top if panels % 2 else top + fold
    sheet.ink.line((end, last_top), (end, bottom), pale, 0.5 * unit, 0.9)


def _paint_panel(
    sheet: Sheet,
    sides: tuple[float, float],
    tops: tuple[float, float],
    bottom: float,
    *,
    is_odd: bool,
) -> None:
    ink, palette, unit = sheet.ink, sheet.palette, sheet.unit
    (xa, xb), (ya, yb) = sides, tops
    outline = polygon([(xa, ya), (xb, yb), (xb, bottom), (xa, bottom)])
    ink.shape(outline, palette.tone if is_odd else palette.dark)
    ink.keep_within(outline)
    top = sheet.height * 0.13
    shift = (-3.2 if is_odd else 3.2) * unit
    radius = min(sheet.width * 0.30, (sheet.water - top) * 0.36)
    ink.circle(sheet.width * 0.5, (top + sheet.water) * 0.5 + shift, radius, palette.disc)
    for slat in range(1, 16):
        share = slat / 16
        start = (xa, ya + (bottom - ya) * share)
        end = (xb, yb + (bottom - yb) * share)
        ink.line(start, end, palette.ground, 0.55 * unit, 0.55)
    ink.keep_no_longer()
