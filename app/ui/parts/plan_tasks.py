"""The tasks of a plan as the library tells them: sections, groups, how many targets each states."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from app.model.entry import Entry, Fact
from app.model.numerals import counted
from app.model.text import EN, ZH_HANT, Text
from app.ui.charts.data import TaskBar, TaskData, TaskSection
from app.ui.context import Context

TARGET = "target"


@dataclass(frozen=True, slots=True)
class Plan:
    """The tasks in order of number, and how many measurable targets each has."""

    tasks: tuple[Entry, ...]
    targets: Counter[str]

    def fullest(self) -> str:
        """The task that states the most targets, the first of these."""
        return max((task.id for task in self.tasks), key=self.targets.__getitem__, default="")

    def section(self, task: Entry) -> tuple[Entry, ...]:
        """The tasks of the section that this one is in."""
        own = task.columns.get("section", "")
        return tuple(one for one in self.tasks if one.columns.get("section", "") == own)


def read_plan(ctx: Context, task_id: str = "") -> Plan:
    """The plan that a task is of, else the newest plan."""
    tasks = ctx.library.entries("task", "number")
    plans = sorted({(one.columns.get("year", ""), one.columns.get("plan", "")) for one in tasks})
    if not plans:
        return Plan((), Counter())
    known = {one.id: one for one in tasks}
    plan = known[task_id].columns.get("plan", "") if task_id in known else plans[-1][1]
    own = tuple(one for one in tasks if one.columns.get("plan", "") == plan)
    figures = ctx.library.figures([one.id for one in own])
    return Plan(own, Counter(fact.entry for fact in figures if fact.status == TARGET))


def worded(task: Entry, name: str, language: str) -> str:
    """A column in three languages: section, group."""
    ending = {EN: "en", ZH_HANT: "hant"}.get(language, "zh")
    return task.columns.get(f"{name}_{ending}", "") or task.columns.get(f"{name}_zh", "")


def numeral(ctx: Context, task: Entry) -> str:
    """四, 4: the number of the section."""
    number = task.columns.get("section", "")
    if ctx.language == EN or not number.isdigit():
        return number
    return counted(int(number), ctx.language)


def section_title(ctx: Context, task: Entry) -> str:
    """四 · 高质量推动数字赋能千行百业."""
    return ctx.words("plan.section", numeral=numeral(ctx, task),
                     name=worded(task, "section", ctx.language))  # fmt: skip


def _short(ctx: Context, task: Entry) -> str:
    """The section for under the bars; only the numeral where the page has no short word for it."""
    key = f"plan.short.{task.columns.get('plan', '')}.{task.columns.get('section', '')}"
    if not ctx.words.has(key):
        return numeral(ctx, task)
    return ctx.words("plan.section", numeral=numeral(ctx, task), name=ctx.words(key))


def bars(ctx: Context, plan: Plan) -> TaskData:
    """The plan for the chart of tasks."""
    sections = []
    for _, group in groupby(plan.tasks, key=lambda one: one.columns.get("section", "")):
        tasks = tuple(group)
        made = tuple(
            TaskBar(one.id, int(one.columns["number"]), plan.targets[one.id],
                    one.name.told(ctx.language))
            for one in tasks
        )  # fmt: skip
        sections.append(TaskSection(_short(ctx, tasks[0]), made))
    return TaskData(ctx.words("plan.bars"), tuple(sections))


def count_words(ctx: Context, count: int) -> str:
    """6 个指标, 无数字指标."""
    return ctx.words.count("plan.figures", count) if count else ctx.words("plan.figures.none")


def same_deadline(targets: tuple[Fact, ...]) -> bool:
    """Whether one line under the targets can tell the deadline of all."""
    return len({fact.deadline for fact in targets}) == 1


def shared_notes(targets: tuple[Fact, ...]) -> dict[Text, list[Fact]]:
    """Notes that stand with several targets, each with these: told once below them."""
    notes: dict[Text, list[Fact]] = {}
    for fact in targets:
        if fact.note:
            notes.setdefault(fact.note, []).append(fact)
    return {note: facts for note, facts in notes.items() if len(facts) > 1}
