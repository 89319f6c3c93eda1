"""What a visitor keeps, on its page: grouped, noted, taken out and put back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.store.visits import Visits
from app.ui.pages.favourites import FavouritesPage
from app.ui.routes import Route
from app.ui.widgets.button import Button
from app.ui.widgets.keep_button import KeepButton, toggle_keep
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.notes import EmptyState
from app.ui.window import Window

KEPT = ("edition/2024", "edition/2023", "place/fuzhou")


@pytest.fixture
def visits(window: Window, tmp_path: Path) -> Iterator[Visits]:
    made = Visits.open(tmp_path / "visits.sqlite")
    window.ctx.set_visits(made)
    yield made
    window.ctx.set_visits(None)
    made.close()


@pytest.fixture
def page(window: Window, visits: Visits) -> FavouritesPage:
    for entry_id in KEPT:
        visits.keep(entry_id)
    return at_favourites(window)


def at_favourites(window: Window) -> FavouritesPage:
    window.ctx.go("favourites")
    shown = window.stack.page
    assert isinstance(shown, FavouritesPage)
    return shown


def texts(page: FavouritesPage) -> list[str]:
    return [label.accessibleName() for label in page.content.findChildren(PlainLabel)]


def toast(window: Window) -> Button:
    assert window._toast is not None
    return window._toast.findChildren(Button)[0]


def test_what_is_kept_is_grouped_by_kind(page: FavouritesPage) -> None:
    assert [one.entry_id for one in page.kept] == ["edition/2023", "edition/2024", "place/fuzhou"]
    library = page.ctx.library
    assert library.term("kind", "edition").zh_hans in texts(page)
    assert library.term("kind", "place").zh_hans in texts(page)


def test_a_row_opens_its_entry(window: Window, page: FavouritesPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.kept[0].row, Qt.MouseButton.LeftButton)
    assert window.stack.history.current is not None
    assert window.stack.history.current.route == Route.to("edition/2023")


def test_a_note_is_saved_when_enter_is_pressed(
    page: FavouritesPage, visits: Visits, qtbot: QtBot
) -> None:
    note = page.kept[0].note
    qtbot.keyClicks(note, "see 1+3+N again")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert {one.id: one.note for one in visits.favourites()}["edition/2023"] == "see 1+3+N again"


def test_a_note_is_saved_when_the_field_is_left(
    page: FavouritesPage, visits: Visits, qtbot: QtBot
) -> None:
    page.kept[0].note.setFocus()
    qtbot.keyClicks(page.kept[0].note, "later")
    page.kept[1].note.setFocus()
    assert {one.id: one.note for one in visits.favourites()}["edition/2023"] == "later"


def test_removing_can_be_undone_with_note_and_place(
    window: Window, page: FavouritesPage, visits: Visits, qtbot: QtBot
) -> None:
    visits.keep("edition/2023", "my note")
    before = visits.favourites()
    qtbot.mouseClick(page.kept[0].remove, Qt.MouseButton.LeftButton)
    assert not visits.is_favourite("edition/2023")
    assert "edition/2023" not in [one.entry_id for one in page.kept]
    qtbot.mouseClick(toast(window), Qt.MouseButton.LeftButton)
    assert visits.favourites() == before
    assert "edition/2023" in [one.entry_id for one in page.kept]


def test_an_empty_page_says_how_to_fill_it(window: Window, visits: Visits) -> None:
    page = at_favourites(window)
    told = [one.accessibleName() for one in page.content.findChildren(EmptyState)]
    assert told[0].startswith(page.ctx.words("favourites.empty.title"))


def test_an_entry_that_left_the_pack_stays_listed(window: Window, visits: Visits) -> None:
    visits.keep("exhibit/no-longer-there", "keep me")
    page = at_favourites(window)
    assert [one.entry_id for one in page.kept] == ["exhibit/no-longer-there"]
    assert page.kept[0].note.text() == "keep me"


def test_a_visitor_file_that_cannot_be_opened_is_told(window: Window) -> None:
    window.ctx.set_visits(None)
    page = at_favourites(window)
    told = [one.accessibleName() for one in page.content.findChildren(EmptyState)]
    assert told[0].startswith(page.ctx.words("favourites.closed.title"))


def test_the_keep_button_follows_what_happens_elsewhere(window: Window, visits: Visits) -> None:
    button = KeepButton(window.ctx, "edition/2024", parent=window)
    toggle_keep(window.ctx, "edition/2024")
    assert button.is_kept
    assert button.text() == window.ctx.words("favourites.kept")
    toggle_keep(window.ctx, "edition/2024")
    assert not button.is_kept


def test_control_d_keeps_what_the_page_is_about(
    window: Window, visits: Visits, qtbot: QtBot
) -> None:
    window.ctx.go("edition/2022")
    qtbot.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert visits.is_favourite("edition/2022")
    qtbot.mouseClick(toast(window), Qt.MouseButton.LeftButton)
    assert not visits.is_favourite("edition/2022")


def test_favourites_follow_the_language(window: Window, page: FavouritesPage) -> None:
    window.ctx.set_language("en")
    assert "Saved" in texts(page)
    assert page.ctx.library.term("kind", "edition").en in texts(page)
