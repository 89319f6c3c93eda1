"""What the summit's pack must hold: editions, exhibits, projects, tasks, discrepancies."""

from __future__ import annotations

from collections import Counter

from tables import Tables, citations_of

NAMED_EXHIBITS = 97  # in the editors' list; a few more come from the source documents
NAMED_PROJECTS = 35


def test_nine_editions_have_dates_theme_and_place(pack: Tables) -> None:
    editions = sorted(pack["editions"], key=lambda row: int(row["ordinal"]))
    assert [row["id"] for row in editions] == [f"edition/{year}" for year in range(2018, 2027)]
    for row in editions:
        assert all(row[column] for column in ("start", "end", "theme_zh", "theme_en", "place")), row
        assert row["start"][:4] == row["year"] == row["end"][:4]
        assert row["start"] <= row["end"]


def test_hosts_are_told_except_for_the_ninth(pack: Tables) -> None:
    hosted = {row["from"] for row in pack["links"] if row["role"] == "hosted_by"}
    assert {f"edition/{year}" for year in range(2018, 2026)} <= hosted
    assert "edition/2026" not in hosted


def test_theme_and_dates_of_every_edition_are_cited_apart(pack: Tables) -> None:
    cited = {(row["subject"], row["field"]) for row in pack["citations"]}
    for row in pack["editions"]:
        for column in ("theme_zh", "start", "end", "place"):
            assert (row["id"], column) in cited, (row["id"], column)


def test_all_named_exhibits_and_projects_are_in(pack: Tables) -> None:
    assert len(pack["exhibits"]) >= NAMED_EXHIBITS
    named = [row for row in pack["projects"] if row["type"] != "batch"]
    assert len(named) >= NAMED_PROJECTS
    assert all(row["edition"] for row in pack["exhibits"])


def test_exhibits_of_the_ninth_summit_are_unverified(pack: Tables) -> None:
    cited = citations_of(pack)
    for row in pack["exhibits"]:
        if row["edition"] == "edition/2026":
            assert {c["check"] for c in cited[row["id"]]} == {"unverified"}, row["id"]


def test_the_plan_has_29_tasks_with_units(pack: Tables) -> None:
    assert [int(row["number"]) for row in pack["tasks"]] == list(range(1, 30))
    units = Counter(
        row["from"] for row in pack["links"] if row["role"] in ("led_by", "responsible")
    )
    assert all(units[row["id"]] for row in pack["tasks"])


def test_the_seventh_summit_keeps_ceremony_and_total_apart(pack: Tables) -> None:
    told = {
        (row["value"], row["scope"])
        for row in pack["figures"]
        if row["subject"] in ("project/2024-signing-ceremony", "project/2024-summit-total")
    }
    assert {("50", "ceremony"), ("319", "ceremony"), ("421", "summit"), ("2030", "summit")} <= told


def test_conflicts_are_said_on_both_sides(pack: Tables) -> None:
    conflicts = {
        row["id"]: set(filter(None, row["conflicts_with"].split("|"))) for row in pack["figures"]
    }
    assert any(conflicts.values())
    for one, others in conflicts.items():
        for other in others:
            assert one in conflicts[other], (one, other)


def test_discrepancies_in_words_are_told_with_their_sources(pack: Tables) -> None:
    cited = citations_of(pack)
    told = [row for row in pack["statements"] if row["key"] == "conflict"]
    assert len(told) >= 15
    assert all(cited[row["id"]] for row in told)


def test_targets_have_deadlines_and_are_never_told_as_reached(pack: Tables) -> None:
    for row in pack["figures"]:
        if row["status"] == "target":
            assert row["deadline"], row["id"]
        if row["subject"].startswith("task/") and row["id"] not in STANDING:
            assert row["status"] == "target", row["id"]


# What task 10 and task 21 state as the present state of things.
STANDING = {
    "figure/plan-sme-central-funds-2025",
    "figure/plan-air-stations-2025",
    "figure/plan-water-stations-2025",
    "figure/plan-discharge-units-2025",
    "figure/plan-discharge-points-2025",
}
