"""A selection taken along comes back when its codes are scanned."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kiosk.codes import Code
from app.kiosk.selection_code import Restored, restored, take_ids

Scan = Callable[[Code], str]
IDS = ("edition/2024", "exhibit/5g-antenna-glass", "exhibit/ai.portrait", "project/x-1")
MANY = tuple(f"exhibit/a-long-name-of-a-thing-{n:02}" for n in range(40))


def test_scanning_brings_the_selection_back_in_its_order(scan: Scan) -> None:
    taken = take_ids(IDS)
    assert len(taken.codes) == 1
    assert restored(scan(code) for code in taken.codes) == Restored(IDS)


def test_a_large_selection_takes_three_codes_in_any_order(scan: Scan) -> None:
    taken = take_ids(MANY[:25])
    texts = [scan(code) for code in taken.codes]
    assert len(texts) == 3
    assert restored(reversed(texts)) == Restored(MANY[:25])
    assert restored(texts[1:]).missing == (1,)


def test_what_found_no_room_is_counted(scan: Scan) -> None:
    taken = take_ids(MANY)
    back = restored(scan(code) for code in taken.codes)
    assert back.ids == MANY[: len(back.ids)]
    assert taken.left_out == len(MANY) - len(back.ids) > 0


def test_nothing_chosen_makes_no_code() -> None:
    assert take_ids(()).codes == ()


def test_an_id_of_another_shape_is_a_bug() -> None:
    with pytest.raises(ValueError, match="not an id"):
        take_ids(["exhibit/大"])


@pytest.mark.parametrize(
    "text", ["", "hello", "https://example.org", "ZHANBAN:2/1:A/B", "ZHANBAN:1/1:../../etc*X"]
)
def test_a_foreign_code_restores_nothing(text: str) -> None:
    assert restored([text]).ids == ()


def test_a_second_set_replaces_the_first() -> None:
    old = [code.payload for code in take_ids(MANY[:25]).codes]
    new = [code.payload for code in take_ids(IDS).codes]
    assert restored(old + new) == Restored(IDS)


SLUGS = st.from_regex(r"[a-z]{1,9}/[a-z0-9][a-z0-9.-]{0,40}", fullmatch=True)


@given(st.lists(SLUGS, max_size=12, unique=True))
def test_any_ids_come_back(ids: list[str]) -> None:
    taken = take_ids(ids)
    back = restored(code.payload for code in taken.codes)
    assert back == Restored(tuple(ids[: len(ids) - taken.left_out]))


@given(st.text())
def test_no_scanned_text_breaks_it(text: str) -> None:
    restored([text, "ZHANBAN:1/1:" + text])
