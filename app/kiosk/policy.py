"""Decides what the totem does next: attract, browse, ask, reset. No Qt, no clock of its own.

Time comes in as seconds of a clock that never goes back; whoever carries the decisions out calls
`tick` about four times a second and `touch` at every touch, key or pointer press.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from app.kiosk.hours import Light

SHORTEST: Final = 10
LONGEST: Final = 600


class Mode(Enum):
    """What the public sees."""

    ATTRACT = "attract"
    BROWSE = "browse"
    ASK = "ask"
    STAFF = "staff"
    CLEANING = "cleaning"
    DIM = "dim"
    BLACK = "black"


@dataclass(frozen=True, slots=True)
class Timers:
    """Seconds: until the question, of the countdown, of a staff panel left alone, of cleaning.

    `wake` is how long a touch outside opening hours keeps the screen on.
    """

    ask_after: int = 60
    count: int = 15
    staff_after: int = 90
    cleaning: int = 60
    wake: int = 60

    def __post_init__(self) -> None:
        for name in ("ask_after", "count"):
            value = getattr(self, name)
            if not SHORTEST <= value <= LONGEST:
                raise ValueError(f"{name} is {value}, not {SHORTEST} to {LONGEST}")


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be shown now.

    `reset`: wipe the session before showing it. `swallow`: the touch that led here is not to
    reach the page. `remaining`: seconds left of a countdown, rounded up.
    """

    mode: Mode
    reset: bool = False
    swallow: bool = False
    remaining: int = 0


class Policy:
    """One totem's state. Every method takes `now` in seconds and returns the decision."""

    def __init__(self, timers: Timers, now: float) -> None:
        self._timers = timers
        self._mode = Mode.ATTRACT
        self._touched = now
        self._since = now
        self._light = Light.FULL
        self._media_until: float | None = None

    @property
    def mode(self) -> Mode:
        """What is shown now."""
        return self._mode

    def touch(self, now: float) -> Decision:
        """Somebody touched the screen, pressed a key or a pointer button."""
        self._touched = now
        if self._mode is Mode.CLEANING:
            return self._told(now, swallow=True)
        if self._mode in (Mode.ATTRACT, Mode.DIM, Mode.BLACK):
            return self._go(Mode.BROWSE, now, swallow=True)
        return self._told(now)

    def stay(self, now: float) -> Decision:
        """The visitor answered the question: still here."""
        self._touched = now
        return self._go(Mode.BROWSE, now) if self._mode is Mode.ASK else self._told(now)

    def leave(self, now: float) -> Decision:
        """The visitor said: done, or started over."""
        if self._mode in (Mode.ASK, Mode.BROWSE):
            return self._rest(now, reset=True)
        return self._told(now)

    def media(self, now: float, seconds: float) -> Decision:
        """Something plays for this long: no question before it ends."""
        self._media_until = now + seconds
        return self._told(now)

    def staff_in(self, now: float) -> Decision:
        """The PIN was right."""
        self._touched = now
        return self._go(Mode.STAFF, now)

    def staff_out(self, now: float) -> Decision:
        """The operator panel was left."""
        return self._rest(now, reset=True) if self._mode is Mode.STAFF else self._told(now)

    def clean(self, now: float) -> Decision:
        """The glass is going to be wiped: touches mean nothing for a while."""
        return self._go(Mode.CLEANING, now, reset=True)

    def light(self, now: float, light: Light) -> Decision:
        """The opening hours ask for this brightness; nobody is disturbed who is here."""
        self._light = light
        if self._mode in (Mode.ATTRACT, Mode.DIM, Mode.BLACK):
            wanted = _RESTING[light]
            return self._told(now) if wanted is self._mode else self._go(wanted, now)
        return self._told(now)

    def tick(self, now: float) -> Decision:
        """Time has passed."""
        if self._mode is Mode.CLEANING and now - self._since >= self._timers.cleaning:
            return self._rest(now, reset=True)
        if self._mode is Mode.STAFF and now - self._touched >= self._timers.staff_after:
            return self._rest(now, reset=True)
        if self._mode is Mode.BROWSE and self._idle(now) >= self._patience():
            return self._go(Mode.ASK, now)
        if self._mode is Mode.ASK and now - self._since >= self._timers.count:
            return self._rest(now, reset=True)
        return self._told(now)

    def _idle(self, now: float) -> float:
        began = self._touched
        if self._media_until is not None:
            began = max(began, min(self._media_until, now))
        return now - began

    def _patience(self) -> int:
        return self._timers.ask_after if self._light is Light.FULL else self._timers.wake

    def _rest(self, now: float, *, reset: bool) -> Decision:
        self._media_until = None
        return self._go(_RESTING[self._light], now, reset=reset)

    def _go(
        self, mode: Mode, now: float, *, reset: bool = False, swallow: bool = False
    ) -> Decision:
        self._mode = mode
        self._since = now
        return replace(self._told(now, swallow=swallow), reset=reset)

    def _told(self, now: float, *, swallow: bool = False) -> Decision:
        left = {Mode.ASK: self._timers.count, Mode.CLEANING: self._timers.cleaning}.get(self._mode)
        remaining = 0 if left is None else max(0, -int(-(left - (now - self._since)) // 1))
        return Decision(self._mode, swallow=swallow, remaining=remaining)


_RESTING: Final = {Light.FULL: Mode.ATTRACT, Light.DIM: Mode.DIM, Light.BLACK: Mode.BLACK}
