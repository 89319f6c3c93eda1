"""The list of projects as the rows of a table file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.ui.context import Context
from app.ui.items.project_rows import ProjectDetail, ProjectRow
from app.ui.parts.comparisons import year_of

_HEADS = (
    "name", "edition", "year", "place", "amount", "amount-told", "type", "parties", "source",
    "check", "id",
)  # fmt: skip


def sheet_rows(
    ctx: Context, rows: Sequence[ProjectRow], details: Mapping[str, ProjectDetail]
) -> list[tuple[str, ...]]:
    """Headings, then a row for each record as it is shown; the amount also as a bare number."""
    words = ctx.words
    made = [tuple(words(f"projects.head.{head}") for head in _HEADS)]
    for row in rows:
        detail = details[row.id]
        sources = (_source(ctx, one.source, one.locator) for one in detail.citations)
        made.append((
            row.name, row.edition_words, _year(ctx, row.edition), row.place_words,
            f"{row.amount.normalize():f}" if row.amount is not None else "",
            row.amount_words or words("common.undisclosed"), row.type_words, detail.meta,
            "; ".join(sources), words(f"common.{detail.check}"), row.id,
        ))  # fmt: skip
    return made


def _source(ctx: Context, source: str, locator: str) -> str:
    name = ctx.library.entry(source).name.told(ctx.language)
    return f"{name}, {locator}" if locator else name


def _year(ctx: Context, edition: str) -> str:
    return year_of(ctx.library.entry(edition)) if edition else ""
