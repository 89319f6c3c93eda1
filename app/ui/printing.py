"""Onto paper: entries and selections are typeset; other pages are as wide as the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from app.model.entry import Entry
from app.ui.context import Context
from app.ui.paper.entry_sheet import entry_pieces
from app.ui.paper.flow import Piece
from app.ui.paper.pen import PaperPen
from app.ui.paper.press import Compose, a4, typeset_on, write_pdf
from app.ui.paper.selection_sheet import selection_pieces
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.store.visits import Favourite

_LEAST_FILLED = 0.4  # of a sheet: rather a cut through a section than a nearly empty sheet


def entry_composed(entry: Entry) -> Compose:
    """How an entry is typeset."""
    return partial(_entry_on, entry)


def selection_composed(kept: Sequence[Favourite]) -> Compose:
    """How a selection is typeset."""
    return partial(_selection_on, tuple(kept))


def _entry_on(entry: Entry, pen: PaperPen, width: float) -> list[Piece]:
    return entry_pieces(pen, entry, width)


def _selection_on(kept: Sequence[Favourite], pen: PaperPen, width: float) -> list[Piece]:
    return selection_pieces(pen, kept, width)


def entry_pdf(ctx: Context, entry_id: str, file: Path) -> int:
    """An entry as a PDF; the number of its sheets."""
    entry = ctx.library.entry(entry_id)
    return write_pdf(ctx, entry_composed(entry), entry.name.told(ctx.language), file)


def selection_pdf(ctx: Context, kept: Sequence[Favourite], file: Path) -> int:
    """A selection as a PDF; the number of its sheets."""
    return write_pdf(ctx, selection_composed(kept), ctx.words("favourites.title"), file)


def print_composed(ctx: Context, window: QWidget, compose: Compose, title: str) -> None:
    """Ask for a printer and typeset there."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(a4())
    printer.setFullPage(True)  # the margins are ours
    printer.setDocName(title)
    dialog = QPrintDialog(printer, window)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        typeset_on(printer, ctx, compose, title)
    dialog.deleteLater()


def print_entry(ctx: Context, window: QWidget, entry_id: str) -> None:
    """An entry on a printer."""
    entry = ctx.library.entry(entry_id)
    print_composed(ctx, window, entry_composed(entry), entry.name.told(ctx.language))


def page_pdf(ctx: Context, page: QWidget, title: str, file: Path) -> None:
    """A page as it is on show, as a PDF."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setDocName(title)
    print_to(printer, ctx, page)


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
