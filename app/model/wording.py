"""How amounts, dates and mixed lines are written in each language."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from app.model.entry import Amount, Qualifier, Unit
from app.model.text import EN, ZH_HANT

THIN_SPACE: Final = "\u2009"
# Compared, not matched: a pattern of all Han takes 3 ms to compile at every start.
_HAN: Final = (
    ("\u4e00", "\u9fff"), ("\u3400", "\u4dbf"), ("\u3005", "\u3007"), ("\u2e80", "\u2fdf"),
    ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"),
)  # fmt: skip
_SPACES: Final = " \u2009\u202f"
_LATIN: Final = "A-Za-z0-9\u00b0\u00b2\u00b3\u00c0-\u024f%&@#$€£¥"
_LATIN_RUN: Final = re.compile(f"[{_SPACES}]*[{_LATIN}]+[{_SPACES}]*")
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_SEVERAL_ZH: Final = {10: "数十", 100: "数百", 1000: "数千", 10000: "数万"}
_SEVERAL_HANT: Final = {10: "數十", 100: "數百", 1000: "數千", 10000: "數萬"}
_SEVERAL_EN: Final = {
    10: "dozens", 100: "several hundred", 1000: "several thousand", 10000: "tens of thousands",
}  # fmt: skip


def spaced(text: str) -> str:
    """`text` with a thin space between Han and Latin or digits, and nothing else changed."""
    return text if text.isascii() else _LATIN_RUN.sub(_with_seams, text)


def _with_seams(run: re.Match[str]) -> str:
    """A Latin run with a thin space on each side where a Han character stands."""
    told, whole, (start, end) = run.group(), run.string, run.span()
    if start and is_han(whole[start - 1]):
        told = THIN_SPACE + told.lstrip(_SPACES)
    if end < len(whole) and is_han(whole[end]):
        told = told.rstrip(_SPACES) + THIN_SPACE
    return told


def is_han(sign: str) -> bool:
    """Whether this is a Han character."""
    return any(first <= sign <= last for first, last in _HAN)


def grouped(number: Decimal) -> str:
    """A number with a comma per thousand and no trailing zeros: 13000.50 → 13,000.5."""
    told = f"{number:f}"
    whole, _, rest = told.partition(".")
    sign, whole = (whole[0], whole[1:]) if whole.startswith("-") else ("", whole)
    rest = rest.rstrip("0")
    return f"{sign}{int(whole):,}" + (f".{rest}" if rest else "")


def amount_parts(
    amount: Amount, unit: Unit, qualifier: Qualifier | None, language: str
) -> tuple[str, str, str]:
    """What stands before the number, the number, what stands behind it.

    The number carries a % sign itself; joined, the three parts are the whole amount.
    """
    if qualifier is not None and qualifier.key == "several":
        return _several(amount, unit, language)
    pattern = unit.pattern.told(language)
    if qualifier is not None:
        pattern = qualifier.pattern.told(language).replace("{}", pattern, 1)
        if language != EN:
            pattern = _odd_in_its_place(pattern, amount.value)
    before, _, after = pattern.partition("{}")
    number = _number(amount, unit, language)
    if after.startswith("%"):
        number, after = number + "%", after[1:]
    if language != EN:
        # Chinese units and their words stand together: 20 家以上.
        before, after = before.rstrip(), after.replace(" ", "")
    return before, number, after


def amount_text(amount: Amount, unit: Unit, qualifier: Qualifier | None, language: str) -> str:
    """An amount in one line: 超1.3万亿元, over CNY 1.3 tn."""
    return "".join(amount_parts(amount, unit, qualifier, language)).strip()


def _number(amount: Amount, unit: Unit, language: str) -> str:
    scale = unit.scale_en if language == EN else Decimal(1)
    if amount.lower is not None and amount.upper is not None:
        return f"{grouped(amount.lower * scale)}–{grouped(amount.upper * scale)}"
    return grouped(amount.value * scale)


def _odd_in_its_place(pattern: str, value: Decimal) -> str:
    """余 and 多 stand behind the number or its 万: 3500余万元, 1万多家, never 3500万元余."""
    found = re.fullmatch(r"(.*)\{\}\s*([千万萬亿億]*)(.*?)\s*([余餘多])", pattern)
    if not found:
        return pattern
    before, magnitude, unit, odd = found.groups()
    inner = f"{magnitude}{odd}" if value % 10 else f"{odd}{magnitude}"
    return f"{before}{{}}{inner}{unit}"


def _several(amount: Amount, unit: Unit, language: str) -> tuple[str, str, str]:
    before, _, after = unit.pattern.told(language).partition("{}")
    words = {EN: _SEVERAL_EN, ZH_HANT: _SEVERAL_HANT}.get(language, _SEVERAL_ZH)
    value = amount.value * (unit.scale_en if language == EN else 1)
    number = words.get(int(value)) if value == int(value) else None
    if number is None:
        number = ("" if language == EN else "数" if language != ZH_HANT else "數") + grouped(value)
    if language == EN:
        return before, number, after
    return before.rstrip(), number, after.lstrip()


def period(start: str, end: str, language: str) -> str:
    """A day, month, year or the span between two: 2024年5月24–25日, 24–25 May 2024."""
    if not start or not end or start == end:
        return _moment(start or end, language)
    first, last = start.split("-"), end.split("-")
    if len(first) != len(last) or first[0] != last[0]:
        return f"{_moment(start, language)} – {_moment(end, language)}"
    return _span_en(first, last) if language == EN else _span_zh(first, last)


def _moment(moment: str, language: str) -> str:
    if not moment:
        return ""
    year, *rest = moment.split("-")
    if language != EN:
        return f"{year}年" + "".join(f"{int(n)}{u}" for n, u in zip(rest, "月日", strict=False))
    return " ".join(
        [*(str(int(d)) for d in rest[1:]), *(_MONTHS[int(m) - 1] for m in rest[:1]), year]
    )


def _span_zh(first: list[str], last: list[str]) -> str:
    year = f"{first[0]}年"
    if len(first) == 2:
        return f"{year}{int(first[1])}–{int(last[1])}月"
    if first[1] == last[1]:
        return f"{year}{int(first[1])}月{int(first[2])}–{int(last[2])}日"
    return f"{year}{int(first[1])}月{int(first[2])}日–{int(last[1])}月{int(last[2])}日"


def _span_en(first: list[str], last: list[str]) -> str:
    months = [_MONTHS[int(part[1]) - 1] for part in (first, last)]
    if len(first) == 2:
        return f"{months[0]}–{months[1]} {first[0]}"
    if first[1] == last[1]:
        return f"{int(first[2])}–{int(last[2])} {months[0]} {first[0]}"
    return f"{int(first[2])} {months[0]} – {int(last[2])} {months[1]} {first[0]}"
