"""The chart of signings by edition with its key: a press on a bar asks for what is behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.charts.bar_chart import BarChart
from app.ui.charts.mark_key import ScopeKey
from app.ui.context import Context
from app.ui.parts.comparisons import Compared
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.layouts import FlowLayout
from app.ui.widgets.segment import Segment


class ScopeLegend(QWidget):
    """A sample of each fill with what it counts."""

    def __init__(
        self, ctx: Context, legend: tuple[tuple[str, str], ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=ctx.px(16), row_gap=ctx.px(2))
        for fill, words in legend:
            sample = QWidget()
            row = QHBoxLayout(sample)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(ctx.px(6))
            row.addWidget(ScopeKey(ctx, fill))
            row.addWidget(PlainLabel(ctx, words, "small", "ink2", wrap=False))
            flow.addWidget(sample)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class SigningChart(QWidget):
    """Title, choice between money and number, key and bars."""

    picked = Signal(str)  # id of the figure
    measured = Signal(str)  # amount or number

    def __init__(
        self, ctx: Context, title: str, compared: Compared, measure: str,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ctx.px(4))
        head = QHBoxLayout()
        head.setSpacing(ctx.px(16))
        head.addWidget(PlainLabel(ctx, title, "h3", wrap=False), 1, Qt.AlignmentFlag.AlignVCenter)
        choices = [("amount", ctx.words("projects.chart.money")),
                   ("number", ctx.words("projects.chart.count"))]  # fmt: skip
        self.segment = Segment(ctx, ctx.words("projects.chart.which"), choices, measure)
        self.segment.chosen.connect(self.measured)
        head.addWidget(self.segment)
        column.addLayout(head)
        column.addWidget(ScopeLegend(ctx, compared.legend))
        self.chart = BarChart(ctx)
        self.chart.set_data(compared.data)
        self.chart.picked.connect(self._on_picked)
        column.addWidget(self.chart)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def _on_picked(self, point: str) -> None:
        if not point.startswith("missing-"):
            self.picked.emit(point)
