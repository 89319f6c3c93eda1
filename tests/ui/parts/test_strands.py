"""Figures share an axis only where they count the same thing in the same way."""

from __future__ import annotations

from decimal import Decimal

from app.model.entry import UNVERIFIED, Amount, Fact
from app.model.text import Text
from app.ui.parts.amounts import headline
from app.ui.parts.strands import CARDS, EDITIONS, LINE, places, strands


def fact(
    name: str, as_of: str, *, entry: str = "place/fuzhou", scope: str = "fuzhou",
    status: str = "reported", basis: str = "printed", check: str = "verified",
    unit: str = "yi-cny", deadline: str = "",
) -> Fact:  # fmt: skip
    return Fact(f"figure/{name}", entry, "indicator/x", Text("数"),
                amount=Amount(Decimal(10), unit), as_of=as_of, scope=scope, status=status,
                date_basis=basis, check=check, deadline=deadline)  # fmt: skip


def edition(one: Fact) -> str:
    return one.entry if one.entry.startswith("edition/") else ""


def test_one_subject_over_years_is_a_line_with_its_target() -> None:
    told = strands(
        [fact("a", "2018"), fact("b", "2023"),
         fact("t", "2025", entry="task/9", status="target", deadline="2025-12")], edition,
    )  # fmt: skip
    assert [(one.shape, len(one.facts)) for one in told] == [(LINE, 3)]


def test_differing_scopes_stand_apart() -> None:
    told = strands(
        [fact("a", "2018"), fact("b", "2023"), fact("c", "2020", scope="fujian"),
         fact("d", "2021", scope="fujian")], edition,
    )  # fmt: skip
    assert {(one.scope, one.shape) for one in told} == {("fuzhou", LINE), ("fujian", LINE)}


def test_editions_stand_side_by_side_one_figure_each() -> None:
    told = strands(
        [fact("a", "2018-04", entry="edition/2018", scope="summit"),
         fact("b", "2019-05", entry="edition/2019", scope="summit"),
         fact("c", "2019-04", entry="edition/2019", scope="summit", check=UNVERIFIED)], edition,
    )  # fmt: skip
    assert told[0].shape == EDITIONS
    assert [one.id for one in told[0].facts] == ["figure/a", "figure/b"]


def test_differing_subjects_are_never_joined() -> None:
    told = strands([fact("a", "2018"), fact("b", "2023", entry="place/xiamen")], edition)
    assert told[0].shape == CARDS


def test_places_in_a_ranking_have_no_height() -> None:
    told = strands([fact("a", "2018", unit="rank"), fact("b", "2023", unit="rank")], edition)
    assert told[0].shape == CARDS


def test_the_verified_figure_stands_for_a_later_unverified_one() -> None:
    best = headline([fact("a", "2018"), fact("b", "2019", check=UNVERIFIED)])
    assert best is not None
    assert best.id == "figure/a"


def test_a_year_that_is_not_stated_becomes_a_span() -> None:
    found, first, last = places(
        [fact("a", "2018"), fact("b", "2021-03", basis="unstated"), fact("c", "2023")]
    )
    assert (first, last) == (2018, 2023)
    assert found["figure/a"].at == 2018
    assert found["figure/b"].span == (2020, 2021.25)


def test_months_lie_between_the_ticks_of_their_years() -> None:
    found, first, last = places([fact("a", "2024-01"), fact("b", "2025-06-30"), fact("c", "2025")])
    assert (first, last) == (2024, 2026)
    assert 2025 < found["figure/b"].at < 2026
    assert found["figure/c"].at == 2025.5
