"""Sources: the list, the citation card, the facts it supports."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.items.supports import FIGURES, ordered_sources
from app.ui.pages.sources import SourcesPage
from app.ui.parts.citation_text import citation_text
from app.ui.parts.source_card import AddressPopover, SourceCard
from app.ui.parts.source_list import SourceList
from app.ui.parts.support_row import SupportRow
from app.ui.widgets.entry_row import EntryRow
from app.ui.widgets.long_column import LongColumn
from app.ui.window import Window


def sources(window: Window, route: str = "sources") -> SourcesPage:
    window.ctx.go(route)
    shown = window.stack.page
    assert isinstance(shown, SourcesPage)
    return shown


def parts(page: SourcesPage) -> tuple[SourceList, SourceCard, LongColumn]:
    assert page.list is not None
    assert page.card is not None
    assert page.facts is not None
    return page.list, page.card, page.facts


def most_cited(window: Window) -> str:
    library = window.ctx.library
    return max((one.id for one in library.entries("source")), key=library.support_count)


def test_seed_documents_come_first_and_one_is_open(window: Window) -> None:
    page = sources(window)
    left, card, _ = parts(page)
    tiers = [one.columns.get("tier", "Z").replace("S", "0") for one in left.shown]
    assert tiers == sorted(tiers)
    assert card.source.id == left.shown[0].id
    assert len(left.shown) == window.ctx.library.pack.counts["source"]


def test_the_card_lists_everything_the_source_supports(window: Window) -> None:
    source = most_cited(window)
    page = sources(window, source)
    supported = window.ctx.library.supported_by(source)
    assert len(page.rows) == len(supported) == window.ctx.library.support_count(source)
    _, card, facts = parts(page)
    assert f"{len(supported)}" in card.chips[""].accessibleName()
    assert len(facts.cells) < 60  # only what is in view is made


def test_numbers_come_first_and_chips_narrow(window: Window, qtbot: QtBot) -> None:
    page = sources(window, most_cited(window))
    _, card, facts = parts(page)
    figures = sum(row.sort == FIGURES for row in page.rows)
    assert all(row.sort == FIGURES for row in page.rows[:figures])
    qtbot.mouseClick(card.chips["told"], Qt.MouseButton.LeftButton)
    assert {row.sort for row in page.rows} == {"told"}
    assert page.card is card
    assert facts.cells[0] is card


def test_a_row_leads_to_its_entry(window: Window, qtbot: QtBot) -> None:
    page = sources(window, most_cited(window))
    _, _, facts = parts(page)
    row = next(cell for cell in facts.cells.values() if isinstance(cell, SupportRow))
    row.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(row, Qt.Key.Key_Down)
    second = QApplication.focusWidget()
    assert isinstance(second, SupportRow)
    assert second is not row
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert window.stack.history.current is not None
    assert window.stack.history.current.route.id == second.row.entry.id


def test_end_reaches_the_last_of_hundreds(window: Window, qtbot: QtBot) -> None:
    page = sources(window, most_cited(window))
    _, _, facts = parts(page)
    facts.focus_item(1)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    last = QApplication.focusWidget()
    assert isinstance(last, SupportRow)
    assert last.row is page.rows[-1]


def test_the_field_narrows_the_list(window: Window, qtbot: QtBot) -> None:
    page = sources(window)
    left, _, _ = parts(page)
    name = left.shown[3].name.zh_hans
    left.field.edit.insert(name)
    assert [one.name.zh_hans for one in left.shown].count(name) == len(left.shown) > 0
    qtbot.keyClick(left.field.edit, Qt.Key.Key_Return)
    assert window.stack.history.current is not None
    assert window.stack.history.current.route.id == left.shown[0].id
    left.field.edit.insert("zzzz")
    assert not left.shown


def test_a_row_of_the_list_opens_its_card(window: Window, qtbot: QtBot) -> None:
    page = sources(window)
    left, _, _ = parts(page)
    row = left.list.cells[2]
    assert isinstance(row, EntryRow)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    _, card, _ = parts(page)
    assert card.source.id == row.entry_id
    assert row.selected


def test_the_citation_is_copied_as_one_cites(window: Window, qtbot: QtBot) -> None:
    page = sources(window, "source/feature-2024")
    _, card, _ = parts(page)
    qtbot.mouseClick(card.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied == citation_text(card.source, window.ctx.words)
    assert card.source.name.zh_hans in copied


def test_the_address_is_told_and_copied_but_never_opened(window: Window, qtbot: QtBot) -> None:
    entry = next(one for one in window.ctx.library.entries("source") if one.columns.get("address"))
    page = sources(window, entry.id)
    _, card, _ = parts(page)
    qtbot.mouseClick(card.address, Qt.MouseButton.LeftButton)
    (popover,) = (one for one in window.findChildren(AddressPopover) if one.isVisible())
    assert popover.told.accessibleName() == entry.columns["address"]
    qtbot.mouseClick(popover.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == entry.columns["address"]


def test_without_an_address_the_button_says_so(window: Window) -> None:
    entry = next(
        one for one in window.ctx.library.entries("source") if not one.columns.get("address")
    )
    _, card, _ = parts(sources(window, entry.id))
    assert not card.address.isEnabled()
    assert card.address.accessibleName() == window.ctx.words("sources.address.missing")


def test_the_open_source_is_in_view_in_the_list(window: Window) -> None:
    last = ordered_sources(window.ctx.library.entries("source"))[-1]
    left, _, _ = parts(sources(window, last.id))
    lit = [one for one in left.list.cells.values() if isinstance(one, EntryRow) and one.selected]
    assert [one.entry_id for one in lit] == [last.id]
    assert (
        left.list.viewport()
        .rect()
        .intersects(
            lit[0].rect().translated(lit[0].mapTo(left.list.viewport(), lit[0].rect().topLeft()))
        )
    )


def test_an_unknown_source_names_the_nearest(window: Window) -> None:
    window.ctx.go("source/feature-2042")
    assert window.stack.page is not None
    assert window.stack.page.title() == window.ctx.words("faults.missing")
