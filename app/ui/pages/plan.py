"""任务: the tasks of the yearly plan as bars, a section as a list, one task in full."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.entry import Citation, Entry
from app.model.numerals import counted
from app.ui.charts.task_bars import TaskBars
from app.ui.context import Context
from app.ui.page import ScrollPage
from app.ui.parts.pager import Neighbours, StepKeys
from app.ui.parts.plan_detail import TaskDetail
from app.ui.parts.plan_list import TaskList
from app.ui.parts.plan_tasks import Plan, bars, read_plan
from app.ui.routes import Route
from app.ui.widgets.columns import Columns, Share
from app.ui.widgets.fact_text import FactText
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.notes import EmptyState
from app.ui.widgets.seal_book import SealBook


class PlanPage(ScrollPage):
    """The task is in the route: `task/2025-09`. Without one, the task with the most targets."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self.book = SealBook()
        self.bars: TaskBars | None = None
        self.list: TaskList | None = None
        self.detail: TaskDetail | None = None
        self._plan: Plan | None = None
        self._said = ("", "")
        self._shown = ""
        self._stays = False
        self._keys = StepKeys(ctx, self)

    def title(self) -> str:
        """The task on show."""
        if self._plan is None or not self._shown:
            return self.ctx.words("window.nav.plan")
        return self.ctx.library.entry(self._shown).name.told(self.ctx.language)

    def enter(self, route: Route) -> None:
        """Show the task; bars and list stay where they still hold."""
        ctx = self.ctx
        if route.id:
            ctx.library.entry(route.id)  # an unknown task is told as such
        plan = read_plan(ctx, route.id)
        task_id = route.id or plan.fullest()
        if not task_id:
            self._show_none()
            return
        self._plan = plan
        task = ctx.library.entry(task_id)
        said = (ctx.language, task.columns.get("plan", ""))
        self._stays = said == self._said and bool(self._shown)
        if not self._stays:
            self._said = said
            self._build(task)
        self._show_task(task)

    def return_to(self, place: int) -> None:
        """Another task of the same plan leaves the page where it is, if the task is in sight."""
        if place or not self._stays:
            super().return_to(place)
        asked = self.route is not None and bool(self.route.id)
        if not place and asked and self.detail is not None and self._columns.is_stacked(
            self._columns.width()
        ):  # fmt: skip
            self.show_part(self.detail)

    def _show_none(self) -> None:
        words = self.ctx.words
        self.clear()
        self._plan, self._shown, self._said = None, "", ("", "")
        self.column.addWidget(
            EmptyState(self.ctx, words("plan.none.title"), words("plan.none.reason"))
        )

    def _build(self, task: Entry) -> None:
        ctx, words, plan = self.ctx, self.ctx.words, self._plan
        assert plan is not None
        self.clear()
        self.column.setSpacing(0)
        self.book, self._shown = SealBook(), ""
        year = task.columns.get("year", "")
        self.column.addWidget(PlainLabel(ctx, words("plan.title", year=year), "h1"))
        sections = len({one.columns.get("section", "") for one in plan.tasks})
        lead = words("plan.lead", tasks=len(plan.tasks), sections=counted(sections, ctx.language),
                     figures=sum(plan.targets.values()))  # fmt: skip
        self.column.addWidget(
            FactText(ctx, lead, self._cited(task), self.book, "small", "ink2", measure=70)
        )
        self.bars = TaskBars(ctx)
        self.bars.set_data(bars(ctx, plan))
        self.bars.selected.connect(self._on_task)
        self.column.addSpacing(ctx.px(8))
        self.column.addWidget(self.bars)
        self.column.addSpacing(ctx.px(28))
        left, right = QWidget(), QWidget()
        self._list_place, self._detail_place = QVBoxLayout(left), QVBoxLayout(right)
        for place in (self._list_place, self._detail_place):
            place.setContentsMargins(0, 0, 0, 0)
        self._columns = Columns(ctx, [Share(left, 400), Share(right, 800)], gap=64, least=760)
        self.column.addWidget(self._columns)

    def _cited(self, task: Entry) -> tuple[Citation, ...]:
        """Who tells the plan: the document's citations, else the task's."""
        library, plan = self.ctx.library, task.columns.get("plan", "")
        return (library.citations(plan) if library.has(plan) else ()) or library.citations(task.id)

    def _show_task(self, task: Entry) -> None:
        ctx, plan, bars_ = self.ctx, self._plan, self.bars
        assert plan is not None
        assert bars_ is not None
        tasks = plan.section(task)
        if self.list is None or not self._stays or task.id not in self.list.rows:
            self._replace(self._list_place, self.list)
            self.list = TaskList(ctx, plan, tasks)
            self.list.chosen.connect(self._on_task)
            self._list_place.addWidget(self.list)
        self._replace(self._detail_place, self.detail)
        self.detail = TaskDetail(ctx, task, self.book)
        self._detail_place.addWidget(self.detail)
        self._shown = task.id
        self.list.select(task.id)
        bars_.select(task.id)
        self._keys.show_around(Neighbours.of(plan.tasks, task.id))
        self.title_changed.emit()

    @staticmethod
    def _replace(place: QVBoxLayout, old: QWidget | None) -> None:
        """Take the old part out; a part of a page cleared before is gone already."""
        while (item := place.takeAt(0)) is not None:
            if item.widget() is old and old is not None:
                old.hide()
                old.deleteLater()

    def _on_task(self, task_id: str) -> None:
        if task_id != self._shown:
            self.navigate.emit(Route.to(task_id))
