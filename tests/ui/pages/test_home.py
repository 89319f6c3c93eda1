"""The first page: the river, and what the edition picked on it left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.model.entry import VERIFIED
from app.store.library import Library
from app.store.visits import Visits
from app.ui.context import Context
from app.ui.pages.home import HomePage
from app.ui.parts.home_choice import (
    RIVER_INDICATOR,
    headline_exhibits,
    headline_figures,
    opening_edition,
)
from app.ui.parts.home_panel import broken_theme
from app.ui.parts.river_words import river_facts, stations, value_text
from app.ui.routes import Route
from app.ui.widgets.button import Button
from app.ui.widgets.card import Card
from app.ui.widgets.keep_button import KeepButton
from app.ui.widgets.label import PlainLabel
from app.ui.window import Window


@pytest.fixture
def home(window: Window) -> HomePage:
    page = window.stack.page
    assert isinstance(page, HomePage)
    return page


def texts(page: HomePage) -> list[str]:
    return [label.accessibleName() for label in page.findChildren(PlainLabel)]


def test_every_edition_of_the_library_is_a_station(home: HomePage, library: Library) -> None:
    editions = library.entries("edition", order="number")
    facts = river_facts(home.ctx, RIVER_INDICATOR)
    assert [one.id for one in stations(home.ctx, editions, facts)] == [one.id for one in editions]
    assert home.hero.river.current() in [one.id for one in editions]


def test_the_river_is_as_wide_as_the_library_says(ctx: Context, library: Library) -> None:
    facts = river_facts(ctx, RIVER_INDICATOR)
    made = {one.label: one for one in stations(ctx, library.entries("edition"), facts)}
    told = {fact.as_of[:4]: fact for fact in library.series(RIVER_INDICATOR).points}
    assert len(told) >= 4
    for year, fact in told.items():
        assert fact.amount is not None
        assert made[year].value == float(fact.amount.value)


def test_a_value_keeps_its_qualifier(ctx: Context, library: Library) -> None:
    qualified = [
        fact for fact in library.series(RIVER_INDICATOR).points
        if fact.amount is not None and fact.amount.qualifier
    ]  # fmt: skip
    assert qualified
    for language in ("zh-Hans", "zh-Hant", "en"):
        ctx.set_language(language)
        for fact in qualified:
            assert fact.amount is not None
            before = library.qualifier(fact.amount.qualifier).pattern.told(language).split("{}")[0]
            assert value_text(ctx, fact).startswith(before)


def test_a_target_does_not_hide_what_was_reported_for_the_same_year(ctx: Context) -> None:
    facts = river_facts(ctx, RIVER_INDICATOR)
    reported = {
        fact.as_of[:4] for fact in ctx.library.series(RIVER_INDICATOR).points
        if fact.status == "reported"
    }  # fmt: skip
    assert all(facts[year].status == "reported" for year in reported)


def test_it_opens_at_the_newest_edition_held_whose_facts_are_verified(
    home: HomePage, library: Library
) -> None:
    editions = library.entries("edition", order="number")
    chosen = opening_edition(library, editions)
    assert home.hero.river.current() == chosen
    assert library.entry(chosen).status == "held"
    assert all(fact.check == VERIFIED for fact in headline_figures(library, chosen))
    assert all(one.check == VERIFIED for one in headline_exhibits(library, chosen))


def test_an_edition_with_unverified_exhibits_is_passed_over(library: Library) -> None:
    editions = library.entries("edition", order="number")
    newer = editions[[one.id for one in editions].index(opening_edition(library, editions)) + 1 :]
    for edition in newer:
        told = [*headline_exhibits(library, edition.id), *headline_figures(library, edition.id)]
        assert len(told) < 6 or any(one.check != VERIFIED for one in told)


def test_three_exhibits_of_one_edition_differ_in_category(library: Library) -> None:
    exhibits = headline_exhibits(library, "edition/2024")
    assert len({one.category for one in exhibits}) == len(exhibits) == 3
    assert all(one.edition == "edition/2024" for one in exhibits)


def test_arrow_keys_walk_along_the_river_and_the_panel_follows(
    home: HomePage, library: Library, qtbot: QtBot
) -> None:
    river = home.hero.river
    river.select("edition/2024")
    river.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(river, Qt.Key.Key_Left)
    assert river.current() == "edition/2023"
    assert library.entry("edition/2023").summary.zh_hans in texts(home)
    qtbot.keyClick(river, Qt.Key.Key_Right)
    assert library.entry("edition/2024").summary.zh_hans in texts(home)


def test_enter_on_the_river_opens_the_edition(window: Window, home: HomePage, qtbot: QtBot) -> None:
    chosen = home.hero.river.current()
    home.hero.river.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(home.hero.river, Qt.Key.Key_Return)
    assert window.stack.history.current is not None
    assert window.stack.history.current.route == Route.to(chosen)


def test_the_primary_button_enters_the_edition(
    window: Window, home: HomePage, qtbot: QtBot
) -> None:
    chosen = home.hero.river.current()
    enter = next(one for one in home.panel.findChildren(Button) if one.kind == "primary")
    qtbot.mouseClick(enter, Qt.MouseButton.LeftButton)
    assert window.stack.history.current is not None
    assert window.stack.history.current.route.id == chosen


def test_a_card_opens_its_exhibit(window: Window, home: HomePage, qtbot: QtBot) -> None:
    card = home.panel.findChildren(Card)[0]
    entry_id = card.entry_id
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert window.stack.history.current is not None
    assert window.stack.history.current.route == Route.to(entry_id)


def test_back_comes_home_to_the_edition_that_was_picked(window: Window, home: HomePage) -> None:
    home.hero.river.select("edition/2021")
    window.ctx.go("edition/2021")
    window.stack.step(-1)
    assert home.hero.river.current() == "edition/2021"


def test_the_route_may_name_the_edition(window: Window, home: HomePage) -> None:
    window.ctx.go("home?edition=edition/2019")
    assert home.hero.river.current() == "edition/2019"


def test_another_language_says_everything_again(home: HomePage, library: Library) -> None:
    home.ctx.set_language("en")
    shown = texts(home)
    edition = library.entry(home.hero.river.current())
    assert "One river, nine tides" in shown
    assert edition.summary.en in shown


def test_the_panel_numbers_its_sources_after_those_of_the_legend(home: HomePage) -> None:
    legend = {seal.told.last for seal in home.hero.width_told.seals}
    cited = {source for seal in home.hero.width_told.seals
             for source in (one.source for one in seal.told.citations)}  # fmt: skip
    assert max(legend) == len(cited)


@pytest.mark.parametrize("size", [(1280, 720), (1280, 800), (1920, 1080)])
def test_nothing_of_the_panel_is_cut_off(
    window: Window, home: HomePage, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window.resize(*size)
    for edition in home.ctx.library.entries("edition"):
        home.hero.river.select(edition.id)
        home.hero.river.selected.emit(edition.id)
        qtbot.wait(1)
        for label in home.panel.findChildren(PlainLabel):
            if label.isVisible() and label.hasHeightForWidth():
                assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_a_window_high_enough_shows_all_without_scrolling(window: Window, home: HomePage) -> None:
    window.resize(1280, 800)
    bottom = home.panel.mapTo(home, QPoint(0, home.panel.height())).y()
    assert bottom <= home.height()


def test_day_and_night_differ_all_over(window: Window, home: HomePage) -> None:
    def corner() -> int:
        image: QImage = home.grab().toImage()
        return image.pixel(home.width() - 4, 8)

    day = corner()
    home.ctx.set_theme("dark")
    assert corner() != day


def test_keeping_the_edition_writes_it_into_the_visitor_file(
    home: HomePage, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    visits = Visits.open(tmp_path_factory.mktemp("visits") / "visits.sqlite")
    home.ctx.set_visits(visits)
    button = home.panel.findChildren(KeepButton)[-1]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert visits.is_favourite(home.hero.river.current())
    assert button.is_kept
    visits.close()


@pytest.mark.parametrize(
    ("theme", "lines"),
    [
        ("释放数据要素价值，发展新质生产力", ["释放数据要素价值，", "发展新质生产力"]),
        (
            "二十五载奋进路 数字中国谱新篇——数智引领",
            ["二十五载奋进路", "数字中国谱新篇", "——数智引领"],
        ),
        ("一体两翼，共建共享", ["一体两翼，共建共享"]),
    ],
)
def test_a_theme_breaks_between_its_parts(ctx: Context, theme: str, lines: list[str]) -> None:
    assert broken_theme(ctx, theme).split("\n") == lines
