"""Energy and mobility: rays from a sun half sunk in the water."""

import math

from app.ui.art.sheet import Sheet

_RAYS = 30


def paint(sheet: Sheet) -> None:
    ink, palette, unit = sheet.ink, sheet.palette, sheet.unit
    middle, water = sheet.width * 0.5, sheet.water
    for ray in range(_RAYS + 1):
        angle, inner = math.pi + math.pi * ray / _RAYS, 22 * unit
        outer = sheet.between(30, 64) * unit * (1 if ray % 2 else 0.8)
        is_bright = sheet.random() < 0.3
        across, down = math.cos(angle), math.sin(angle)
        points = (
            (middle + across * inner, water + down * inner),
            (middle + across * outer, water + down * outer),
        )
        colour = palette.disc if is_bright else palette.pale
        ink.round_line(points, colour, (2.2 if is_bright else 1.1) * unit, 0.95)
    ink.circle(middle, water, 18 * unit, palette.disc)
    ink.circle(middle, water, 13.5 * unit, "", palette.ground, 0.8 * unit)
    ink.circle(middle, water, 9 * unit, "", palette.ground, 0.8 * unit)
