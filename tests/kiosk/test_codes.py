"""Lines go into at most three codes, whole, in order, and a reader gives them back."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.kiosk.codes import BYTES, CAPITALS, MAX_VERSION, Code, drawn, packed, size


@pytest.mark.parametrize(
    "text",
    [
        "榕医通\n预约就诊，家庭医生在线签约",
        "5G antenna glass",
        "é ü ß 𠮷 𬭎 ① 🙂",
        "数" * 71,
        "~" * BYTES,
        "Z" * CAPITALS,
        "0" * 200,
    ],
)
def test_a_reader_gives_back_exactly_what_went_in(text: str, scan: Callable[[Code], str]) -> None:
    (code,) = drawn([text])
    assert scan(code) == text
    assert code.version <= MAX_VERSION
    assert code.side == 17 + 4 * code.version


def test_one_byte_more_does_not_fit() -> None:
    with pytest.raises(ValueError, match="version 11"):
        drawn(["~" * (BYTES + 1)])


def test_all_codes_of_a_set_have_one_size(scan: Callable[[Code], str]) -> None:
    codes = drawn(["short", "数字中国" * 12])
    assert codes[0].side == codes[1].side
    assert [scan(code) for code in codes] == ["short", "数字中国" * 12]


def test_a_line_moves_on_rather_than_being_cut() -> None:
    assert packed(["a" * 60, "b" * 60], [100, 100]) == ([["a" * 60], ["b" * 60]], [])


def test_a_line_goes_on_after_a_whole_sentence() -> None:
    filled, rest = packed(["名称", "第一句话。第二句话很长很长。"], [30, 60])
    assert filled == [["名称", "第一句话。"], ["第二句话很长很长。"]]
    assert rest == []


def test_what_finds_no_room_is_given_back() -> None:
    assert packed(["aaaa", "bbbb", "cccc"], [9]) == ([["aaaa", "bbbb"]], ["cccc"])


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("一二三，四五六七八九十", "一二三，"),
        ("alpha beta gammadelta", "alpha beta"),
        ("一二三四五六七八九十", "一二三四五"),
        ("Xy, zzzzzzzzzzzzzzzzz", "Xy,"),
    ],
)
def test_a_line_larger_than_any_room_breaks_where_one_may(line: str, first: str) -> None:
    filled, rest = packed([line], [15])
    assert filled == [[first]]
    assert "".join(filled[0] + rest).replace(" ", "") == line.replace(" ", "")


LINES = st.lists(
    st.text(alphabet="数字中国，。；ab 𠮷é.,", min_size=1, max_size=120).filter(str.strip),
    max_size=8,
)


@settings(max_examples=200)
@given(LINES, st.lists(st.integers(20, 213), min_size=1, max_size=3))
def test_nothing_is_lost_doubled_or_reordered(lines: list[str], rooms: list[int]) -> None:
    filled, rest = packed(lines, rooms)
    assert all(size("\n".join(here)) <= max(rooms) for here in filled)
    said = "".join("".join(here) for here in filled) + "".join(rest)
    assert said.replace(" ", "") == "".join(lines).replace(" ", "")
