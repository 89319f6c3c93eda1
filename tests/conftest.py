"""What every test may ask for: the shipped pack, a library built from it, small packs to break."""

from __future__ import annotations

import csv
import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.content.seeds import default_pack, ensure_content
from app.store.library import Library

Cells = Mapping[str, str]
Rows = dict[str, list[dict[str, str]]]
MakePack = Callable[..., Path]

_SAYS = {"summary_zh": "一句话。", "summary_en": "One sentence."}
_SMALL: Rows = {
    "places": [{"id": "place/fuzhou", "name_zh": "福州市", "name_en": "Fuzhou", "type": "city",
                "status": "open", "importance": "1", **_SAYS}],
    "editions": [{"id": "edition/2024", "name_zh": "第七届数字中国建设峰会", "name_en": "7th",
                  "ordinal": "7", "year": "2024", "theme_zh": "释放数据要素价值",
                  "theme_en": "Data elements", "start": "2024-05-24", "end": "2024-05-25",
                  "place": "place/fuzhou", "status": "held", "importance": "1", **_SAYS}],
    "exhibits": [{"id": "exhibit/glass", "name_zh": "5G天线玻璃", "name_en": "5G antenna glass",
                  "edition": "edition/2024", "site": "zone", "category": "net",
                  "status": "exhibited", "detail": "described", "importance": "2", **_SAYS}],
    "indicators": [{"id": "indicator/economy", "name_zh": "数字经济规模",
                    "name_en": "Digital economy", "unit": "yi-cny", "scope": "fuzhou",
                    "field": "industry", "importance": "1", **_SAYS}],
    "sources": [{"id": "source/page", "name_zh": "专版", "name_en": "Page", "type": "newspaper",
                 "publisher_zh": "报社", "publisher_en": "Paper", "language": "zh-Hans",
                 "tier": "S"}],
    "figures": [{"id": "figure/economy-2023", "subject": "place/fuzhou",
                 "indicator": "indicator/economy", "value": "7100", "unit": "yi-cny",
                 "qualifier": "over", "text": "超7100亿元", "date": "2023",
                 "date_basis": "printed", "status": "reported", "scope": "fuzhou"}],
    "statements": [{"id": "statement/glass", "subject": "exhibit/glass", "key": "feature",
                    "text_zh": "像玻璃一样透明。", "text_en": "As clear as glass.",
                    "status": "reported"}],
    "links": [{"from": "exhibit/glass", "role": "exhibited_at", "to": "edition/2024"}],
    "citations": [
        {"subject": subject, "source": "source/page", "locator": "第1段", "check": "verified"}
        for subject in ("place/fuzhou", "edition/2024", "exhibit/glass", "indicator/economy",
                        "figure/economy-2023", "statement/glass")
    ],
}  # fmt: skip
_WORDS = ("units", "qualifiers", "roles", "keys", "terms", "glossary")


@pytest.fixture(scope="session")
def pack() -> Path:
    """The folder of the shipped pack."""
    return default_pack()


@pytest.fixture(scope="session")
def content_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content file built from the shipped pack."""
    return ensure_content(tmp_path_factory.mktemp("content")).path


@pytest.fixture(scope="session")
def library(content_file: Path) -> Iterator[Library]:
    """The shipped library."""
    opened = Library.open(content_file)
    yield opened
    opened.close()


@pytest.fixture
def make_pack(tmp_path: Path, pack: Path) -> MakePack:
    """`make_pack()` writes a small good pack; `make_pack(figures=[…])` with other rows.

    A mapping instead of a list changes cells of the table's first row.
    """

    def make(**changes: list[dict[str, str]] | Cells) -> Path:
        folder = tmp_path / "pack"
        folder.mkdir(exist_ok=True)
        description = json.loads((pack / "datapackage.json").read_text("utf-8"))
        (folder / "datapackage.json").write_text(json.dumps(description), "utf-8")
        for resource in description["resources"]:
            name, path = resource["name"], folder / resource["path"]
            if name in _WORDS and name not in changes:
                shutil.copy(pack / resource["path"], path)
                continue
            columns = [field["name"] for field in resource["schema"]["fields"]]
            change = changes.get(name, {})
            rows = [dict(row) for row in _SMALL.get(name, [])]
            if isinstance(change, list):
                rows = change
            elif change:
                rows[0].update(change)
            write_table(path, columns, rows)
        return folder

    return make


def write_table(path: Path, columns: list[str], rows: list[dict[str, str]]) -> None:
    """A CSV file as a curator would save it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)
