"""Sources: a printed page with a seal."""

from app.ui.art.palettes import SEAL_RED
from app.ui.art.sheet import Sheet

_LINES = 13


def paint(sheet: Sheet) -> None:
    ink, palette, unit = sheet.ink, sheet.palette, sheet.unit
    middle, centre = sheet.width * 0.5, sheet.height * 0.5
    left, top = middle - 36 * unit, centre - 44 * unit
    ink.rect(left, top, 72 * unit, 100 * unit, palette.pale)
    ink.rect(left, top, 72 * unit, 2 * unit, palette.disc)
    for line in range(_LINES):
        length = sheet.between(34, 60) * unit * (0.5 if line % 5 == 4 else 1)
        x, y = middle - 29 * unit, centre - 34 * unit + line * 6 * unit
        if line == 0:
            ink.rect(x, y, length, 3 * unit, palette.dark)
        else:
            ink.rect(x, y, length, 1.5 * unit, palette.tone, 0.8)
    ink.rect(middle + 20 * unit, centre + 22 * unit, 10 * unit, 10 * unit, SEAL_RED)
