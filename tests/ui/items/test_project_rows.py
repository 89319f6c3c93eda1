"""The list of projects lets through what was asked and keeps its order."""

from __future__ import annotations

from decimal import Decimal

from app.ui.items.project_rows import (
    TOLD,
    UNTOLD,
    Choice,
    ProjectRow,
    chosen,
    count_named,
    turned,
)

OLD = ProjectRow("project/old", "旧", 2, "batch", edition="edition/2018", ordinal=1,
                 amount=Decimal(3600), places=("place/fuzhou", "place/fujian"))  # fmt: skip
NEW = ProjectRow("project/new", "新", 1, "named", edition="edition/2025", ordinal=8,
                 places=("place/changle", "place/fuzhou", "place/fujian"))  # fmt: skip
SUM = ProjectRow("project/sum", "总", 3, "batch", amount=Decimal(13000))
ROWS = (OLD, NEW, SUM)


def ids(*choice: object, order: str = "") -> list[str]:
    made = choice[0] if choice else Choice()
    assert isinstance(made, Choice)
    return [row.id for row in chosen(ROWS, made, order)]


def test_the_latest_edition_comes_first_and_what_has_none_last() -> None:
    assert ids() == ["project/new", "project/old", "project/sum"]


def test_the_greatest_amount_comes_first_and_what_is_not_told_last() -> None:
    assert ids(order="-amount") == ["project/sum", "project/old", "project/new"]


def test_what_has_no_amount_stays_last_upwards_too() -> None:
    assert ids(order="amount") == ["project/old", "project/sum", "project/new"]


def test_a_place_lets_through_what_lies_inside_it() -> None:
    assert ids(Choice(place="place/fuzhou")) == ["project/new", "project/old"]
    assert ids(Choice(place="place/changle")) == ["project/new"]


def test_amounts_can_be_told_or_not() -> None:
    assert ids(Choice(amount=TOLD)) == ["project/old", "project/sum"]
    assert ids(Choice(amount=UNTOLD)) == ["project/new"]


def test_the_records_behind_a_number_are_exactly_these() -> None:
    assert ids(Choice(records=frozenset({"project/old"}))) == ["project/old"]


def test_single_projects_are_counted_apart_from_batches() -> None:
    assert count_named(ROWS) == 1


def test_a_heading_turns_its_order_around() -> None:
    assert turned("", "name") == "name"
    assert turned("name", "name") == "-name"
    assert turned("", "edition") == "edition"
    assert turned("edition", "amount") == "-amount"
    assert turned("-amount", "amount") == "amount"
