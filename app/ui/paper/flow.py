"""Pieces of text and drawing flow over sheets; headings stay with what they head."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QPainter

Paint = Callable[[QPainter, float, float], None]  # painter, left, top


@dataclass(frozen=True, slots=True)
class Piece:
    """What is not cut. `gap` is the space above it, lost at the top of a sheet.

    `keep` binds it to the next piece: a heading, the first of two lines. What `parts` other
    pieces is left out at the top of a sheet.
    """

    height: float
    paint: Paint
    gap: float = 0
    keep: bool = False
    parts: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece and where it stands on its sheet."""

    top: float
    piece: Piece


def with_gap(pieces: Sequence[Piece], gap: float) -> list[Piece]:
    """The same pieces with this space above the first."""
    return [replace(pieces[0], gap=gap), *pieces[1:]] if pieces else []


def bound(pieces: Sequence[Piece], *, whole: bool = False) -> list[Piece]:
    """Lines of one text: neither its first nor its last line stands alone on a sheet."""
    last = len(pieces) - 1
    return [
        replace(piece, keep=place < last and (whole or place in (0, last - 1)))
        for place, piece in enumerate(pieces)
    ]


def sheets(pieces: Sequence[Piece], first: float, others: float) -> list[list[Placed]]:
    """Piece after piece onto sheets of this height; what is bound together goes together."""
    found: list[list[Placed]] = [[]]
    top = 0.0
    for group in _groups(pieces):
        room = first if len(found) == 1 else others
        if found[-1] and top + _height(group) > room and _height(group) <= others:
            found.append([])
            top = 0.0
        for piece in group:
            if piece.parts and not found[-1]:
                continue
            room = first if len(found) == 1 else others
            at = top + (piece.gap if found[-1] else 0)
            if found[-1] and at + piece.height > room:
                found.append([])
                at = 0.0
            found[-1].append(Placed(at, piece))
            top = at + piece.height
    return found


def _groups(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.keep:
            yield group
            group = []
    if group:
        yield group


def _height(group: Sequence[Piece]) -> float:
    return sum(piece.gap + piece.height for piece in group)
