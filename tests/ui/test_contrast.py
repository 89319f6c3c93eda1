"""Contrast measured from the tokens: text ≥ 4.5, edges and marks of controls ≥ 3, day and night."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from app.ui.theme import THEMES, Theme, tokens
from tests.ui.test_theme import contrast

GROUNDS = ("paper", "surface", "raised")
INKS = ("ink1", "ink2", "ink3", "river", "lacquer", "gold", "err")
ON_SUNK = ("ink1", "ink2", "ink3", "river")
ON_SELECTION = ("ink1", "ink2", "onRiverTint", "river", "gold")
TINTS = {
    "goldTint": ("ink1", "onGoldTint"), "okTint": ("ok",), "warnTint": ("warn",),
    "errTint": ("err",), "lacquerTint": ("onLacquerTint",), "ink1": ("paper",),
}  # fmt: skip
FILLS = {"river": "onRiver", "riverHover": "onRiver", "riverPressed": "onRiver",
         "lacquer": "onLacquer"}  # fmt: skip
EDGES = ("lineStrong", "river", "focus", "gold", "err")


def poor(theme: Theme, pairs: list[tuple[str, str]], least: float) -> dict[tuple[str, str], float]:
    measured = {
        (ink, ground): contrast(theme.color(ink), theme.color(ground)) for ink, ground in pairs
    }
    return {pair: round(ratio, 2) for pair, ratio in measured.items() if ratio < least}


@pytest.mark.parametrize("name", THEMES)
def test_every_ink_can_be_read_on_every_ground(qapp: QApplication, name: str) -> None:
    pairs = [*product(INKS, GROUNDS), *((ink, "sunk") for ink in ON_SUNK),
             *((ink, "riverTint") for ink in ON_SELECTION)]  # fmt: skip
    pairs += [(ink, ground) for ground, inks in TINTS.items() for ink in inks]
    pairs += [(ink, ground) for ground, ink in FILLS.items()]
    assert not poor(Theme(name), pairs, 4.5)


@pytest.mark.parametrize("name", THEMES)
def test_every_edge_of_a_control_can_be_seen(qapp: QApplication, name: str) -> None:
    pairs = [*product(EDGES, GROUNDS), ("focus", "sunk"), ("focus", "riverTint")]
    assert not poor(Theme(name), pairs, 3)


@pytest.mark.parametrize("name", THEMES)
def test_words_on_dusk_can_be_read(qapp: QApplication, name: str) -> None:
    pairs = product(("dusk.text", "dusk.soft"), ("dusk.ground", "dusk.land"))
    assert not poor(Theme(name), list(pairs), 4.5)
    rings = [("dusk.text", "dusk.ground"), ("dusk.moon", "dusk.ground"), ("dusk.moon", "dusk.land"),
             ("paper", "ink1")]  # fmt: skip
    assert not poor(Theme(name), rings, 3)


def test_words_on_covers_can_be_read(qapp: QApplication) -> None:
    theme, white = Theme(), QColor("#FFFFFF")
    for key in tokens("shared")["category"]:
        palette = theme.category(key)
        assert contrast(palette.pale, palette.dark) >= 4.5, key
        assert contrast(white, palette.ground) >= 4.5, key
