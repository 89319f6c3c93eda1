"""Fits lines of text into at most three QR codes that any phone reads in flight mode. Pure.

Version 10 at level M holds 213 bytes. Phones read such a code from a totem at arm's length;
larger ones need a steadier hand than a visitor has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import segno

MOST_CODES: Final = 3
MAX_VERSION: Final = 10
BYTES: Final = 213
CAPITALS: Final = 311  # of the set 0–9 A–Z $%*+-./: and space
QUIET: Final = 4  # modules of white around a code, painted by the screen

_SENTENCE: Final = re.compile(r"(?<=[。！？；])|(?<=[.!?;]) ")
_CLAUSE: Final = re.compile(r"(?<=[，、：])|(?<=[,:]) ")
_WORD: Final = re.compile(r"(?<= )")


@dataclass(frozen=True, slots=True)
class Code:
    """One QR code: what a reader gives back, and its modules row by row, True is dark."""

    payload: str
    version: int
    modules: tuple[tuple[bool, ...], ...]

    @property
    def side(self) -> int:
        """Modules along an edge, without the quiet zone."""
        return len(self.modules)


@dataclass(frozen=True, slots=True)
class Takeaway:
    """What a visitor takes along: up to three codes; `left_out` lines or ids found no room."""

    codes: tuple[Code, ...]
    left_out: int = 0


def drawn(payloads: Sequence[str]) -> tuple[Code, ...]:
    """The codes of these texts, all of one size; ValueError if one does not fit."""
    made = [_made(payload) for payload in payloads]
    version = max(int(code.version) for code in made)
    if version > MAX_VERSION:
        raise ValueError(f"version {version} is larger than {MAX_VERSION}")
    return tuple(
        _code(payload, code if code.version == version else _made(payload, version))
        for payload, code in zip(payloads, made, strict=True)
    )


def size(text: str) -> int:
    """The bytes that a text takes in a code."""
    return len(text.encode("utf-8"))


def packed(lines: Sequence[str], rooms: Sequence[int]) -> tuple[list[list[str]], list[str]]:
    """Lines laid into rooms of so many bytes, in order, and the lines that found none.

    A line that does not fit goes on in the next room after a whole sentence; only a line that
    no room could hold is broken at a clause, a word, at last between two characters.
    """
    rest = list(lines)
    filled: list[list[str]] = []
    for room in rooms:
        here: list[str] = []
        left = room
        while rest:
            cost = size(rest[0]) + (1 if here else 0)
            if cost <= left:
                here.append(rest.pop(0))
                left -= cost
                continue
            head = _head(rest[0], left - (1 if here else 0), is_forced=not here)
            if head:
                here.append(head.rstrip())
                rest[0] = rest[0][len(head) :].lstrip()
            break
        filled.append(here)
    return [here for here in filled if here], rest


def _head(line: str, room: int, *, is_forced: bool) -> str:
    """The longest beginning of a line that ends where one may break and fits."""
    for breaks in (_SENTENCE, _CLAUSE, _WORD) if is_forced else (_SENTENCE,):
        ends = [match.end() for match in breaks.finditer(line)]
        fitting = [end for end in ends if 0 < end < len(line) and size(line[:end].rstrip()) <= room]
        if fitting:
            return line[: fitting[-1]]
    if not is_forced:
        return ""
    end = len(line)
    while end > 1 and size(line[:end]) > room:
        end -= 1
    return line[:end]


def _made(payload: str, version: int | None = None) -> segno.QRCode:
    # UTF-8 without an ECI mark: phones recognise it, and some show the mark as text.
    is_capitals = re.fullmatch(r"[0-9A-Z $%*+\-./:]+", payload) is not None
    return segno.make_qr(
        payload,
        error="m",
        version=version,
        mode="alphanumeric" if is_capitals else "byte",
        encoding=None if is_capitals else "utf-8",
        boost_error=False,
    )


def _code(payload: str, made: segno.QRCode) -> Code:
    modules = tuple(tuple(bool(dark) for dark in row) for row in made.matrix)
    return Code(payload, int(made.version), modules)
