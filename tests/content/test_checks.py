"""One good pack, and one broken for every rule."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from frictionless import Package

from app.base.words import Words
from app.content.checks import RULES, check
from app.content.problems import Problem
from app.content.reader import read_pack
from app.model.text import LANGUAGES

MakePack = Callable[..., Path]


def problems(folder: Path) -> list[Problem]:
    return list(check(read_pack(folder)))


def only(folder: Path) -> Problem:
    """The one problem of a pack."""
    found = problems(folder)
    assert len(found) == 1, found
    return found[0]


def test_the_shipped_pack_is_good(pack: Path) -> None:
    assert problems(pack) == []


def test_the_small_pack_is_good_and_an_independent_judge_agrees(
    make_pack: MakePack,
) -> None:
    folder = make_pack()
    assert problems(folder) == []
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["message"])


BROKEN = [
    ("missing-name", "exhibits", {"name_en": ""}, "name_en"),
    ("missing-value", "figures", {"text": ""}, "text"),
    ("wrong-type", "figures", {"value": "7,100"}, "value"),
    ("out-of-limits", "exhibits", {"importance": "5"}, "importance"),
    ("unknown-term", "exhibits", {"site": "moon"}, "site"),
    ("unknown-unit", "figures", {"unit": "furlong"}, "unit"),
    ("dangling-reference", "figures", {"qualifier": "roundabout"}, "qualifier"),
    ("dangling-reference", "exhibits", {"edition": "edition/1900"}, "edition"),
    ("impossible-date", "editions", {"start": "2024-02-30", "end": ""}, "start"),
    ("impossible-date", "editions", {"start": "24.5.2024", "end": ""}, "start"),
    ("end-before-start", "editions", {"end": "2024-05-23"}, "end"),
    ("too-long", "exhibits", {"summary_zh": "长" * 81}, "summary_zh"),
    ("dangling-link", "links", {"to": "edition/1900"}, "to"),
    ("dangling-link", "figures", {"conflicts_with": "figure/none"}, "conflicts_with"),
    ("target-without-deadline", "figures", {"status": "target"}, "deadline"),
    ("digits-differ", "figures", {"text": "超7200亿元"}, "value"),
    ("digits-differ", "figures", {"text": "超7100万元", "value": "7101"}, "value"),
]


@pytest.mark.parametrize(("code", "table", "change", "column"), BROKEN)
def test_a_broken_cell_is_told_with_its_place(
    make_pack: MakePack, code: str, table: str, change: dict[str, str], column: str
) -> None:
    found = only(make_pack(**{table: change}))
    assert (found.code, found.file, found.row, found.column) == (code, f"{table}.csv", 2, column)


def test_a_wrong_id_is_told(make_pack: MakePack) -> None:
    codes = {problem.code for problem in problems(make_pack(statements={"id": "Statement/Ä"}))}
    assert codes == {"wrong-pattern", "without-citation", "dangling-link"}


@pytest.mark.parametrize("subject", ["exhibit/glass", "figure/economy-2023", "statement/glass"])
def test_nothing_goes_in_without_a_citation(make_pack: MakePack, subject: str) -> None:
    folder = make_pack()
    path = folder / "citations.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if subject not in line), "utf-8")
    found = only(folder)
    assert (found.code, found.value) == ("without-citation", subject)


def test_a_citation_of_nothing_is_told(make_pack: MakePack) -> None:
    folder = make_pack()
    with (folder / "citations.csv").open("a", encoding="utf-8") as file:
        file.write("exhibit/none,,source/page,第1段,verified\n")
    assert only(folder).code == "dangling-link"


def test_two_rows_with_one_id_are_told(make_pack: MakePack) -> None:
    folder = make_pack()
    path = folder / "exhibits.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines, lines[1]]), "utf-8")
    found = only(folder)
    assert (found.code, found.row, dict(found.facts)["other"]) == ("duplicate-id", 3, 2)


def test_all_problems_are_listed_at_once(make_pack: MakePack) -> None:
    folder = make_pack(
        exhibits={"name_zh": "", "site": "moon"}, figures={"unit": "furlong", "text": "1"}
    )
    codes = [problem.code for problem in problems(folder)]
    assert codes == ["missing-name", "unknown-term", "unknown-unit", "digits-differ"]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("近20%", "20", "percent"), ("百余项", "100", "xiang"), ("超七成", "70", "percent"),
        ("1.5万家", "15000", "company"), ("两个", "2", "item"), ("第二", "2", "rank"),
        ("三千二百个", "3200", "item"), ("3,200个", "3200", "item"), ("一半", "0.5", "times"),
        ("超1.3万亿元", "1.3", "wan-yi-cny"), ("超1.3万亿元", "13000", "yi-cny"),
    ],
)  # fmt: skip
def test_digits_and_characters_tell_the_same_number(
    make_pack: MakePack, text: str, value: str, unit: str
) -> None:
    change = {"text": text, "value": value, "unit": unit, "qualifier": ""}
    assert problems(make_pack(figures=change)) == []


def test_every_rule_has_a_broken_pack_here() -> None:
    source = Path(__file__).read_text("utf-8")
    for rule in RULES:
        assert rule.__doc__
    codes = {code for code, *_ in BROKEN} | {"without-citation", "duplicate-id", "wrong-pattern"}
    words = Words("en")
    for code in codes:
        assert code in source
        assert words.has(f"problems.{code}.cause")


@pytest.mark.parametrize("language", LANGUAGES)
def test_problems_are_told_in_words(make_pack: MakePack, language: str) -> None:
    told = only(make_pack(exhibits={"site": "moon"})).line(Words(language))
    assert "exhibits.csv" in told
    assert "moon" in told
    assert "zone" in told
    assert "{" not in told


def test_a_table_that_excel_saved_is_read(make_pack: MakePack) -> None:
    folder = make_pack()
    path = folder / "exhibits.csv"
    text = path.read_text("utf-8")
    for body in (
        text.encode("utf-8-sig"),
        text.encode("gb18030"),
        text.replace("\n", "\r\n").encode(),
    ):
        path.write_bytes(body)
        assert problems(folder) == []
        row = read_pack(folder).rows("exhibits")[0]
        assert row["name_zh"] == "5G天线玻璃"


def test_quoted_cells_may_hold_commas_and_lines(make_pack: MakePack) -> None:
    folder = make_pack(exhibits={"summary_en": 'One, "two"\nthree.'})
    assert problems(folder) == []
    with (folder / "exhibits.csv").open(encoding="utf-8", newline="") as file:
        told = next(csv.DictReader(file))["summary_en"]
    assert read_pack(folder).rows("exhibits")[0]["summary_en"] == told
