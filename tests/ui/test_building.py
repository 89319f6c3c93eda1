"""The first start: the building is carried out beside the screen, its faults arrive."""

from __future__ import annotations

import gc
import time
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.base.errors import AppError
from app.settings import Settings
from app.ui.building import ContentBuilding
from app.ui.building_window import BuildingWindow

Progress = Callable[[float], None]


def test_a_quick_building_shows_nothing(qapp: QApplication, tmp_path: Path) -> None:
    building = ContentBuilding(lambda _progress: tmp_path, Settings())
    assert building.run() == tmp_path
    assert building._window is None


def test_a_long_one_shows_how_far_it_is(qapp: QApplication, tmp_path: Path) -> None:
    seen: list[float] = []

    def work(progress: Progress) -> Path:
        for step in range(1, 11):
            progress(step / 10)
            time.sleep(0.06)
            seen.extend(
                window.done for window in qapp.topLevelWidgets()
                if isinstance(window, BuildingWindow)
            )  # fmt: skip
        return tmp_path

    assert ContentBuilding(work, Settings()).run() == tmp_path
    assert seen
    assert 0 < seen[0] <= seen[-1] <= 1


def test_its_timer_and_loop_go_with_it_and_not_with_a_collection_in_some_worker(
    qapp: QApplication, tmp_path: Path
) -> None:
    building = ContentBuilding(lambda _progress: tmp_path, Settings())
    building.run()
    gone = weakref.ref(building)
    gc.disable()
    try:
        del building
        assert gone() is None
    finally:
        gc.enable()


def test_its_faults_arrive(qapp: QApplication) -> None:
    def work(progress: Progress) -> Path:
        raise AppError("pack-missing", path="x")

    with pytest.raises(AppError, match="pack-missing"):
        ContentBuilding(work, Settings()).run()


def test_the_steps_follow_and_never_go_back(qapp: QApplication, qtbot: QtBot) -> None:
    window = BuildingWindow(Settings())
    qtbot.addWidget(window)
    assert [row.state for row in window.steps] == ["works", "waits", "waits"]
    window.set_done(0.5)
    window.set_done(0.1)
    assert [row.state for row in window.steps] == ["done", "works", "waits"]
    window.set_done(1)
    assert [row.state for row in window.steps] == ["done", "done", "done"]


def test_the_language_chosen_meanwhile_is_that_of_the_program(
    qapp: QApplication, qtbot: QtBot
) -> None:
    settings = Settings()
    window = BuildingWindow(settings)
    qtbot.addWidget(window)
    window.set_done(0.5)
    window.language.cells[2].click()
    assert settings.language == "en"
    assert window.accessibleName() == "Preparing the content"
    assert [row.state for row in window.steps] == ["done", "works", "waits"]
