"""What stands over the lanes of the timeline: how long a stretch is shown, what is let through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.model.event import FIGURE, Event
from app.ui.context import Context
from app.ui.parts.naming import edition_short, term
from app.ui.widgets.button import Button, IconButton
from app.ui.widgets.chip import Chip
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.layouts import FlowLayout
from app.ui.widgets.segment import Segment
from app.ui.widgets.select_box import SelectBox

STRETCHES: Final = ("all", "years", "year", "month", "day")
_KINDS: Final = (
    "edition", "activity", "exhibit", "project", "document", "source", "application", FIGURE,
)  # fmt: skip
Choice = Mapping[str, tuple[str, ...]]


class TimelineHead(QWidget):
    """Title, what there is, and the buttons that zoom; `stretch_asked` tells which stretch."""

    stretch_asked = Signal(str)
    zoomed = Signal(int)
    list_asked = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        words = ctx.words
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ctx.px(10))
        middle = Qt.AlignmentFlag.AlignVCenter
        self.name = PlainLabel(ctx, words("timeline.title"), "h1", wrap=False)
        row.addWidget(self.name, 0, middle)
        self.lead = PlainLabel(ctx, "", "small", "ink2", wrap=False)
        row.addWidget(self.lead, 1, middle)
        choices = [(key, words(f"timeline.zoom.{key}")) for key in STRETCHES]
        self.stretch = Segment(ctx, words("timeline.zoom"), choices, "years")
        self.stretch.chosen.connect(self.stretch_asked)
        self.out = IconButton(ctx, "minus", words("timeline.zoom.out"), framed=True, size=36)
        self.into = IconButton(ctx, "plus", words("timeline.zoom.in"), framed=True, size=36)
        self.listing = IconButton(ctx, "list", words("timeline.list.toggle"), framed=True, size=36)
        self.listing.setCheckable(True)
        self.out.clicked.connect(self._on_out)
        self.into.clicked.connect(self._on_in)
        self.listing.clicked.connect(self.list_asked)
        for widget in (self.stretch, self.out, self.into, self.listing):
            row.addWidget(widget, 0, middle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What there is goes where there is no room to say it whole."""
        super().resizeEvent(event)
        self._fit()

    def tell(self, lead: str) -> None:
        """Say what there is."""
        self.lead.set_words(lead)
        self._fit()

    def _fit(self) -> None:
        others = (self.stretch, self.out, self.into, self.listing)
        room = self.width() - sum(one.sizeHint().width() + self.ctx.px(10) for one in others)
        self.name.set_role("h1")
        if self.name.sizeHint().width() > room:
            self.name.set_role("h2")
        room -= self.name.sizeHint().width() + 2 * self.ctx.px(10)
        self.lead.setMaximumWidth(16_777_215 if self.lead.sizeHint().width() <= room else 0)

    def _on_out(self) -> None:
        self.zoomed.emit(-1)

    def _on_in(self) -> None:
        self.zoomed.emit(1)


class _KindChip(Chip):
    """A chip that knows its kind."""

    def __init__(self, ctx: Context, kind: str, words: str) -> None:
        super().__init__(ctx, words)
        self.kind = kind
        self.words = words


class TimelineFilters(QWidget):
    """Chips for kinds, boxes for edition and category; `changed` tells a facet and its values."""

    changed = Signal(str, tuple)
    cleared = Signal()

    def __init__(self, ctx: Context, events: Sequence[Event]) -> None:
        super().__init__()
        self.ctx = ctx
        flow = FlowLayout(self, gap=ctx.px(8), row_gap=ctx.px(8))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        there = Counter(event.kind for event in events)
        self.chips = [_KindChip(ctx, kind, self._kind_words(kind)) for kind in _KINDS
                      if there[kind]]  # fmt: skip
        for chip in self.chips:
            chip.clicked.connect(self._on_kind)
            flow.addWidget(chip)
        self.edition = self._box("edition", self._editions(events))
        self.category = self._box("category", self._categories(events))
        self.text = Chip(ctx, "", checked=True)
        self.text.clicked.connect(self._on_text)
        self.clear = Button(ctx, ctx.words("timeline.filter.clear"), "ghost", icon="clear")
        self.clear.setFixedHeight(ctx.px(32))
        self.clear.clicked.connect(self.cleared)
        for widget in (self.edition, self.category, self.text, self.clear):
            flow.addWidget(widget)

    def set_state(self, counts: Mapping[str, int], chosen: Choice, text: str) -> None:
        """Live counts of the kinds, and what is chosen."""
        kinds = chosen.get("kind", ())
        for chip in self.chips:
            chip.setChecked(chip.kind in kinds)
            chip.set_words(chip.words, counts.get(chip.kind, 0))
        self.edition.set_current((*chosen.get("edition", ()), "")[0])
        self.category.set_current((*chosen.get("category", ()), "")[0])
        self.text.setVisible(bool(text))
        self.text.setChecked(True)
        self.text.set_words(self.ctx.words("timeline.filter.text", q=text))
        self.clear.setVisible(bool(text) or any(chosen.values()))

    def _kind_words(self, kind: str) -> str:
        return self.ctx.words("timeline.filter.figures") if kind == FIGURE else (
            term(self.ctx, "kind", kind)
        )  # fmt: skip

    def _box(self, facet: str, choices: list[tuple[str, str]]) -> SelectBox:
        ctx = self.ctx
        every = ("", ctx.words("common.all"))
        box = SelectBox(ctx, ctx.words(f"timeline.filter.{facet}"), [every, *choices])
        box.setFixedHeight(ctx.px(32))  # in one line with the chips
        box.chosen.connect(self._on_edition if facet == "edition" else self._on_category)
        return box

    def _editions(self, events: Sequence[Event]) -> list[tuple[str, str]]:
        ids = sorted({event.edition for event in events if event.edition}, reverse=True)
        return [(one, edition_short(self.ctx, one) or one) for one in ids]

    def _categories(self, events: Sequence[Event]) -> list[tuple[str, str]]:
        there = {event.category for event in events}
        words = self.ctx.library.terms("category")
        return [(key, told.told(self.ctx.language)) for key, told in words if key in there]

    def _on_kind(self) -> None:
        chosen = tuple(chip.kind for chip in self.chips if chip.isChecked())
        self.changed.emit("kind", chosen)

    def _on_edition(self, key: str) -> None:
        self.changed.emit("edition", (key,) if key else ())

    def _on_category(self, key: str) -> None:
        self.changed.emit("category", (key,) if key else ())

    def _on_text(self) -> None:
        self.changed.emit("q", ())
