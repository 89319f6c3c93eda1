"""The first start: content is built off the screen's thread, with a window if it takes long."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEventLoop, Qt, QTimer

from app.settings import Settings
from app.ui.tasks import Task

if TYPE_CHECKING:
    from app.ui.building_window import BuildingWindow

SHOW_AFTER_MS: Final = 300

Build = Callable[[Callable[[float], None]], Path]


class ContentBuilding:
    """Runs `build(progress)` in a worker while the gauge can paint; told its path or its fault."""

    def __init__(self, build: Build, settings: Settings) -> None:
        self._settings = settings
        self._window: BuildingWindow | None = None
        self._loop = QEventLoop()
        self._result: Path | Exception | None = None
        self._share = 0.0
        self._task = Task(partial(_carried, build))
        self._task.done.connect(self._on_done)
        self._task.progressed.connect(self._on_progressed, Qt.ConnectionType.QueuedConnection)
        self._wait = QTimer()
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._on_long)

    def run(self) -> Path:
        """The path of the content file; raises the AppError of the builder."""
        self._wait.start(SHOW_AFTER_MS)
        self._task.start()
        self._loop.exec()
        self._wait.stop()
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
        assert self._result is not None
        if isinstance(self._result, Exception):
            raise self._result
        return self._result

    def _on_long(self) -> None:
        from app.ui.building_window import BuildingWindow  # most buildings are done before

        self._window = BuildingWindow(self._settings)
        self._window.set_done(self._share)
        self._window.show()

    def _on_progressed(self, share: float) -> None:
        self._share = share
        if self._window is not None:
            self._window.set_done(share)

    def _on_done(self, result: Path | Exception) -> None:
        self._result = result
        self._loop.quit()


def _carried(build: Build, progress: Callable[[float], None]) -> Path | Exception:
    """In the worker. Every fault is carried over, so that the loop always ends."""
    try:
        return build(progress)
    except Exception as fault:
        return fault
