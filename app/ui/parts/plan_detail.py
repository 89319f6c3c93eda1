"""One task of the plan: targets in gold, measures, the units in charge, what it names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.model.entry import Entry, Fact, Link
from app.model.wording import period
from app.ui.context import Context
from app.ui.parts.actions import ActionRow
from app.ui.parts.detail import FiguresBlock, StatementsBlock, group_facts
from app.ui.parts.naming import joined
from app.ui.parts.plan_tasks import TARGET, same_deadline, shared_notes
from app.ui.parts.relations import LinkGroup, RelationGroup, RelationsBlock, group_links
from app.ui.routes import Route
from app.ui.widgets.chip import Tag
from app.ui.widgets.fact_text import FactText
from app.ui.widgets.figure import FigureTile
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.layouts import CardGrid, FlowLayout
from app.ui.widgets.link_word import LinkWord
from app.ui.widgets.rows import Rule
from app.ui.widgets.seal import seals_for
from app.ui.widgets.seal_book import SealBook

_UNITS: Final = ("led_by", "responsible", "related_unit")
_NAMED: Final = "named_in"
_LABEL: Final = 112


class TaskDetail(QWidget):
    """Made anew for every task."""

    def __init__(
        self, ctx: Context, task: Entry, book: SealBook, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ctx, self._book = ctx, book
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(ctx.px(6))
        facts = group_facts(ctx.library.facts(task.id))
        targets = tuple(fact for fact in facts.figures if fact.status == TARGET)
        reported = tuple(fact for fact in facts.figures if fact.status != TARGET)
        links = ctx.library.links(task.id)
        self._fill_head(task)
        self._fill_targets(targets)
        self._fill_units(task, links)
        further: list[QWidget] = []
        if facts.statements:
            further.append(StatementsBlock(ctx, facts.statements, book, ctx.words("plan.measures"),
                                           label_width=_LABEL))  # fmt: skip
        if reported:
            further.append(FiguresBlock(ctx, reported, book, ctx.words("plan.reported"), most=3))
        further += self._relations(links)
        for block in further:
            self.column.addSpacing(ctx.px(26))
            self.column.addWidget(block)
        told = (one for fact in targets for one in fact.citations)
        cited = (*ctx.library.citations(task.id), *told)
        self.column.addSpacing(ctx.px(26))
        self.column.addWidget(ActionRow(ctx, task.id, tuple(dict.fromkeys(cited))))
        self.column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def _fill_head(self, task: Entry) -> None:
        ctx, words = self.ctx, self.ctx.words
        row = QHBoxLayout()
        row.setSpacing(ctx.px(10))
        row.addWidget(Tag(ctx, words("plan.tag"), "goldTint", "onGoldTint", size=12.5))
        number = task.columns.get("number", "")
        row.addWidget(PlainLabel(ctx, words("plan.number", n=number), "small", "ink2", wrap=False))
        row.addStretch(1)
        self.column.addLayout(row)
        self.name = PlainLabel(ctx, task.name.told(ctx.language), "h1")
        self.column.addWidget(self.name)
        summary = task.summary.told(ctx.language)
        self.column.addWidget(FactText(ctx, summary, ctx.library.citations(task.id), self._book,
                                       "body", "ink2", check=task.check, measure=52))  # fmt: skip

    def _fill_targets(self, targets: tuple[Fact, ...]) -> None:
        ctx = self.ctx
        self.column.addSpacing(ctx.px(12))
        if not targets:
            self.column.addWidget(PlainLabel(ctx, ctx.words("plan.targets.none"), "small", "ink3"))
            return
        together, shared = same_deadline(targets), shared_notes(targets)
        grid = CardGrid(ctx, least=190, gap=40, most=3, fewest=1)
        self.tiles: list[FigureTile] = []
        for fact in targets:
            until = "" if together else self._until(fact)
            note = "" if fact.note in shared else fact.note.told(ctx.language)
            self.tiles.append(self._tile(fact, joined(until, note)))
        grid.set_cards(list(self.tiles))
        self.column.addWidget(grid)
        below = [self._until(targets[0])] if together else []
        comma = ctx.words("detail.comma")
        for note_text, facts in shared.items():
            told = note_text.told(ctx.language)
            if len(facts) < len(targets):
                names = comma.join(fact.label.told(ctx.language) for fact in facts)
                told = ctx.words("plan.note", note=told, names=names)
            below.append(told)
        self.column.addSpacing(ctx.px(6))
        for words in below:
            self.column.addWidget(PlainLabel(ctx, words, "caption", "ink2", measure=64))

    def _tile(self, fact: Fact, small: str) -> FigureTile:
        told = fact.label.told(self.ctx.language)
        label = "\n".join(part for part in (told, small) if part)
        tile = _Target.of(self.ctx, fact, self._book, label, pressable=True)
        assert isinstance(tile, _Target)
        tile.indicator = fact.key
        tile.opened.connect(self._on_tile)
        return tile

    def _until(self, fact: Fact) -> str:
        until = period(fact.deadline, "", self.ctx.language)
        return self.ctx.words("detail.target-by", date=until) if until else ""

    def _on_tile(self) -> None:
        tile = self.sender()
        if isinstance(tile, _Target):
            self.ctx.go(Route.to(tile.indicator))

    def _fill_units(self, task: Entry, links: Sequence[Link]) -> None:
        ctx = self.ctx
        groups = {role: [link for link in links if link.role == role and link.forward]
                  for role in _UNITS}  # fmt: skip
        told = [role for role in _UNITS if groups[role]]
        if not told:
            return
        self.column.addSpacing(ctx.px(16))
        for role in told:
            is_last = role == told[-1] and task.columns.get("open_list") == "true"
            self.column.addWidget(Rule(ctx))
            self.column.addWidget(UnitsRow(ctx, ctx.words(f"plan.{role}"), groups[role],
                                           self._book, open_end=is_last))  # fmt: skip

    def _relations(self, links: Sequence[Link]) -> list[QWidget]:
        ctx, made = self.ctx, list[QWidget]()
        named = tuple(link for link in links if link.role == _NAMED)
        if named:
            group = LinkGroup(ctx.words("plan.named"), named)
            made.append(RelationGroup(ctx, group, self._book))
        other = [link for link in links if link.role not in (*_UNITS, _NAMED)]
        if other:
            made.append(RelationsBlock(ctx, group_links(other, ctx.language), self._book))
        return made


class _Target(FigureTile):
    """A target that leads to its indicator."""

    indicator = ""


class UnitsRow(QWidget):
    """责任单位: the units as links, in the order of the plan, with the seals of who tells it."""

    def __init__(
        self, ctx: Context, label: str, links: Sequence[Link], book: SealBook, *,
        open_end: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, ctx.px(8), 0, ctx.px(8))
        row.setSpacing(0)
        name = PlainLabel(ctx, label, "small", "ink2")
        name.setFixedWidth(ctx.px(_LABEL))
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        flow = FlowLayout(holder, gap=0, row_gap=0)
        comma = ctx.words("detail.comma")
        for place, link in enumerate(links):
            last = place == len(links) - 1
            tail = comma if not last else ctx.words("plan.and-others") if open_end else ""
            if last and open_end and ctx.language == "en":
                tail = f" {tail}"
            flow.addWidget(LinkWord(ctx, link.other.name.told(ctx.language),
                                    Route.to(link.other.id), tail=tail))  # fmt: skip
        cited = tuple(dict.fromkeys(one for link in links for one in link.citations))
        for seal in seals_for(ctx, book, cited):
            flow.addWidget(seal)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        row.addWidget(holder, 1)
        names = comma.join(link.other.name.told(ctx.language) for link in links)
        self.setAccessibleName(f"{label}: {names}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
