"""From the command to the window: nothing heavy before the first paint."""

from __future__ import annotations

import contextlib
import gc
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.base import paths
from app.base.errors import AppError
from app.settings import Settings
from app.store.library import Library
from app.store.schema import FILE_NAME
from app.ui.catalogue import PAGES
from app.ui.context import Context
from app.ui.picture import make_application
from app.ui.routes import Route
from app.ui.window import Window

NOT_BEGUN = 1  # exit code
_SETTLE_MS = 250


class Options(NamedTuple):
    """What the command line asks of the window."""

    data_dir: Path
    open: str = "home"
    language: str = ""
    theme: str = ""
    full_screen: bool = False


class _Keeper(QObject):
    """Writes the settings whenever one has changed; opens and closes the visitor file."""

    def __init__(self, ctx: Context, data_dir: Path, *, was_damaged: bool) -> None:
        super().__init__(ctx)
        self._ctx, self._data_dir, self._was_damaged = ctx, data_dir, was_damaged
        ctx.settings_changed.connect(self._on_changed)

    def settle(self) -> None:
        """Soon after the first paint: all that the first frame can do without."""
        gc.freeze()  # what is there now stays as long as the window
        gc.enable()
        self._show_icon()
        self._open_visits()
        if self._was_damaged:
            file = str(self._data_dir / FILE_NAME)
            self._ctx.tell(self._ctx.words("cli.rebuilt", path=file))

    def _show_icon(self) -> None:
        from PySide6.QtGui import QIcon

        QApplication.setWindowIcon(QIcon(str(paths.resources() / "images" / "zhanban.svg")))

    def _open_visits(self) -> None:
        """The first time it makes the file, which takes a moment."""
        from app.store.visits import FILE_NAME, Visits

        try:
            self._ctx.set_visits(Visits.open(self._data_dir / FILE_NAME))
        except AppError as fault:
            self._ctx.set_visits(None)
            self._tell(fault)

    def close(self) -> None:
        """Let go of the visitor file."""
        if self._ctx.visits is not None:
            self._ctx.visits.close()

    def _on_changed(self) -> None:
        try:
            self._ctx.settings.save(self._data_dir)
        except AppError as fault:
            self._tell(fault)

    def _tell(self, fault: AppError) -> None:
        from app.ui.messages import message

        self._ctx.tell(message(fault, self._ctx.words))


def run(options: Options) -> int:
    """Open the window and stay until it is closed; the exit code of the program."""
    app = make_application()
    settings = Settings.load(options.data_dir)
    settings.language = options.language or settings.language
    settings.theme = options.theme or settings.theme
    needed: list[str] = []
    language = settings.language
    found = find_library(options.data_dir, settings, needed)
    if found is None:
        return NOT_BEGUN
    library, data_dir = found
    ctx = Context(library, settings)
    ctx.dress()
    window = Window(ctx)
    window.resize(1280, 800)
    window.go(checked_route(library, options.open))
    keeper = _Keeper(ctx, data_dir, was_damaged="damaged" in needed)
    if settings.language != language:  # chosen while the content was built
        ctx.settings_changed.emit()
    sys.excepthook = _last_resort
    if options.full_screen:
        window.showFullScreen()
    else:
        window.show()
    QTimer.singleShot(_SETTLE_MS, keeper.settle)
    code = app.exec()
    keeper.close()
    keeper.deleteLater()
    ctx.library.close()  # the one in use by then
    return code


def find_library(
    data_dir: Path, settings: Settings, needed: list[str] | None = None
) -> tuple[Library, Path] | None:
    """The content and the folder it is in; where it cannot be had, a window offers ways on.

    None: the person has quit. `needed` as in `open_library`.
    """
    while True:
        try:
            return open_library(data_dir, settings, needed), data_dir
        except AppError as fault:
            from app.ui.fault_window import QUIT, TEMPORARY, FaultWindow

            window = FaultWindow(fault, settings)
            answer = window.ask()
            window.deleteLater()
            if answer == QUIT:
                return None
            if answer == TEMPORARY:
                import tempfile

                data_dir = Path(tempfile.mkdtemp(prefix="zhanban-"))


def checked_route(library: Library, told: str) -> Route:
    """The route told; AppError("unknown-id" | "unknown-page") if there is no such place."""
    route = Route.parse(told)
    if route.page not in PAGES:
        raise AppError("unknown-page", page=route.page)
    if route.id:
        library.entry(route.id)
    return route


def open_library(data_dir: Path, settings: Settings, needed: list[str] | None = None) -> Library:
    """The content of this data dir, built first where needed, with a gauge if that takes long.

    Why it had to be built (`damaged`, `changed` …) is added to `needed`.
    """
    needed = [] if needed is None else needed
    from app.content.seeds import ensure_content, is_untouched

    if is_untouched(data_dir):  # without a worker and its modules: 10 ms
        with contextlib.suppress(AppError):
            return Library.open(data_dir / FILE_NAME)
    from app.ui.building import ContentBuilding

    def build(progress: Callable[[float], None]) -> Path:
        made = ensure_content(data_dir, progress)
        needed.append(made.done)
        return made.path

    return Library.open(ContentBuilding(build, settings).run())


def _last_resort(
    kind: type[BaseException], fault: BaseException, trace: TracebackType | None
) -> None:
    """A bug: told on stderr, the window stays."""
    sys.__excepthook__(kind, fault, trace)
