"""What the keypad of a totem types, and which of its keys still lead somewhere. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Final

LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS: Final = "1234567890"
LONGEST: Final = 24

NextLetters = Callable[[str], frozenset[str]]


class Face(Enum):
    """Which keys are shown."""

    LETTERS = "letters"
    DIGITS = "digits"


@dataclass(frozen=True, slots=True)
class Key:
    """One key; an inert one is drawn dashed and does nothing."""

    char: str
    is_live: bool


class Keypad:
    """The typed text and the keys. `next_letters` tells what can follow a text.

    With `next_letters` None everything may be typed: for languages whose words are searched
    anywhere and not by their beginning. A space never begins a text and never doubles.
    """

    def __init__(self, next_letters: NextLetters | None = None) -> None:
        self._next_letters = next_letters
        self._face = Face.LETTERS
        self._text = ""
        self._live = self._continuing()

    @property
    def text(self) -> str:
        """What has been typed, in lower case, as the search wants it."""
        return self._text

    @property
    def shown(self) -> str:
        """What has been typed, as the screen shows it."""
        return self._text.upper()

    @property
    def face(self) -> Face:
        """Which keys are shown."""
        return self._face

    def turn(self) -> None:
        """Show the other keys."""
        self._face = Face.DIGITS if self._face is Face.LETTERS else Face.LETTERS

    def keys(self, face: Face | None = None) -> tuple[Key, ...]:
        """The keys of a face, of the shown one by default, in reading order."""
        chars = DIGITS if (face or self._face) is Face.DIGITS else LETTERS
        return tuple(Key(char, char.lower() in self._live) for char in chars)

    def can(self, char: str) -> bool:
        """Whether this key does something now."""
        return char.lower() in self._live

    def press(self, char: str) -> bool:
        """Type one character; False and no change if it leads nowhere."""
        if not self.can(char):
            return False
        self._become(self._text + char.lower())
        return True

    def backspace(self) -> bool:
        """Take the last character away; False if there is none."""
        had = bool(self._text)
        self._become(self._text[:-1])
        return had

    def clear(self) -> bool:
        """Empty the text and show the letters; False if there was nothing to empty."""
        had = bool(self._text)
        self._face = Face.LETTERS
        self._become("")
        return had

    def search_by(self, next_letters: NextLetters | None) -> None:
        """The language or the content changed: begin anew with what can be typed there."""
        self._next_letters = next_letters
        self.clear()

    def _become(self, text: str) -> None:
        self._text = text
        self._live = self._continuing()

    def _continuing(self) -> frozenset[str]:
        if len(self._text) >= LONGEST:
            return frozenset()
        if self._next_letters is not None:
            return frozenset(char.lower() for char in self._next_letters(self._text))
        space = " " if self._text and not self._text.endswith(" ") else ""
        return frozenset((LETTERS + DIGITS).lower() + space)
