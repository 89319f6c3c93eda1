"""Slow work: run, done, failed – and nothing after it was cancelled."""

from __future__ import annotations

import threading
from collections.abc import Callable

from pytestqt.qtbot import QtBot

from app.base.errors import AppError
from app.ui.tasks import Task

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
