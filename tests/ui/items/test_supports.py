"""What a source supports, in order and with its state."""

from __future__ import annotations

from decimal import Decimal

from app.model.entry import Amount, Citation, Entry, Fact
from app.model.text import Text
from app.ui.items.supports import (
    CHECKED,
    CONFLICT,
    FIGURES,
    NAMED,
    TOLD,
    UNCHECKED,
    Support,
    ordered_sources,
    supports,
)

ENTRY = Entry("exhibit/x", "exhibit", Text("名"))
CITED = Citation("source/s", "第1段")
TOLD_FACT = Fact("statement/x", "exhibit/x", "claim", Text("评价"))
NUMBER = TOLD_FACT._replace(id="figure/x", amount=Amount(Decimal(3), "items"))


def test_numbers_come_before_sentences_and_names() -> None:
    rows = supports([(None, ENTRY, CITED), (TOLD_FACT, ENTRY, CITED), (NUMBER, ENTRY, CITED)])
    assert [row.sort for row in rows] == [FIGURES, TOLD, NAMED]


def test_the_state_tells_the_weakest_link() -> None:
    assert Support(NUMBER, ENTRY, CITED).state == CHECKED
    assert Support(NUMBER, ENTRY, CITED._replace(check="unverified")).state == UNCHECKED
    assert Support(NUMBER._replace(check="unverified"), ENTRY, CITED).state == UNCHECKED
    assert Support(NUMBER._replace(conflicts_with=("figure/y",)), ENTRY, CITED).state == CONFLICT


def test_sources_come_by_tier_and_the_newest_first() -> None:
    told = [("B", "2024"), ("S", "2021"), ("", "2025"), ("S", "2024-05"), ("A", "")]
    sources = [
        Entry(f"source/{n}", "source", Text("名"), start=date, columns={"tier": tier})
        for n, (tier, date) in enumerate(told)
    ]
    assert [one.id[-1] for one in ordered_sources(sources)] == ["3", "1", "4", "0", "2"]
