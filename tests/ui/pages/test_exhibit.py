"""One exhibit: its record, its neighbours, what can be done with it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.store.library import Library
from app.ui.context import Context
from app.ui.pages.exhibit import ExhibitPage
from app.ui.parts.actions import ActionRow
from app.ui.parts.exhibit import NeighboursRow, exhibits_of
from app.ui.parts.taking import TakePopover
from app.ui.widgets.citation import CitationPopover
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.rows import RecordRow
from app.ui.widgets.seal import Seal
from app.ui.window import Window

GLASS = "exhibit/5g-antenna-glass"


def exhibit(window: Window, entry_id: str = GLASS) -> ExhibitPage:
    window.resize(1440, 900)
    window.ctx.go(entry_id)
    return cast("ExhibitPage", window.stack.page)


def here(window: Window) -> str:
    assert window.stack.history.current is not None
    return window.stack.history.current.route.id


def test_names_and_lead_are_told_with_a_seal(window: Window, library: Library) -> None:
    page = exhibit(window)
    entry = library.entry(GLASS)
    told = [label.accessibleName() for label in page.findChildren(PlainLabel)]
    assert entry.name.zh_hans in told
    assert entry.name.en in told
    assert entry.summary.zh_hans in told
    assert page.findChildren(Seal)
    assert page.title() == entry.name.zh_hans


def test_the_record_tells_what_is_missing(window: Window) -> None:
    page = exhibit(window)
    rows = {row.name.accessibleName(): row.value.accessibleName()
            for row in page.findChildren(RecordRow)}  # fmt: skip
    assert rows["展出届次"] == "第七届数字中国建设峰会（2024年）"
    assert rows["开放时间"] == "2024年5月23–27日（现场体验区）"
    assert "超百个" in rows["同区规模"]
    assert "资料未载" in rows["参展单位"]


def test_an_exhibitor_that_is_told_is_named(window: Window, library: Library) -> None:
    links = [
        (entry.id, link)
        for entry in library.entries("exhibit")
        for link in library.links(entry.id)
        if link.role == "exhibited_by"
    ]
    exhibit_id, link = links[0]
    page = exhibit(window, exhibit_id)
    rows = {row.name.accessibleName(): row.value.accessibleName()
            for row in page.findChildren(RecordRow)}  # fmt: skip
    assert link.other.name.zh_hans in rows["参展单位"]


def test_arrows_go_through_the_edition(window: Window, library: Library, qtbot: QtBot) -> None:
    page = exhibit(window)
    ids = [entry.id for entry in exhibits_of(window.ctx, library.entry(GLASS))]
    at = ids.index(GLASS)
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_Right)
    assert here(window) == ids[at + 1]
    qtbot.keyClick(page, Qt.Key.Key_Left)
    assert here(window) == GLASS


def test_neighbours_are_of_the_same_edition(window: Window, library: Library) -> None:
    page = exhibit(window)
    (row,) = page.findChildren(NeighboursRow)
    assert len(row.cards) == 4
    for card in row.cards:
        assert library.entry(card.entry_id).edition == "edition/2024"
        assert card.entry_id != GLASS


def test_taking_it_away_copies_the_text_and_says_so(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    page = exhibit(window)
    (actions,) = page.findChildren(ActionRow)
    qtbot.mouseClick(actions.take, Qt.MouseButton.LeftButton)
    (popover,) = window.findChildren(TakePopover)
    with qtbot.waitSignal(ctx.message_told):
        qtbot.mouseClick(popover.buttons["text"], Qt.MouseButton.LeftButton)
    assert "5G天线玻璃" in QGuiApplication.clipboard().text()


def test_sources_open_beside_the_button(window: Window, qtbot: QtBot) -> None:
    page = exhibit(window)
    (actions,) = page.findChildren(ActionRow)
    qtbot.mouseClick(actions.source, Qt.MouseButton.LeftButton)
    (popover,) = window.findChildren(CitationPopover)
    assert popover.isVisible()
    popover.close_now()


def test_the_cover_says_that_it_is_no_photograph(window: Window, qtbot: QtBot) -> None:
    page = exhibit(window)
    assert "5g-antenna-glass" in page.cover.accessibleName()
    assert "非实物照片" in page.cover.accessibleName()
    qtbot.mouseClick(page.cover.button, Qt.MouseButton.LeftButton)
    assert window.stack.history.current is not None
    assert window.stack.history.current.route.page == "zone"


def test_nothing_is_wider_than_the_page(window: Window, ctx: Context, qtbot: QtBot) -> None:
    def fits() -> None:
        page = cast("ExhibitPage", window.stack.page)
        assert page.content.width() <= page.area.viewport().width()

    for scale, language in ((1.0, "zh-Hans"), (1.3, "en"), (1.5, "zh-Hant")):
        ctx.set_scale(scale)
        ctx.set_language(language)
        window.resize(1280, 720)
        window.ctx.go(GLASS)
        qtbot.waitUntil(fits)
