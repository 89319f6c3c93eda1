"""Every screen of a totem: sizes and reach of its targets, and what it says."""

from __future__ import annotations

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtGui import QImage

from app.kiosk.screens.listings import LISTED
from app.kiosk.session import HOME, Session
from app.kiosk.widgets.keys import KeyTouch
from app.kiosk.widgets.qr import CodeView
from app.model.text import EN, LANGUAGES
from app.ui.routes import Route

PLACES = ("home", "search", "search?q=r", "search?q=ryt", "search?q=qqqq", *LISTED,
          "exhibit/5g-antenna-glass", "edition/2024", "project/2024-summit-total",
          "application/rong-yi-tong", "indicator/fuzhou-digital-economy")  # fmt: skip
REACH = 900
LEAST = 80


def shows(totem, place: str, *, large: bool = False, low: bool = False) -> None:
    session = Session(totem.ctx.language, large, low, [HOME])
    totem.ctx.set_session(session)
    totem.visit.rebuild()
    totem.visit.go(Route.parse(place))
    totem.settle()


def boxes(totem):
    """(name, x, y, width, height) of every target in pixels of the window."""
    for one in totem.touches():
        corner = one.mapTo(totem.window, one.rect().topLeft())
        yield one.accessibleName(), corner.x(), corner.y(), one.width(), one.height()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("large", "low"), [(False, False), (True, False), (False, True)])
def test_in_portrait_targets_are_large_and_within_reach(totem, place, large, low) -> None:
    totem.begin()
    for language in LANGUAGES if place in ("home", "exhibit/5g-antenna-glass") else ("zh-Hans", EN):
        totem.visit.set_language(language)
        shows(totem, place, large=large, low=low)
        assert list(boxes(totem))
        for name, x, y, wide, high in boxes(totem):
            assert min(wide, high) >= LEAST, (name, wide, high)
            assert y >= REACH, (name, y)
            assert x >= 0, name
            assert x + wide <= 1080, name
            assert y + high <= 1920, name


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("large", "low"), [(False, False), (True, False), (False, True)])
def test_in_landscape_targets_are_large_and_on_the_screen(totem_of, place, large, low) -> None:
    totem = totem_of((1920, 1080))
    totem.begin()
    for language in ("zh-Hans", EN):
        totem.visit.set_language(language)
        shows(totem, place, large=large, low=low)
        for name, x, y, wide, high in boxes(totem):
            assert min(wide, high) >= LEAST, (name, wide, high)
            assert x >= 0, name
            assert x + wide <= 1920, name
            assert y + high <= 1080, name
            assert not low or y >= 120, (name, y)


@pytest.mark.parametrize("place", PLACES)
def test_targets_do_not_cover_each_other(totem, place) -> None:
    totem.begin()
    shows(totem, place)
    found = [(one, one.mapTo(totem.window, one.rect().topLeft())) for one in totem.touches()]
    placed = [(one.accessibleName(), one.rect().translated(at)) for one, at in found]
    for number, (name, box) in enumerate(placed):
        for other, beside in placed[number + 1 :]:
            assert not box.intersects(beside), (name, other)


@pytest.mark.parametrize("sheet", ["take", "sources", "language", "ask"])
@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_sheets_keep_to_the_same_rules(totem_of, size, sheet) -> None:
    totem = totem_of(size)
    totem.begin()
    shows(totem, "exhibit/5g-antenna-glass")
    if sheet == "take":
        totem.screen.take_asked.emit((totem.screen.entry.id,))
    elif sheet == "sources":
        totem.screen.ask_sources()
    elif sheet == "language":
        totem.touch(totem.visit.bar.items["language"])
    else:
        totem.passes(61)
    layer = totem.window.layers.ask if sheet == "ask" else totem.visit.sheet
    parts = [one for one in totem.touches() if layer.isAncestorOf(one)]
    assert parts
    for one in parts:
        corner = one.mapTo(totem.window, one.rect().topLeft())
        assert min(one.width(), one.height()) >= LEAST, one.accessibleName()
        assert layer.panel().contains(one.geometry()), one.accessibleName()
        assert size[0] > size[1] or corner.y() >= REACH


def test_a_smaller_panel_shows_the_same_smaller(totem_of) -> None:
    totem = totem_of((540, 960))
    totem.begin()
    for _, _, y, wide, high in boxes(totem):
        assert min(wide, high) >= LEAST / 2
        assert y >= REACH / 2


def test_home_says_what_the_library_says(totem) -> None:
    totem.begin()
    told = " ".join(one.accessibleName() for one in totem.touches())
    assert str(totem.ctx.library.pack.counts["exhibit"]) in told


def test_cards_lead_to_their_entries_and_chips_narrow(totem) -> None:
    totem.begin()
    shows(totem, "exhibits")
    card = totem.screen.cards[0]
    totem.touch(card)
    assert totem.ctx.session.route == Route.to(card.entry_id)
    totem.touch(totem.visit.bar.items["back"])
    name = totem.ctx.library.term("category", "ai").told("zh-Hans")
    totem.touch(totem.named(name))
    assert {totem.ctx.library.entry(one.entry_id).category for one in totem.screen.cards} == {"ai"}


