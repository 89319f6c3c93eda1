"""Editions: moon and hills over the river, two more strands each year."""

import math

from app.ui.art.ink import polygon, polyline, steps_through
from app.ui.art.sheet import Sheet


def paint(sheet: Sheet) -> None:
    ink, palette, width, height = sheet.ink, sheet.palette, sheet.width, sheet.height
    moon_x, radius = moon(sheet)
    ink.circle(moon_x, height * 0.36, radius, palette.disc)
    for number in range(3):
        _paint_hill(sheet, number)
    ink.rect(0, height * 0.52, width, height * 0.48, palette.dark)
    strands = 8 + sheet.edition * 2
    for strand in range(strands):
        _paint_strand(sheet, strand / (strands - 1))


def moon(sheet: Sheet) -> tuple[float, float]:
    """Where the moon stands and its radius: the first that is drawn by lot."""
    return sheet.width * sheet.between(0.62, 0.8), 23 * sheet.unit


def _paint_hill(sheet: Sheet, number: int) -> None:
    ink, palette, width, height = sheet.ink, sheet.palette, sheet.width, sheet.height
    peak, spread = width * (0.16 + 0.25 * number), width * 0.13
    tall = height * (0.16 + 0.07 * ((number + sheet.edition) % 3))
    step = 0.8 * sheet.unit
    line = [
        (x, height * 0.52 - tall * math.exp(-(((x - peak) / spread) ** 2)))
        for x in steps_through(0, width + step, step)
    ]
    fill = palette.tone if number == 1 else palette.dark
    ink.shape(polygon([*line, (width, height * 0.6), (0, height * 0.6)]), fill)
    ink.shape(polyline(line), "", palette.pale, 0.6 * sheet.unit)


def _paint_strand(sheet: Sheet, place: float) -> None:
    width, height, unit, palette = sheet.width, sheet.height, sheet.unit, sheet.palette
    phase = sheet.random() * math.tau
    line = []
    for x in steps_through(-2 * unit, width + 2 * unit, 1.2 * unit):
        spread = 0.25 + 0.75 * (x / width)
        ripple = 1.5 * unit * math.sin(x / (16 * unit) + phase)
        y = height * 0.55 + height * 0.42 * place * spread + (1 - spread) * height * 0.13 + ripple
        line.append((x, y))
    colour = palette.disc if sheet.random() < 0.14 else palette.pale
    thickness = (0.6 + 0.9 * sheet.random()) * unit
    sheet.ink.shape(polyline(line), "", colour, thickness, 0.45 + 0.5 * sheet.random())
