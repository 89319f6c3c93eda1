"""Tokens: readable in both themes, scaled, and one style sheet made of them."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from app.ui import style
from app.ui.context import Context
from app.ui.theme import SCALES, THEMES, Theme, tokens
from app.ui.window import Window

# ink on ground → least contrast: 4.5 for text, 3 for edges of controls
PAIRS = {
    ("ink1", "paper"): 4.5, ("ink2", "paper"): 4.5, ("ink3", "paper"): 4.5, ("ink3", "sunk"): 4.5,
    ("ink1", "surface"): 4.5, ("ink2", "surface"): 4.5, ("ink3", "surface"): 4.5,
    ("ink2", "sunk"): 4.5, ("river", "paper"): 4.5, ("river", "surface"): 4.5,
    ("onRiver", "river"): 4.5, ("onRiver", "riverHover"): 4.5, ("onRiver", "riverPressed"): 4.5,
    ("onRiverTint", "riverTint"): 4.5, ("ink2", "riverTint"): 4.5, ("lacquer", "paper"): 4.5,
    ("gold", "paper"): 4.5, ("gold", "surface"): 4.5, ("gold", "riverTint"): 4.5,
    ("onGoldTint", "goldTint"): 4.5, ("ink1", "goldTint"): 4.5, ("ok", "okTint"): 4.5,
    ("warn", "warnTint"): 4.5, ("err", "errTint"): 4.5, ("err", "surface"): 4.5,
    ("paper", "ink1"): 4.5, ("lineStrong", "paper"): 3, ("lineStrong", "surface"): 3,
    ("focus", "paper"): 3, ("focus", "surface"): 3, ("focus", "riverTint"): 3,
}  # fmt: skip


def luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", THEMES)
def test_every_pair_on_screen_can_be_read(qapp: QApplication, name: str) -> None:
    theme = Theme(name)
    poor = {
        pair: round(contrast(theme.color(pair[0]), theme.color(pair[1])), 2)
        for pair, least in PAIRS.items()
        if contrast(theme.color(pair[0]), theme.color(pair[1])) < least
    }
    assert not poor


def test_words_on_category_tags_and_dark_heads_can_be_read(qapp: QApplication) -> None:
    theme = Theme()
    for key in tokens("shared")["category"]:
        inks = theme.category(key)
        assert contrast(inks.pale, inks.dark) >= 4.5, key
    for ink in ("dusk.text", "dusk.soft", "dusk.moon"):
        for ground in ("dusk.ground", "dusk.land"):
            assert contrast(theme.color(ink), theme.color(ground)) >= 4.5, (ink, ground)


def test_both_themes_name_the_same_tokens() -> None:
    assert set(tokens("light")["color"]) == set(tokens("dark")["color"])


@pytest.mark.parametrize("scale", SCALES)
def test_the_style_sheet_is_filled_with_tokens_and_scaled(qapp: QApplication, scale: float) -> None:
    sheet = style.sheet(Theme("dark", "en", scale))
    assert "@" not in sheet
    assert tokens("dark")["color"]["paper"] in sheet
    assert f"font-size: {round(14 * scale)}px" in sheet
    assert re.search(r"border: 1px solid", sheet)  # hairlines stay hairlines


def test_fonts_follow_language_and_size(qapp: QApplication) -> None:
    assert Theme("light", "zh-Hans", 1.0).font("h1").pixelSize() == 32
    assert Theme("light", "zh-Hans", 1.5).font("h1").pixelSize() == 48
    assert Theme("light", "zh-Hant").font("body").families()[0] == "Zhanban Sans TC"
    assert Theme("light", "en").font("display").families()[0] == "Zhanban Serif SC"


def test_only_the_style_module_sets_a_style_sheet(window: Window, ctx: Context) -> None:
    dressed = [w for w in window.findChildren(QWidget) if w.styleSheet()]
    assert not dressed


def test_motion_can_be_switched_off(qapp: QApplication) -> None:
    assert Theme().duration("float") == 420
    assert Theme(reduced_motion=True).duration("float") == 0
    assert Theme(reduced_motion=True).duration("crossfade") == 200
