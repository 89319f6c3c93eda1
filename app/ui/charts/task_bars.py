"""The tasks of the plan as bars: as high as the figures they state, a float over the chosen one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QWidget

from app.ui.charts.chart import Chart, Point, Seals
from app.ui.charts.data import TaskBar, TaskData, TaskSection
from app.ui.charts.marks import MarkBrush
from app.ui.context import Context

_TOP, _BOTTOM, _UNIT, _SECTION_GAP, _BAR_GAP, _EDGE = 34, 62, 20, 34, 8, 4
_LINE_GAP, _LINE = 7.0, 1.6


@dataclass(frozen=True, slots=True)
class _Placed:
    task: TaskBar
    section: TaskSection
    slot: QRectF


class TaskBars(Chart):
    """Mockup 23: 29 tasks in five sections; a press or an arrow key chooses one."""

    selected = Signal(str)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._data = TaskData("", ())
        self._selected = ""
        self._float_x = -1.0
        self._drift = QVariantAnimation(self)
        self._drift.valueChanged.connect(self._on_drift)
        self.picked.connect(self._on_chosen)
        self.focused.connect(self._on_chosen)

    def set_data(self, data: TaskData, seals: Seals | None = None) -> None:
        """Shows the tasks of a plan, none chosen."""
        self._data = data
        self._selected = ""
        self.show_data(seals)

    def select(self, task_id: str) -> None:
        """Chooses a task without telling `selected`."""
        ids = [placed.task.id for placed in self._placed(QSizeF(self.size()))]
        self._selected = task_id if task_id in ids else ""
        if self._selected:
            self._go_to(ids.index(task_id))
        self._move_float()
        self._tell()
        self.update()

    def current(self) -> str:
        """The chosen task, "" for none."""
        return self._selected

    def chart_name(self) -> str:
        return self._data.name

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Section, number, task, how many figures."""
        words = self.ctx.words
        heads = ("section", "number", "task", "count")
        rows = [tuple(words(f"charts.head.{head}") for head in heads)]
        for section in self._data.sections:
            for task in section.tasks:
                rows.append((section.label, str(task.number), task.name, str(task.count)))
        return tuple(rows)

    def points(self, size: QSizeF) -> list[Point]:
        """The whole column of a task can be pressed."""
        base = self._base(size)
        points = []
        for placed in self._placed(size):
            box = placed.slot.adjusted(-_BAR_GAP / 2, 0, _BAR_GAP / 2, 0)
            box.setBottom(base + self.ctx.px(28))
            points.append(Point(placed.task.id, box, self._spoken(placed)))
        return points

    def paint_chart(self, painter: QPainter, size: QSizeF, *, with_seals: bool) -> None:
        """Bars, numbers, sections, float."""
        del with_seals
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base = self._base(size)
        for placed in self._placed(size):
            is_selected = placed.task.id == self._selected
            self._paint_bar(painter, placed, base, is_selected=is_selected)
        self._paint_sections(painter, size, base)
        if self._selected:
            self._paint_float(painter, size)

    def sizeHint(self) -> QSize:
        """The size in the mockup; higher where a task states more."""
        px = self.ctx.px
        return QSize(px(1264), px(_TOP) + px(_UNIT) * self._highest() + px(_BOTTOM))

    def minimumSizeHint(self) -> QSize:
        """Columns of 20 px are the least that can be told apart."""
        return QSize(self.ctx.px(560), self.sizeHint().height())

    # Slots

    def _on_chosen(self, task_id: str) -> None:
        if task_id == self._selected:
            return
        self.select(task_id)
        self.selected.emit(task_id)

    def _on_drift(self, x: object) -> None:
        self._float_x = float(str(x))
        self.update()

    # Helpers

    def _tasks(self) -> Iterator[tuple[TaskSection, TaskBar]]:
        for section in self._data.sections:
            for task in section.tasks:
                yield section, task

    def _highest(self) -> int:
        return max((task.count for _, task in self._tasks()), default=0)

    def _base(self, size: QSizeF) -> float:
        return round(size.height() - self.ctx.px(_BOTTOM))

    def _placed(self, size: QSizeF) -> list[_Placed]:
        px, count = self.ctx.px, sum(1 for _ in self._tasks())
        sections = len(self._data.sections)
        gap = self._gap(size)
        room = size.width() - 2 * px(_EDGE) - (sections - 1) * gap + sections * px(_BAR_GAP)
        pitch = room / max(1, count)
        base, unit = self._base(size), self._unit(size)
        placed, left = [], float(px(_EDGE))
        for section in self._data.sections:
            for task in section.tasks:
                height = max(task.count * unit, px(4))
                slot = QRectF(left, base - height, pitch - px(_BAR_GAP), height)
                placed.append(_Placed(task, section, slot))
                left += pitch
            left += gap - px(_BAR_GAP)
        return placed

    def _unit(self, size: QSizeF) -> float:
        room = self._base(size) - self.ctx.px(_TOP)
        return min(self.ctx.px(_UNIT), room / max(1, self._highest()))

    def _paint_bar(
        self, painter: QPainter, placed: _Placed, base: float, *, is_selected: bool
    ) -> None:
        theme, brush, slot = self.ctx.theme, MarkBrush(painter, self.ctx.theme), placed.slot
        box = QRectF(round(slot.left()) + 1, round(slot.top()), round(slot.width()) - 2, 0)
        box.setBottom(base)
        if placed.task.count:
            line = QColor(theme.color("onRiver" if is_selected else "river"))
            line.setAlphaF(0.28)
            painter.fillRect(box, theme.color("river" if is_selected else "riverTint"))
            brush.lines(box.adjusted(0, 0, 0, -_LINE_GAP), line, _LINE_GAP, _LINE)
        else:
            brush.missing(QPointF(slot.center().x(), base - 1), slot.width() - 4)
        ink = theme.color("lacquer" if is_selected else "ink2")
        font = self.letters.font(13, bold=is_selected)
        number_at = QPointF(slot.center().x(), base + theme.px(15))
        self.letters.write(painter, str(placed.task.number), font, ink, number_at)

    def _paint_sections(self, painter: QPainter, size: QSizeF, base: float) -> None:
        theme, letters = self.ctx.theme, self.letters
        font, ink = letters.font(13), theme.color("ink2")
        slots = {placed.task.id: placed.slot for placed in self._placed(size)}
        for section in self._data.sections:
            if not section.tasks:
                continue
            left = slots[section.tasks[0].id].left()
            right = slots[section.tasks[-1].id].right()
            line = QRectF(left, base + theme.px(30), right - left, 1.5)
            painter.fillRect(line, theme.color("lineStrong"))
            room = right - left + self._gap(size) - theme.px(8)
            label = self._fitted(section.label, room)
            half = letters.width(label, font) / 2
            middle = min(max((left + right) / 2, half), size.width() - half)
            letters.write(painter, label, font, ink, QPointF(middle, base + theme.px(47)))

    def _gap(self, size: QSizeF) -> float:
        """The room between two sections."""
        px = self.ctx.px
        return px(_SECTION_GAP) if size.width() >= px(1000) else px(_SECTION_GAP) / 2

    def _fitted(self, label: str, room: float) -> str:
        """The label, only its numeral, or as much of it as there is room for."""
        font = self.letters.font(13)
        numeral = label.partition(" · ")[0]
        for told in (label, numeral):
            if self.letters.width(told, font) <= room:
                return told
        while label and self.letters.width(f"{label}…", font) > room:
            label = label[:-1]
        return f"{label.rstrip()}…" if label else ""

    def _paint_float(self, painter: QPainter, size: QSizeF) -> None:
        px = self.ctx.px
        chosen = next(one for one in self._placed(size) if one.task.id == self._selected)
        x = self._float_x if self.is_moving() else chosen.slot.center().x()
        tip = QPointF(x, max(chosen.slot.top() - px(6), px(14)))
        painter.setBrush(self.ctx.theme.color("lacquer"))
        painter.setPen(self.ctx.theme.color("lacquer"))
        corner = QPointF(px(8.5), px(13))
        other = QPointF(-corner.x(), corner.y())
        painter.drawPolygon(QPolygonF([tip, tip - corner, tip - other]))

    def is_moving(self) -> bool:
        """Whether the float is on its way."""
        return self._drift.state() == QVariantAnimation.State.Running

    def _move_float(self) -> None:
        """The float glides to the chosen task where motion is welcome."""
        self._drift.stop()
        duration = self.ctx.theme.duration("float")
        target = self.point_box(self._selected).center().x()
        if self.isVisible() and duration and self._selected and self._float_x >= 0:
            self._drift.setStartValue(self._float_x)
            self._drift.setEndValue(target)
            self._drift.setDuration(duration)
            self._drift.setEasingCurve(self.ctx.theme.easing())
            self._drift.start()
        self._float_x = target

    def _spoken(self, placed: _Placed) -> str:
        words, task = self.ctx.words, placed.task
        told = words("charts.indicators.none")
        if task.count:
            told = words.count("charts.indicators", task.count)
        parts = [placed.section.label, str(task.number), task.name, told]
        return words("charts.joint").join(part for part in parts if part)

    # Qt

    def hideEvent(self, event: QHideEvent) -> None:
        """Not seen: nothing moves."""
        self._drift.stop()
        super().hideEvent(event)
