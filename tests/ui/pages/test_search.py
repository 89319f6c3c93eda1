"""Search as someone uses it: typing in the box, walking, opening, finding nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.query import Query
from app.store.visits import Visits
from app.ui.context import Context
from app.ui.pages.search import SearchPage
from app.ui.parts.found_row import FoundRow
from app.ui.parts.search_nothing import NothingFound
from app.ui.parts.search_start import StartState
from app.ui.routes import Route
from app.ui.widgets.chip import Chip
from app.ui.window import Window
from tests.ui.pages.searching import panel, search, settle, types


@pytest.fixture
def visits(ctx: Context, tmp_path: Path) -> Iterator[Visits]:
    """An open visitor file."""
    opened = Visits.open(tmp_path / "visits.sqlite")
    ctx.set_visits(opened)
    yield opened
    opened.close()


def shown_state(page: SearchPage, kind: type) -> list[object]:
    return [part for part in page.findChildren(kind) if part.isVisible()]


def test_the_list_shows_what_the_library_finds(window: Window, qtbot: QtBot) -> None:
    page = types(window, qtbot, "5G")
    found = window.ctx.library.find(Query("5G"))
    assert page.answer is not None
    assert page.answer.total == found.total
    assert panel(page).results.rows()[0].entry_id == found.hits[0].entry.id
    kinds = panel(page).filters.kinds.chips
    for kind, count in found.counts["kind"].items():
        assert kinds[kind].isVisible()
        assert kinds[kind].accessibleName().endswith(f" {count:,}")
    assert not kinds["person"].isVisible() or found.counts["kind"].get("person")


def test_groups_come_in_the_order_of_their_best_hits(window: Window, qtbot: QtBot) -> None:
    page = types(window, qtbot, "元宇宙")
    assert page.answer is not None
    first = [hit.entry.kind for hit in window.ctx.library.find(Query("元宇宙", limit=60)).hits]
    assert [group.kind for group in page.answer.groups] == list(dict.fromkeys(first))
    for group in page.answer.groups:
        assert 0 < len(group.hits) <= group.total


def test_only_the_last_question_is_answered(window: Window, qtbot: QtBot) -> None:
    window.ctx.go(Route("search").with_params(q="数"))
    page = search(window)
    seen: list[str] = []
    page.asker.answered.connect(lambda found: seen.append(found.asked.text))
    for text in ("y", "yy", "yyz"):
        window.ctx.go(Route("search").with_params(q=text))
    settle(window, qtbot)
    assert seen[-1] == "yyz"
    assert page.answer is not None
    assert page.answer.asked.text == "yyz"
    assert "y" not in seen[:-1]


def test_arrows_and_enter_in_the_box_open_a_result(window: Window, qtbot: QtBot) -> None:
    page = types(window, qtbot, "5G")
    box = window.topbar.search.edit
    first, second = (hit.entry.id for hit in panel(page).results.answer.hits[:2])  # type: ignore[union-attr]
    assert panel(page).selected_id() == first
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert panel(page).selected_id() == second
    qtbot.waitUntil(lambda: panel(page).preview.entry_id == second)
    assert box.hasFocus()
    qtbot.keyClick(box, Qt.Key.Key_Up)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.stack.page is not page
    assert window.stack.history.current is not None
    assert window.stack.history.current.route.id == first


def test_enter_before_the_answer_opens_its_first_result(window: Window, qtbot: QtBot) -> None:
    window.topbar.focus_search()
    qtbot.keyClicks(window.topbar.search.edit, "5G")
    page = search(window)
    qtbot.keyClick(window.topbar.search.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.stack.page is not page, timeout=10_000)
    best = window.ctx.library.find(Query("5G")).hits[0].entry.id
    assert window.stack.history.current is not None
    assert window.stack.history.current.route.id == best


def test_the_first_press_shows_a_row_and_the_second_opens_it(window: Window, qtbot: QtBot) -> None:
    page = types(window, qtbot, "5G")
    row = panel(page).results.rows()[1]
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert window.stack.page is page
    qtbot.waitUntil(lambda: panel(page).preview.entry_id == row.entry_id)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert window.stack.history.current is not None
    assert window.stack.history.current.route.id == row.entry_id


def test_initials_are_explained_and_marked(window: Window, qtbot: QtBot) -> None:
    page = types(window, qtbot, "yyz")
    told = panel(page).told
    assert told.isVisible()
    assert "y y z" in told.accessibleName()
    assert "元宇宙" in told.accessibleName()
    row = panel(page).results.rows()[0]
    strong = [run.text for run in row.text_told.pinyin if run.strong]
    assert "".join(strong) == "yyz"


def test_a_fact_that_was_met_has_its_seal(window: Window, qtbot: QtBot) -> None:
    page = types(window, qtbot, "1.3万亿")
    rows = [row for row in panel(page).results.rows() if row.text_told.line]
    assert rows
    assert all(row.seals for row in rows)


def test_facets_combine_and_typing_keeps_them(window: Window, qtbot: QtBot) -> None:
    types(window, qtbot, "数字")
    page = search(window)
    filters = panel(page).filters
    qtbot.mouseClick(filters.toggle, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(filters.editions.boxes["edition/2024"], Qt.MouseButton.LeftButton)
    settle(window, qtbot)
    qtbot.mouseClick(filters.kinds.chips["activity"], Qt.MouseButton.LeftButton)
    settle(window, qtbot)
    where = {"edition": ("edition/2024",), "kind": ("activity",)}
    assert page.answer is not None
    assert page.answer.total == window.ctx.library.find(Query("数字", where)).total
    window.topbar.search.edit.insert("中国")
    settle(window, qtbot)
    assert page.answer.total == window.ctx.library.find(Query("数字中国", where)).total


def test_a_choice_that_finds_nothing_offers_the_rest(window: Window, qtbot: QtBot) -> None:
    window.ctx.go("search?q=元宇宙&edition=edition/2018&kind=task")
    page = settle(window, qtbot)
    assert page.answer is not None
    assert (page.answer.total, page.answer.elsewhere > 0) == (0, True)
    panel(page).widest.emit()
    settle(window, qtbot)
    assert page.answer.total == window.ctx.library.find(Query("元宇宙")).total


def test_scrolling_one_kind_brings_the_rest(window: Window, qtbot: QtBot) -> None:
    window.ctx.go("search?q=数&kind=indicator")
    page = settle(window, qtbot)
    assert page.answer is not None
    total, first = page.answer.total, len(page.answer.hits)
    assert first < total
    bar = panel(page).results.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: page.answer is not None and len(page.answer.hits) > first)


def test_nothing_found_says_so_and_leads_on(window: Window, qtbot: QtBot) -> None:
    page = types(window, qtbot, "量子咖啡机")
    (state,) = shown_state(page, NothingFound)
    assert isinstance(state, NothingFound)
    assert any("zone" in str(row.route) for row in state.rows)
    qtbot.mouseClick(state.clear, Qt.MouseButton.LeftButton)
    assert window.topbar.search.text() == ""
    assert shown_state(page, StartState)


def test_a_slip_is_put_right_by_a_link(window: Window, qtbot: QtBot) -> None:
    page = types(window, qtbot, "数字中囯")
    (state,) = shown_state(page, NothingFound)
    assert isinstance(state, NothingFound)
    state.rows[0].click()
    settle(window, qtbot)
    assert page.answer is not None
    assert page.answer.total > 0
    assert window.topbar.search.text() == "数字中国"


@pytest.mark.parametrize(
    "text", ["x" * 30_000, "مرحبا بالعالم", "🙂🙃", "\0", "数\0字", "\ud800", "%_*\"'()", "   "]
)
def test_whatever_is_typed_is_no_error(window: Window, qtbot: QtBot, text: str) -> None:
    window.ctx.go(Route("search").with_params(q=text))
    page = settle(window, qtbot)
    assert len(page.title()) < 80
    assert "\n" not in window.windowTitle()


def test_recent_searches_come_back_and_can_be_forgotten(
    window: Window, qtbot: QtBot, visits: Visits
) -> None:
    page = types(window, qtbot, "5G")
    qtbot.keyClick(window.topbar.search.edit, Qt.Key.Key_Return)
    assert visits.searches() == ("5G",)
    window.ctx.go("search")
    (state,) = shown_state(page, StartState)
    chips = [chip for chip in state.findChildren(Chip) if chip.accessibleName() == "5G"]  # type: ignore[attr-defined]
    assert len(chips) == 1
    chips[0].click()
    assert settle(window, qtbot).answer is not None
    assert window.topbar.search.text() == "5G"


def test_tab_leads_from_the_box_to_the_row_and_its_preview(window: Window, qtbot: QtBot) -> None:
    page = types(window, qtbot, "榕医通")
    reached: list[object] = []
    for _ in range(60):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
        if reached[-1] is panel(page).preview.open:
            break
    rows = [part for part in reached if isinstance(part, FoundRow)]
    assert [row.entry_id for row in rows] == [panel(page).selected_id()]
    assert reached.index(rows[0]) < len(reached) - 1
    assert reached[-1] is panel(page).preview.open


def test_another_language_asks_again(window: Window, qtbot: QtBot) -> None:
    page = types(window, qtbot, "metaverse")
    window.ctx.set_language("en")
    settle(window, qtbot)
    best = window.ctx.library.find(Query("metaverse", language="en")).hits[0].entry
    assert panel(page).results.rows()[0].text_told.title == best.name.en


def test_going_back_finds_the_list_as_it_was(window: Window, qtbot: QtBot) -> None:
    window.ctx.go("search?q=数&kind=indicator")
    page = settle(window, qtbot)
    bar = panel(page).results.verticalScrollBar()
    bar.setValue(900)
    window.ctx.go("zone")
    window.stack.step(-1)
    settle(window, qtbot)
    assert bar.value() == 900
