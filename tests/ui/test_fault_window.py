"""When the program cannot begin: a window in the person's language, with ways on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.base.errors import AppError
from app.content.seeds import ensure_content
from app.settings import Settings
from app.ui.fault_window import QUIT, RETRY, TEMPORARY, FaultWindow
from app.ui.start import find_library
from app.ui.widgets.label import PlainLabel


def fault_window(fault: AppError, qtbot: QtBot, language: str = "zh-Hans") -> FaultWindow:
    window = FaultWindow(fault, Settings(language=language, reduced_motion=True))
    qtbot.addWidget(window)
    return window


def said(window: FaultWindow) -> str:
    return "\n".join(label.accessibleName() for label in window.findChildren(PlainLabel))


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
@pytest.mark.parametrize(
    "fault",
    [
        AppError("not-writable", path="/data", cause="read-only"),
        AppError("disk-full", path="/data", cause="full"),
        AppError("pack-missing", path="/seeds"),
        AppError("pack-rejected", path="/seeds", n=0, problems=()),
        AppError("content-damaged", path="/data/content.sqlite", cause="malformed"),
    ],
    ids=lambda fault: fault.code,
)
def test_every_fault_has_words_and_a_way_on(
    qapp: QApplication, qtbot: QtBot, fault: AppError, language: str
) -> None:
    window = fault_window(fault, qtbot, language)
    assert str(fault.facts["path"]) in said(window)
    assert {RETRY, QUIT} <= set(window.buttons)
    assert (TEMPORARY in window.buttons) == (fault.code in ("not-writable", "disk-full"))


@pytest.mark.parametrize("way", [RETRY, TEMPORARY, QUIT])
def test_a_button_is_the_answer(qapp: QApplication, qtbot: QtBot, way: str) -> None:
    window = fault_window(AppError("not-writable", path="/data", cause=""), qtbot)
    QTimer.singleShot(0, window.buttons[way].click)
    assert window.ask() == way


def test_escape_and_closing_quit(qapp: QApplication, qtbot: QtBot) -> None:
    window = fault_window(AppError("pack-missing", path="/seeds"), qtbot)

    def press() -> None:
        qtbot.keyClick(window, Qt.Key.Key_Escape)

    QTimer.singleShot(0, press)
    assert window.ask() == QUIT


def test_the_language_can_be_changed_here(qapp: QApplication, qtbot: QtBot) -> None:
    window = fault_window(AppError("pack-missing", path="/seeds"), qtbot)
    before = said(window)
    window.language.cells[2].click()
    assert said(window) != before
    assert window.buttons[QUIT].accessibleName() == "Quit"


def test_a_folder_that_cannot_be_written_leads_to_a_temporary_one(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "data"
    in_the_way.write_text("a file where the folder should be")

    def answer() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, FaultWindow) and window.isVisible():
                window.buttons[TEMPORARY].click()

    timer = QTimer()
    timer.timeout.connect(answer)
    timer.start(50)
    found = find_library(in_the_way, Settings(reduced_motion=True))
    timer.stop()
    assert found is not None
    library, folder = found
    assert folder != in_the_way
    assert library.entries("edition")
    library.close()
    assert ensure_content(folder).done == ""
