"""Civic services: a banyan, Fuzhou's tree, in tiers with aerial roots."""

from PySide6.QtGui import QPainterPath

from app.ui.art.sheet import Sheet

_TIERS = ((0.33, 2, 11.0), (0.42, 3, 13.0), (0.53, 4, 14.5), (0.64, 3, 17.0))
_ROUND = 0.5523  # the handle of a Bézier quarter circle


def paint(sheet: Sheet) -> None:
    sheet.disc()
    middle = sheet.width * sheet.between(0.44, 0.56)
    _paint_trunk(sheet, middle)
    stretch = 1.25 if sheet.is_wide else 1
    for tier, (level, crowns, radius) in enumerate(_TIERS):
        for crown in range(crowns):
            offset = (crown - (crowns - 1) / 2) * radius * 1.42 + sheet.between(-2, 2)
            x = middle + offset * sheet.unit * stretch
            y = sheet.height * level - sheet.height * 0.04 + sheet.between(-1.5, 1.5) * sheet.unit
            own = radius * sheet.unit * sheet.between(0.92, 1.08)
            _paint_roots(sheet, x, y, own, 1.3 if tier == 3 else 0.7)
            _paint_crown(sheet, x, y, own)


def _paint_trunk(sheet: Sheet, x: float) -> None:
    unit, height = sheet.unit, sheet.height
    foot = sheet.water + 4 * unit
    path = QPainterPath()
    path.moveTo(x - 7 * unit, foot)
    path.cubicTo(
        x - 3 * unit, height * 0.66, x - 3 * unit, height * 0.6, x - 6 * unit, height * 0.5
    )
    path.lineTo(x + 6 * unit, height * 0.5)
    path.cubicTo(x + 3 * unit, height * 0.6, x + 3 * unit, height * 0.66, x + 8 * unit, foot)
    path.closeSubpath()
    sheet.ink.shape(path, sheet.palette.dark, sheet.palette.pale, 0.6 * unit)


def _paint_roots(sheet: Sheet, x: float, y: float, radius: float, length: float) -> None:
    roots = 4 + int(sheet.random() * 4)
    for root in range(roots):
        root_x = x + (root / (roots - 1) * 2 - 1) * radius * 0.8
        end = y + sheet.between(3, 15) * sheet.unit * length
        sheet.ink.line((root_x, y), (root_x, end), sheet.palette.pale, 0.6 * sheet.unit, 0.75)


def _paint_crown(sheet: Sheet, x: float, y: float, radius: float) -> None:
    palette, draw = sheet.palette, sheet.random()
    fill = palette.dark if draw < 0.75 else palette.ground
    if draw < 0.3:
        fill = palette.tone
    for ring in range(3):
        across, up = radius * (1 - ring * 0.3), radius * 0.82 * (1 - ring * 0.3)
        path = QPainterPath()
        path.moveTo(x - across, y)
        shoulder, top = y - up * _ROUND * 1.9, y - up * 1.02
        path.cubicTo(x - across, shoulder, x - across * _ROUND, top, x, top)
        path.cubicTo(x + across * _ROUND, top, x + across, shoulder, x + across, y)
        path.closeSubpath()
        is_outer = ring == 0
        opacity = 1 if is_outer else 0.65
        sheet.ink.shape(path, fill if is_outer else "", palette.pale, 0.65 * sheet.unit, opacity)
