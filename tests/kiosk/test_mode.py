"""A real totem window: the first touch, idleness, reset without a trace, and no way out."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.kiosk.guard import is_palm
from app.kiosk.policy import Mode
from app.kiosk.session import HOME, Session
from app.model.text import EN
from app.ui.routes import Route

SIZES = [(1080, 1920), (1920, 1080)]


@pytest.mark.parametrize("size", SIZES)
def test_the_first_touch_ends_attract_and_is_swallowed(totem_of, size) -> None:
    totem = totem_of(size)
    assert totem.mode is Mode.ATTRACT
    door = totem.screen.doors[0]
    totem.touch(door)  # where the first door is, below the loop
    assert totem.mode is Mode.BROWSE
    assert totem.ctx.session.route == HOME
    totem.touch(totem.screen.doors[0])
    assert totem.ctx.session.route == Route("exhibits")


def test_idle_asks_counts_down_and_resets(totem) -> None:
    totem.begin()
    totem.passes(60.5)
    assert totem.mode is Mode.ASK
    ask = totem.window.layers.ask
    assert ask.isVisible()
    totem.passes(6)
    assert ask.seconds == 9
    totem.passes(10)
    assert totem.mode is Mode.ATTRACT


def test_going_on_looking_stays_where_the_visitor_was(totem) -> None:
    totem.begin()
    totem.visit.go(Route("exhibits"))
    totem.passes(61)
    totem.touch(totem.named(totem.ctx.words("kiosk.ask.stay")))
    assert totem.mode is Mode.BROWSE
    assert totem.window.layers.ask is None
    assert totem.ctx.session.route.page == "exhibits"


def test_being_done_goes_to_attract_at_once(totem) -> None:
    totem.begin()
    totem.passes(61)
    totem.touch(totem.named(totem.ctx.words("kiosk.ask.leave")))
    assert totem.mode is Mode.ATTRACT


def test_starting_over_is_on_the_home_screen(totem) -> None:
    totem.begin()
    totem.touch(totem.named(totem.ctx.words("kiosk.over")))
    assert totem.mode is Mode.ATTRACT


def act(totem, chance: random.Random) -> None:
    """One thing a visitor might do."""
    known = totem.touches()
    doing = chance.random()
    if known and doing < 0.8:
        totem.touch(chance.choice(known))
    elif doing < 0.9:
        x, y = chance.random() * totem.window.width(), chance.random() * totem.window.height()
        totem.press(x, y)
        totem.move(x - 400, y + chance.randrange(40))
        totem.release(x - 400, y)
        totem.settle()
    else:
        totem.key(chance.choice((Qt.Key.Key_R, Qt.Key.Key_Backspace, Qt.Key.Key_Escape)))
    if totem.mode is not Mode.BROWSE:
        totem.begin()


def files(folder: Path) -> dict[str, bytes]:
    """Every file but the counts, which change on purpose."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith("visits.sqlite")
    }


@pytest.mark.parametrize("seed", [3, 20260429])
@pytest.mark.parametrize("size", [(540, 960), (960, 540)])
def test_after_a_session_nothing_of_the_visitor_is_left(totem_of, size, seed) -> None:
    totem = totem_of(size)
    first = totem.picture()
    totem.begin()
    home = totem.picture()
    totem.touch(totem.named(totem.ctx.words("kiosk.over")))
    before = files(totem.folder)
    chance = random.Random(seed)
    for _ in range(2):
        totem.begin()
        for _ in range(25):
            act(totem, chance)
        totem.passes(80)
        assert totem.mode is Mode.ATTRACT
        assert totem.ctx.session == Session(totem.ctx.language, stops=[HOME])
        assert totem.picture() == first
        totem.begin()
        assert totem.picture() == home
        totem.passes(80)
    assert files(totem.folder) == before
    assert totem.visits.favourites() == ()
    assert totem.visits.searches() == ()


def test_language_size_and_list_are_wiped(totem) -> None:
    totem.begin()
    totem.visit.set_language(EN)
    totem.touch(totem.visit.bar.items["large"])
    totem.touch(totem.visit.bar.items["low"])
    totem.ctx.session.keep("edition/2024")
    assert (totem.ctx.language, totem.ctx.is_large, totem.ctx.is_low) == (EN, True, True)
    totem.passes(80)
    assert (totem.ctx.language, totem.ctx.is_large, totem.ctx.is_low) == ("zh-Hans", False, False)
    assert totem.ctx.session.kept == []


def test_the_session_is_counted_without_its_words(totem) -> None:
    totem.begin()
    totem.visit.go(Route.to("exhibit/5g-antenna-glass"))
    totem.passes(80)
    report = totem.visits.statistics().report()
    assert report.sessions == 1
    assert [one.entry for one in report.opens] == ["exhibit/5g-antenna-glass"]


