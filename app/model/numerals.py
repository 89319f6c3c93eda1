"""Small numbers in words: 第七届, 五个特点; 7th, five."""

from __future__ import annotations

from typing import Final

from app.model.text import EN

_DIGITS: Final = "零一二三四五六七八九"
_ENGLISH: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}


def han(n: int) -> str:
    """1–99 in Han numerals, other numbers in digits: 七, 十二, 二十一."""
    if not 0 <= n < 100:
        return str(n)
    tens, rest = divmod(n, 10)
    if not tens:
        return _DIGITS[rest]
    head = "" if tens == 1 else _DIGITS[tens]
    return head + "十" + (_DIGITS[rest] if rest else "")


def counted(n: int, language: str) -> str:
    """A number as a word of the language, as a heading says it: 九, nine."""
    if language == EN:
        return _ENGLISH[n] if 0 <= n < len(_ENGLISH) else str(n)
    return han(n)


def ordinal(n: int, language: str) -> str:
    """What stands in for n in “第n届” and “nth edition”: 七, 7th."""
    if language != EN:
        return han(n)
    ending = "th" if n % 100 in (11, 12, 13) else _ENDINGS.get(n % 10, "th")
    return f"{n}{ending}"
