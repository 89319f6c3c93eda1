"""The staff door: opened by its recipe and its PIN, by nothing else."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.kiosk.operator.desk import SECTIONS, OperatorDesk
from app.kiosk.policy import Mode
from app.kiosk.watchdog import EXIT_RESTART
from app.model.text import LANGUAGES

PIN = "204718"


def knock(totem, *, taps: int = 5, hold: float = 1.2, corner: tuple[int, int] = (40, 40)) -> None:
    for number in range(taps):
        totem.press(*corner)
        totem.now += hold if number == taps - 1 else 0.1
        totem.window.tick()
        totem.release(*corner)
        totem.now += 0.1
    totem.settle()


def enter(totem, pin: str) -> None:
    screen = totem.window.layers.pin
    for digit in pin:
        totem.touch(screen.keys[digit])
    totem.touch(screen.done)
    totem.settle()


def passes_pin(totem, pin: str = PIN) -> None:
    knock(totem)
    if not totem.file.options.pin:
        enter(totem, pin)
    enter(totem, pin)
    for _ in range(40):
        if totem.mode is Mode.STAFF:
            return
        QTest.qWait(20)


def test_the_first_visit_of_staff_sets_a_pin_twice(totem) -> None:
    knock(totem)
    screen = totem.window.layers.pin
    assert screen is not None
    assert "6" in screen.title()
    enter(totem, PIN)
    assert screen.title() == totem.ctx.words("operator.pin.again")
    enter(totem, PIN)
    assert totem.mode is Mode.STAFF
    assert totem.file.options.pin.startswith("$argon2id$")


@pytest.mark.parametrize("pin", ["111111", "123456"])
def test_a_pin_that_is_easily_guessed_is_refused(totem, pin) -> None:
    knock(totem)
    enter(totem, pin)
    assert totem.window.layers.pin.note == totem.ctx.words("operator.pin.refused.trivial")
    assert totem.file.options.pin == ""


def test_wrong_pins_are_counted_and_then_the_door_is_shut(totem) -> None:
    passes_pin(totem)
    totem.touch(totem.named(totem.ctx.words("operator.lock")))
    assert totem.mode is Mode.ATTRACT
    totem.passes(1)
    knock(totem)
    screen = totem.window.layers.pin
    for left in (4, 3, 2, 1):
        enter(totem, "999998")
        wait_until_told(screen)
        assert totem.window.door.left == left
    enter(totem, "999998")
    wait_until_told(screen)
    assert totem.ctx.words("operator.pin.locked", minutes="", seconds="")[:4] in screen.message()
    assert not screen.keys["1"].isEnabled()
    enter(totem, PIN)
    assert totem.mode is not Mode.STAFF


def wait_until_told(screen) -> None:
    for _ in range(150):
        if not screen.digits:
            return
        QTest.qWait(20)


@pytest.mark.parametrize(
    ("taps", "hold", "corner"),
    [(4, 1.2, (40, 40)), (6, 1.2, (40, 40)), (5, 0.3, (40, 40)), (5, 1.2, (400, 1000))],
)
def test_anything_but_the_recipe_stays_outside(totem, taps, hold, corner) -> None:
    knock(totem, taps=taps, hold=hold, corner=corner)
    assert totem.window.layers.pin is None


def test_the_chord_opens_the_door_too(totem) -> None:
    held = (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
            | Qt.KeyboardModifier.ShiftModifier)  # fmt: skip
    for _ in range(3):
        totem.key(Qt.Key.Key_K, held)
        totem.now += 0.2
    assert totem.window.layers.pin is not None


def test_the_panel_locks_itself(totem) -> None:
    passes_pin(totem)
    assert isinstance(totem.window.layers.curtain, OperatorDesk)
    totem.passes(91)
    assert totem.mode is Mode.ATTRACT


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_every_section_opens_in_every_language(totem_of, size) -> None:
    for language in LANGUAGES:
        totem = totem_of(size, language=language)
        passes_pin(totem)
        for key in SECTIONS:
            totem.window.open_section(key)
            totem.settle()
            assert totem.window.layers.curtain.section.title()
            assert not totem.picture().isNull()


def test_changed_timers_hold_at_once_and_are_kept(totem) -> None:
    passes_pin(totem)
    totem.window.open_section("idle")
    stepper = totem.named(f"{totem.ctx.words('operator.ask_after')} −")
    totem.touch(stepper)
    assert totem.file.options.ask_after == 50
    totem.touch(totem.named(totem.ctx.words("operator.lock")))
    totem.begin()
    totem.passes(50.5)
    assert totem.mode is Mode.ASK


def test_cleaning_swallows_touches_and_ends_by_itself(totem) -> None:
    passes_pin(totem)
    totem.window.open_section("idle")
    totem.touch(totem.named(totem.ctx.words("operator.clean")))
    assert totem.mode is Mode.CLEANING
    totem.tap(500, 1500)
    assert totem.mode is Mode.CLEANING
    totem.passes(61)
    assert totem.mode is Mode.ATTRACT


@pytest.mark.parametrize(("verb", "code"), [("leave", 0), ("restart", EXIT_RESTART)])
def test_staff_can_leave_and_restart(totem, verb, code) -> None:
    passes_pin(totem)
    totem.window.open_section("idle")
    told: list[int] = []
    totem.window.left.connect(told.append)
    totem.touch(totem.named(totem.ctx.words(f"operator.{verb}")))
    assert told == [code]
    assert not totem.window.isVisible()


def test_random_fingers_never_find_the_door(totem) -> None:
    chance = random.Random(5)
    for _ in range(300):
        totem.tap(chance.randrange(1080), chance.randrange(1920))
        totem.now += chance.random()
    assert totem.window.layers.pin is None
