"""Recognises the staff's way in: taps in one corner with the last one held, or a key chord. Pure.

The recipe, by default: five presses in the top left corner (120 px), each within 0.8 s of the one
before, four short and the fifth held for a second. Or: Ctrl+Alt+Shift+K three times within two
seconds. Anything else in between – a touch elsewhere, a second finger, a finger that slides out,
a sixth tap – ends the attempt, and a new one begins only after a quiet moment, so that drumming on
the corner never gets in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_MODIFIERS: Final = frozenset({"ctrl", "alt", "shift", "meta"})


@dataclass(frozen=True, slots=True)
class Recipe:
    """What staff have to do. Seconds and pixels."""

    corner: str = "top-left"
    taps: int = 5
    hold: float = 1.0
    chord: str = "Ctrl+Alt+Shift+K"
    size: int = 120
    gap: float = 0.8
    short: float = 0.5
    chord_times: int = 3
    chord_within: float = 2.0


class StaffGesture:
    """Fed with every press, move and release; says True once, when the recipe is complete.

    `now` is in seconds of a clock that never goes back. `tick` is called a few times a second
    while a finger is down, for a held finger makes no events.
    """

    def __init__(self, recipe: Recipe, width: int, height: int) -> None:
        self._recipe = recipe
        self._chord = chord_keys(recipe.chord)
        self._chords: list[float] = []
        self.resize(width, height)
        self._taps = 0
        self._pressed: float | None = None
        self._released = -1e9
        self._is_spoiled = False

    def resize(self, width: int, height: int) -> None:
        """The screen has this size now."""
        self._width, self._height = width, height

    def press(self, x: float, y: float, now: float, *, fingers: int = 1) -> None:
        """A finger or a button went down; `fingers` are down altogether."""
        self._chords.clear()
        is_quiet = now - self._released > self._recipe.gap
        if is_quiet and self._pressed is None:
            self._taps, self._is_spoiled = 0, False
        if fingers > 1 or self._pressed is not None or not self._is_inside(x, y):
            self._is_spoiled = True
        self._taps += 1
        self._pressed = now
        if self._taps > self._recipe.taps:
            self._is_spoiled = True

    def move(self, x: float, y: float, now: float) -> bool:
        """A finger that is down moved."""
        if not self._is_inside(x, y):
            self._is_spoiled = True
        return self.tick(now)

    def release(self, x: float, y: float, now: float) -> bool:
        """A finger or a button went up."""
        if not self._is_inside(x, y):
            self._is_spoiled = True
        is_done = self.tick(now)
        if self._pressed is not None and now - self._pressed > self._recipe.short:
            self._is_spoiled = True
        self._pressed = None
        self._released = now
        return is_done

    def tick(self, now: float) -> bool:
        """Time has passed: is the last tap held long enough?"""
        is_last = self._pressed is not None and self._taps == self._recipe.taps
        if self._is_spoiled or not is_last:
            return False
        if now - (self._pressed or 0.0) < self._recipe.hold:
            return False
        self._is_spoiled = True  # told once
        return True

    def key(self, keys: Iterable[str], now: float, *, repeated: bool = False) -> bool:
        """These keys are down together, as names: ("Ctrl", "Alt", "Shift", "K").

        A modifier going down on its own neither counts nor disturbs; auto-repeat does not count.
        """
        pressed = frozenset(name.lower() for name in keys)
        if repeated or pressed <= _MODIFIERS:
            return False
        if not self._chord or pressed != self._chord:
            self._chords.clear()
            return False
        recent = [at for at in self._chords if now - at <= self._recipe.chord_within]
        self._chords = [*recent, now]
        if len(self._chords) < self._recipe.chord_times:
            return False
        self._chords.clear()
        return True

    def _is_inside(self, x: float, y: float) -> bool:
        vertical, _, horizontal = self._recipe.corner.partition("-")
        across = x if horizontal == "left" else self._width - 1 - x
        down = y if vertical == "top" else self._height - 1 - y
        return 0 <= across < self._recipe.size and 0 <= down < self._recipe.size


def chord_keys(text: str) -> frozenset[str]:
    """The keys of "Ctrl+Alt+Shift+K" in lower case; nothing without two modifiers and a key.

    A weaker chord would be pressed by accident: it then counts as none.
    """
    names = frozenset(name.strip().lower() for name in text.split("+") if name.strip())
    is_strong = len(names & _MODIFIERS) >= 2 and len(names - _MODIFIERS) == 1
    return names if is_strong else frozenset()
