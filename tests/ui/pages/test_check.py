"""Checking a pack: choose, wait, read every problem, take the list along."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.content.seeds import default_pack
from app.ui.pages.check import CheckPage
from app.ui.parts.pack_report import Banner
from app.ui.parts.problem_row import ProblemRow
from app.ui.window import Window


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The shipped pack with a unit that nobody knows and a number with its unit in it."""
    folder = tmp_path / "broken"
    shutil.copytree(default_pack(), folder)
    figures = folder / "figures.csv"
    head, first, second, *rest = figures.read_text("utf-8-sig").splitlines(keepends=True)
    columns = head.strip().split(",")
    cells = first.split(",")
    cells[columns.index("unit")] = "furlong"
    figures.write_text("".join([head, ",".join(cells), second, *rest]), "utf-8")
    (folder / "terms.csv").unlink()
    return folder


def check(window: Window, path: Path, qtbot: QtBot) -> CheckPage:
    window.ctx.go("check")
    page = window.stack.page
    assert isinstance(page, CheckPage)
    page.check(path)
    qtbot.waitUntil(lambda: not page.is_waiting(), timeout=60_000)
    return page


def banner(page: CheckPage) -> str:
    (found,) = (one for one in page.findChildren(Banner) if one.isVisible())
    return found.accessibleName()


def test_settings_lead_here_and_nothing_is_installed(window: Window, qtbot: QtBot) -> None:
    window.ctx.go("settings")
    window.ctx.go("check")
    page = window.stack.page
    assert isinstance(page, CheckPage)
    assert page.folder is not None
    assert page.archive is not None
    assert window.rail.items["settings"].isChecked()
    assert page.folder.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_sound_pack_is_told_to_be_sound(window: Window, qtbot: QtBot) -> None:
    page = check(window, default_pack(), qtbot)
    assert page.report is not None
    assert page.report.found.problems == ()
    assert window.ctx.words("check.good") in banner(page)


def test_every_problem_is_a_row_with_place_cause_and_fix(
    window: Window, qtbot: QtBot, broken: Path
) -> None:
    before = window.ctx.library.pack.digest
    page = check(window, broken, qtbot)
    assert page.report is not None
    problems = page.report.found.problems
    assert {"file-missing", "unknown-unit"} <= {one.code for one in problems}
    rows = [cell for cell in page.report.cells.values() if isinstance(cell, ProblemRow)]
    words = window.ctx.words
    for row in rows:
        told = row.accessibleName()
        assert row.problem.file in told
        assert row.problem.cause(words) in told
        assert row.problem.fix(words) in told
    assert len(page.report.as_rows()) == len(problems) + 1
    assert window.ctx.library.pack.digest == before


def test_chips_show_the_problems_of_one_file(window: Window, qtbot: QtBot, broken: Path) -> None:
    page = check(window, broken, qtbot)
    assert page.report is not None
    chip = next(chip for chip in page.report.chips if chip.file == "figures.csv")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert {one.file for one in page.report.shown} == {"figures.csv"}
    assert len(page.report.shown) < len(page.report.found.problems)


def test_a_zip_file_is_checked_as_its_folder_is(
    window: Window, qtbot: QtBot, broken: Path, tmp_path: Path
) -> None:
    packed = tmp_path / "summit-pack.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for file in broken.iterdir():
            archive.write(file, f"pack/{file.name}")
    page = check(window, packed, qtbot)
    assert page.report is not None
    codes = [one.code for one in page.report.found.problems]
    page = check(window, broken, qtbot)
    assert page.report is not None
    assert codes == [one.code for one in page.report.found.problems]


@pytest.mark.parametrize("content", [b"", b"not a zip file", b"PK\x03\x04broken"])
def test_what_is_no_pack_is_told_and_another_can_be_chosen(
    window: Window, qtbot: QtBot, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "photo.zip"
    file.write_bytes(content)
    page = check(window, file, qtbot)
    assert str(file) in banner(page)
    assert page.folder is not None
    assert page.folder.isVisible()


def test_the_list_is_saved_as_csv(
    window: Window, qtbot: QtBot, broken: Path, tmp_path: Path
) -> None:
    page = check(window, broken, qtbot)
    target = tmp_path / "list.csv"
    page.save_report(target)
    lines = target.read_text("utf-8-sig").splitlines()
    assert page.report is not None
    assert len(lines) >= len(page.report.found.problems) + 1
    assert "furlong" in target.read_text("utf-8-sig")


def test_escape_leads_from_the_report_to_the_choice(
    window: Window, qtbot: QtBot, broken: Path
) -> None:
    page = check(window, broken, qtbot)
    assert page.leave()
    assert page.report is None
    assert not page.leave()


def test_the_row_asks_for_a_folder(window: Window, qtbot: QtBot) -> None:
    window.ctx.go("check")
    page = window.stack.page
    assert isinstance(page, CheckPage)
    assert page.folder is not None
    qtbot.keyClick(page.folder, Qt.Key.Key_Return)
    (dialog,) = window.findChildren(QFileDialog)
    assert dialog.fileMode() == QFileDialog.FileMode.Directory
    dialog.reject()
