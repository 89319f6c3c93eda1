"""The facets at the left of a list: check rows with live counts, and the boxes of editions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.page import empty
from app.ui.widgets.button import Button
from app.ui.widgets.checks import CheckRow, EditionBoxes
from app.ui.widgets.label import PlainLabel

_FOLDED: Final = 7
Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet: its name in queries and routes, its title, its choices (key, words).

    `swatches` puts the category's colour before the words; `boxes` shows editions as numbers,
    with `note` below them.
    """

    name: str
    title: str
    choices: tuple[tuple[str, str], ...]
    swatches: bool = False
    boxes: tuple[tuple[str, str, str], ...] = ()
    note: str = ""


class _Row(CheckRow):
    """A check row that knows its key."""

    def __init__(self, ctx: Context, key: str, words: str, *, swatch: bool) -> None:
        super().__init__(ctx, words, category=key if swatch else "")
        self.key = key
        self.words = words


class FacetGroup(QWidget):
    """The choices of one facet; long ones are folded."""

    changed = Signal()

    def __init__(self, ctx: Context, facet: Facet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.facet = facet
        self.rows: list[_Row] = []
        self.boxes: EditionBoxes | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PlainLabel(ctx, facet.title, "h3"))
        column.addSpacing(ctx.px(4))
        self._add_choices(column)
        self._more: Button | None = None
        if len(self.rows) > _FOLDED + 2:
            hidden = len(self.rows) - _FOLDED
            self._more = Button(ctx, ctx.words("detail.more", n=hidden), "ghost",
                                trailing="expand")  # fmt: skip
            self._more.clicked.connect(self._on_more)
            column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        if facet.note:
            column.addSpacing(ctx.px(6))
            column.addWidget(PlainLabel(ctx, facet.note, "caption", "ink2"))
        self.setAccessibleName(facet.title)

    def _add_choices(self, column: QVBoxLayout) -> None:
        facet = self.facet
        if facet.boxes:
            self.boxes = EditionBoxes(self.ctx, facet.boxes)
            self.boxes.changed.connect(self.changed)
            column.addSpacing(self.ctx.px(4))
            column.addWidget(self.boxes)
        for key, words in facet.choices:
            row = _Row(self.ctx, key, words, swatch=facet.swatches)
            row.clicked.connect(self.changed)
            column.addWidget(row)
            self.rows.append(row)

    def chosen(self) -> tuple[str, ...]:
        """The keys that are let through; none means all."""
        if self.boxes is not None:
            return self.boxes.chosen()
        return tuple(row.key for row in self.rows if row.isChecked())

    def set_state(self, counts: Mapping[str, int], chosen: Sequence[str]) -> None:
        """Live counts, and what is chosen; a folded choice that is chosen is shown."""
        if self.boxes is not None:
            self.boxes.set_state(dict(counts), chosen)
        for row in self.rows:
            row.setChecked(row.key in chosen)
            row.set_words(row.words, counts.get(row.key, 0))
        self._fold()

    def _fold(self) -> None:
        if self._more is None:
            return
        for row in self.rows[_FOLDED:]:
            row.setVisible(row.isChecked())

    def _on_more(self) -> None:
        more, self._more = self._more, None
        for row in self.rows:
            row.show()
        self.rows[_FOLDED].setFocus(Qt.FocusReason.TabFocusReason)
        if more is not None:
            more.hide()


class FacetPanel(QScrollArea):
    """All facets of a list; `changed` tells which facet and the keys now chosen."""

    changed = Signal(str, tuple)
    WIDTH: Final = 220

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        inner = QWidget()
        inner.setObjectName("pageContent")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, ctx.px(32))
        self._column.setSpacing(ctx.px(22))
        self.setWidget(inner)
        self.groups: dict[str, FacetGroup] = {}
        self.setFixedWidth(ctx.px(self.WIDTH) + ctx.px(16))

    def set_facets(self, facets: Sequence[Facet]) -> None:
        """Offer these, anew."""
        empty(self._column)
        self.groups = {}
        for facet in facets:
            group = FacetGroup(self.ctx, facet)
            group.setFixedWidth(self.ctx.px(self.WIDTH))
            group.changed.connect(self._on_changed)
            self._column.addWidget(group)
            self.groups[facet.name] = group
        self._column.addStretch(1)

    def set_state(self, counts: Counts, chosen: Mapping[str, Sequence[str]]) -> None:
        """Live counts and choices of every facet."""
        for name, group in self.groups.items():
            group.set_state(counts.get(name, {}), chosen.get(name, ()))

    def _on_changed(self) -> None:
        group = self.sender()
        if isinstance(group, FacetGroup):
            self.changed.emit(group.facet.name, group.chosen())
