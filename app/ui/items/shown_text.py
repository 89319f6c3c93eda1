"""A question as a title can repeat it; no Qt."""

from __future__ import annotations

from typing import Final

SHOWN: Final = 40  # characters of a question that are repeated


def shown_text(text: str) -> str:
    """A question as it can be repeated: in one line, not endless, kept to its own direction."""
    clean = "".join(char if char.isprintable() else " " for char in text[: SHOWN * 4])
    clean = " ".join(clean.encode("utf-8", "replace").decode().split())
    cut = clean if len(clean) <= SHOWN else clean[: SHOWN - 1] + "…"
    is_plain = all(ord(char) < 0x590 or ord(char) > 0x8FF for char in cut)
    return cut if is_plain else f"\u2068{cut}\u2069"