def test_neither_close_nor_keys_nor_menus_lead_out(totem) -> None:
    totem.begin()
    window = totem.window
    assert not window.close()
    event = QCloseEvent()
    QApplication.sendEvent(window, event)
    assert not event.isAccepted()
    alt, control = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    for key, held in ((Qt.Key.Key_F4, alt), (Qt.Key.Key_W, control), (Qt.Key.Key_Q, control),
                      (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Tab, alt),
                      (Qt.Key.Key_P, control), (Qt.Key.Key_Print, alt)):  # fmt: skip
        totem.key(key, held)
    assert window.isVisible()
    assert totem.ctx.session.route == HOME


def test_the_guard_passes_on_no_menu_wheel_or_right_button(totem) -> None:
    totem.begin()
    point = QPointF(300, 1200)
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point.toPoint(), point.toPoint())
    assert totem.window.guard.eventFilter(totem.handle, menu)
    wheel = QWheelEvent(point, point, point.toPoint(), point.toPoint() * 0, Qt.MouseButton.NoButton,
                        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # noqa: FBT003  # fmt: skip
    assert totem.window.guard.eventFilter(totem.handle, wheel)
    door = totem.screen.doors[0]
    at = door.mapTo(totem.window, door.rect().center())
    QTest.mouseClick(totem.handle, Qt.MouseButton.RightButton, pos=at)
    totem.settle()
    assert totem.ctx.session.route == HOME


def test_a_tap_acts_on_release_inside_and_a_finger_that_slides_away_takes_it_back(totem) -> None:
    totem.begin()
    door = totem.screen.doors[0]
    at = door.mapTo(totem.window, door.rect().center())
    totem.press(at.x(), at.y())
    assert door.isDown()
    totem.move(at.x(), at.y() + 60)
    assert not door.isDown()
    totem.move(at.x(), at.y())
    totem.release(at.x(), at.y())
    totem.settle()
    assert totem.ctx.session.route == HOME


def test_a_long_press_is_a_tap(totem) -> None:
    totem.begin()
    door = totem.screen.doors[1]
    at = door.mapTo(totem.window, door.rect().center())
    totem.press(at.x(), at.y())
    totem.passes(5)
    totem.release(at.x(), at.y())
    totem.settle()
    assert totem.ctx.session.route == Route("editions")


def test_a_finger_on_a_touch_panel_is_a_tap(totem) -> None:
    totem.begin()
    door = totem.screen.doors[0]
    at = door.mapTo(totem.window, door.rect().center())
    device = QTest.createTouchDevice()
    QTest.touchEvent(totem.handle, device).press(0, at).commit()
    QTest.touchEvent(totem.handle, device).release(0, at).commit()
    totem.settle()
    assert totem.ctx.session.route == Route("exhibits")


@pytest.mark.parametrize(("width", "palm"), [(0, False), (12, False), (40, False), (41, True)])
def test_palms_are_wider_than_forty_pixels_of_the_design(width, palm) -> None:
    assert is_palm(QSizeF(width, 8), 1.0) is palm
    assert is_palm(QSizeF(4, width / 2), 0.5) is palm


def test_swiping_turns_the_page(totem) -> None:
    totem.begin()
    totem.visit.go(Route("exhibits"))
    totem.press(800, 1300)
    totem.move(500, 1310)
    totem.release(400, 1310)
    totem.settle()
    assert totem.ctx.session.route.param("page") == "1"


def test_opening_hours_dim_blacken_and_a_touch_wakes(totem_of) -> None:
    totem = totem_of((540, 960), opens="09:00", closes="17:00", dim_minutes=30)
    totem.wall = totem.wall.replace(hour=17, minute=10)
    totem.passes(1)
    assert totem.mode is Mode.DIM
    totem.wall = totem.wall.replace(hour=22)
    totem.passes(1)
    assert totem.mode is Mode.BLACK
    assert totem.picture().pixelColor(270, 480).name() == "#000000"
    totem.begin()
    totem.passes(80)
    assert totem.mode is Mode.BLACK


def test_a_fault_shows_the_calm_card_and_then_attract(totem) -> None:
    totem.begin()
    totem.visit.go(Route("exhibits"))
    totem.window.go_home()
    assert totem.window.layers.curtain.title == totem.ctx.words("kiosk.crash")
    totem.tap(500, 1500)
    totem.window.forget_fault()
    assert totem.mode is Mode.ATTRACT
    assert totem.ctx.session.route == HOME


def test_the_window_guards_its_handle_and_hides_the_arrow(totem) -> None:
    assert QApplication.overrideCursor().shape() is Qt.CursorShape.BlankCursor
    QTest.mouseMove(totem.handle, totem.window.rect().center())
    totem.settle()
    assert QApplication.overrideCursor() is None
    assert totem.window.contextMenuPolicy() is Qt.ContextMenuPolicy.PreventContextMenu
    assert not totem.window.acceptDrops()
