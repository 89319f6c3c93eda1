"""The blocks of a detail page say what the library says, with its seals."""

from __future__ import annotations

from decimal import Decimal

from app.model.entry import Amount, Citation, Fact
from app.model.text import Text
from app.store.library import Library
from app.ui.context import Context
from app.ui.parts.detail import (
    FiguresBlock,
    Record,
    RecordsBlock,
    StatementsBlock,
    figure_label,
    group_facts,
)
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.seal import Seal
from app.ui.widgets.seal_book import SealBook

BUSY = "application/national-data-infrastructure"
CITED = (Citation("source/feature-2024", "第1段"),)


def figure(**facts: object) -> Fact:
    told: dict[str, object] = {
        "id": "figure/x", "entry": BUSY, "key": "indicator/x",
        "label": Text("覆盖", "覆蓋", "Coverage"),
        "amount": Amount(Decimal(80), "percent", "above"), "citations": CITED,
    }  # fmt: skip
    return Fact(**{**told, **facts})  # type: ignore[arg-type]


def texts(block: object) -> str:
    return " ".join(label.accessibleName() for label in block.findChildren(PlainLabel))  # type: ignore[attr-defined]


def test_facts_are_told_apart(library: Library) -> None:
    groups = group_facts(library.facts(BUSY))
    assert all(fact.amount for fact in groups.figures)
    assert all(fact.id.startswith("statement/") for fact in groups.statements)
    assert sum(map(len, groups)) == len(library.facts(BUSY))


def test_figures_fold_after_twelve_and_unfold(ctx: Context, library: Library) -> None:
    told = group_facts(library.facts("place/china")).figures
    assert len(told) > 12
    block = FiguresBlock(ctx, told, SealBook())
    assert len(block.tiles) == 12
    block._on_more()
    assert [tile.indicator for tile in block.tiles] == [fact.key for fact in told]


def test_a_target_says_its_deadline_and_never_a_date_it_was_so(ctx: Context) -> None:
    fact = figure(status="target", deadline="2025-12", as_of="2025-07-31")
    label = figure_label(ctx, fact)
    assert "目标" in label
    assert "2025年12月" in label
    assert "7月" not in label


def test_a_figure_says_when_it_was_so_and_how_sure_that_is(ctx: Context) -> None:
    assert "2025年7月31日" in figure_label(ctx, figure(as_of="2025-07-31", date_basis="printed"))
    assert "推定" in figure_label(ctx, figure(as_of="2025-07-31", date_basis="derived"))
    assert "未写" in figure_label(ctx, figure(date_basis="unstated"))
    assert "说法不一" in figure_label(ctx, figure(as_of="2025", conflicts_with=("figure/y",)))


def test_a_missing_value_is_told_as_such(ctx: Context) -> None:
    block = RecordsBlock(
        ctx, "记录", [Record("参展单位"), Record("地点", "福州", CITED)], SealBook()
    )
    assert "资料未载" in block.rows[0].accessibleName()
    assert not block.rows[0].findChildren(Seal)
    assert len(block.rows[1].findChildren(Seal)) == 1


def test_every_statement_is_shown_with_a_seal(ctx: Context, library: Library) -> None:
    told = group_facts(library.facts(BUSY)).statements
    block = StatementsBlock(ctx, told, SealBook())
    shown = texts(block)
    for fact in told:
        assert fact.text.zh_hans in shown
    assert len(block.findChildren(Seal)) >= len(told)
