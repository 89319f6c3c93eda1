"""A totem's screen as a picture, rendered without a panel: `attract`, `ask`, `pin`, any route."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSize, QTimer
from PySide6.QtGui import QImage

from app.base.errors import AppError
from app.kiosk.context import KioskContext
from app.kiosk.mode import KioskWindow
from app.kiosk.options import OptionsFile
from app.kiosk.screens.listings import LISTED
from app.kiosk.session import HOME, Session
from app.settings import Settings
from app.store.library import Library
from app.ui.picture import make_application, render
from app.ui.routes import Route

_PATIENCE_MS = 10_000
_NOON = datetime(2026, 4, 29, 12)  # noqa: DTZ001 - the wall's clock


def save(
    library: Library, route: Route, size: QSize, file: Path, settings: Settings, *,
    ratio: float = 1.0,
) -> None:  # fmt: skip
    """`?large=1&low=1` turns the modes on, `?kept=id` fills the list, `?sheet=take` opens one."""
    make_application()
    with tempfile.TemporaryDirectory() as folder:
        ctx = KioskContext(library, settings, Session(settings.language))
        options = OptionsFile.open(Path(folder))
        options.overlay(language=settings.language)
        clock = _Clock()
        window = KioskWindow(ctx, options, clock=clock, wall_clock=_noon, is_windowed=True)
        try:
            window.resize(size)
            window.show()
            open_route(window, route, clock)
            image = _settled(window, ratio)
            if not image.save(str(file)):
                raise AppError("not-writable", path=file, cause=file.suffix)
        finally:
            ctx.covers.close()
            window.allow_close()
            window.close()
            window.deleteLater()


def checked_place(library: Library, told: str) -> Route:
    """The route told; AppError("unknown-id" | "unknown-page") if there is no such place."""
    route = Route.parse(told)
    if route.id:
        library.entry(route.id)
    elif route.page not in (*_STATES, *LISTED, "attract", "home", "search"):
        raise AppError("unknown-page", page=route.page)
    return route


class _Clock:
    """Stands still until it is set on."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def _noon() -> datetime:
    return _NOON


def open_route(window: KioskWindow, route: Route, clock: _Clock) -> None:
    """Bring the window to a place by its name, the way a visitor or staff would."""
    ctx = window.ctx
    if route.page == "attract":
        window.layers.attract.show_scene(int(route.param("scene", "0")))
        return
    window.touched()
    visit = window.visit
    assert visit is not None
    session = Session(ctx.language, kept=list(route.values("kept")), stops=[HOME])
    session.is_large, session.is_low = bool(route.param("large")), bool(route.param("low"))
    ctx.set_session(session)
    visit.rebuild()
    ours = ("large", "low", "kept", "sheet", "over", "section")
    params = tuple(pair for pair in route.params if pair[0] not in ours)
    if route.param("over"):
        visit.go(Route.parse(route.param("over")))
    if route.page in _STATES:
        _STATES[route.page](window, clock)
        window.open_section(route.param("section", "pack"))
    else:
        visit.go(Route(route.page, route.id, params))
    _open_sheet(window, route.param("sheet"))


def _ask(window: KioskWindow, clock: _Clock) -> None:
    clock.now += window.file.options.ask_after + 1
    window.tick()
    clock.now += window.file.options.count - 9
    window.tick()


def _pin(window: KioskWindow, clock: _Clock) -> None:
    del clock
    window.open_pin()


def _operator(window: KioskWindow, clock: _Clock) -> None:
    window.carry_out(window.policy.staff_in(clock.now))


def _cleaning(window: KioskWindow, clock: _Clock) -> None:
    window.carry_out(window.policy.clean(clock.now))


def _crash(window: KioskWindow, clock: _Clock) -> None:
    del clock
    window.go_home()


_STATES: Final[dict[str, Callable[[KioskWindow, _Clock], None]]] = {
    "ask": _ask, "pin": _pin, "operator": _operator, "cleaning": _cleaning, "crash": _crash,
}  # fmt: skip


def _open_sheet(window: KioskWindow, name: str) -> None:
    visit = window.visit
    screen = visit.screen_now if visit is not None else None
    if screen is None or visit is None:
        return
    if name == "language" and visit.bar is not None:
        visit.bar.items["language"].click()
    elif name == "take":
        screen.take_asked.emit((screen.route.id,) if screen.route.id else tuple(
            window.ctx.session.kept))  # fmt: skip
    elif name == "sources":
        screen.ask_sources()


def _settled(window: KioskWindow, ratio: float) -> QImage:
    """With every print there is."""
    window.layers.attract.ensurePolished()
    image = render(window, ratio)
    deadline = QDeadlineTimer(_PATIENCE_MS)
    while (
        window.layers.attract.isVisible()
        and window.layers.attract.is_waiting()
        and not deadline.hasExpired()
    ):
        loop = QEventLoop()
        QTimer.singleShot(20, loop.quit)
        loop.exec()
        image = render(window, ratio)
    return image
