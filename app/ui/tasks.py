"""Slow work off the screen's thread: an object with three ends – run, done, failed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal
from shiboken6 import isValid

from app.base.errors import AppError

Run = Callable[[Callable[[float], None]], Any]


class _Post(QObject):
    """Carries news from the workers to the thread of the screen, for all tasks.

    One that is never let go of: a worker is still inside `emit` when the screen hears of the end,
    so neither the task nor anything that belongs to it may be what emits.
    """

    progressed = Signal(int, float)
    ended = Signal(int, object, object)  # task, result, fault

    def __init__(self) -> None:
        super().__init__()
        self._running: dict[int, Task] = {}
        self._numbers = count()
        queued = Qt.ConnectionType.QueuedConnection
        self.progressed.connect(self._on_progressed, queued)
        self.ended.connect(self._on_ended, queued)

    def take(self, task: Task) -> int:
        """Keep a task until it has ended; the number it goes by."""
        number = next(self._numbers)
        self._running[number] = task
        return number

    def _on_progressed(self, number: int, share: float) -> None:
        task = self._running.get(number)
        if task is not None and isValid(task):
            task.progressed.emit(share)

    def _on_ended(self, number: int, result: object, fault: Exception | None) -> None:
        task = self._running.pop(number)
        if isValid(task):  # whoever asked may be gone, and Qt's part with it
            task.end(result, fault)
        elif fault is not None and not isinstance(fault, AppError):
            raise fault


@cache
def _post() -> _Post:
    """Made in the thread of the screen, with the first task."""
    return _Post()


class _Work(QRunnable):
    def __init__(self, run: Run, number: int, post: _Post) -> None:
        super().__init__()
        self._run, self._number, self._post = run, number, post

    def run(self) -> None:
        try:
            result = self._run(partial(self._post.progressed.emit, self._number))
        except Exception as fault:
            self._post.ended.emit(self._number, None, fault)
        else:
            self._post.ended.emit(self._number, result, None)


class Task(QObject):
    """`Task(run)`: `run(progress)` works in a thread; `done` and `failed` come on the screen's.

    A cancelled task tells nothing any more but that it has `ended`; `run` may ask
    `is_cancelled` and stop early.
    """

    done = Signal(object)
    failed = Signal(object)  # AppError
    ended = Signal()  # it is over, whatever came of it
    progressed = Signal(float)

    def __init__(self, run: Run, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self.is_cancelled = False

    def start(self, pool: QThreadPool | None = None) -> None:
        """Begin."""
        post = _post()
        work = _Work(self._run, post.take(self), post)
        (pool or QThreadPool.globalInstance()).start(work)

    def cancel(self) -> None:
        """Nobody wants the result any more."""
        self.is_cancelled = True

    def end(self, result: object, fault: Exception | None) -> None:
        """Called when the worker has finished: tell it."""
        self.ended.emit()
        if isinstance(fault, AppError):
            if not self.is_cancelled:
                self.failed.emit(fault)
        elif fault is not None:
            raise fault  # a bug: the last-resort hook hears of it
        elif not self.is_cancelled:
            self.done.emit(result)
