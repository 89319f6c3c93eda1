"""A page on paper: as wide as the sheet, in the colours of the day, parted between its sections."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from app.ui.context import Context
from app.ui.theme import Theme

_LEAST_FILLED = 0.4  # of a sheet: rather a cut through a section than a nearly empty sheet


def print_page(ctx: Context, page: QWidget, title: str, breaks: Sequence[int] = ()) -> None:
    """Ask for a printer and print; `breaks` are heights at which a new sheet may begin."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, page.window())
    if dialog.exec() == QDialog.DialogCode.Accepted:
        print_to(printer, ctx, page, breaks)
    dialog.deleteLater()


def print_to(printer: QPrinter, ctx: Context, page: QWidget, breaks: Sequence[int] = ()) -> int:
    """Print on this printer; the number of sheets."""
    shown = ctx.theme
    ctx.theme = Theme("light", ctx.language, ctx.scale, reduced_motion=shown.reduced_motion)
    painter = QPainter(printer)
    try:
        return _print(painter, printer, page, breaks)
    finally:
        painter.end()
        ctx.theme = shown


def _print(painter: QPainter, printer: QPrinter, page: QWidget, breaks: Sequence[int]) -> int:
    sheet = printer.pageLayout().paintRectPixels(printer.resolution())
    factor = sheet.width() / max(1, page.width())
    parts = sheets(page.height(), round(sheet.height() / factor), breaks)
    for number, (top, bottom) in enumerate(parts):
        if number:
            printer.newPage()
        painter.save()
        painter.scale(factor, factor)
        page.render(painter, QPoint(), QRegion(QRect(0, top, page.width(), bottom - top)))
        painter.restore()
    return len(parts)


def sheets(height: int, room: int, breaks: Sequence[int] = ()) -> list[tuple[int, int]]:
    """From where to where each sheet reaches: at a break where one is near its end."""
    found, top = [], 0
    while top < height:
        end = top + room
        fitting = [at for at in breaks if top + room * _LEAST_FILLED < at <= end]
        bottom = height if end >= height else max(fitting, default=end)
        found.append((top, bottom))
        top = bottom
    return found
