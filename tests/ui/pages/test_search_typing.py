"""Search while someone types: what is shown at once, what follows, what stays as it is."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.model.entry import Entry
from app.model.query import Hit
from app.model.text import Text
from app.ui.context import Context
from app.ui.items import answers
from app.ui.parts import found_row
from app.ui.parts.found_list import _GroupHead
from app.ui.parts.search_preview import SearchPreview
from app.ui.widgets.cover_view import waiting_covers
from app.ui.widgets.seal_book import SealBook
from app.ui.window import Window
from tests.ui.conftest import Show
from tests.ui.pages.searching import panel, search, settle, types


def test_a_large_library_is_shown_first_and_counted_then(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    types(window, qtbot, "数")
    monkeypatch.setattr(answers, "SMALL", 0)
    window.topbar.search.edit.insert("字")
    page = search(window)
    qtbot.waitUntil(lambda: page.answer is not None and page.answer.asked.text == "数字")
    assert page.answer is not None
    assert not page.answer.is_counted
    results = panel(page).results
    first = results.rows()
    heads = [head.accessibleName() for head in results.canvas.findChildren(_GroupHead)]
    assert not any(name[-1].isdigit() for name in heads)
    settle(window, qtbot)
    assert page.answer.is_counted
    assert results.rows()[: len(first)] == first  # the very same rows: nothing flickers
    total = next(group.total for group in page.answer.groups)
    shown = [head for head in results.canvas.findChildren(_GroupHead) if head.isVisible()]
    assert any(head.accessibleName().endswith(f" {total:,}") for head in shown)


@pytest.mark.parametrize("before", ["福州", "yyz", "数据要素", "第"])
def test_rows_that_showed_another_answer_look_like_new_ones(
    window: Window, qtbot: QtBot, before: str
) -> None:
    page = types(window, qtbot, "数字峰会")
    results, preview = panel(page).results, panel(page).preview
    # The panel is new: it gets its size with the next events.
    qtbot.waitUntil(lambda: results.width() + preview.width() == panel(page).width())
    qtbot.waitUntil(lambda: not waiting_covers(window))
    fresh = results.grab().toImage()
    window.topbar.search.edit.clear()
    types(window, qtbot, before)
    window.topbar.search.edit.selectAll()
    types(window, qtbot, "数字峰会")
    qtbot.waitUntil(lambda: not waiting_covers(window))
    assert panel(page).results is results
    assert results.grab().toImage() == fresh


def test_counts_stay_on_show_until_the_next_ones_are_known(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = types(window, qtbot, "数")
    filters, edit = panel(page).filters, window.topbar.search.edit
    monkeypatch.setattr(answers, "SMALL", 0)
    told: list[bool] = []
    page.asker.answered.connect(lambda _found: told.append(bool(filters.counts)))
    edit.insert("字")
    qtbot.waitUntil(lambda: page.answer is not None and page.answer.asked.text == "数字")
    assert page.answer is not None
    assert not page.answer.is_counted
    edit.insert("中")
    edit.backspace()  # the same question again, before either was counted
    settle(window, qtbot)
    assert page.answer.is_counted
    assert len(told) > 2
    assert all(told)


def test_the_preview_is_not_made_for_who_types_on(window: Window, qtbot: QtBot) -> None:
    page = types(window, qtbot, "数")
    window.topbar.search.edit.insert("字")
    qtbot.waitUntil(lambda: panel(page).is_waiting())
    window.topbar.search.edit.insert("中")
    assert not panel(page).is_waiting()
    settle(window, qtbot)
    assert panel(page).preview.entry_id == panel(page).selected_id()


def test_covers_are_painted_when_typing_rests(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(found_row, "TYPED_MS", 600_000)
        page = types(window, qtbot, "元宇宙")
        slots = [row.slot for row in panel(page).results.rows() if row.slot is not None]
        assert slots
        assert all(slot.is_waiting for slot in slots)
    window.topbar.search.edit.clear()
    types(window, qtbot, "福州")
    qtbot.waitUntil(lambda: not waiting_covers(panel(page)), timeout=10_000)


class _Paints(QObject):
    """Counts how often each widget below one is painted."""

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        self.times: Counter[QWidget] = Counter()
        for part in (root, *root.findChildren(QWidget)):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.times[watched] += 1
        return False


@pytest.mark.parametrize(("text", "moves"), [("数据", False), ("榕医通", True)])
def test_counts_paint_what_they_change_once(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, text: str, *, moves: bool
) -> None:
    page = types(window, qtbot, "数")
    results, everything = panel(page).results, panel(page).filters.kinds.chips[""]
    monkeypatch.setattr(answers, "SMALL", 0)
    window.topbar.search.edit.selectAll()
    window.topbar.search.edit.insert(text)
    qtbot.waitUntil(lambda: page.answer is not None and page.answer.asked.text == text)
    QApplication.processEvents()
    assert page.answer is not None
    assert not page.answer.is_counted
    top, rows = results.y(), results.rows()
    paints = _Paints(panel(page))
    settle(window, qtbot)
    QApplication.processEvents()
    assert (results.y() != top) == moves  # fewer chips take fewer lines
    assert paints.times[everything] == 1
    assert all(paints.times[row] == moves for row in rows)


def test_a_preview_does_not_come_back_with_the_next_answer(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = types(window, qtbot, "元宇宙")
    preview = panel(page).preview
    before = preview.entry_id
    assert before
    window.topbar.search.edit.clear()
    window.topbar.search.edit.insert("福州")
    qtbot.waitUntil(lambda: page.answer is not None and preview.isVisible())
    assert not preview.entry_id
    assert not any(part.isVisible() for part in preview.findChildren(QWidget))
    settle(window, qtbot)
    assert preview.entry_id == panel(page).selected_id() != before
    assert preview.open.isVisible()


def test_a_preview_has_no_bar_that_the_one_before_needed(ctx: Context, shown: Show) -> None:
    entry = next(one for one in ctx.library.entries("exhibit") if one.summary)
    long = entry._replace(summary=Text("长" * 600, "長" * 600, "long " * 300))
    preview = SearchPreview(ctx)
    preview.resize(484, 800)
    shown(preview)

    def takes(one: Entry) -> tuple[int, bool]:
        preview.show_hit(Hit(one), SealBook())
        QApplication.processEvents()
        area = preview.findChild(QScrollArea)
        assert isinstance(area, QScrollArea)
        return area.viewport().width(), area.verticalScrollBar().isVisible()

    alone = takes(entry)
    assert not alone[1]
    assert takes(long)[1]
    assert takes(entry) == alone
