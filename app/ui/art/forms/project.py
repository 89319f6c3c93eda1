"""Signed projects: a weave with one bright weft and two bright warps."""

import math

from app.ui.art.sheet import Sheet


def paint(sheet: Sheet) -> None:
    cell = sheet.between(8, 10) * sheet.unit
    columns, rows = math.ceil(sheet.width / cell), math.ceil((sheet.water + cell) / cell)
    warp = int(sheet.random() * columns)
    weft = int(sheet.random() * (rows - 1))
    bright = (warp, (warp + 3) % columns)
    sheet.ink.rect(0, 0, sheet.width, sheet.height, sheet.palette.dark)
    for row in range(rows):
        for column in range(columns):
            x, y = column * cell, row * cell
            over, under = (_paint_warp, _paint_weft)
            if (row + column) % 2:
                over, under = under, over
            under(sheet, x, y, cell, is_bright=_is_bright(under, column, row, bright, weft))
            over(sheet, x, y, cell, is_bright=_is_bright(over, column, row, bright, weft))


def _is_bright(thread: object, column: int, row: int, warps: tuple[int, int], weft: int) -> bool:
    return column in warps if thread is _paint_warp else row == weft


def _paint_warp(sheet: Sheet, x: float, y: float, cell: float, *, is_bright: bool) -> None:
    colour = sheet.palette.disc if is_bright else sheet.palette.tone
    sheet.ink.rect(x + cell * 0.14, y - 0.4, cell * 0.72, cell + 0.8, colour)


def _paint_weft(sheet: Sheet, x: float, y: float, cell: float, *, is_bright: bool) -> None:
    colour = sheet.palette.disc if is_bright else sheet.palette.pale
    sheet.ink.rect(x - 0.4, y + cell * 0.14, cell + 0.8, cell * 0.72, colour)
