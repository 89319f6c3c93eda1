"""How plain text is set for the screen: thin spaces between scripts, narrow marks in English."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFont

from app.model.wording import is_han, spaced

_SHORT: Final = 60  # longer tips are wrapped, which Qt does only for markup
_WIDE: Final = frozenset("“”‘’—…")  # as wide as a Han character, unless the font is told otherwise
_MARKUP: Final = frozenset("<>&\n")


def typeset(text: str, language: str) -> str:  # noqa: ARG001 - each language may ask for its own
    """The text as it is painted; what screen readers and clipboards get stays as told."""
    return spaced(text)


def font_for(text: str, font: QFont) -> QFont:
    """The font for this text: one that has no Han character is set as English is."""
    if text.isascii() or _WIDE.isdisjoint(text) or any(map(is_han, text)):
        return font
    latin = QFont(font)
    latin.setFeature(QFont.Tag("pwid"), 1)
    return latin


def plain_tip(text: str) -> str:
    """Text for a tool tip: Qt would read markup in it, so it gets escaped markup of ours."""
    if len(text) <= _SHORT and not set(text) & _MARKUP:
        return text  # readers of screens get tool tips as they are
    # By hand: the module html comes with a table of all entities, 2 ms of every start.
    shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{shown}</span>" if text else ""
