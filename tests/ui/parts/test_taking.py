"""带走: an entry goes along in every form; a selection goes and comes back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from app.store.visits import Visits
from app.ui.context import Context
from app.ui.parts.actions import ActionRow
from app.ui.parts.selection_tools import SelectionTools, bring_back
from app.ui.parts.taking import FORMS, TakePopover, write_entry
from app.ui.widgets.button import Button
from app.ui.widgets.save_dialog import remembered_folder
from app.ui.window import Window

EDITION = "edition/2024"


@pytest.fixture
def visits(window: Window, tmp_path: Path) -> Iterator[Visits]:
    made = Visits.open(tmp_path / "visits.sqlite")
    window.ctx.set_visits(made)
    yield made
    window.ctx.set_visits(None)
    made.close()


@pytest.fixture
def told(ctx: Context) -> list[str]:
    heard: list[str] = []
    ctx.message_told.connect(lambda text, _undo: heard.append(text))
    return heard


def answer(dialog: QFileDialog | None, file: Path) -> None:
    """Type a name into the dialog and accept."""
    assert dialog is not None
    dialog.setDirectory(str(file.parent))
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText(file.name)
    dialog.accept()


def test_the_forms_are_offered_below_the_button(
    window: Window, ctx: Context, qtbot: QtBot, told: list[str]
) -> None:
    ctx.go("activity/2018-main-forum")
    [actions] = window.findChildren(ActionRow)
    qtbot.mouseClick(actions.take, Qt.MouseButton.LeftButton)
    [popover] = window.findChildren(TakePopover)
    assert list(popover.buttons) == ["text", "pdf", "json", "print"]  # it has no day
    qtbot.mouseClick(popover.buttons["text"], Qt.MouseButton.LeftButton)
    name = ctx.library.entry("activity/2018-main-forum").name.zh_hans
    assert name in QGuiApplication.clipboard().text()
    assert told == [ctx.words("detail.taken")]


@pytest.mark.parametrize("form", FORMS)
def test_an_entry_is_written_in_every_form(
    ctx: Context, tmp_path: Path, told: list[str], form: str
) -> None:
    file = tmp_path / f"one.{form}"
    write_entry(ctx, EDITION, file)
    assert file.stat().st_size > 100
    assert file.name in told[0]


def test_a_folder_that_cannot_be_written_is_told(
    ctx: Context, tmp_path: Path, told: list[str]
) -> None:
    write_entry(ctx, EDITION, tmp_path / "nowhere" / "x.csv")
    assert "nowhere" in told[0]


@pytest.mark.parametrize("form", FORMS)
def test_the_selection_is_saved_where_one_says_and_the_place_remembered(
    window: Window, visits: Visits, tmp_path: Path, qtbot: QtBot, form: str
) -> None:
    visits.keep(EDITION, "my note")
    window.ctx.go("favourites")
    [tools] = window.findChildren(SelectionTools)
    qtbot.mouseClick(tools.buttons[form], Qt.MouseButton.LeftButton)
    folder = tmp_path / "taken"
    folder.mkdir()
    answer(tools.dialog, folder / f"mine.{form}")
    assert (folder / f"mine.{form}").stat().st_size > 100
    assert Path(remembered_folder(window.ctx)) == folder


def test_without_a_day_no_calendar_is_written(
    window: Window, visits: Visits, qtbot: QtBot, told: list[str]
) -> None:
    visits.keep("exhibit/ai-goldfish-screen")
    window.ctx.go("favourites")
    [tools] = window.findChildren(SelectionTools)
    qtbot.mouseClick(tools.buttons["ics"], Qt.MouseButton.LeftButton)
    assert tools.dialog is None
    assert told == [window.ctx.words("export.no-days")]


def test_what_was_taken_is_brought_back_and_that_undone(
    window: Window, visits: Visits, tmp_path: Path, qtbot: QtBot
) -> None:
    visits.keep(EDITION, "my note")
    visits.keep("place/fuzhou")
    before = visits.favourites()
    window.ctx.go("favourites")
    [tools] = window.findChildren(SelectionTools)
    tools.write_to(tmp_path / "mine.json")
    for one in before:
        visits.drop(one.id)
    bring_back(window.ctx, tmp_path / "mine.json")
    assert visits.favourites() == before
    assert window._toast is not None
    qtbot.mouseClick(window._toast.findChildren(Button)[0], Qt.MouseButton.LeftButton)
    assert visits.favourites() == ()


def test_bringing_back_leaves_newer_notes_alone(
    window: Window, visits: Visits, tmp_path: Path
) -> None:
    visits.keep(EDITION, "newer")
    file = tmp_path / "old.json"
    file.write_text(json.dumps([{"id": EDITION, "note": "older"}, {"id": "place/fuzhou"}]), "utf-8")
    bring_back(window.ctx, file)
    assert {one.id: one.note for one in visits.favourites()} == {EDITION: "newer",
                                                                 "place/fuzhou": ""}  # fmt: skip


def test_a_file_that_holds_no_selection_is_told(
    window: Window, visits: Visits, tmp_path: Path, told: list[str]
) -> None:
    (tmp_path / "x.json").write_bytes(b"{")
    bring_back(window.ctx, tmp_path / "x.json")
    bring_back(window.ctx, tmp_path / "not-there.json")
    assert len(told) == 2
    assert visits.favourites() == ()


def test_an_empty_page_offers_only_the_way_back(window: Window, visits: Visits) -> None:
    window.ctx.go("favourites")
    [tools] = window.findChildren(SelectionTools)
    assert list(tools.buttons) == ["bring"]
