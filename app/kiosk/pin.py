"""The staff PIN: how it is kept, what is refused, and how guessing is slowed down.

There is no default PIN: the first run asks for one. Only an Argon2id hash is kept, in kiosk.json.
A lost PIN is recovered by somebody who can reach the files: end the program, delete the line
`"pin": …` from kiosk.json (or the whole file, or the `.damaged` one beside it), start again; the
next visit to the staff door asks for a new PIN. Nobody without access to the files can do that.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app.base.errors import AppError
from app.kiosk.options import OptionsFile

SHORTEST: Final = 6
LONGEST: Final = 12
FREE_TRIES: Final = 5
FIRST_LOCK: Final = 300
LONGEST_LOCK: Final = 3600

_KNOWN: Final = frozenset({
    "147258", "147852", "159357", "159753", "258369", "147258369", "123789", "789456", "741852",
    "852963", "112358", "314159", "271828", "114514", "123654", "456123", "135790", "246800",
})  # fmt: skip


class Refusal(Enum):
    """Why a PIN cannot be set."""

    NOT_DIGITS = "not-digits"
    SHORT = "short"
    LONG = "long"
    TRIVIAL = "trivial"


class Door(Enum):
    """How the staff door stands."""

    UNSET = "unset"  # no PIN yet: ask for a new one, twice
    READY = "ready"  # ask for the PIN
    LOCKED = "locked"  # too many wrong ones: say how long it takes
    DAMAGED = "damaged"  # kiosk.json was unreadable: say which file to repair or delete


@dataclass(frozen=True, slots=True)
class Try:
    """What came of one attempt: right or not, tries left before a pause, seconds to wait."""

    is_right: bool
    left: int
    wait: float


def refusal(pin: str) -> Refusal | None:
    """Why this PIN is not to be used, if so."""
    if not (pin.isascii() and pin.isdigit()):
        return Refusal.NOT_DIGITS
    if len(pin) < SHORTEST:
        return Refusal.SHORT
    if len(pin) > LONGEST:
        return Refusal.LONG
    return Refusal.TRIVIAL if _is_trivial(pin) else None


def hash_pin(pin: str) -> str:
    """The text that is kept: salted Argon2id with the parameters inside."""
    return PasswordHasher().hash(pin)


def is_pin(pin: str, kept: str) -> bool:
    """Whether this is the PIN that `kept` was made of; takes about a tenth of a second."""
    with contextlib.suppress(VerificationError, InvalidHashError):
        return PasswordHasher().verify(kept, pin)
    return False


def pause_after(wrong: int) -> float:
    """Seconds of silence after so many wrong tries in a row: 5 min, doubling up to an hour."""
    if wrong < FREE_TRIES:
        return 0
    return min(FIRST_LOCK << min(wrong - FREE_TRIES, 20), LONGEST_LOCK)


class StaffDoor:
    """Lets staff in. The count of wrong tries is on disk before a try is judged."""

    def __init__(self, file: OptionsFile, clock: Callable[[], float] = time.time) -> None:
        self._file = file
        self._clock = clock

    @property
    def state(self) -> Door:
        """What is to be asked or said now."""
        if self._file.damaged:
            return Door.DAMAGED
        if not self._file.options.pin:
            return Door.UNSET
        return Door.LOCKED if self.wait() > 0 else Door.READY

    @property
    def left(self) -> int:
        """How many tries there are before the next pause; after the first pause always one."""
        return max(1, FREE_TRIES - self._file.options.wrong)

    def wait(self) -> float:
        """Seconds until the next try.

        Never more than the pause itself: a clock that was set back must not lock for years.
        """
        options = self._file.options
        ahead = options.locked_until - self._clock()
        return max(0.0, min(ahead, pause_after(options.wrong)))

    def set_pin(self, pin: str) -> None:
        """Keep a new PIN: at the first run, or from the panel. AppError `pin-refused` says why not.

        Who may ask is decided before: with a PIN set, only somebody who is in already.
        """
        if self._file.damaged:
            raise AppError("kiosk-options-damaged", path=self._file.path)
        if (why := refusal(pin)) is not None:
            raise AppError("pin-refused", why=why.value, shortest=SHORTEST, longest=LONGEST)
        self._file.change(pin=hash_pin(pin), wrong=0, locked_until=0.0)

    def enter(self, pin: str) -> Try:
        """Try a PIN. While the door is locked, not even the right one is looked at."""
        if self.state is not Door.READY:
            return Try(is_right=False, left=0, wait=self.wait())
        kept = self._file.options
        wrong = kept.wrong + 1
        # Counted first: cutting the power while the hash is computed must not give a free try.
        self._remember(wrong, self._clock() + pause_after(wrong) if pause_after(wrong) else 0.0)
        if is_pin(pin, kept.pin):
            self._remember(0, 0.0)
            return Try(is_right=True, left=FREE_TRIES, wait=0)
        return Try(is_right=False, left=0 if self.wait() else self.left, wait=self.wait())

    def _remember(self, wrong: int, until: float) -> None:
        # A disk that refuses changes nothing here: memory keeps counting, staff still get in.
        with contextlib.suppress(AppError):
            self._file.change(wrong=wrong, locked_until=until)


def _is_trivial(pin: str) -> bool:
    """Few digits, an even step (123456, 864208), a repetition, a mirror, or a known finger path."""
    digits = [int(digit) for digit in pin]
    steps = {(after - before) % 10 for before, after in pairwise(digits)}
    length = len(pin)
    repeats = any(
        length % size == 0 and pin == pin[:size] * (length // size) for size in range(1, length)
    )
    doubled = length % 2 == 0 and pin[::2] == pin[1::2]
    return (
        len(set(digits)) <= 2
        or len(steps) == 1
        or repeats
        or pin == pin[::-1]
        or (doubled and _is_trivial(pin[::2]) if length > 2 else True)
        or pin in _KNOWN
    )
