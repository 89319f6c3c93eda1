"""Metaverse and digital humans: a figure made of scan lines beside a ringed moon."""

import math

from app.ui.art.ink import polygon, polyline, steps, steps_through
from app.ui.art.sheet import Sheet


def paint(sheet: Sheet) -> None:
    unit, pale = sheet.unit, sheet.palette.pale
    for ring in range(6, 0, -1):
        radius = sheet.disc_radius + ring * 3.2 * unit
        opacity = 0.8 - 0.11 * ring
        sheet.ink.circle(sheet.disc_x, sheet.disc_y, radius, "", pale, 0.7 * unit, opacity)
    sheet.disc()
    for number in range(3):
        _paint_mountain(sheet, number)
    _paint_figure(sheet)


def _paint_mountain(sheet: Sheet, number: int) -> None:
    ink, palette, unit = sheet.ink, sheet.palette, sheet.unit
    peak = sheet.width * (0.12 + 0.38 * number + sheet.between(-0.06, 0.06))
    height = sheet.water - sheet.height * sheet.between(0.44, 0.56)
    spread = sheet.between(20, 28) * unit * (1.35 if sheet.is_wide else 1)
    left, right = -4 * unit, sheet.width + 4 * unit
    for contour in range(6):
        tall, wide = height * (1 - contour * 0.165), spread * (1 - contour * 0.07)
        line = [
            (x, sheet.water + 6 * unit - tall * math.exp(-(((x - peak) / wide) ** 2)))
            for x in steps_through(left, right, 2 * unit)
        ]
        if contour == 0:
            foot = sheet.water + 9 * unit
            fill = palette.tone if number == 1 else palette.dark
            ink.shape(polygon([*line, (right, foot), (left, foot)]), fill)
        ink.shape(polyline(line), "", palette.pale, 0.55 * unit, 0.7 - 0.08 * contour)


def _paint_figure(sheet: Sheet) -> None:
    ink, palette, unit = sheet.ink, sheet.palette, sheet.unit
    side = 1 if sheet.disc_x < sheet.width * 0.5 else -1
    middle = sheet.width * 0.5 + side * sheet.width * sheet.between(0.10, 0.17)
    head, head_y = 11.5 * unit, sheet.height * 0.42
    top, bottom, step = head_y - head * 1.28, sheet.water + 2 * unit, 1.7 * unit
    glitch = 2 + int(sheet.random() * 4)
    rows = [(y, _half_width(y, head, head_y, 25 * unit)) for y in steps_through(top, bottom, unit)]
    left = [(middle - half, y) for y, half in rows]
    right = [(middle + half, y) for y, half in reversed(rows)]
    ink.shape(polygon(left + right), palette.dark)
    for line, y in enumerate(steps(top + step * 0.5, bottom, step)):
        half = _half_width(y, head, head_y, 25 * unit)
        if line % 9 == glitch:
            shifted = middle + sheet.between(-3.5, 3.5) * unit
            ink.line((shifted - half, y), (shifted + half, y), palette.disc, 1.1 * unit)
        else:
            ink.line((middle - half, y), (middle + half, y), palette.pale, 0.62 * unit, 0.9)


def _half_width(y: float, head: float, head_y: float, shoulder: float) -> float:
    """Half the width of head, neck and shoulders at this height."""
    chin, neck = head_y + head * 1.16, head * 0.40
    if y < chin:
        ellipse = head * math.sqrt(max(0, 1 - ((y - head_y) / (head * 1.25)) ** 2))
        return max(ellipse, neck) if y > head_y + head * 0.7 else ellipse
    share = min(1, (y - chin) / (head * 1.25))
    return neck + (shoulder - neck) * (0.62 * math.sqrt(share) + 0.38 * share)
