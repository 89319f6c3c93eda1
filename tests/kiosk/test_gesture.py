"""The staff's way in opens by its recipe, every time, and by nothing else."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kiosk.gesture import Recipe, StaffGesture, chord_keys

W, H = 1080, 1920
CHORD = ("Ctrl", "Alt", "Shift", "K")


@pytest.fixture
def gesture() -> StaffGesture:
    return StaffGesture(Recipe(), W, H)


def tap(gesture: StaffGesture, now: float, *, at: tuple[int, int] = (40, 40), held: float) -> bool:
    gesture.press(*at, now)
    early = gesture.tick(now + held / 2)
    return gesture.release(*at, now + held) or early


def taps(gesture: StaffGesture, holds: list[float], *, gap: float = 0.3, start: float = 10) -> bool:
    opened = False
    for held in holds:
        opened = tap(gesture, start, held=held) or opened
        start += held + gap
    return opened


def test_five_taps_with_the_last_one_held_open(gesture: StaffGesture) -> None:
    assert taps(gesture, [0.1, 0.1, 0.2, 0.1, 1.1])


def test_it_opens_while_the_finger_is_still_down(gesture: StaffGesture) -> None:
    assert not taps(gesture, [0.1] * 4)
    gesture.press(40, 40, 12)
    assert not gesture.tick(12.9)
    assert gesture.tick(13.0)
    assert not gesture.tick(13.1)
    assert not gesture.release(40, 40, 13.2)


@pytest.mark.parametrize(
    "holds",
    [
        [0.1, 0.1, 0.1, 1.1],
        [0.1, 0.1, 0.1, 0.1, 0.9],
        [0.1, 0.1, 0.1, 0.1, 0.1, 1.1],
        [0.1, 0.6, 0.1, 0.1, 1.1],
        [1.1] * 5,
        [0.1] * 30 + [1.1],
    ],
)
def test_nearly_the_recipe_does_not_open(gesture: StaffGesture, holds: list[float]) -> None:
    assert not taps(gesture, holds)


def test_a_pause_between_the_taps_begins_anew(gesture: StaffGesture) -> None:
    assert not taps(gesture, [0.1, 0.1, 0.1], start=10)
    assert not taps(gesture, [0.1, 1.1], start=15)
    assert taps(gesture, [0.1, 0.1, 0.1, 0.1, 1.1], start=30)


def test_a_touch_elsewhere_spoils_the_attempt(gesture: StaffGesture) -> None:
    assert not taps(gesture, [0.1, 0.1])
    tap(gesture, 10.8, at=(500, 900), held=0.1)
    assert not taps(gesture, [0.1, 0.1, 1.1], start=11.2)


def test_a_finger_that_slides_out_spoils_the_attempt(gesture: StaffGesture) -> None:
    assert not taps(gesture, [0.1] * 4)
    gesture.press(40, 40, 11.7)
    assert not gesture.move(300, 40, 12)
    assert not gesture.move(40, 40, 12.2)
    assert not gesture.tick(13)


def test_a_palm_spoils_the_attempt(gesture: StaffGesture) -> None:
    assert not taps(gesture, [0.1] * 4)
    gesture.press(40, 40, 11.7)
    gesture.press(90, 90, 11.8, fingers=2)
    assert not gesture.tick(13)


def test_a_lost_release_does_not_shut_the_door_for_good(gesture: StaffGesture) -> None:
    gesture.press(40, 40, 1)
    assert not taps(gesture, [0.1, 0.1, 0.1, 0.1, 1.1], start=5)
    assert taps(gesture, [0.1, 0.1, 0.1, 0.1, 1.1], start=20)


@pytest.mark.parametrize(
    ("corner", "at"),
    [
        ("top-left", (5, 5)),
        ("top-right", (W - 5, 5)),
        ("bottom-left", (5, H - 5)),
        ("bottom-right", (W - 5, H - 5)),
    ],
)
def test_every_corner_can_be_the_door(corner: str, at: tuple[int, int]) -> None:
    gesture = StaffGesture(Recipe(corner=corner, taps=3), 100, 100)
    gesture.resize(W, H)
    opened = [tap(gesture, now, at=at, held=held) for now, held in ((1, 0.1), (1.5, 0.1), (2, 1))]
    assert opened == [False, False, True]


def test_the_chord_three_times_opens(gesture: StaffGesture) -> None:
    assert [gesture.key(CHORD, now) for now in (1, 1.4, 1.8)] == [False, False, True]
    assert not gesture.key(CHORD, 2)


def test_the_chord_is_not_confused_by_its_modifiers_nor_by_auto_repeat(
    gesture: StaffGesture,
) -> None:
    assert not gesture.key(CHORD, 1)
    assert not gesture.key(("Ctrl",), 1.1)
    assert not gesture.key(CHORD, 1.2, repeated=True)
    assert not gesture.key(CHORD, 1.3)
    assert gesture.key(("K", "Shift", "Alt", "Ctrl"), 1.4)


def test_slow_or_interrupted_chords_do_not_open(gesture: StaffGesture) -> None:
    assert not any(gesture.key(CHORD, now) for now in (1, 2.5, 4, 5.5, 7))
    presses = [(CHORD, 20.0), (CHORD, 20.2), (("A",), 20.3), (CHORD, 20.4)]
    assert not any(gesture.key(keys, now) for keys, now in presses)


@pytest.mark.parametrize("text", ["", "K", "Ctrl+K", "Ctrl+Alt", "Ctrl+Alt+K+L"])
def test_a_chord_too_weak_to_be_safe_counts_as_none(text: str) -> None:
    assert chord_keys(text) == frozenset()
    gesture = StaffGesture(Recipe(chord=text), W, H)
    keys = tuple(text.split("+"))
    assert not any(gesture.key(keys, now) for now in (1, 1.1, 1.2, 1.3))


def test_a_hundred_thousand_random_touches_and_keys_do_not_open(gesture: StaffGesture) -> None:
    dice, now = random.Random(6), 0.0
    keys = ("Ctrl", "Alt", "Shift", "Meta", *"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "F4", "Tab", "Escape")
    for _ in range(100_000):
        now += dice.choice((0.01, 0.05, 0.2, 0.7, 1.2))
        x, y = dice.randrange(W), dice.randrange(H)
        act = dice.randrange(5)
        if act == 0:
            gesture.press(x, y, now, fingers=dice.choice((1, 1, 1, 2)))
            continue
        opened = (
            gesture.move(x, y, now)
            if act == 1
            else gesture.release(x, y, now)
            if act == 2
            else gesture.tick(now)
            if act == 3
            else gesture.key(dice.sample(keys, dice.randrange(1, 5)), now)
        )
        assert not opened
    assert taps(gesture, [0.1, 0.1, 0.1, 0.1, 1.0], start=now + 5)


@given(st.lists(st.tuples(st.integers(0, 119), st.integers(0, 119)), min_size=5, max_size=5),
       st.floats(0.02, 0.5), st.floats(0.02, 0.8), st.floats(1.0, 30))  # fmt: skip
def test_the_recipe_always_opens(
    points: list[tuple[int, int]], held: float, gap: float, last: float
) -> None:
    gesture, now = StaffGesture(Recipe(), W, H), 100.0
    for x, y in points[:-1]:
        gesture.press(x, y, now)
        assert not gesture.release(x, y, now + held * 0.99)
        now += (held + gap) * 0.99
    gesture.press(*points[-1], now)
    assert gesture.release(*points[-1], now + last + 0.001)
