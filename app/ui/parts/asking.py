"""Asks the library off the screen's thread: only the latest question is answered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event, Lock
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.store.library import Library
from app.ui.items.answers import Answer, Asked, answer, first_answer, more
from app.ui.tasks import Line, Task

_PAINTED_MS: Final = 30  # who types on asks for the next answer, not for the counts of this one
# What is painted while the worker looks takes the interpreter from it, and is painted again with
# the answer: who waits half a frame has both in one, and sooner.
_AWAITED_S: Final = 0.008
Work = Callable[[Library, Callable[[], bool]], Any]


class _Reader:
    """A library of the worker's own: one is used in the thread that opened it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._library: Library | None = None
        self._lock = Lock()

    def run(self, work: Work, stale: Event, _progress: Callable[[float], None]) -> Any:
        """In the worker: the result, or None for what nobody waits for any more."""
        if stale.is_set():
            return None
        try:
            if self._library is None:
                self._library = Library.open(self._path)
            return work(self._library, stale.is_set)
        except Exception:
            if stale.is_set():  # interrupted, as it was asked for
                return None
            raise

    def interrupt(self) -> None:
        """From the thread of the screen: stop the query that runs."""
        with self._lock:
            if self._library is not None:
                self._library.interrupt()

    def close(self) -> None:
        """In the worker: let go of the file."""
        with self._lock:
            library, self._library = self._library, None
            if library is not None:
                library.close()


class Asker(QObject):
    """`ask` and `ask_more`; `answered` tells an Answer, `continued` further hits.

    What cannot be counted within a frame is answered twice: at once, and counted.
    """

    answered = Signal(object)  # Answer
    continued = Signal(object, object)  # the Answer that is continued, more hits
    failed = Signal(object)  # AppError

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._reader = _Reader(path)
        self._line = Line()  # the library stays with the thread that opened it
        self._stale = Event()
        self._current: Task | None = None
        self._continued: Answer | None = None
        self._asked = Asked("")
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_PAINTED_MS)
        self._counting.timeout.connect(self._on_painted)

    @property
    def is_asking(self) -> bool:
        """Whether an answer is on its way."""
        return self._current is not None or self._counting.isActive()

    def ask(self, asked: Asked) -> None:
        """Ask this; what was asked before is dropped."""
        self._asked = asked
        task = self._start(partial(_ask, first_answer, asked), self._on_answered)
        task.wait(_AWAITED_S)

    def ask_more(self, shown: Answer) -> None:
        """Ask for the next hits, unless something is on its way."""
        if not self.is_asking:
            self._continued = shown
            self._start(partial(_more, shown), self._on_continued)

    def stop(self) -> None:
        """Nobody waits any more."""
        self._counting.stop()
        if self._current is not None:
            self._stale.set()
            self._current.cancel()
            self._current = None
            self._reader.interrupt()

    def rest(self) -> None:
        """Stop and let go of the file until something is asked again."""
        self._let_go(wait=False)

    def end(self) -> None:
        """Leave nothing running: before the thread of the screen lets go of this."""
        self._let_go(wait=True)

    def _let_go(self, *, wait: bool) -> None:
        self.stop()
        if self._line.has_begun:
            self._line.put(self._reader.close)
            self._line.end(wait=wait)
            self._reader = _Reader(self._path)  # the next thread opens one of its own

    def _start(self, work: Work, told: Callable[[Any], None]) -> Task:
        self.stop()
        self._stale = Event()
        task = Task(partial(self._reader.run, work, self._stale))
        task.done.connect(told)
        task.failed.connect(self._on_failed)
        self._current = task
        task.start(self._line)
        return task

    def _on_answered(self, found: Answer) -> None:
        self._current = None
        if not found.is_counted:
            self._counting.start()
        self.answered.emit(found)

    def _on_painted(self) -> None:
        self._start(partial(_ask, answer, self._asked), self._on_answered)

    def _on_continued(self, hits: object) -> None:
        self._current = None
        self.continued.emit(self._continued, hits)

    def _on_failed(self, fault: object) -> None:
        self._current = None
        self.failed.emit(fault)


def _ask(
    way: Callable[[Library, Asked, Callable[[], bool]], Answer], asked: Asked, library: Library,
    is_stale: Callable[[], bool],
) -> Answer:  # fmt: skip
    return way(library, asked, is_stale)


def _more(shown: Answer, library: Library, _is_stale: Callable[[], bool]) -> Any:
    return more(library, shown)
