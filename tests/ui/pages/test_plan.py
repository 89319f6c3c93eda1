"""任务: bars, list and detail of the plan agree with the library and with each other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.store.library import Library
from app.ui.pages.plan import PlanPage
from app.ui.widgets.figure import FigureTile
from app.ui.widgets.link_word import LinkWord
from app.ui.window import Window


def at(window: Window, place: str = "plan") -> PlanPage:
    window.ctx.go(place)
    page = window.stack.page
    assert isinstance(page, PlanPage)
    return page


def targets(library: Library, task: str) -> int:
    return sum(fact.amount is not None and fact.status == "target" for fact in library.facts(task))


def test_a_bar_is_as_high_as_the_targets_of_its_task(window: Window, library: Library) -> None:
    page = at(window)
    assert page.bars is not None
    told = {row[1]: int(row[3]) for row in page.bars.rows()[1:]}
    tasks = library.entries("task", "number")
    assert told == {one.columns["number"]: targets(library, one.id) for one in tasks}


def test_without_a_task_the_one_with_the_most_targets_is_open(
    window: Window, library: Library
) -> None:
    page = at(window)
    most = max(targets(library, one.id) for one in library.entries("task"))
    assert page.bars is not None
    assert targets(library, page.bars.current()) == most


def test_the_detail_has_a_gold_tile_for_every_target(window: Window, library: Library) -> None:
    page = at(window, "task/2025-09")
    assert page.detail is not None
    tiles = page.detail.findChildren(FigureTile)
    assert len(tiles) == targets(library, "task/2025-09")
    assert all(tile._target for tile in tiles)


def test_a_task_without_targets_says_so(window: Window, library: Library) -> None:
    task = next(one for one in library.entries("task") if not targets(library, one.id))
    page = at(window, task.id)
    assert page.detail is not None
    assert not page.detail.findChildren(FigureTile)


def test_arrows_go_from_task_to_task(window: Window) -> None:
    page = at(window, "task/2025-09")
    assert page.bars is not None
    page.bars.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.bars, Qt.Key.Key_Right)
    assert page.route is not None
    assert page.route.id == "task/2025-10"
    assert page.bars.current() == "task/2025-10"


def test_a_row_opens_its_task_and_is_tinted(window: Window) -> None:
    page = at(window, "task/2025-09")
    assert page.list is not None
    row = page.list.rows["task/2025-12"]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert page.title() == window.ctx.library.entry("task/2025-12").name.zh_hans
    assert page.list.rows["task/2025-12"].selected
    assert not page.list.rows["task/2025-09"].selected


def test_the_list_holds_the_section_of_the_task(window: Window, library: Library) -> None:
    page = at(window, "task/2025-04")
    assert page.list is not None
    section = library.entry("task/2025-04").columns["section"]
    told = [one.id for one in library.entries("task", "number")
            if one.columns["section"] == section]  # fmt: skip
    assert list(page.list.rows) == told


def test_the_units_in_charge_are_links(window: Window, library: Library) -> None:
    page = at(window, "task/2025-09")
    assert page.detail is not None
    told = {link.other.name.zh_hans for link in library.links("task/2025-09")
            if link.role in ("led_by", "responsible", "related_unit")}  # fmt: skip
    links = page.detail.findChildren(LinkWord)
    assert {link.accessibleName() for link in links} == told
    links[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(links[0], Qt.Key.Key_Return)
    assert window.stack.history.current is not None
    assert window.stack.history.current.route.page == "organisation"


def test_every_task_can_be_opened_in_every_language(window: Window, library: Library) -> None:
    for language in ("zh-Hant", "en", "zh-Hans"):
        window.ctx.set_language(language)
        for task in library.entries("task"):
            assert at(window, task.id).title() == task.name.told(language)
