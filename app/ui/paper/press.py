"""Puts pieces onto sheets of a printer or a PDF: margins, heads, feet, page numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSaveFile
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from app.base.errors import AppError
from app.ui.context import Context
from app.ui.paper.flow import Piece, Placed, sheets
from app.ui.paper.pen import PaperPen
from app.ui.widgets.typeset import typeset

_PER_INCH: Final = 110  # design pixels: a body of 15 is 9.8 points on paper
_SIDE, _TOP, _BOTTOM = 78.0, 72.0, 92.0
_HEAD: Final = 30.0  # the running title of the second and later sheets
_RESOLUTION: Final = 1200

Compose = Callable[[PaperPen, float], list[Piece]]  # width → pieces


def a4() -> QPageLayout:
    """A4 upright; the margins are ours."""
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait,
                       QMarginsF(0, 0, 0, 0))  # fmt: skip


def write_pdf(ctx: Context, compose: Compose, title: str, file: Path) -> int:
    """A PDF in one step; the number of sheets. AppError `not-writable`."""
    target = QSaveFile(str(file))
    if not target.open(QSaveFile.OpenModeFlag.WriteOnly):
        raise AppError("not-writable", path=file, cause=target.errorString())
    writer = QPdfWriter(target)
    writer.setPageLayout(a4())
    writer.setResolution(_RESOLUTION)
    writer.setTitle(title)
    writer.setCreator(ctx.words("window.name"))
    try:
        count = typeset_on(writer, ctx, compose, title)
    except BaseException:
        target.cancelWriting()
        raise
    if not target.commit():
        raise AppError("not-writable", path=file, cause=target.errorString())
    return count


def typeset_on(device: QPagedPaintDevice, ctx: Context, compose: Compose, title: str) -> int:
    """Compose for the sheets of this device and paint them; their number."""
    painter = QPainter(device)
    try:
        return _paint(painter, device, ctx, compose, title)
    finally:
        painter.end()


def _paint(
    painter: QPainter, device: QPagedPaintDevice, ctx: Context, compose: Compose, title: str
) -> int:
    paper = device.pageLayout().fullRectPoints()
    width, height = paper.width() / 72 * _PER_INCH, paper.height() / 72 * _PER_INCH
    factor = device.logicalDpiX() / _PER_INCH
    painter.scale(factor, factor)
    pen = PaperPen(ctx)
    room = height - _TOP - _BOTTOM
    parted = sheets(compose(pen, width - 2 * _SIDE), room, room - _HEAD)
    for number, placed in enumerate(parted, 1):
        if number > 1:
            device.newPage()
        _paint_sheet(painter, placed, number)
        _paint_foot(painter, pen, QRectF(_SIDE, height - 62, width - 2 * _SIDE, 24),
                    ctx.words("paper.page", n=number, m=len(parted)))  # fmt: skip
        if number > 1:
            _paint_words(painter, pen, QRectF(_SIDE, 36, width - 2 * _SIDE, 24), title)
    return len(parted)


def _paint_sheet(painter: QPainter, placed: Sequence[Placed], number: int) -> None:
    top = _TOP + (_HEAD if number > 1 else 0)
    for one in placed:
        one.piece.paint(painter, _SIDE, top + one.top)


def _paint_foot(painter: QPainter, pen: PaperPen, box: QRectF, page: str) -> None:
    ctx = pen.ctx
    painter.fillRect(QRectF(box.left(), box.top() - 6, box.width(), 1), pen.theme.color("line"))
    pack = ctx.library.pack
    told = ctx.words("detail.take.pack", title=pack.title.told(ctx.language), version=pack.version)
    _paint_words(painter, pen, box, told)
    metrics_width = painter.fontMetrics().horizontalAdvance(page)
    _paint_words(painter, pen, box.adjusted(box.width() - metrics_width, 0, 0, 0), page)


def _paint_words(painter: QPainter, pen: PaperPen, box: QRectF, words: str) -> None:
    painter.setFont(pen.theme.font("caption"))
    painter.setPen(pen.theme.color("ink3"))
    painter.drawText(QPointF(box.left(), box.bottom() - 6), typeset(words, pen.ctx.language))
