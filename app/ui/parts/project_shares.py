"""Shares of a batch as pictures: squares for what is counted, a bar for what is paid."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.model.entry import Amount, Fact
from app.model.text import EN
from app.ui.charts.data import ABOVE, BELOW, ShareData, UnitData
from app.ui.charts.mark_key import ScopeKey
from app.ui.charts.share_bar import ShareBar
from app.ui.charts.unit_chart import UnitChart
from app.ui.context import Context
from app.ui.parts.amounts import figure_text
from app.ui.parts.detail import Block
from app.ui.parts.naming import joined
from app.ui.parts.project_records import is_amount, is_count, main_figure
from app.ui.widgets.fact_text import FactText
from app.ui.widgets.figure import fact_parts
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.layouts import FlowLayout
from app.ui.widgets.seal_book import SealBook

_FADING: Final = 3  # squares that thin out for what 超 or 近 leaves open
_MOST_SQUARES: Final = 200
_COUNTED: Final = "项目"  # a share whose name says so is one of projects, else one of money


class Shares(NamedTuple):
    """The figures that can be drawn: how many, how much, and which parts of either."""

    number: Fact | None
    amount: Fact | None
    of_count: tuple[Fact, ...]
    of_amount: tuple[Fact, ...]

    @property
    def drawn(self) -> tuple[Fact, ...]:
        """The figures that the pictures tell."""
        return self.of_count + self.of_amount


def find_shares(ctx: Context, figures: Sequence[Fact]) -> Shares:
    """Counts, amounts and percentages among the figures of an entry."""
    parts = [fact for fact in figures if fact.amount and fact.amount.unit == "percent"
             and fact.status == "reported" and 0 < fact.amount.value <= 100]  # fmt: skip
    count = main_figure([fact for fact in figures if is_count(ctx, fact)])
    if count is not None and not _can_count(count):
        count = None
    counted = tuple(fact for fact in parts if count and _COUNTED in fact.label.zh_hans)
    paid = tuple(fact for fact in parts if fact not in counted)
    return Shares(count, main_figure([fact for fact in figures if is_amount(ctx, fact)]),
                  counted, paid)  # fmt: skip


def _can_count(fact: Fact) -> bool:
    amount = fact.amount
    return (
        amount is not None and amount.value == int(amount.value) and not amount.qualifier
        and 1 < amount.value <= _MOST_SQUARES
    )  # fmt: skip


def bound_of(ctx: Context, fact: Fact) -> str:
    """What the qualifier of a figure says of the true value."""
    if fact.amount is None or not fact.amount.qualifier:
        return "exact"
    return ctx.library.qualifier(fact.amount.qualifier).bound


def squares(total: int, percent: Decimal, bound: str) -> tuple[int, int]:
    """How many of the squares are certain, and how many thin out after them."""
    part = total * percent / 100
    if bound in ABOVE:
        certain = math.ceil(part)
        return certain, min(_FADING, total - certain)
    if bound in BELOW:
        certain = max(0, math.floor(part) - _FADING)
        return certain, min(_FADING, math.floor(part) - certain)
    if bound == "about":
        certain = max(0, round(part) - 1)
        return certain, min(2, total - certain)
    return round(part), 0


def _whole(ctx: Context, fact: Fact) -> str:
    return "".join(fact_parts(ctx, fact)).strip()


class UnitsBlock(Block):
    """Fifty squares, of which more than forty are filled."""

    def __init__(self, ctx: Context, count: Fact, share: Fact, book: SealBook) -> None:
        words, label = ctx.words, share.label.told(ctx.language)
        told = _whole(ctx, share)
        title = words("project.units", count=_whole(ctx, count), label=label, share=told)
        super().__init__(ctx, "")
        self.setAccessibleName(title)
        self.column.addWidget(PlainLabel(ctx, title, "h3"))
        self.column.addSpacing(ctx.px(12))
        assert count.amount is not None
        assert share.amount is not None
        total, bound = int(count.amount.value), bound_of(ctx, share)
        certain, fading = squares(total, share.amount.value, bound)
        self.chart = UnitChart(ctx)
        certain_words = _certain(ctx, label, certain, fading, bound)
        rest = words("project.units.rest")
        spoken = f"{title}. {certain_words}"
        self.chart.set_data(UnitData(title, total, certain, fading, certain_label=label,
                                     rest_label=rest, spoken=spoken))  # fmt: skip
        self.column.addWidget(self.chart)
        self.column.addSpacing(ctx.px(16))
        self.column.addWidget(_key(ctx, (("solid", certain_words), ("hollow", rest))))
        key = "project.units.note" if fading else "project.units.note.exact"
        note = words(key, share=told, n=certain + 1)
        basis = share.note.told(ctx.language)
        if basis:
            between = " " if ctx.language == EN else ""
            note = between.join((note, words("project.units.basis"), basis))
        self.column.addSpacing(ctx.px(6))
        self.column.addWidget(
            FactText(ctx, note, share.citations, book, "caption", "ink2", check=share.check)
        )


def _certain(ctx: Context, label: str, certain: int, fading: int, bound: str) -> str:
    key = "exact"
    if bound in ABOVE:
        key = "least"
    elif bound in BELOW:
        key, certain = "most", certain + fading
    elif bound == "about":
        key, certain = "about", certain + 1
    return ctx.words(f"project.units.certain.{key}", label=label, n=certain)


def _key(ctx: Context, parts: tuple[tuple[str, str], ...]) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder, gap=ctx.px(16), row_gap=ctx.px(2))
    for fill, words in parts:
        sample = QWidget()
        row = QHBoxLayout(sample)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ctx.px(4))
        row.addWidget(ScopeKey(ctx, fill))
        row.addWidget(PlainLabel(ctx, words, "small", "ink2", wrap=False))
        flow.addWidget(sample)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder


class ShareBlock(Block):
    """A share of the money as one bar; what follows from it is told as worked out."""

    def __init__(self, ctx: Context, amount: Fact | None, share: Fact, book: SealBook) -> None:
        words, label, told = ctx.words, share.label.told(ctx.language), _whole(ctx, share)
        key = "project.share.of" if amount is not None else "project.share.only"
        whole = _whole(ctx, amount) if amount is not None else ""
        title = words(key, amount=whole, label=label, share=told)
        super().__init__(ctx, "")
        self.setAccessibleName(title)
        self.column.addWidget(PlainLabel(ctx, title, "h3"))
        self.column.addSpacing(ctx.px(12))
        assert share.amount is not None
        worked = _worked_out(ctx, amount, share) if amount is not None else ""
        inside = words("project.share.worked" if worked else "project.share.bar", label=label,
                       share=told, amount=worked)  # fmt: skip
        self.chart = ShareBar(ctx)
        self.chart.set_data(ShareData(title, float(share.amount.value / 100), inside, inside))
        self.column.addWidget(self.chart)
        self.column.addSpacing(ctx.px(6))
        note = joined(words("project.units.note.exact", share=told), share.note.told(ctx.language))
        self.column.addWidget(
            FactText(ctx, note, share.citations, book, "caption", "ink2", check=share.check)
        )


def _worked_out(ctx: Context, amount: Fact, share: Fact) -> str:
    """The part of the money: 超 287 亿元; "" where the whole is not exact."""
    if amount.amount is None or share.amount is None or bound_of(ctx, amount) != "exact":
        return ""
    value = (amount.amount.value * share.amount.value / 100).quantize(Decimal(1))
    unit = ctx.library.unit(amount.amount.unit)
    qualifier = ctx.library.qualifier(share.amount.qualifier) if share.amount.qualifier else None
    part = Amount(value, amount.amount.unit, share.amount.qualifier)
    worked = Fact(share.id, share.entry, share.key, share.label, amount=part)
    return figure_text(worked, unit, qualifier, ctx.language)
