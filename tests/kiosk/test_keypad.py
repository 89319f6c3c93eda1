"""The keypad types only what leads somewhere."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kiosk.keypad import LETTERS, LONGEST, Face, Keypad

NAMES = ("ryt", "rxjqr", "rgznhx", "rt", "5gtxbl", "kj")


def after(prefix: str, names: tuple[str, ...] = NAMES) -> frozenset[str]:
    """What can follow a prefix among these initials, as the library tells it."""
    size = len(prefix)
    return frozenset(name[size] for name in names if name.startswith(prefix) and len(name) > size)


@pytest.fixture
def keypad() -> Keypad:
    return Keypad(after)


def live(keypad: Keypad, face: Face | None = None) -> str:
    return "".join(key.char for key in keypad.keys(face) if key.is_live)


def test_only_letters_that_begin_a_name_are_live(keypad: Keypad) -> None:
    assert "".join(key.char for key in keypad.keys(Face.LETTERS)) == LETTERS
    assert live(keypad) == "KR"
    assert live(keypad, Face.DIGITS) == "5"


def test_typing_narrows_the_keys(keypad: Keypad) -> None:
    assert keypad.press("R")
    assert live(keypad) == "GTXY"
    assert keypad.press("y")
    assert live(keypad) == "T"
    assert (keypad.text, keypad.shown) == ("ry", "RY")


def test_an_inert_key_does_nothing(keypad: Keypad) -> None:
    assert not keypad.press("Z")
    assert keypad.text == ""


def test_digits_have_their_own_keys(keypad: Keypad) -> None:
    keypad.turn()
    assert keypad.face is Face.DIGITS
    assert keypad.press("5")
    keypad.turn()
    assert live(keypad) == "G"


def test_backspace_and_clear_bring_keys_back(keypad: Keypad) -> None:
    for letter in "RYT":
        keypad.press(letter)
    assert live(keypad) == ""
    assert keypad.backspace()
    assert live(keypad) == "T"
    keypad.turn()
    assert keypad.clear()
    assert (live(keypad), keypad.face) == ("KR", Face.LETTERS)
    assert not keypad.clear()
    assert not keypad.backspace()


def test_english_words_are_typed_freely_with_single_spaces() -> None:
    keypad = Keypad()
    assert not keypad.press(" ")
    for char in "5G  A":
        keypad.press(char)
    assert keypad.text == "5g a"
    assert live(keypad) == LETTERS
    for _ in range(50):
        keypad.press("A")
    assert len(keypad.text) == LONGEST
    assert live(keypad) == ""


def test_a_change_of_language_begins_anew(keypad: Keypad) -> None:
    keypad.press("R")
    keypad.search_by(None)
    assert keypad.text == ""
    assert live(keypad) == LETTERS


@given(st.lists(st.sampled_from([*string.ascii_uppercase, "5", "<", "!"]), max_size=30))
def test_whatever_is_pressed_the_text_begins_a_name(presses: list[str]) -> None:
    keypad = Keypad(after)
    for char in presses:
        {"<": keypad.backspace, "!": keypad.clear}.get(char, lambda c=char: keypad.press(c))()
        assert any(name.startswith(keypad.text) for name in NAMES)
        assert bool(live(keypad) + live(keypad, Face.DIGITS)) == (keypad.text not in NAMES)
