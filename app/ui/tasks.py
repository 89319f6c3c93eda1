"""Slow work off the screen's thread: an object with three ends – run, done, failed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from itertools import count
from queue import SimpleQueue
from threading import Event, Thread
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from app.base.errors import AppError

Run = Callable[[Callable[[float], None]], Any]


class _Post(QObject):
    """Carries news from the workers to the thread of the screen, for all tasks.

    One that is never let go of: a worker is still inside `emit` when the screen hears of the end.
    And it holds what a task works with and what comes of it, so that the last to let go of these
    is the thread of the screen: windows and timers must not die in a worker.
    """

    progressed = Signal(int, float)
    ended = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._running: dict[int, Task] = {}
        self._told: dict[int, tuple[object, Exception | None]] = {}
        self._numbers = count()
        queued = Qt.ConnectionType.QueuedConnection
        self.progressed.connect(self._on_progressed, queued)
        self.ended.connect(self._on_ended, queued)

    def take(self, task: Task) -> int:
        """Keep a task until it has ended; the number it goes by."""
        number = next(self._numbers)
        self._running[number] = task
        return number

    def do(self, number: int, over: Event) -> None:
        """In the worker: run a task, put down what came of it, hold nothing, tell."""
        self._told[number] = self._outcome(number)
        self.ended.emit(number)
        over.set()

    def _outcome(self, number: int) -> tuple[object, Exception | None]:
        try:
            return self._running[number].run(partial(self.progressed.emit, number)), None
        except Exception as fault:
            return None, fault

    def _on_progressed(self, number: int, share: float) -> None:
        task = self._running.get(number)
        if task is not None and isValid(task):
            task.progressed.emit(share)

    def _on_ended(self, number: int) -> None:
        task, (result, fault) = self._running.pop(number), self._told.pop(number)
        if isValid(task):  # whoever asked may be gone, and Qt's part with it
            task.end(result, fault)
        elif fault is not None and not isinstance(fault, AppError):
            raise fault


@cache
def _post() -> _Post:
    """Made in the thread of the screen, with the first task."""
    return _Post()


class Line:
    """One thread that does what it is given, one after the other; it begins with the first."""

    def __init__(self) -> None:
        self._given: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread: Thread | None = None

    @property
    def has_begun(self) -> bool:
        """Whether there is a thread that waits or works."""
        return self._thread is not None

    def put(self, work: Callable[[], None]) -> None:
        """Do this when what was given before is done."""
        if self._thread is None:
            self._given = SimpleQueue()
            self._thread = Thread(target=_do_all, args=(self._given,), daemon=True)
            self._thread.start()
        self._given.put(work)

    def end(self, *, wait: bool = False) -> None:
        """The thread ends with what it has been given; another begins with the next."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._given.put(None)
            if wait:
                thread.join()


def _do_all(given: SimpleQueue[Callable[[], None] | None]) -> None:
    while (work := given.get()) is not None:
        work()


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
        self.run = run
        self.is_cancelled = False
        self._over = Event()

    def start(self, line: Line | None = None) -> None:
        """Begin, in a thread of its own or when it is its turn in a line."""
        post = _post()
        work = partial(post.do, post.take(self), self._over)
        if line is None:
            Thread(target=work).start()
        else:
            line.put(work)

    def wait(self, seconds: float) -> None:
        """Let the worker have the interpreter until it is done, but no longer than this.

        What came of it is told as ever, with the next events.
        """
        self._over.wait(seconds)

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
