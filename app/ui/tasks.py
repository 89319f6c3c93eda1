"""Slow work off the screen's thread: an object with three ends – run, done, failed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from app.base.errors import AppError


class _Courier(QObject):
    """Carries results from the worker to the thread of the screen."""

    ended = Signal(object, object)  # result, fault


class _Work(QRunnable):
    def __init__(self, run: Callable[[Callable[[float], None]], Any], courier: _Courier,
                 progress: Callable[[float], None]) -> None:  # fmt: skip
        super().__init__()
        self._run, self._courier, self._progress = run, courier, progress

    def run(self) -> None:
        try:
            result = self._run(self._progress)
        except Exception as fault:
            self._courier.ended.emit(None, fault)
        else:
            self._courier.ended.emit(result, None)


class Task(QObject):
    """`Task(run)`: `run(progress)` works in a thread; `done` and `failed` come on the screen's.

    A cancelled task tells nothing any more but that it has `ended`; `run` may ask
    `is_cancelled` and stop early.
    """

    done = Signal(object)
    failed = Signal(object)  # AppError
    ended = Signal()  # it is over, whatever came of it
    progressed = Signal(float)

    def __init__(
        self, run: Callable[[Callable[[float], None]], Any], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._run = run
        self.is_cancelled = False
        self._courier = _Courier()
        self._courier.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def start(self, pool: QThreadPool | None = None) -> None:
        """Begin."""
        work = _Work(self._run, self._courier, self.progressed.emit)
        (pool or QThreadPool.globalInstance()).start(work)

    def cancel(self) -> None:
        """Nobody wants the result any more."""
        self.is_cancelled = True

    def _on_ended(self, result: object, fault: Exception | None) -> None:
        self.ended.emit()
        if isinstance(fault, AppError):
            if not self.is_cancelled:
                self.failed.emit(fault)
        elif fault is not None:
            raise fault  # a bug: the last-resort hook hears of it
        elif not self.is_cancelled:
            self.done.emit(result)
