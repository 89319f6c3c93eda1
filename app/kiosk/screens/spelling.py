"""Names by the letters that a finger types: first letters of syllables, or whole ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from app.model.entry import Entry

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Syllable:
    """One token of a spelling: its letters, and which signs of the name and the spelling it is."""

    letters: str
    sign: tuple[int, int]
    spelled: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Spelled:
    """A name and how it is spelt."""

    entry: Entry
    spelling: str
    syllables: tuple[Syllable, ...]

    @classmethod
    def of(cls, entry: Entry, spelling: str) -> Spelled:
        """Take a spelling apart: one token a Han sign, one a Latin word; marks are passed over."""
        name, made, sign, at = entry.name.zh_hans, [], 0, 0
        for token in spelling.split(" "):
            while sign < len(name) and name[sign].isspace():
                sign += 1
            letters = _bare(token)
            is_latin = name[sign : sign + len(token)].lower() == token.lower()
            length = len(token) if is_latin else 1
            if letters:
                made.append(Syllable(letters, (sign, sign + length), (at, at + len(token))))
            sign += length
            at += len(token) + 1
        return cls(entry, spelling, tuple(made))

    def initials(self, typed: str) -> int:
        """How many syllables the typed first letters stand for; 0 if they do not."""
        firsts = "".join(one.letters[0] for one in self.syllables)
        return len(typed) if typed and firsts.startswith(typed) else 0

    def whole(self, typed: str) -> int:
        """How many syllables the typed letters spell, the last one perhaps in part."""
        so_far = ""
        for number, one in enumerate(self.syllables, start=1):
            so_far += one.letters
            if so_far.startswith(typed):
                return number
            if not typed.startswith(so_far):
                return 0
        return 0

    def marks(self, typed: str) -> tuple[Spans, Spans]:
        """The signs of the name and the letters of the spelling that were typed."""
        if count := self.initials(typed):
            shown = self.syllables[:count]
            return _spans(shown), tuple((one.spelled[0], one.spelled[0] + 1) for one in shown)
        shown = self.syllables[: self.whole(typed)] if typed else ()
        return _spans(shown), tuple(one.spelled for one in shown)


class NameIndex:
    """All names that a totem searches by letters."""

    def __init__(self, names: Iterable[Spelled]) -> None:
        self._names = tuple(names)

    def beginning(self, typed: str) -> list[Spelled]:
        """Names that begin with these letters: by first letters, then by whole syllables."""
        if not typed.isalnum():
            return []
        first = [one for one in self._names if one.initials(typed)]
        rest = [one for one in self._names if not one.initials(typed) and one.whole(typed)]
        return first + rest


class WordIndex:
    """Names of words: a name is found by the letters that it, or a word in it, begins with."""

    def __init__(self, names: Iterable[tuple[Entry, str]]) -> None:
        self._names = tuple(names)

    def beginning(self, typed: str) -> list[tuple[Entry, Spans]]:
        """Entries with the letters of their name that were typed: whole names, then words."""
        letters = re.compile(rf"(?<!\w){re.escape(typed)}", re.IGNORECASE)
        found = [(entry, match.span()) for entry, name in self._names
                 if (match := letters.search(name))]  # fmt: skip
        return [(entry, (span,)) for entry, span in sorted(found, key=_is_inside)]


@dataclass(slots=True, weakref_slot=True)  # a signal holds it by such a reference
class Indexes:
    """Both of one library."""

    spelled: NameIndex | None = None
    worded: WordIndex | None = None

    def clear(self) -> None:
        """Another library."""
        self.spelled = self.worded = None


def _is_inside(found: tuple[Entry, tuple[int, int]]) -> bool:
    return found[1][0] > 0


def _spans(shown: Iterable[Syllable]) -> Spans:
    """Neighbours as one."""
    spans: list[tuple[int, int]] = []
    for one in shown:
        if spans and spans[-1][1] == one.sign[0]:
            spans[-1] = (spans[-1][0], one.sign[1])
        else:
            spans.append(one.sign)
    return tuple(spans)


def _bare(word: str) -> str:
    """A word without tones, in lower case."""
    apart = unicodedata.normalize("NFD", word.lower())
    return "".join(sign for sign in apart if sign.isalnum())
