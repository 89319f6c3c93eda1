"""Organisations: two pagodas, a dark and a light one."""

from app.ui.art.ink import polygon
from app.ui.art.sheet import Sheet

_TIERS = 7


def paint(sheet: Sheet) -> None:
    sheet.disc()
    dark_x = 0.32 + sheet.between(-0.04, 0.04)
    light_x = 0.66 + sheet.between(-0.04, 0.04)
    palette = sheet.palette
    _paint_pagoda(sheet, sheet.width * dark_x, 1, palette.dark, palette.tone)
    _paint_pagoda(sheet, sheet.width * light_x, 0.84, palette.ground, palette.pale)


def _paint_pagoda(sheet: Sheet, x: float, scale: float, wall: str, roof: str) -> None:
    ink, unit, pale = sheet.ink, sheet.unit, sheet.palette.pale
    tier = (sheet.water - sheet.height * 0.16) * scale / _TIERS
    foot = sheet.water + 2 * unit
    for number in range(_TIERS):
        half, y = (15 - number * 1.35) * unit * scale, foot - number * tier
        eaves, ridge = y - tier * 0.52, y - tier
        body = [
            (x - half * 0.62, y),
            (x - half * 0.56, y - tier * 0.62),
            (x + half * 0.56, y - tier * 0.62),
            (x + half * 0.62, y),
        ]
        ink.shape(polygon(body), wall, pale, 0.5 * unit)
        top = [
            (x - half, eaves),
            (x - half * 0.55, ridge),
            (x + half * 0.55, ridge),
            (x + half, eaves),
        ]
        ink.shape(polygon(top), roof, pale, 0.5 * unit)
    spire = foot - _TIERS * tier
    ink.line((x, spire), (x, spire - 7 * unit), pale, unit)
