"""Makes the folding table when a content file is built: OpenCC and Unicode, nothing at run time."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from opencc import OpenCC


def make_table() -> tuple[str, str]:
    """Characters and what they fold to, as two texts of one length."""
    singles = [chr(code) for code in _candidates()]
    plain = [_plain(char) for char in singles]
    simplified = OpenCC("t2s").convert("\n".join(plain)).split("\n")
    pairs = [
        (char, folded if len(folded) == 1 else before)
        for char, before, folded in zip(singles, plain, simplified, strict=True)
    ]
    changed = [(char, folded) for char, folded in pairs if char != folded]
    return "".join(char for char, _ in changed), "".join(folded for _, folded in changed)


def _candidates() -> Iterator[int]:
    for first, last in (
        (0x41, 0x5A), (0xA0, 0x24F), (0x370, 0x3FF), (0x400, 0x4FF), (0x1E00, 0x1EFF),
        (0x2000, 0x206F), (0x2100, 0x218F), (0x2460, 0x24FF), (0x2E80, 0x2FDF), (0x3000, 0x30FF),
        (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0xFF01, 0xFFEE),
    ):  # fmt: skip
        for code in range(first, last + 1):
            if unicodedata.category(chr(code)) != "Cn":
                yield code


def _plain(char: str) -> str:
    """Half-width, lower-case, without accent, as long as that is one character."""
    wide = unicodedata.normalize("NFKC", char)
    lower = (wide if len(wide) == 1 else char).lower()
    base = unicodedata.normalize("NFD", lower)
    marked = len(base) > 1 and all(unicodedata.combining(mark) for mark in base[1:])
    if marked and base[0].isascii():
        return base[0]
    return lower if len(lower) == 1 else char
