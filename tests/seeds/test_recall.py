"""Nothing that the source documents count is dropped silently."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest
from sources import FILES, fold, parts, passages
from tables import Row, Tables

# Heads and feet of pages, and whole speeches whose paragraphs are looked at one by one.
_PASSED_OVER = re.compile(r"全文|页首|页末|时间戳|标题|署名|寿小丽|(?:介绍|提问|答)$")
_NUMBER = re.compile(r"(?<![a-z\d.])\d+(?:\.\d+)?")
_TOLD = (
    "text", "text_zh", "title_zh", "note_zh", "summary_zh", "name_zh", "aliases", "theme_zh",
    "date", "since", "deadline", "start", "end", "issued", "signed", "number",
)  # fmt: skip

pytestmark = pytest.mark.usefixtures("texts")


def test_every_number_of_a_passage_is_told_by_something_that_cites_it(pack: Tables) -> None:
    told = _told_by_passage(pack)
    dropped = []
    for source in FILES:
        for locator, text in passages(source).items():
            if _PASSED_OVER.search(locator):
                continue
            flat, ground = fold(text), told[source, locator]
            dropped += [
                f"{source} {locator}: …{flat[max(0, found.start() - 8) : found.end() + 6]}…"
                for found in _NUMBER.finditer(flat)
                if found.group() not in ground
            ]
    assert not dropped, "\n".join(dropped)


def _told_by_passage(pack: Tables) -> dict[tuple[str, str], str]:
    rows = {row["id"]: row for table in pack.values() for row in table if "id" in row}
    told: dict[tuple[str, str], str] = defaultdict(str)
    for citation in pack["citations"]:
        row = rows.get(citation["subject"].partition(">")[0])
        if citation["source"] in FILES and row is not None:
            for part in parts(citation["source"], citation["locator"]):
                told[citation["source"], part] += "|" + _words(row)
    return told


def _words(row: Row) -> str:
    return fold("|".join(row[column] for column in _TOLD if row.get(column)))
