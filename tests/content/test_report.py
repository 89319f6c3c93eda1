"""The coverage report counts what is there and names what is thin."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.base.words import Words
from app.content.reader import read_pack
from app.content.report import lines, make_report
from app.content.uniform import make_content
from app.model.text import LANGUAGES

MakePack = Callable[..., Path]


def test_the_report_counts_and_names(make_pack: MakePack) -> None:
    folder = make_pack()
    report = make_report(make_content(read_pack(folder), ""))
    assert report.entries["exhibit"] == 1
    assert report.figures["place"] == 1
    assert report.statements["exhibit"] == 1
    assert report.relations == 1
    assert report.per_source == {"source/page": 6}
    assert "exhibit/glass" in report.without_figure
    assert "exhibit/glass" not in report.without_relation
    assert "exhibit/glass" in report.one_source
    assert report.unverified_facts == ()
    assert report.as_json()["entries"]["edition"] == 1


def test_what_is_to_be_verified_is_named(make_pack: MakePack) -> None:
    folder = make_pack()
    path = folder / "citations.csv"
    path.write_text(path.read_text("utf-8").replace("verified", "unverified"), "utf-8")
    report = make_report(make_content(read_pack(folder), ""))
    assert report.unverified_facts == ("figure/economy-2023", "statement/glass")
    assert set(report.unverified_entries) == {
        "edition/2024", "exhibit/glass", "indicator/economy", "place/fuzhou",
    }  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_can_be_read(make_pack: MakePack, language: str) -> None:
    content = make_content(read_pack(make_pack()), "")
    names = {told.entry.id: told.entry.name for told in content.entries}
    told = "\n".join(lines(make_report(content), Words(language), names))
    assert "{" not in told
    assert names["source/page"].told(language) in told