@pytest.mark.parametrize("place", ["exhibits", "figures", "editions"])
def test_leafing_shows_every_entry_once(totem, place) -> None:
    totem.begin()
    shows(totem, place)
    seen = [one.entry_id for one in totem.screen.cards]
    while totem.screen.pager.next.isEnabled():
        totem.touch(totem.screen.pager.next)
        seen += [one.entry_id for one in totem.screen.cards]
    assert len(seen) == len(set(seen)) == totem.ctx.library.pack.counts[LISTED[place].kind]


def test_facts_lead_to_their_source_and_links_lead_on(totem) -> None:
    totem.begin()
    shows(totem, "exhibit/5g-antenna-glass")
    row = next(one for one in totem.screen.rows if one.line.citations and one.isEnabled())
    totem.touch(row)
    cited = [entry.places for entry in totem.visit.sheet.sources]
    assert {one.source for places in cited for _, one in places} == {
        one.source for one in row.line.citations
    }


def test_what_no_source_tells_is_said_and_cannot_be_touched(totem) -> None:
    totem.begin()
    shows(totem, "exhibit/5g-antenna-glass")
    missing = [one for one in totem.screen.rows if not one.line.value]
    assert missing
    assert not any(one.isEnabled() for one in missing)
    assert all(one.value == totem.ctx.words("common.missing") for one in missing)


def test_the_code_on_the_screen_is_read_by_an_independent_reader(totem) -> None:
    totem.begin()
    shows(totem, "exhibit/5g-antenna-glass")
    told = read(totem)
    assert any("5G天线玻璃" in text for text in told)


def test_the_take_away_and_the_list_are_read_from_the_screen(totem) -> None:
    totem.begin()
    shows(totem, "exhibit/5g-antenna-glass")
    totem.touch(totem.named(totem.ctx.words("kiosk.detail.take")))
    codes = totem.visit.sheet.codes
    assert 1 <= len(codes) <= 3
    assert all(view.module() >= 5 for view in codes)
    assert {view.code.payload for view in codes} <= set(read(totem))
    totem.touch(totem.named(totem.ctx.words("kiosk.take.keep")))
    totem.touch(totem.named(totem.ctx.words("kiosk.close")))
    assert totem.ctx.session.kept == ["exhibit/5g-antenna-glass"]
    totem.touch(totem.visit.bar.items["home"])
    totem.touch(totem.named(totem.ctx.words.count("kiosk.list", 1)))
    assert totem.visit.sheet.codes


def read(totem) -> list[str]:
    image = totem.picture().convertToFormat(QImage.Format.Format_RGB888)
    picture = Image.frombuffer("RGB", (image.width(), image.height()), bytes(image.constBits()),
                               "raw", "RGB", image.bytesPerLine(), 1)  # fmt: skip
    return [one.text for one in zxingcpp.read_barcodes(picture)]


def test_keys_that_lead_nowhere_are_inert(totem) -> None:
    totem.begin()
    shows(totem, "search?q=ryt")
    known = totem.ctx.library.next_letters("ryt")
    for key in totem.window.findChildren(KeyTouch):
        if len(key.key) == 1 and key.isVisibleTo(totem.window):
            assert key.isEnabled() == (key.key.lower() in known)


def test_english_is_typed_freely_and_digits_turn_up(totem) -> None:
    totem.begin()
    totem.visit.set_language(EN)
    shows(totem, "search")
    assert all(key.isEnabled() for key in totem.screen.board.keys.values())
    totem.touch(totem.screen.turn)
    totem.touch(totem.screen.board.keys["5"])
    totem.touch(totem.screen.turn)
    totem.touch(totem.screen.board.keys["G"])
    assert totem.screen.keypad.text == "5g"
    assert totem.screen.matches.total


def test_english_names_that_begin_so_stand_first_and_show_why(totem) -> None:
    totem.begin()
    totem.visit.set_language(EN)
    shows(totem, "search?q=R")
    found = totem.screen.matches.found
    begin = [one.name.startswith("R") for one in found]
    assert "Rong Yi Tong" in [one.name for one in found]
    assert begin == sorted(begin, reverse=True)
    assert all(one.name[slice(*one.marks[0])] in ("R", "r") for one in found)


def test_searching_is_counted_once_and_coming_back_finds_it_again(totem) -> None:
    totem.begin()
    shows(totem, "search")
    for key in "RYT":
        totem.touch(totem.screen.board.keys[key])
    totem.touch(totem.screen.results[0])
    totem.touch(totem.visit.bar.items["back"])
    assert totem.screen.keypad.text == "ryt"
    totem.touch(totem.visit.bar.items["home"])
    totem.passes(80)
    assert totem.visits.statistics().report().found == 2


def test_a_route_to_nothing_is_passed_over(totem) -> None:
    totem.begin()
    totem.visit.go(Route.to("exhibit/does-not-exist"))
    totem.visit.go(Route("settings"))
    assert totem.ctx.session.route == HOME


def test_codes_are_painted_in_whole_pixels(totem) -> None:
    totem.begin()
    shows(totem, "edition/2024")
    view = totem.window.findChild(CodeView)
    assert view.module() >= 5
