"""Smart machines: a linkage of four arms over a grid of dots."""

import math

from app.ui.art.ink import Point, steps
from app.ui.art.sheet import Sheet


def paint(sheet: Sheet) -> None:
    ink, palette, unit = sheet.ink, sheet.palette, sheet.unit
    for y in steps(8 * unit, sheet.water, 8 * unit):
        for x in steps(6 * unit, sheet.width, 8 * unit):
            ink.circle(x, y, 0.55 * unit, palette.tone)
    sheet.disc()
    joints = _joints(sheet)
    for number in range(4):
        colour = palette.pale if number % 2 else palette.tone
        arm = (joints[number], joints[number + 1])
        ink.round_line(arm, colour, (8 - number * 1.2) * unit)
    for number, (x, y) in enumerate(joints):
        ink.circle(x, y, (6.4 - number * 0.7) * unit, palette.dark, palette.pale, 1.1 * unit)
        ink.circle(x, y, (2.4 - number * 0.2) * unit, palette.disc)


def _joints(sheet: Sheet) -> list[Point]:
    unit = sheet.unit
    x, y = sheet.width * sheet.between(0.22, 0.36), sheet.water + 2 * unit
    angle = -math.pi / 2 + sheet.between(-0.25, 0.25)
    joints = [(x, y)]
    for number in range(4):
        length = sheet.between(19, 26) * unit * (0.7 if number == 3 else 1)
        x += math.cos(angle) * length * (1.15 if sheet.is_wide else 1)
        y = max(y + math.sin(angle) * length, 10 * unit)
        joints.append((x, y))
        angle += (-1 if number % 2 else 1) * sheet.between(0.75, 1.25)
    return joints
