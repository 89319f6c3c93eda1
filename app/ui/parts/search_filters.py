"""Above the results: kinds as chips with live counts; editions and categories, folded away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.model.entry import KINDS
from app.ui.context import Context
from app.ui.parts.naming import edition_ordinal, edition_short, term
from app.ui.widgets.button import Button
from app.ui.widgets.checks import EditionBoxes
from app.ui.widgets.chip import Chip
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.layouts import FlowLayout

FACETS: Final = ("kind", "edition", "category")
Counts = Mapping[str, Mapping[str, int]]


class _KeyChip(Chip):
    """A chip that stands for a value of a facet."""

    def __init__(self, ctx: Context, key: str, words: str) -> None:
        super().__init__(ctx, words)
        self.key = key
        self.words = words

    def show_count(self, count: int, *, chosen: bool) -> None:
        """A choice that finds nothing is not offered, unless it is the choice."""
        self.setChecked(chosen)
        self.set_words(self.words, count)
        self.setVisible(bool(count) or chosen)


class _Chips(QWidget):
    """A flow of chips of one facet."""

    pressed_key = Signal(str)

    def __init__(self, ctx: Context, choices: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.flow = FlowLayout(self, gap=ctx.px(8), row_gap=ctx.px(8))
        self.chips: dict[str, _KeyChip] = {}
        for key, words in choices:
            chip = _KeyChip(ctx, key, words)
            chip.hide()
            chip.clicked.connect(self._on_clicked)
            self.flow.addWidget(chip)
            self.chips[key] = chip

    def _on_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, _KeyChip):
            self.pressed_key.emit(chip.key)


class SearchFilters(QWidget):
    """`changed` tells a facet and the values now chosen."""

    changed = Signal(str, tuple)
    cleared = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.counts: Counts = {}  # the latest
        self._chosen: dict[str, tuple[str, ...]] = {}
        words = ctx.words
        kinds = [("", words("common.all")), *((key, term(ctx, "kind", key)) for key in KINDS)]
        self.kinds = _Chips(ctx, kinds, words("search.kinds"))
        self.kinds.pressed_key.connect(self._on_kind)
        self.toggle = Button(ctx, words("search.filter"), "ghost", icon="filter",
                             trailing="expand")  # fmt: skip
        self.toggle.setFixedHeight(ctx.px(32))  # as high as the chips beside it
        self.toggle.clicked.connect(self._on_toggle)
        self.kinds.flow.addWidget(self.toggle)
        self.panel = QWidget()
        self._build_panel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ctx.px(12))
        column.addWidget(self.kinds)
        column.addWidget(self.panel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._fold(folded=True)

    def _build_panel(self) -> None:
        ctx, words = self.ctx, self.ctx.words
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(0, 0, 0, ctx.px(4))
        column.setSpacing(ctx.px(8))
        head = QHBoxLayout()
        head.addWidget(PlainLabel(ctx, words("search.editions"), "small", "ink2", wrap=False))
        head.addStretch(1)
        self.clear = Button(ctx, words("search.filter.clear"), "ghost", icon="clear")
        self.clear.clicked.connect(self.cleared)
        head.addWidget(self.clear)
        column.addLayout(head)
        boxes = [
            (one.id, one.columns.get("ordinal", ""), edition_short(ctx, one.id))
            for one in ctx.library.entries("edition", order="number")
        ]
        self.editions = EditionBoxes(ctx, boxes, columns=12)
        self.editions.changed.connect(self._on_editions)
        column.addWidget(self.editions)
        column.addSpacing(ctx.px(4))
        column.addWidget(PlainLabel(ctx, words("search.categories"), "small", "ink2", wrap=False))
        told = [(key, text.told(ctx.language)) for key, text in ctx.library.terms("category")]
        self.categories = _Chips(ctx, told, words("search.categories"))
        self.categories.pressed_key.connect(self._on_category)
        column.addWidget(self.categories)

    def set_state(self, counts: Counts, chosen: Mapping[str, tuple[str, ...]]) -> None:
        """Live counts and what is chosen; a choice unfolds the panel."""
        before = (self.counts, self._chosen)
        self.counts = counts
        self._chosen = {facet: chosen.get(facet, ()) for facet in FACETS}
        if before == (self.counts, self._chosen):
            return
        kinds, picked = counts.get("kind", {}), self._chosen["kind"]
        for key, chip in self.kinds.chips.items():
            count = kinds.get(key, 0) if key else sum(kinds.values())
            chip.show_count(count, chosen=key in picked if key else not picked)
        self.editions.set_state(dict(counts.get("edition", {})), self._chosen["edition"])
        for key, chip in self.categories.chips.items():
            count = counts.get("category", {}).get(key, 0)
            chip.show_count(count, chosen=key in self._chosen["category"])
        narrowed = bool(self._chosen["edition"] or self._chosen["category"])
        self.clear.setVisible(narrowed)
        self._say_toggle()
        if narrowed and self.panel.isHidden():
            self._fold(folded=False)
        self.kinds.updateGeometry()
        self.categories.updateGeometry()

    def flows(self) -> tuple[QWidget, ...]:
        """What takes more rows or fewer with other counts."""
        return (self.categories, self.panel, self.kinds)

    def last_stop(self) -> QWidget:
        """What the Tab key leaves last."""
        return self if self.panel.isHidden() else self.categories

    def _say_toggle(self) -> None:
        chosen = [edition_ordinal(self.ctx, one) for one in self._chosen.get("edition", ())]
        chosen += [term(self.ctx, "category", one) for one in self._chosen.get("category", ())]
        words = self.ctx.words
        key = "search.filter.chosen" if chosen else "search.filter"
        self.toggle.set_words(words(key, chosen=words("detail.comma").join(chosen)))

    def _fold(self, *, folded: bool) -> None:
        self.panel.setVisible(not folded)
        self.toggle.trailing = "expand" if folded else "up"
        state = "search.filter.folded" if folded else "search.filter.unfolded"
        self.toggle.setAccessibleDescription(self.ctx.words(state))
        self.toggle.update()

    # News

    def _on_toggle(self) -> None:
        self._fold(folded=not self.panel.isHidden())

    def _on_kind(self, key: str) -> None:
        self.changed.emit("kind", () if not key or key in self._chosen["kind"] else (key,))

    def _on_category(self, key: str) -> None:
        chosen = self._chosen["category"]
        kept = tuple(one for one in chosen if one != key)
        self.changed.emit("category", kept if key in chosen else (*chosen, key))

    def _on_editions(self) -> None:
        self.changed.emit("edition", self.editions.chosen())
