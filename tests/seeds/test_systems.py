"""Every system that the sources name is an entry that can be found, with a true status."""

from __future__ import annotations

from sources import fold
from tables import ENTRIES, HERE, Tables, names_of, rows

# What the sources say of a thing, and the statuses that do not say more than that.
FITTING = {
    "已举办": {"held", "exhibited"},
    "已展出": {"exhibited"},
    "已举办/计划": {"held"},
    "已开放": {"open"},
    "已建成": {"built"},
    "已形成": {"built"},
    "已打造": {"launched", "built"},
    "已推出": {"launched"},
    "已发布": {"published"},
    "已投产": {"completed"},
    "已宣布": {"announced"},
    "已捐赠": {"in_use", "completed"},
    "在用": {"in_use", "launched", "case"},
    "在用/扩面计划": {"in_use"},
    "在用/计划": {"in_use"},
    "在建": {"under_construction"},
    "在建(2019起)": {"under_construction"},
    "计划": {"planned"},
    "计划(2021)": {"planned"},
    "计划对接": {"planned"},
    "试点": {"pilot", "exploring"},
    "探索": {"exploring"},
    "申报": {"applied", "planned"},
    "启动": {"announced", "launched"},
    "合作": {"agreed"},
    "入围": {"announced"},
    "推广": {"in_use"},
    "案例": {"case"},
}
HELD_SINCE = {"place/zone-2025"}  # planned in the work plan of 2025; it has taken place


def test_the_list_of_systems_is_complete() -> None:
    numbers = [int(row["number"]) for row in rows(HERE / "systems.csv")]
    assert numbers == list(range(1, 195))


def test_every_system_is_an_entry_with_that_name(pack: Tables) -> None:
    entries = {row["id"]: row for table in ENTRIES for row in pack[table]}
    lost = []
    for system in rows(HERE / "systems.csv"):
        entry = entries.get(system["id"])
        if entry is None or not _is_called(system["name"], names_of(entry)):
            lost.append(f"{system['number']} {system['name']}: {system['id']}")
    assert not lost, "\n".join(lost)


def test_every_system_has_a_status_that_the_source_bears_out(pack: Tables) -> None:
    entries = {row["id"]: row for table in ENTRIES for row in pack[table]}
    wrong = []
    for system in rows(HERE / "systems.csv"):
        status = entries[system["id"]].get("status", "")
        fitting = {"held"} if system["id"] in HELD_SINCE else FITTING[system["told"]]
        if status not in fitting:
            wrong.append(f"{system['number']} {system['name']}: {system['told']}, {status}")
    assert not wrong, "\n".join(wrong)


def _is_called(name: str, names: list[str]) -> bool:
    """Whether `name`, or it without its bracketed remark, is one of `names`."""
    known = {fold(one) for one in names}
    return fold(name) in known or fold(name.partition("（")[0]) in known
