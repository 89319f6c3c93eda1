"""The 29 tasks of the work plan: their titles, sections and units as the plan prints them."""

from __future__ import annotations

import re

import pytest
from sources import fold, passage
from tables import Row, Tables, names_of

PLAN = "source/plan-2025"
_TAIL = re.compile(r"[(〔]((?:牵头)?责任单位[^〕]*?)[)〕]\s*$")
_OPEN = "等市直有关单位"

pytestmark = pytest.mark.usefixtures("texts")


def test_tasks_have_the_titles_and_sections_of_the_plan(pack: Tables) -> None:
    headings = fold(passage(PLAN, "标题"))
    for task in pack["tasks"]:
        title = re.match(r"\d+\.([^。]*)", passage(PLAN, f"任务{task['number']}"))
        assert title is not None
        assert fold(title[1]) == fold(task["name_zh"]), task["id"]
        assert fold(task["section_zh"]) in headings, task["id"]
        assert fold(task["group_zh"]) in headings, task["id"]


def test_units_of_every_task_are_linked_and_none_is_added(pack: Tables) -> None:
    for task in pack["tasks"]:
        tail = _tail(task)
        told = {fold(unit.removesuffix(_OPEN)) for unit in re.split("[、，,:;；]", tail) if unit}
        told -= {fold(word) for word in ("责任单位", "牵头责任单位", "相关责任单位")}
        linked = _linked(pack, task["id"], ("led_by", "responsible", "related_unit"))
        assert len(linked) == len(told), task["id"]
        assert all(any(fold(name) in told for name in names_of(unit)) for unit in linked), task[
            "id"
        ]


def test_leading_units_lead_and_open_lists_are_marked(pack: Tables) -> None:
    for task in pack["tasks"]:
        tail = _tail(task)
        leading = re.search(r"牵头责任单位[:：]([^;；]*)", tail)
        count = len(re.split("[、，,]", leading[1])) if leading else 0
        assert len(_linked(pack, task["id"], ("led_by",))) == count, task["id"]
        assert (task["open_list"] == "true") == (_OPEN in tail), task["id"]


def _tail(task: Row) -> str:
    found = _TAIL.search(passage(PLAN, f"任务{task['number']}"))
    assert found is not None, task["id"]
    return found[1]


def _linked(pack: Tables, task: str, roles: tuple[str, ...]) -> list[Row]:
    units = {row["id"]: row for row in pack["organisations"]}
    return [
        units[row["to"]] for row in pack["links"] if row["from"] == task and row["role"] in roles
    ]
