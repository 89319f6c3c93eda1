"""Whether a number as told in the pack stands in a passage, in digits or in Chinese numerals."""

from __future__ import annotations

import re

from sources import fold

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_SCALE = re.compile(r"(万亿|[万亿千百%])?")
_DIGITS = "零一二三四五六七八九"
# Numerals that stand without a number of their own: 百余, 万余, 千亿 …
_ROUND = {"100": ("百",), "1000": ("千",), "10000": ("万",)}


def is_told(text: str, passage: str) -> bool:
    """Whether every number of `text` occurs in `passage` with its scale."""
    flat, ground = fold(text), fold(passage)
    numbers = list(_NUMBER.finditer(flat))
    if not numbers:
        return flat in ground
    return all(_occurs(found, flat, ground) for found in numbers)


def _occurs(found: re.Match[str], flat: str, ground: str) -> bool:
    number = found.group()
    scale = _scale_after(flat, found.end())
    for hit in re.finditer(rf"(?<![\d.]){re.escape(number)}(?!\d|\.\d)", ground):
        if _scale_after(ground, hit.end()) == scale:
            return True
    return any(f"{numeral}{scale}" in ground for numeral in _numerals(number))


def _scale_after(text: str, position: int) -> str:
    """万, 亿, % … right after a number, also behind 余 or 多."""
    if text[position : position + 1] in ("余", "多"):
        position += 1
    return (_SCALE.match(text, position) or [""])[0] or ""


def _numerals(number: str) -> tuple[str, ...]:
    """`number` as it may be written in Chinese: 8 → 八, 12 → 十二, 1000 → 千."""
    if number in _ROUND:
        return _ROUND[number]
    if not number.isdigit() or not 0 < int(number) < 100:
        return ()
    tens, ones = divmod(int(number), 10)
    if not tens:
        return (_DIGITS[ones], "两") if ones == 2 else (_DIGITS[ones],)
    head = "" if tens == 1 else _DIGITS[tens]
    return (f"{head}十{_DIGITS[ones] if ones else ''}",)
