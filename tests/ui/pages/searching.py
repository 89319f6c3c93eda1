"""Typing in the search box and waiting for what comes of it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.ui.pages.search import SearchPage
from app.ui.parts.search_panel import SearchPanel
from app.ui.window import Window


def search(window: Window) -> SearchPage:
    shown = window.stack.page
    assert isinstance(shown, SearchPage)
    return shown


def settle(window: Window, qtbot: QtBot) -> SearchPage:
    page = search(window)
    qtbot.waitUntil(lambda: not page.is_waiting(), timeout=10_000)
    return page


def types(window: Window, qtbot: QtBot, text: str) -> SearchPage:
    window.topbar.focus_search()
    window.topbar.search.edit.insert(text)  # as an input method does; QTest types only ASCII
    return settle(window, qtbot)


def panel(page: SearchPage) -> SearchPanel:
    assert page.panel is not None
    return page.panel
