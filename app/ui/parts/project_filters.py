"""The bar over the list of projects: what is let through, how much that is, export."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.items.project_rows import TOLD, UNTOLD, ProjectRow
from app.ui.routes import Route
from app.ui.widgets.button import Button
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.layouts import FlowLayout
from app.ui.widgets.select_box import SelectBox

FILTERS = ("edition", "place", "type", "amount")


class ProjectFilters(QWidget):
    """`changed` tells the filter and its value; `cleared` that the records behind a number go."""

    changed = Signal(str, str)
    cleared = Signal()
    exported = Signal()

    def __init__(
        self, ctx: Context, rows: Sequence[ProjectRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.boxes = {name: self._box(name, rows) for name in FILTERS}
        self.count = PlainLabel(ctx, "", "small", "ink2", wrap=False)
        words = ctx.words
        self.export = Button(ctx, words("projects.export"), icon="export")
        self.behind = PlainLabel(ctx, "", "smallStrong", measure=60)
        self.clear = Button(ctx, words("projects.behind.clear"), "ghost", icon="clear")
        self._build()
        self.export.clicked.connect(self.exported)
        self.clear.clicked.connect(self.cleared)

    def _build(self) -> None:
        px = self.ctx.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(8))
        column.setSpacing(px(8))
        row = QHBoxLayout()
        row.setSpacing(px(16))
        choices = QWidget()
        flow = FlowLayout(choices, gap=px(10), row_gap=px(8))
        for box in self.boxes.values():
            flow.addWidget(box)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        choices.setSizePolicy(policy)
        row.addWidget(choices, 1)
        self.count.setFixedHeight(px(40))  # beside the button, whatever wraps at the left
        row.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.export, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self._behind_row = QWidget()
        line = QHBoxLayout(self._behind_row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(12))
        line.addWidget(self.behind, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.clear)
        self._behind_row.hide()
        column.addWidget(self._behind_row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def _box(self, name: str, rows: Sequence[ProjectRow]) -> SelectBox:
        ctx = self.ctx
        choices = [("", ctx.words("common.all")), *self._choices(name, rows)]
        if name == "amount":
            choices = [(key, ctx.words(f"projects.amount.{key or 'all'}"))
                       for key in ("", TOLD, UNTOLD)]  # fmt: skip
        box = SelectBox(ctx, ctx.words(f"projects.filter.{name}"), choices)
        box.setProperty("filter", name)
        box.chosen.connect(self._on_chosen)
        return box

    def _choices(self, name: str, rows: Sequence[ProjectRow]) -> list[tuple[str, str]]:
        ctx = self.ctx
        if name == "edition":
            told = {row.edition: (row.ordinal, row.edition_words) for row in rows if row.edition}
            return [(key, told[key][1]) for key in sorted(told, key=told.__getitem__)]
        if name == "type":
            used = {row.type for row in rows}
            return [(key, words.told(ctx.language))
                    for key, words in ctx.library.terms("type.project") if key in used]  # fmt: skip
        used = {place for row in rows for place in row.places}
        order = "name-en" if ctx.language == "en" else "name"
        return [(place.id, place.name.told(ctx.language))
                for place in ctx.library.entries("place", order) if place.id in used]  # fmt: skip

    def show_state(self, route: Route, count: str, behind: str) -> None:
        """What is chosen, how much is shown, whose number is looked into."""
        for name, box in self.boxes.items():
            box.set_current(route.param(name))
        self.count.set_words(count)
        self.export.setEnabled(bool(count))
        self.behind.set_words(self.ctx.words("projects.behind", name=behind) if behind else "")
        self._behind_row.setVisible(bool(behind))

    def _on_chosen(self, key: str) -> None:
        box = self.sender()
        if isinstance(box, SelectBox):
            self.changed.emit(str(box.property("filter")), key)
