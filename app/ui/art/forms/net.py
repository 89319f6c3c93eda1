"""Networks: rings around the disc, answered by smaller ones from the water."""

import math

from app.ui.art.sheet import Sheet


def paint(sheet: Sheet) -> None:
    unit = sheet.unit
    rings = math.ceil(math.hypot(sheet.width, sheet.height) / (6 * unit))
    for ring in range(rings, 0, -1):
        _paint_ring(sheet, ring)
    sheet.disc()
    answer_x = sheet.width - sheet.disc_x
    disc = sheet.palette.disc
    for ring in range(1, 9):
        opacity = 0.75 - 0.07 * ring
        sheet.ink.circle(answer_x, sheet.water, ring * 5.2 * unit, "", disc, 1.1 * unit, opacity)
    sheet.ink.circle(answer_x, sheet.water, 2.2 * unit, disc)


def _paint_ring(sheet: Sheet, ring: int) -> None:
    unit, palette = sheet.unit, sheet.palette
    radius = sheet.disc_radius + ring * 6 * unit
    if ring % 3 == 0:  # every third is a band
        fill, width, opacity = palette.tone, 0.5 * unit, max(0.10, 0.34 - 0.02 * ring)
    else:
        fill, width, opacity = "", unit, max(0.22, 0.9 - 0.06 * ring)
    sheet.ink.circle(sheet.disc_x, sheet.disc_y, radius, fill, palette.pale, width, opacity)
