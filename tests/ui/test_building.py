"""The first start: the building is carried out beside the screen, its faults arrive."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.base.errors import AppError
from app.ui.building import BuildingWindow, ContentBuilding
from app.ui.theme import Theme

Progress = Callable[[float], None]


def test_a_quick_building_shows_nothing(qapp: QApplication, tmp_path: Path) -> None:
    building = ContentBuilding(lambda _progress: tmp_path, Theme())
    assert building.run() == tmp_path
    assert building._window is None


def test_a_long_one_shows_how_far_it_is(qapp: QApplication, tmp_path: Path) -> None:
    seen: list[float] = []

    def work(progress: Progress) -> Path:
        for step in range(1, 11):
            progress(step / 10)
            time.sleep(0.06)
            seen.extend(
                window._done for window in qapp.topLevelWidgets()
                if isinstance(window, BuildingWindow)
            )  # fmt: skip
        return tmp_path

    assert ContentBuilding(work, Theme()).run() == tmp_path
    assert seen
    assert 0 < seen[0] <= seen[-1] <= 1


def test_its_faults_arrive(qapp: QApplication) -> None:
    def work(progress: Progress) -> Path:
        raise AppError("pack-missing", path="x")

    with pytest.raises(AppError, match="pack-missing"):
        ContentBuilding(work, Theme()).run()
