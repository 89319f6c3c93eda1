"""What a visitor takes along is complete, readable without a network, and says what is missing."""

import random
import re
from collections.abc import Callable
from decimal import Decimal

import pytest

from app.kiosk.codes import BYTES, MAX_VERSION, MOST_CODES, Code, Takeaway, size
from app.kiosk.takeaway import take_calendar, take_entry, take_selection
from app.model.entry import Amount, Entry, Fact
from app.model.text import LANGUAGES, Text

Scan = Callable[[Code], str]
HAN = "数字中国建设峰会现场体验区榕医通福州云平台智慧城市"


def entry(
    name: str = "榕医通", summary: str = "预约就诊，家庭医生在线签约。", **more: str
) -> Entry:
    words = Text(summary, summary, "Book a visit, sign up with a family doctor.")
    names = Text(name, name, "Rongyitong")
    return Entry("application/rongyitong", "application", names, words, **more)  # type: ignore[arg-type]


def fact(n: int = 1, **more: object) -> Fact:
    label = Text(f"注册用户{n}", f"註冊用戶{n}", f"Users {n}")
    amount = Amount(Decimal(n), "wan-person", "over")
    return Fact(f"figure/f{n}", "application/rongyitong", "k", label, amount=amount, **more)  # type: ignore[arg-type]


def say(fact: Fact) -> str:
    assert fact.amount is not None
    return f"超\u2009{fact.amount.value}\u2009万人"


def readable(taken: Takeaway, scan: Scan) -> list[str]:
    """What a reader finds, after checking the limits that hold for every code."""
    texts = [scan(code) for code in taken.codes]
    assert texts == [code.payload for code in taken.codes]
    assert 1 <= len(texts) <= MOST_CODES
    assert all(size(text) <= BYTES for text in texts)
    assert all(code.version <= MAX_VERSION for code in taken.codes)
    return texts


def test_a_short_entry_is_one_code_without_a_number(scan: Scan) -> None:
    taken = take_entry(entry(), [fact(3)], "zh-Hans", say, ["2024 专题页"])
    assert readable(taken, scan) == [
        "榕医通\n预约就诊，家庭医生在线签约。\n注册用户3：超 3 万人\n出处：2024 专题页"
    ]


def test_it_speaks_the_visitors_language(scan: Scan) -> None:
    (text,) = readable(take_entry(entry(), [fact()], "en", say, ["A", "B"]), scan)
    assert text.splitlines() == [
        "Rongyitong",
        "Book a visit, sign up with a family doctor.",
        "Users 1: 超 1 万人",
        "Sources: A, B",
    ]


def test_targets_and_unchecked_facts_are_marked() -> None:
    facts = [fact(1, status="target"), fact(2, check="unverified"), fact(3, status="estimate")]
    (code,) = take_entry(entry(), facts, "zh-Hans", say).codes
    assert code.payload.splitlines()[2:] == [
        "注册用户1：超 1 万人（目标）",
        "注册用户2：超 2 万人（待核）",
        "注册用户3：超 3 万人（预计）",
    ]


def test_a_longer_entry_says_which_code_is_which_and_keeps_every_line(scan: Scan) -> None:
    taken = take_entry(entry(), [fact(n) for n in range(8)], "zh-Hans", say)
    texts = readable(taken, scan)
    assert [text.splitlines()[0] for text in texts] == ["第 1/2 码", "第 2/2 码"]
    lines = [line for text in texts for line in text.splitlines()[1:]]
    assert lines[2:] == [f"注册用户{n}：超 {n} 万人" for n in range(8)]
    assert taken.left_out == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_does_not_fit_is_counted_in_the_last_line(language: str, scan: Scan) -> None:
    taken = take_entry(entry(), [fact(n) for n in range(60)], language, say)
    texts = readable(taken, scan)
    assert len(texts) == 3
    assert taken.left_out > 0
    assert str(taken.left_out) in texts[-1].splitlines()[-1]
    facts = [line for text in texts for line in text.splitlines() if re.search(r"\d 万人$", line)]
    assert len(facts) + taken.left_out == 60


def test_a_selection_takes_summaries_where_they_fit(scan: Scan) -> None:
    (text,) = readable(
        take_selection([entry(), entry("5G 天线玻璃", "一件展品。")], "zh-Hans"), scan
    )
    assert text.splitlines() == [
        "1. 榕医通：预约就诊，家庭医生在线签约。",
        "2. 5G 天线玻璃：一件展品。",
    ]


def test_a_large_selection_takes_names_only(scan: Scan) -> None:
    chosen = [entry(f"展项{n:02}", "一句说明。" * 6) for n in range(30)]
    taken = take_selection(chosen, "zh-Hans")
    lines = [line for text in readable(taken, scan) for line in text.splitlines()[1:]]
    assert lines == [f"{n + 1}. 展项{n:02}" for n in range(30)]


def test_an_event_goes_to_the_calendar_with_its_last_day_included(scan: Scan) -> None:
    summit = entry("第七届数字中国建设峰会", start="2024-05-24", end="2024-05-25")
    taken = take_calendar(summit, "zh-Hans", "福州海峡国际会展中心")
    assert taken is not None
    (text,) = readable(taken, scan)
    assert text.split("\r\n") == [
        "BEGIN:VEVENT",
        "SUMMARY:第七届数字中国建设峰会",
        "DTSTART;VALUE=DATE:20240524",
        "DTEND;VALUE=DATE:20240526",
        "LOCATION:福州海峡国际会展中心",
        "END:VEVENT",
    ]


def test_a_short_event_is_a_whole_calendar(scan: Scan) -> None:
    taken = take_calendar(entry("Day; one, two", start="2024-05-24"), "zh-Hans")
    assert taken is not None
    (text,) = readable(taken, scan)
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert text.endswith("END:VEVENT\r\nEND:VCALENDAR")
    assert "\r\nSUMMARY:Day\\; one\\, two\r\n" in text
    assert "DTEND" not in text


@pytest.mark.parametrize("start", ["", "2024", "2024-05"])
def test_without_a_day_there_is_nothing_for_the_calendar(start: str) -> None:
    assert take_calendar(entry(start=start), "zh-Hans") is None


def test_a_hundred_random_takeaways_are_read_back_whole(scan: Scan) -> None:
    dice = random.Random(15)

    def told(longest: int) -> str:
        return "".join(dice.choices(HAN + "，。 5Gab", k=dice.randint(1, longest)))

    for _ in range(100):
        facts = [fact(n) for n in range(dice.randint(0, 12))]
        taken = take_entry(entry("名" + told(20), told(90)), facts, dice.choice(LANGUAGES), say)
        readable(taken, scan)
