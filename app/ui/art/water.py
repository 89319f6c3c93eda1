"""The water at the foot of a cover, with the identity line: the 32 bits of its seed as dashes."""

from __future__ import annotations

from app.ui.art.ink import polygon, polyline
from app.ui.art.sheet import Sheet

_LONG, _SHORT = 0.78, 0.22
_IDENTITY_ROW = 2


def paint_water(sheet: Sheet) -> None:
    unit, palette = sheet.unit, sheet.palette
    amplitude, step = 1.5 * unit, 2 * unit
    surface = sheet.wave(sheet.water, amplitude, sheet.phase)
    bed = [(sheet.width + step, sheet.height + 2), (-step, sheet.height + 2)]
    sheet.ink.shape(polygon(surface + bed), palette.dark)
    sheet.ink.shape(polyline(surface), "", palette.pale, 0.9 * unit, 0.95)
    gap = (sheet.height - sheet.water) / 5
    for row in range(1, 5):
        y, phase = sheet.water + row * gap, sheet.phase + row * 0.9
        if row == _IDENTITY_ROW:
            _paint_identity(sheet, y, amplitude, phase)
        else:
            line = sheet.wave(y, amplitude * (1 - 0.12 * row), phase)
            sheet.ink.shape(polyline(line), "", palette.pale, 0.6 * unit, 0.62 - 0.07 * row)


def _paint_identity(sheet: Sheet, y: float, amplitude: float, phase: float) -> None:
    slot = sheet.width / 34
    for bit in range(32):
        x = slot * (bit + 1)
        dash_y = y + sheet.wave_height(x, amplitude, phase)
        length = slot * (_LONG if (sheet.seed >> (31 - bit)) & 1 else _SHORT)
        dash = ((x, dash_y), (x + length, dash_y))
        sheet.ink.round_line(dash, sheet.palette.disc, 1.5 * sheet.unit, 0.95)
