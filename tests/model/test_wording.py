"""Amounts, dates and mixed lines in three languages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.model.entry import Amount, Qualifier, Unit
from app.model.text import EN, ZH_HANS, ZH_HANT, Text
from app.model.wording import THIN_SPACE, amount_parts, amount_text, grouped, period, spaced

YI = Unit("yi-cny", Text("{} 亿元", "{} 億元", "CNY {} bn"), Decimal("0.1"), "CNY", Decimal("1e8"))
WAN = Unit("wan-cny", Text("{} 万元", "{} 萬元", "CNY {} k"), Decimal(10), "CNY", Decimal("1e4"))
HOMES = Unit("wan-company", Text("{} 万家", "{} 萬家", "{}"), Decimal(10000), "item", Decimal(1))
PERCENT = Unit("percent", Text("{}%", "{}%", "{}%"), Decimal(1), "percent", Decimal(1))
ITEM = Unit("item", Text("{} 个", "{} 個", "{}"), Decimal(1), "item", Decimal(1))
OVER = Qualifier("over", Text("超 {}", "超 {}", "over {}"), "above")
AROUND = Qualifier("around", Text("{} 左右", "{} 左右", "around {}"), "about")
ODD = Qualifier("odd", Text("{} 余", "{} 餘", "more than {}"), "above")
SEVERAL = Qualifier("several", Text("数 {}", "數 {}", "several {}"), "about")


def amount(value: str, lower: str = "", upper: str = "") -> Amount:
    bounds = [Decimal(bound) if bound else None for bound in (lower, upper)]
    return Amount(Decimal(value), "", "", bounds[0], bounds[1])


def test_an_amount_keeps_its_qualifier_and_unit() -> None:
    assert amount_parts(amount("8300"), YI, OVER, ZH_HANS) == ("超", "8,300", "亿元")
    assert amount_parts(amount("8300"), YI, OVER, ZH_HANT) == ("超", "8,300", "億元")


def test_english_counts_in_its_own_scale() -> None:
    assert amount_parts(amount("319"), YI, OVER, EN) == ("over CNY ", "31.9", " bn")
    assert amount_text(amount("319"), YI, None, EN) == "CNY 31.9 bn"


def test_the_percent_sign_belongs_to_the_number() -> None:
    assert amount_parts(amount("10"), PERCENT, AROUND, ZH_HANS) == ("", "10%", "左右")


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [("3500", WAN, "3,500余万元"), ("1", HOMES, "1万余家"), ("1400", ITEM, "1,400余个")],
)
def test_odd_stands_where_chinese_puts_it(value: str, unit: Unit, told: str) -> None:
    assert amount_text(amount(value), unit, ODD, ZH_HANS) == told


def test_several_is_told_in_words() -> None:
    assert amount_text(amount("100"), ITEM, SEVERAL, ZH_HANS) == "数百个"
    assert amount_text(amount("100"), ITEM, SEVERAL, ZH_HANT) == "數百個"
    assert amount_text(amount("100"), ITEM, SEVERAL, EN) == "several hundred"


def test_a_range_is_told_with_both_ends() -> None:
    assert amount_parts(amount("45", "40", "50"), ITEM, None, ZH_HANS)[1] == "40–50"


@pytest.mark.parametrize(
    ("number", "told"),
    [("13000.50", "13,000.5"), ("1E+3", "1,000"), ("-1234", "-1,234"), ("0.10", "0.1")],
)
def test_numbers_are_grouped_without_trailing_zeros(number: str, told: str) -> None:
    assert grouped(Decimal(number)) == told


@pytest.mark.parametrize(
    ("start", "end", "chinese", "english"),
    [
        ("2024-05-24", "2024-05-25", "2024年5月24–25日", "24–25 May 2024"),
        ("2024-04-30", "2024-05-04", "2024年4月30日–5月4日", "30 April – 4 May 2024"),
        ("2024-05-24", "", "2024年5月24日", "24 May 2024"),
        ("2024-05", "2024-05", "2024年5月", "May 2024"),
        ("2024-05", "2024-07", "2024年5–7月", "May–July 2024"),
        ("2018", "2022", "2018年 – 2022年", "2018 – 2022"),
        ("", "2022", "2022年", "2022"),
        ("", "", "", ""),
    ],
)
def test_periods_are_told_as_short_as_clear(
    start: str, end: str, chinese: str, english: str
) -> None:
    assert period(start, end, ZH_HANS) == chinese
    assert period(start, end, EN) == english


def test_han_and_latin_are_spaced_once() -> None:
    once = spaced("建设5G基站3200个")
    assert once == f"建设{THIN_SPACE}5G{THIN_SPACE}基站{THIN_SPACE}3200{THIN_SPACE}个"
    assert spaced(once) == once
    assert spaced("5G network, 2024") == "5G network, 2024"
