"""Source seals: numbered in reading order, easy to hit, leading to the source."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.model.entry import UNVERIFIED, Citation
from app.store.library import Library
from app.ui.context import Context
from app.ui.routes import Route
from app.ui.widgets.button import Button
from app.ui.widgets.citation import CitationPopover
from app.ui.widgets.seal import seals_for
from app.ui.widgets.seal_book import SealBook
from tests.ui.conftest import Show


def cite(*names: str) -> list[Citation]:
    return [Citation(name, "第 2 段") for name in names]


def test_sources_are_numbered_in_the_order_they_are_named() -> None:
    book = SealBook()
    assert [book.number(name) for name in ("b", "a", "b", "c")] == [1, 2, 1, 3]
    assert book.sources() == ((1, "b"), (2, "a"), (3, "c"))


def test_neighbours_share_a_seal_and_others_do_not() -> None:
    book = SealBook()
    for name in "abcde":
        book.number(name)
    told = book.seals(cite("e", "a", "b", "c"))
    assert [(seal.first, seal.last) for seal in told] == [(1, 3), (5, 5)]


def test_two_places_of_one_source_are_one_seal() -> None:
    told = SealBook().seals([Citation("a", "1"), Citation("a", "2")])
    assert len(told) == 1
    assert len(told[0].citations) == 2


def test_what_is_not_verified_gets_its_own_dashed_seal() -> None:
    told = SealBook().seals([Citation("a", "1"), Citation("b", "2", UNVERIFIED)])
    assert [seal.verified for seal in told] == [True, False]
    assert not SealBook().seals(cite("a"), UNVERIFIED)[0].verified


def test_a_seal_names_its_source_and_is_easy_to_hit(
    ctx: Context, library: Library, shown: Show
) -> None:
    source = library.entries("source")[0]
    [seal] = seals_for(ctx, SealBook(), cite(source.id))
    shown(seal)
    assert source.name.zh_hans in seal.accessibleName()
    assert seal.sizeHint().height() >= 24
    assert seal.sizeHint().width() >= 24


def test_enter_opens_the_citation_and_its_link_leads_to_the_source(
    ctx: Context, library: Library, qtbot: QtBot, shown: Show
) -> None:
    window = QWidget()
    window.resize(600, 400)
    source = library.entries("source")[0]
    [seal] = seals_for(ctx, SealBook(), cite(source.id), parent=window)
    shown(window)
    seal.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(seal, Qt.Key.Key_Return)
    [popover] = window.findChildren(CitationPopover)
    assert popover.isVisible()
    with qtbot.waitSignal(ctx.route_asked) as asked:
        qtbot.mouseClick(popover.findChildren(Button)[0], Qt.MouseButton.LeftButton)
    assert asked.args == [Route("sources", source.id)]
    assert not popover.isVisible()


def test_esc_closes_the_citation_and_gives_the_focus_back(
    ctx: Context, library: Library, qtbot: QtBot, shown: Show
) -> None:
    window = QWidget()
    window.resize(600, 400)
    [seal] = seals_for(ctx, SealBook(), cite(library.entries("source")[0].id), parent=window)
    shown(window)
    seal.click()
    [popover] = window.findChildren(CitationPopover)
    qtbot.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()
    assert window.focusWidget() is seal
