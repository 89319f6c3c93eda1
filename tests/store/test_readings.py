"""Pinyin of names, also of characters that are said in several ways."""

from __future__ import annotations

import pytest

from app.store import readings


def _read(name: str) -> str:
    reading, syllables = readings.spoken(name)
    assert readings.parse(reading)[1] == [tuple(said.split("|")) for said in syllables.split(" ")]
    return reading


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("重庆", "chongqing"), ("重庆", "cq"), ("银行行长", "yhhz"), ("行长", "hangzhang"),
        ("行长", "hz"), ("行长", "xz"), ("数字中国", "szzg"), ("数字中国", "shuzizhongg"),
        ("绿色", "lvse"), ("5g天线", "5gtx"), ("5g+工业", "5ggy"), ("福元宇宙", "yyz"),
    ],
)  # fmt: skip
def test_letters_are_found_in_a_name(name: str, letters: str) -> None:
    reading = _read(name)
    assert readings.find(reading, letters)
    cut = letters[: readings.INDEXED]
    assert any(token.startswith(cut) for token in readings.tokens(readings.spoken(name)[1]))


def test_the_place_found_is_the_place_in_the_name() -> None:
    assert readings.find(_read("（福）元宇宙2.0"), "yyz") == (3, 6)
    assert readings.find(_read("福元宇宙"), "yuanyu") == (1, 3)


@pytest.mark.parametrize("letters", ["szgz", "zhongguoa", "x", "shuzz"])
def test_other_letters_are_not(letters: str) -> None:
    assert readings.find(_read("数字中国"), letters) is None


def test_the_next_letters_are_those_that_lead_on() -> None:
    reading = _read("数字中国")
    assert readings.next_letters(reading, "sz") == {"z"}
    assert readings.next_letters(reading, "shuz") == {"i"}
    assert readings.next_letters(reading, "") == {"s", "z", "g"}
    assert readings.next_letters(reading, "guo") == set()


def test_a_name_is_told_with_tones() -> None:
    assert readings.toned("福元宇宙2.0") == "fú yuán yǔ zhòu 2.0"
