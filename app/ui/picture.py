"""A page as a picture, rendered without a screen."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QPoint, QRect, QSize, QTimer
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from app.base.errors import AppError
from app.settings import Settings
from app.store.library import Library
from app.ui.context import Context
from app.ui.page import Page
from app.ui.routes import Route
from app.ui.widgets.cover_view import waiting_covers
from app.ui.window import Window

_PATIENCE_MS = 20_000
_STEP_MS = 15
_CALM = 2


def use_no_screen() -> None:
    """Choose the offscreen platform: before the application is made."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


def save(
    library: Library, route: Route, size: QSize, file: Path, settings: Settings, *,
    ratio: float = 1.0, data_dir: Path | None = None,
) -> None:  # fmt: skip
    """Render the window at a place, with what is kept in a data folder.

    AppError("not-writable") if the file cannot be written.
    """
    make_application()
    ctx = Context(library, settings)
    ctx.dress()
    if data_dir is not None:
        _open_visits(ctx, data_dir)
    window = Window(ctx)
    try:
        window.resize(size)
        window.go(route)
        window.show()
        image = render(window, ratio)
        if file.suffix.lower() == ".pdf":
            _save_pdf(window, file)
        elif not image.save(str(file)):
            raise AppError("not-writable", path=file, cause=file.suffix)
    finally:
        ctx.covers.close()
        window.close()
        window.deleteLater()
        if ctx.visits is not None:
            ctx.visits.close()


def _open_visits(ctx: Context, data_dir: Path) -> None:
    """A folder that cannot be written to is no reason to have no picture."""
    from app.store.visits import FILE_NAME, Visits

    with contextlib.suppress(AppError):
        ctx.set_visits(Visits.open(data_dir / FILE_NAME))


def _save_pdf(window: Window, file: Path) -> None:
    """An entry typeset for paper, any other page as it is."""
    from app.ui.printing import entry_pdf, page_pdf

    page = window.stack.page
    assert page is not None
    if page.subject():
        entry_pdf(window.ctx, page.subject(), file)
    elif file.parent.is_dir():
        page_pdf(window.ctx, page.paper(), page.title(), file)
    else:
        raise AppError("not-writable", path=file, cause=file.parent)


def make_application() -> QApplication:
    """The application, new or the one there is, with a style that takes our palette.

    AppError("no-screen") where Qt would end the process: it cannot do without one.
    """
    if is_without_screen():
        raise AppError("no-screen")
    there = QApplication.instance()
    if isinstance(there, QApplication):
        app = there
        app.setStyle("Fusion")
    else:  # by argument: setStyle answers with a QStyle, whose many enums cost 10 ms
        app = QApplication(["zhanban", "-style", "fusion"])
    app.setApplicationName("zhanban")
    return app


def is_without_screen() -> bool:
    """Whether this is a Linux session that names no display and no other way to show a window."""
    ways = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return sys.platform.startswith("linux") and not any(map(os.environ.get, ways))


def render(window: QWidget, ratio: float = 1.0) -> QImage:
    """What the window shows once every cover is there, without a blinking caret."""
    if (focused := QApplication.focusWidget()) is not None:
        focused.clearFocus()
    image = _draw(window, ratio)  # the first drawing asks for the covers that are in sight
    deadline = QDeadlineTimer(_PATIENCE_MS)
    calm = 0  # an answer makes a page ask for covers: only what stays finished is finished
    while calm < _CALM and not deadline.hasExpired():
        _let_pass(_STEP_MS)
        image = _draw(window, ratio)
        calm = 0 if _is_unfinished(window) else calm + 1
    return _draw(window, ratio) if not image.isNull() else image


def _is_unfinished(window: QWidget) -> bool:
    """Whether covers or answers are still on their way."""
    pages = [page for page in window.findChildren(Page) if page.isVisible()]
    return any(page.is_waiting() for page in pages) or bool(waiting_covers(window))


def _draw(window: QWidget, ratio: float) -> QImage:
    image = QImage(window.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    window.render(painter, QPoint(), QRegion(QRect(QPoint(), window.size())))
    painter.end()
    return image


def _let_pass(milliseconds: int) -> None:
    """Let events be handled for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
