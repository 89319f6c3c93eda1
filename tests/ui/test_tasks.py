"""Slow work: run, done, failed – and nothing after it was cancelled."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.base.errors import AppError
from app.ui.tasks import Line, Task

Progress = Callable[[float], None]


def test_work_is_done_in_another_thread_and_told_in_this_one(qtbot: QtBot) -> None:
    threads: list[int] = []

    def work(progress: Progress) -> str:
        threads.append(threading.get_ident())
        progress(0.5)
        return "made"

    task = Task(work)
    told: list[int] = []
    task.done.connect(lambda _: told.append(threading.get_ident()))
    with qtbot.waitSignals([task.progressed, task.done]):
        task.start()
    assert threads != told
    assert told == [threading.get_ident()]


def test_a_fault_of_the_world_is_told_as_failed(qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        raise AppError("disk-full", path="x", cause="y")

    task = Task(work)
    with qtbot.waitSignal(task.failed) as told:
        task.start()
    assert told.args[0].code == "disk-full"


def test_a_bug_is_raised_where_the_last_resort_hears_it(qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        raise ZeroDivisionError

    task = Task(work)
    with qtbot.captureExceptions() as heard:
        task.start()
        qtbot.waitUntil(lambda: bool(heard))
    assert heard[0][0] is ZeroDivisionError


def test_a_cancelled_task_tells_nothing(qtbot: QtBot) -> None:
    finished = threading.Event()

    def work(progress: Progress) -> int:
        finished.set()
        return 1

    task = Task(work)
    task.cancel()
    with qtbot.assertNotEmitted(task.done, wait=100):
        task.start()
    assert finished.is_set()


def test_a_line_works_in_one_thread_and_in_order(qtbot: QtBot) -> None:
    line = Line()
    done: list[tuple[int, int]] = []

    def work(progress: Progress) -> tuple[int, int]:
        return len(done), threading.get_ident()

    tasks = [Task(work) for _ in range(50)]
    for task in tasks:
        task.done.connect(done.append)
        task.start(line)
    qtbot.waitUntil(lambda: len(done) == len(tasks))
    assert len({thread for _, thread in done}) == 1
    line.end(wait=True)
    assert done[0][1] not in {thread.ident for thread in threading.enumerate()}


def test_whoever_asked_may_be_gone_when_the_work_ends(qtbot: QtBot) -> None:
    for _ in range(200):  # short work ends while `start` has not yet returned
        page = QObject()
        task = Task(lambda progress: progress(1.0), page)
        task.start()
        del task, page
    ended = Task(print)
    with qtbot.waitSignal(ended.ended):
        ended.start()


def test_who_waits_is_told_with_the_next_events_and_waits_no_longer_than_said(
    qtbot: QtBot,
) -> None:
    told: list[object] = []
    quick = Task(lambda _progress: "made")
    quick.done.connect(told.append)
    quick.start()
    quick.wait(10)
    assert not told  # nobody is told in the midst of something else
    qtbot.waitUntil(lambda: told == ["made"])
    goes_on = threading.Event()
    slow = Task(lambda _progress: goes_on.wait(10))
    slow.done.connect(told.append)
    slow.start()
    slow.wait(0.01)
    assert told == ["made"]
    goes_on.set()
    qtbot.waitUntil(lambda: told == ["made", True])
