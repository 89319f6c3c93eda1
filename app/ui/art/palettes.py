"""The colours of the art, from the theme tokens; covers look the same day and night."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from PySide6.QtGui import QColor

from app.ui.theme import tokens

SEAL_RED: Final = "#B93A24"
_DARK_BELOW: Final = 128

# What a kind is printed as when its entries have no category of their own.
_FORM_OF_KIND: Final = {
    "edition": "edition",
    "activity": "edition",
    "exhibit": "display",
    "project": "project",
    "application": "civic",
    "organisation": "org",
    "person": "org",
    "place": "org",
    "document": "source",
    "source": "source",
    "task": "data",
    "indicator": "data",
}


# Named tuples: a frozen dataclass takes seven times as long to make, 0.6 ms each at every start.
class CoverPalette(NamedTuple):
    """The five colours of a category's covers."""

    ground: str
    dark: str
    tone: str
    pale: str
    disc: str


class MotifPalette(NamedTuple):
    """The colours of river and hills: five river tones from edge to bed."""

    river: tuple[str, ...]
    hill: str
    hill_fill: str
    bit: str
    dark: bool


class Dusk(NamedTuple):
    """The ground that stays dark in both themes: kiosk hero, wizard, edition header."""

    ground: str
    land: str
    moon: str
    text: str
    soft: str


@cache
def categories() -> tuple[str, ...]:
    """The keys of all cover palettes, which are also the names of the forms."""
    return tuple(tokens("shared")["category"])


@cache
def cover_palette(category: str) -> CoverPalette:
    return CoverPalette(**tokens("shared")["category"][category])


@cache
def motif_palette(theme: str) -> MotifPalette:
    """The river's colours in the theme "light" or "dark"."""
    told = tokens(theme)["motif"]
    river = tuple(told["river"])
    return MotifPalette(river, told["hill"], told["hillFill"], told["bit"], theme == "dark")


def motif_palette_on(paper: QColor) -> MotifPalette:
    """The river's colours on this paper."""
    return motif_palette("dark" if paper.lightness() < _DARK_BELOW else "light")


@cache
def dusk() -> Dusk:
    return Dusk(**tokens("shared")["dusk"])


def cover_form(kind: str, category: str = "") -> str:
    """The cover category for an entry: its own, else the one of its kind."""
    return category if category in categories() else _FORM_OF_KIND[kind]
