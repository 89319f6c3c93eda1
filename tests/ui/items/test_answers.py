"""Answers of the library as search shows them."""

from __future__ import annotations

import pytest

from app.model.query import Query
from app.store.library import Library
from app.ui.items import answers
from app.ui.items.answers import (
    FIRST,
    IN_GROUP,
    Answer,
    Asked,
    answer,
    first_answer,
    more,
    pieces,
)
from app.ui.items.shown_text import SHOWN, shown_text


def fresh() -> bool:
    return False


def test_every_kind_that_is_counted_has_its_group(library: Library) -> None:
    found = answer(library, Asked("数字", language="zh-Hans"), fresh)
    counts = library.find(Query("数字")).counts["kind"]
    assert {group.kind: group.total for group in found.groups} == counts
    for group in found.groups:
        assert len(group.hits) in {group.total, IN_GROUP}
        assert all(hit.entry.kind == group.kind for hit in group.hits)


def test_one_kind_is_shown_whole_page_after_page(library: Library) -> None:
    asked = Asked("数", (("kind", ("indicator",)),), "zh-Hans")
    found = answer(library, asked, fresh)
    assert len(found.hits) == FIRST
    longer = found.with_more(more(library, found))
    ids = [hit.entry.id for hit in longer.hits]
    where = {"kind": ("indicator",)}
    assert ids == [hit.entry.id for hit in library.hits(Query("数", where, limit=len(ids)))]


def test_a_stale_question_is_left_early(library: Library) -> None:
    found = answer(library, Asked("量子咖啡机", language="zh-Hans"), lambda: True)
    assert found.near is None


def test_a_part_of_the_question_leads_to_what_is_near(library: Library) -> None:
    found = answer(library, Asked("量子咖啡机", language="zh-Hans"), fresh)
    assert found.total == 0
    assert found.near is not None
    assert "咖啡" in found.near.name.zh_hans + found.near.summary.zh_hans


def test_pieces_are_shorter_than_the_whole() -> None:
    assert list(pieces("量子咖啡"))[:2] == ["子咖啡", "量子咖"]
    assert list(pieces("smart kiosk")) == ["smart", "kiosk"]
    assert not list(pieces("x"))


def test_a_question_is_repeated_in_one_short_line() -> None:
    assert shown_text("5G") == "5G"
    assert len(shown_text("长" * 5000)) == SHOWN
    assert "\0" not in shown_text("a\0b\nc")
    assert shown_text("\ud800").isprintable()
    assert shown_text("مرحبا")[0] == "\u2068"


@pytest.mark.parametrize(
    "text", ["数字", "数", "福州市", "yyz", "data", "5G", "榕医通", "签约 项目"]
)
@pytest.mark.parametrize("kind", [(), ("exhibit",)])
def test_what_is_shown_before_it_is_counted_is_the_beginning_of_the_answer(
    library: Library, monkeypatch: pytest.MonkeyPatch, text: str, kind: tuple[str, ...]
) -> None:
    asked = Asked(text, (("kind", kind),) if kind else (), "zh-Hans")
    whole = answer(library, asked, fresh)
    monkeypatch.setattr(answers, "SMALL", 0)
    first = first_answer(library, asked, fresh)
    assert bool(first.hits) == bool(whole.hits)
    assert first.is_counted != bool(first.hits)
    assert _rows(first) == _rows(whole)[: len(_rows(first))]


def test_a_small_library_is_counted_at_once(library: Library) -> None:
    asked = Asked("数字", language="zh-Hans")
    assert first_answer(library, asked, fresh) == answer(library, asked, fresh)


def _rows(found: Answer) -> list[str]:
    """The heads and rows of a list, from top to bottom."""
    return [told for group in found.groups
            for told in (group.kind, *(hit.entry.id for hit in group.hits))]  # fmt: skip
