"""From `zhanban --kiosk` to a totem that serves the public until staff end it."""

from __future__ import annotations

import logging
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from types import FrameType, TracebackType

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication

from app.base.errors import AppError
from app.base.log import start_log
from app.kiosk.context import KioskContext
from app.kiosk.memory import hold_memory, settle_memory
from app.kiosk.mode import KioskWindow
from app.kiosk.options import ORIENTATIONS, OptionsFile
from app.kiosk.session import Session
from app.kiosk.tally import Tally
from app.kiosk.watchdog import Heart, is_safe_mode
from app.settings import Settings
from app.store.visits import FILE_NAME, Visits
from app.ui.picture import make_application
from app.ui.start import open_library

_MOST_FAULTS = 4  # within a minute: then the supervisor starts anew
_MINUTE_MS = 60_000
_EXIT_FAULTY = 70


@dataclass(frozen=True, slots=True)
class KioskOptions:
    """What the command line asks of a totem; empty means: as staff set it."""

    data_dir: Path
    language: str = ""
    screen: str = ""
    orientation: str = ""
    idle: int = 0
    is_windowed: bool = False
    size: tuple[int, int] = (1080, 1920)
    reduced_motion: bool = False


def run_kiosk(options: KioskOptions) -> int:
    """Serve until staff leave; the exit code of the program (75: start again)."""
    heart = Heart.from_environment()
    hold_memory()
    app = make_application()
    start_log(options.data_dir, "info")
    file = opened_options(options)
    motionless = options.reduced_motion or is_safe_mode()
    settings = Settings(language=file.options.language, reduced_motion=motionless)
    library = open_library(options.data_dir, settings)
    visits = _visits(options.data_dir)
    ctx = KioskContext(library, settings, Session(file.options.language))
    window = KioskWindow(
        ctx, file, tally=Tally(visits.statistics() if visits else None), heart=heart,
        is_windowed=options.is_windowed,
    )  # fmt: skip
    keeper = _Keeper(app, window)
    sys.excepthook = keeper.on_fault
    signal.signal(signal.SIGTERM, keeper.on_signal)
    if options.is_windowed:
        window.resize(QSize(*options.size))
        window.show()
    else:
        window.cover(chosen_screen(options.screen or file.options.screen))
    QTimer.singleShot(0, settle_memory)
    QTimer.singleShot(0, lambda: heart.ready(window.mode.value))
    code = app.exec()
    heart.stopping()
    window.allow_close()
    window.close()
    ctx.covers.close()
    library.close()
    if visits is not None:
        visits.close()
    return code if keeper.code is None else keeper.code


def opened_options(asked: KioskOptions) -> OptionsFile:
    """The options of this totem; the command line's go before them but are not kept."""
    file = OptionsFile.open(asked.data_dir)
    changes: dict[str, object] = {}
    if asked.language:
        changes["language"] = asked.language
    if asked.orientation in ORIENTATIONS:
        changes["orientation"] = asked.orientation
    if asked.idle:
        changes["ask_after"] = asked.idle
    if changes:
        file.overlay(**changes)
    return file


def chosen_screen(told: str) -> QScreen:
    """By number or name; the first where there is no such screen."""
    screens = QGuiApplication.screens()
    if told.isdigit() and int(told) < len(screens):
        return screens[int(told)]
    return next((one for one in screens if told and one.name() == told), screens[0])


def _visits(data_dir: Path) -> Visits | None:
    """The counts; a totem whose disk refuses serves all the same."""
    try:
        return Visits.open(data_dir / FILE_NAME)
    except AppError as fault:
        logging.getLogger("zhanban.kiosk").warning("no statistics: %s", fault)
        return None


class _Keeper(QObject):
    """Ends the program when staff or the system say so, and outlives a fault."""

    def __init__(self, app: QApplication, window: KioskWindow) -> None:
        super().__init__(app)
        self._app, self._window = app, window
        self.code: int | None = None
        self._faults = 0
        self._calm = QTimer(self)
        self._calm.setInterval(_MINUTE_MS)
        self._calm.timeout.connect(self._on_calm)
        self._calm.start()
        window.left.connect(self._on_left)

    def _on_left(self, code: int) -> None:
        self.code = code
        self._app.exit(code)

    def _on_calm(self) -> None:
        self._faults = 0

    def on_signal(self, number: int, frame: FrameType | None) -> None:
        """SIGTERM: systemd or the supervisor ends us."""
        del number, frame
        self._window.allow_close()
        self._app.exit(0)

    def on_fault(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        """A bug: written down, then the calm card and attract; too many, and we start anew."""
        told = (kind, fault, trace)
        logging.getLogger("zhanban.kiosk").error("fault on the screen", exc_info=told)
        sys.__excepthook__(kind, fault, trace)
        self._faults += 1
        if self._faults > _MOST_FAULTS:
            self.code = _EXIT_FAULTY
            self._window.allow_close()
            self._app.exit(_EXIT_FAULTY)
            return
        QTimer.singleShot(0, self._window.go_home)
