"""The page of an edition: what the library says of it, part by part."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from app.model.entry import Entry
from app.model.text import Text
from app.store.library import Library
from app.ui.pages.edition import EditionPage
from app.ui.parts.edition_body import EditionBody
from app.ui.parts.edition_head import EditionHead
from app.ui.parts.edition_matrix import Leaf, Matrix
from app.ui.parts.edition_sections import Neighbour, SourceRow, amount_words
from app.ui.parts.edition_story import branches, name_within, read_story
from app.ui.printing import print_to, sheets
from app.ui.routes import Route
from app.ui.widgets.entry_row import EntryRow
from app.ui.widgets.figure import FigureTile
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.link_word import LinkWord
from app.ui.widgets.notes import EmptyState
from app.ui.window import Window

Open = Callable[[str], EditionPage]
EDITIONS = [f"edition/{year}" for year in range(2018, 2027)]


@pytest.fixture
def opened(window: Window) -> Open:
    def go(edition: str) -> EditionPage:
        window.ctx.go(edition)
        page = window.stack.page
        assert isinstance(page, EditionPage)
        return page

    return go


def parts(page: EditionPage) -> tuple[EditionHead, EditionBody]:
    assert page.head is not None
    assert page.body is not None
    return page.head, page.body


def texts(page: EditionPage) -> list[str]:
    return [label.accessibleName() for label in page.content.findChildren(PlainLabel)]


def neighbours(page: EditionPage) -> set[str]:
    shown = [one for one in page.beside.findChildren(Neighbour) if not one.isHidden()]
    return {one.entry_id for one in shown}


def route(window: Window) -> Route:
    assert window.stack.history.current is not None
    return window.stack.history.current.route


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_every_edition_has_its_page_in_every_language(
    opened: Open, library: Library, edition: str, language: str
) -> None:
    page = opened(edition)
    page.ctx.set_language(language)
    entry = library.entry(edition)
    shown = texts(page)
    assert entry.name.told(language) in shown
    assert entry.summary.told(language) in shown
    assert page.title() == entry.name.told(language)


@pytest.mark.parametrize("edition", EDITIONS)
def test_theme_hosts_and_figures_are_those_of_the_library(
    opened: Open, library: Library, edition: str
) -> None:
    head, body = parts(opened(edition))
    story = read_story(library, edition)
    theme = story.column("theme")
    assert theme is not None
    assert theme.text.zh_hans in [one.accessibleName() for one in head.findChildren(PlainLabel)]
    hosts = {link.other.name.zh_hans for link in story.linked("hosted_by")}
    assert hosts <= {link.accessibleName() for link in head.findChildren(LinkWord)}
    assert len(body.findChildren(FigureTile)) == len(story.figures)


def test_a_host_leads_to_its_organisation(window: Window, opened: Open, qtbot: QtBot) -> None:
    head, _ = parts(opened("edition/2023"))
    host = read_story(window.ctx.library, "edition/2023").linked("hosted_by")[0].other
    link = next(
        one for one in head.findChildren(LinkWord) if one.accessibleName() == host.name.zh_hans
    )
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert route(window) == Route.to(host.id)


def test_one_three_n_parts_into_three_branches(opened: Open, library: Library) -> None:
    _, body = parts(opened("edition/2023"))
    matrix = body.findChildren(Matrix)[0]
    assert [row.branch.mark for row in matrix.rows][:3] == ["1", "3", "N"]
    shown = len(matrix.findChildren(Leaf)) + 3  # the 3 stands in columns, not as leaves
    told = read_story(library, "edition/2023").branches
    assert shown == sum(len(branch.leaves) for branch in told)


def test_an_edition_without_structure_is_grouped_by_type(library: Library) -> None:
    story = read_story(library, "edition/2018")
    assert {branch.mark for branch in story.branches} == {""}
    types = [branch.type for branch in story.branches]
    assert len(types) == len(set(types))
    leaves = [leaf for branch in story.branches for leaf in branch.leaves]
    assert {leaf.id for leaf in leaves} == {
        one.id for one in library.entries("activity") if one.edition == "edition/2018"
    }


def test_no_activity_is_lost_or_told_twice(library: Library) -> None:
    for edition in library.entries("edition"):
        story = read_story(library, edition.id)
        told = [one.id for one in story.activities]
        assert len(told) == len(set(told))
        assert set(told) == {
            one.id for one in library.entries("activity") if one.edition == edition.id
        }


def test_branches_need_a_root_for_every_mark() -> None:
    root = Entry("activity/a", "activity", Text("论坛（“1”）"), type="forum")
    leaf = Entry("activity/b", "activity", Text("分论坛"), type="forum", parent="activity/a")
    assert [branch.mark for branch in branches("1+3+N", [root, leaf])] == [""]
    assert [branch.mark for branch in branches("1", [root, leaf])] == [""]


@pytest.mark.parametrize(
    ("language", "name", "told"),
    [
        ("zh-Hans", "第六届峰会论坛活动（“1”）", "论坛活动"),
        ("zh-Hans", "首届数字中国建设峰会开幕式", "开幕式"),
        ("zh-Hant", "第六屆數字中國建設峰會分論壇", "分論壇"),
        ("zh-Hans", "行业生态大会（第六届）", "行业生态大会"),
        ("en", "Forums of the 6th summit (the “1”)", "Forums"),
        ("en", "Industry ecosystem conferences (6th)", "Industry ecosystem conferences"),
        ("zh-Hans", "第六届", "第六届"),
    ],
)
def test_on_its_own_page_an_edition_is_not_named_again(language: str, name: str, told: str) -> None:
    assert name_within(name, language) == told


def test_batches_of_signings_stay_apart_and_are_never_added(opened: Open, library: Library) -> None:
    page = opened("edition/2024")
    batches = [one for one in read_story(library, "edition/2024").projects if one.type == "batch"]
    assert len(batches) > 1
    rows = {row.entry_id: row for row in page.content.findChildren(EntryRow)}
    for batch in batches:
        amounts = [one for one in library.facts(batch.id) if one.amount is not None]
        told = rows[batch.id].text_told.trailing.split(" · ")
        assert told == [amount_words(page.ctx, one) for one in amounts[:2]]
    assert page.ctx.words("edition.signed.scopes") in texts(page)


def test_an_edition_without_signings_says_so(opened: Open, library: Library) -> None:
    missing = [
        one.id for one in library.entries("edition") if not read_story(library, one.id).projects
    ]
    assert missing
    page = opened(missing[-1])
    states = [one.accessibleName() for one in page.content.findChildren(EmptyState)]
    assert any(state.startswith(page.ctx.words("edition.signed.missing")) for state in states)


def test_totals_of_the_editions_before_are_told_with_their_qualifiers(opened: Open) -> None:
    page = opened("edition/2023")
    told = next(text for text in texts(page) if text.startswith("回望此前五届"))
    assert "近1,500家单位参展" in told
    assert "450余场" in told


def test_every_source_of_the_page_is_listed_with_what_it_supports(
    opened: Open, library: Library
) -> None:
    page = opened("edition/2023")
    rows = page.content.findChildren(SourceRow)
    assert len(rows) == len({row.entry_id for row in rows})
    for row in rows:
        assert str(library.support_count(row.entry_id)) in row.text_told.trailing


def test_the_gauge_leads_to_a_section_and_follows_the_reading(opened: Open, qtbot: QtBot) -> None:
    page = opened("edition/2023")
    _, body = parts(page)
    qtbot.wait(20)
    key = body.sections[3][0]
    page.gauge.chosen.emit(key)
    at = page.area.verticalScrollBar().value()
    assert at > 0
    assert page._section_at(at) == key
    bar = page.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert page._section_at(bar.value()) == "sources"


def test_the_gauge_stays_in_sight_while_the_page_scrolls(opened: Open, qtbot: QtBot) -> None:
    page = opened("edition/2023")
    qtbot.wait(20)
    bar = page.area.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    top = page.beside.mapTo(page, page.beside.rect().topLeft()).y()
    assert 0 <= top <= page.height()


def test_neighbours_and_arrow_keys_lead_to_the_editions_beside(
    window: Window, opened: Open, qtbot: QtBot
) -> None:
    page = opened("edition/2023")
    beside = neighbours(page)
    assert beside == {"edition/2022", "edition/2024"}
    page.area.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_Right)
    assert route(window).id == "edition/2024"
    first = opened("edition/2018")
    qtbot.wait(20)
    assert neighbours(first) == {"edition/2019"}


def test_see_its_exhibits_asks_the_zone_for_this_edition(window: Window, opened: Open) -> None:
    head, _ = parts(opened("edition/2023"))
    head._on_exhibits()
    assert route(window) == Route("zone").with_params(edition="edition/2023")


def test_no_empty_strip_lies_below_the_head(opened: Open, qtbot: QtBot) -> None:
    page = opened("edition/2023")
    qtbot.wait(20)
    head, body = parts(page)
    assert head.height() == head.heightForWidth(head.width())
    assert body.height() == body.heightForWidth(body.width())


def test_the_page_prints_over_sheets_that_end_between_sections(
    opened: Open, tmp_path_factory: pytest.TempPathFactory
) -> None:
    page = opened("edition/2023")
    page.ctx.set_theme("dark")
    file = tmp_path_factory.mktemp("print") / "page.pdf"
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    assert print_to(printer, page.ctx, page.content) > 1
    assert file.read_bytes().startswith(b"%PDF")
    assert page.ctx.theme.is_dark


def test_a_sheet_ends_at_the_last_section_that_fits() -> None:
    assert sheets(250, 100, [80, 95, 170]) == [(0, 95), (95, 170), (170, 250)]
    assert sheets(250, 100, [10]) == [(0, 100), (100, 200), (200, 250)]
    assert sheets(90, 100) == [(0, 90)]
