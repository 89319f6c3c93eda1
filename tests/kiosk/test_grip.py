"""The keyboard is held as soon as the window is there, and once."""

from __future__ import annotations

from app.kiosk.grip import Grip


class Window:
    """Says whether it is there and whether the display lets it have the keyboard."""

    def __init__(self, *, is_there: bool, is_given: bool) -> None:
        self.is_there, self.is_given = is_there, is_given
        self.asked = 0

    def isExposed(self) -> bool:
        return self.is_there

    def setKeyboardGrabEnabled(self, _wanted: bool) -> bool:
        self.asked += 1
        return self.is_given


def test_nothing_is_asked_before_the_window_is_there() -> None:
    grip, window = Grip(), Window(is_there=False, is_given=True)
    grip.hold(None)
    grip.hold(window)
    assert window.asked == 0


def test_a_refused_keyboard_is_asked_for_again_and_a_held_one_is_not() -> None:
    grip, window = Grip(), Window(is_there=True, is_given=False)
    for _ in range(3):
        grip.hold(window)
    assert window.asked == 3
    window.is_given = True
    for _ in range(3):
        grip.hold(window)
    assert window.asked == 4


def test_a_window_that_was_hidden_takes_it_anew() -> None:
    grip, window = Grip(), Window(is_there=True, is_given=True)
    grip.hold(window)
    grip.loosen()
    grip.hold(window)
    assert window.asked == 2
