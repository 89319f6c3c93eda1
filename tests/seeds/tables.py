"""The shipped pack as plain rows, and small questions to it."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parent
FOLDER = HERE.parents[1] / "seeds" / "digital-china-summit"
Row = dict[str, str]
Tables = dict[str, list[Row]]

ENTRIES = (
    "editions", "activities", "exhibits", "projects", "applications", "organisations",
    "people", "places", "documents", "tasks", "indicators", "sources",
)  # fmt: skip
OWN_WORDS = ("summary_zh", "text_zh", "title_zh", "note_zh")


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read() -> Tables:
    return {path.stem: rows(path) for path in sorted(FOLDER.glob("*.csv"))}


def citations_of(pack: Tables) -> dict[str, list[Row]]:
    """Citations of a whole row by what they support."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in pack["citations"]:
        if not row["field"]:
            found[row["subject"]].append(row)
    return found


def names_of(row: Row) -> list[str]:
    """The Chinese name of an entry and its other names."""
    return [row["name_zh"], *filter(None, row.get("aliases", "").split("|"))]
