"""What visitors ask and what they must find: every row of golden.csv on the shipped content."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from app.model.query import Query
from app.store.library import Library

_TABLE = Path(__file__).with_name("golden.csv").read_text("utf-8")
_ROWS = list(csv.DictReader(_TABLE.splitlines()))


def miss(library: Library, row: dict[str, str]) -> str:
    """What is wrong with the answer to one question, "" if nothing."""
    found = library.find(Query(row["query"], language=row["language"], limit=500))
    first = [hit.entry.id for hit in found.hits]
    told = f"{row['class']}: {row['query']} ({row['language']})"
    if not row["expected"]:
        return f"{told}: {found.total} found, first {first[:3]}" if found.total else ""
    if row["expected"].startswith("meant:"):
        meant = row["expected"].removeprefix("meant:")
        is_meant = (found.total, found.meant) == (0, meant)
        return "" if is_meant else f"{told}: {found.total} found, meant {found.meant!r}"
    wanted, rank = row["expected"].split("|"), int(row["rank"])
    late = {one: first.index(one) + 1 if one in first else 0 for one in wanted}
    late = {one: place for one, place in late.items() if not 0 < place <= rank}
    return f"{told}: {late} instead of {rank}, first {first[:4]}" if late else ""


def test_visitors_find_what_they_ask_for(library: Library) -> None:
    misses = list(filter(None, (miss(library, row) for row in _ROWS)))
    assert not misses, f"{len(misses)} of {len(_ROWS)}:\n" + "\n".join(misses)


def test_the_questions_are_many_and_of_all_classes() -> None:
    classes = Counter(row["class"] for row in _ROWS)
    assert len(_ROWS) >= 220
    assert {*(f"han-{size}" for size in range(1, 9)), "inside", "hant", "full-width", "initials",
            "polyphone", "pinyin", "english", "number", "mixed", "words", "meant",
            "nothing"} == set(classes)  # fmt: skip
    assert len({(row["query"], row["language"]) for row in _ROWS}) == len(_ROWS)
