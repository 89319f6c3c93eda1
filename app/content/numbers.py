"""Reads the numbers that a Chinese text tells, in digits or in characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

_ARABIC: Final = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*[余多]?\s*((?:[十百千万亿]+)?)")
_HAN: Final = re.compile("[零〇一二两三四五六七八九十百千万亿半双]+")
_TENTHS: Final = re.compile("([一二三四五六七八九])成")
_DIGITS: Final = {
    **{char: value for value, char in enumerate("零一二三四五六七八九")},
    "〇": 0, "两": 2, "双": 2,
}  # fmt: skip
_SMALL: Final = {"十": 10, "百": 100, "千": 1000}
_LARGE: Final = {"万": 10_000, "亿": 100_000_000}


def numbers_in(text: str) -> Iterator[Decimal]:
    """Every number, as a plain value: with its 万 and 亿, and the digits alone."""
    for found in _ARABIC.finditer(text):
        value = Decimal(found.group(1).replace(",", "").rstrip("."))
        yield value
        magnitude = Decimal(1)
        for char in found.group(2):
            magnitude *= (_SMALL | _LARGE)[char]
            yield value * magnitude
    for found in _TENTHS.finditer(text):  # 七成 is 70%
        yield Decimal(_DIGITS[found.group(1)] * 10)
    for found in _HAN.finditer(text):
        yield from _han_values(found.group())


def _han_values(told: str) -> Iterator[Decimal]:
    """百, 第二, 三千万: with and without the 万 that may belong to the unit."""
    if told in ("半", "一半"):
        yield Decimal("0.5")
        return
    for end in range(len(told), 0, -1):
        if end == len(told) or all(char in _LARGE for char in told[end:]):
            value = han_number(told[:end])
            if value is not None:
                yield Decimal(value)


def han_number(told: str) -> int | None:
    """三千二百 → 3200; None for what is no number."""
    total, section, digit = 0, 0, 0
    for char in told:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _SMALL:
            section += (digit or 1) * _SMALL[char]
            digit = 0
        elif char in _LARGE:
            total = (total + section + digit or 1) * _LARGE[char]
            section = digit = 0
        else:
            return None
    return total + section + digit


def magnitude_of(pattern: str) -> Decimal:
    """How much a unit's own 万 or 亿 makes: `{} 万亿元` → 10^12."""
    made = Decimal(1)
    for char in pattern.replace("{}", "").strip():
        if char not in _SMALL and char not in _LARGE:
            break
        made *= (_SMALL | _LARGE)[char]
    return made
