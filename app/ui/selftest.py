"""Opens every page once and says so: the check that a shipped build carries in itself."""

from __future__ import annotations

import sys
from typing import TextIO

from PySide6.QtCore import QSize

from app.base.errors import AppError
from app.model.entry import KINDS
from app.settings import Settings
from app.store.library import Library
from app.ui.catalogue import PAGES
from app.ui.context import Context
from app.ui.picture import make_application, render
from app.ui.routes import Route
from app.ui.window import Window


def run(library: Library, settings: Settings, out: TextIO | None = None) -> int:
    """One line per page, `ok` or what is wrong; 0 if all opened."""
    out = out or sys.stdout
    make_application()
    ctx = Context(library, settings)
    ctx.dress()
    window = Window(ctx)
    window.resize(QSize(1280, 800))
    window.show()
    faults = 0
    for route in routes(library):
        fault = _open(window, route)
        faults += bool(fault)
        out.write(f"{'FAIL' if fault else 'ok  '} {route}{': ' + fault if fault else ''}\n")
    ctx.covers.close()
    window.close()
    window.deleteLater()
    return 1 if faults else 0


def routes(library: Library) -> list[Route]:
    """Every page, each with an entry where it shows one."""
    found = {route.page: route for kind in KINDS if (route := _first(library, kind))}
    return [found.get(page, Route(page)) for page in PAGES]


def _first(library: Library, kind: str) -> Route | None:
    entries = library.entries(kind)
    return Route.to(entries[0].id) if entries else None


def _open(window: Window, route: Route) -> str:
    """What went wrong at this place, "" if nothing did."""
    heard: list[BaseException] = []
    before = sys.excepthook

    def listen(_kind: type[BaseException], fault: BaseException, _trace: object) -> None:
        heard.append(fault)

    sys.excepthook = listen
    try:
        window.go(route)
        if render(window).isNull():
            return "nothing painted"
    except AppError as fault:
        return str(fault)
    except Exception as fault:  # a self-test reports bugs, it does not die of them
        return repr(fault)
    finally:
        sys.excepthook = before
    return "; ".join(repr(fault) for fault in heard)
