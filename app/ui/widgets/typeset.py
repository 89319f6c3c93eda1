"""How plain text is set for the screen: spaces between scripts, quotation marks by language."""

from __future__ import annotations

import re
from html import escape

from app.model.text import EN
from app.model.wording import spaced

# The CJK faces draw curly quotes a full em wide, which tears English words apart.
_HAN = re.compile("[\u3400-\u9fff]")
_NARROW = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def typeset(text: str, language: str) -> str:
    """The text as it is painted; what screen readers and clipboards get stays as told."""
    shown = spaced(text)
    if language == EN and not _HAN.search(text):
        return shown.translate(_NARROW)
    return shown


def plain_tip(text: str) -> str:
    """Text for a tool tip: Qt would read markup in it, so it gets escaped markup of ours."""
    return f"<span>{escape(text)}</span>" if text else ""
