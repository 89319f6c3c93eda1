"""The one style sheet and the palette, made from a theme."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from app.base import paths
from app.ui import fonts
from app.ui.theme import Theme, tokens

_TOKEN = re.compile(r"@([A-Za-z0-9]+)")
_LENGTH = re.compile(r"\b(\d+)px\b")

_ROLES = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink1",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "paper",
    QPalette.ColorRole.Text: "ink1",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink1",
    QPalette.ColorRole.BrightText: "err",
    QPalette.ColorRole.Highlight: "river",
    QPalette.ColorRole.HighlightedText: "onRiver",
    QPalette.ColorRole.ToolTipBase: "ink1",
    QPalette.ColorRole.ToolTipText: "paper",
    QPalette.ColorRole.Link: "river",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "lineStrong",
    QPalette.ColorRole.Shadow: "ink3",
    QPalette.ColorRole.Accent: "river",
}


@cache
def _template() -> str:
    text = (paths.resources() / "style" / "zhanban.qss").read_text("utf-8")
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


def sheet(theme: Theme) -> str:
    """The style sheet: `@name` is a colour, `@fontUi` a family list, `12px` grows with the text."""
    colors = tokens(theme.name)["color"]
    named = {
        "fontUi": ", ".join(f'"{name}"' for name in fonts.families(theme.language, "ui")),
        **colors,
    }

    def length(found: re.Match[str]) -> str:
        return f"{theme.px(int(found[1]))}px"

    def token(found: re.Match[str]) -> str:
        return str(named[found[1]])

    return _TOKEN.sub(token, _LENGTH.sub(length, _template()))


def palette(theme: Theme) -> QPalette:
    """The colours of everything the style sheet does not name."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, theme.color(name))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.color("ink3"))
    return made


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the whole application: the only place where a style sheet is set."""
    dressed, made = sheet(theme), palette(theme)
    if app.styleSheet() == dressed and app.palette() == made:
        return
    app.setPalette(made)
    app.setFont(theme.font("body"))
    app.setStyleSheet(dressed)
