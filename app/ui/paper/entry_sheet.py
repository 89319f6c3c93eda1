"""An entry on paper: names, lead, figures, record, sentences, relations; sources at the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Final

from PySide6.QtGui import QPainter

from app.model.entry import VERIFIED, Citation, Entry, Fact, Link
from app.model.wording import period
from app.ui.art.covers import paint_cover
from app.ui.paper.flow import Piece, bound, with_gap
from app.ui.paper.pen import PaperPen, beside, stacked
from app.ui.parts.detail import figure_label, group_facts
from app.ui.parts.heading import other_name
from app.ui.parts.naming import entry_dates, entry_meta, joined, kind_words, term
from app.ui.parts.relations import group_links
from app.ui.widgets.cover_view import CoverSpec
from app.ui.widgets.figure import fact_parts

_STRIP: Final = 104
_LABEL: Final = 128
_GUTTER: Final = 24
_IN_HEAD: Final = ("name", "summary", "aliases")
_SECTION: Final = 26


def entry_pieces(pen: PaperPen, entry: Entry, width: float) -> list[Piece]:
    """The whole of an entry, from its cover to its sources."""
    ctx = pen.ctx
    facts = group_facts(ctx.library.facts(entry.id))
    cited = ctx.library.citations(entry.id)
    made = [cover_strip(pen, entry, width), *_head(pen, entry, cited, width)]
    made += figures_part(pen, facts.figures, width, ctx.words("detail.figures"))
    columns = [fact for fact in facts.columns if fact.key not in _IN_HEAD]
    made += _records(pen, columns, cited, width)
    made += _statements(pen, facts.statements, width)
    made += _relations(pen, ctx.library.links(entry.id), width)
    made += _supported(pen, entry, width)
    told = (one for group in facts for fact in group for one in fact.citations)
    return made + sources_part(pen, (*cited, *told), width)


def cover_strip(pen: PaperPen, entry: Entry, width: float) -> Piece:
    """The cover as a band as wide as the text."""
    spec = CoverSpec.of(pen.ctx, entry)
    return Piece(_STRIP, partial(_paint_cover, spec, width, float(_STRIP)), keep=True)


def _paint_cover(
    spec: CoverSpec, width: float, height: float, painter: QPainter, left: float, top: float
) -> None:
    painter.save()
    painter.translate(left, top)
    paint_cover(painter, *spec, width, height)
    painter.restore()


def cover_square(pen: PaperPen, entry: Entry, side: float) -> Piece:
    """The cover as a small print beside a name."""
    return Piece(side, partial(_paint_cover, CoverSpec.of(pen.ctx, entry), side, side))


def _head(
    pen: PaperPen, entry: Entry, cited: Sequence[Citation], width: float
) -> list[Piece]:  # fmt: skip
    ctx = pen.ctx
    note = ctx.words("common.cover.note", id=entry.slug)
    made = with_gap(pen.text(note, width, "caption", "ink3", measure=80), 4)
    status = term(ctx, "status", entry.status)
    eyebrow = joined(kind_words(ctx, entry), status, entry_dates(ctx, entry))
    made += with_gap(pen.text(eyebrow, width, "small", "ink2", measure=60), 18)
    made += with_gap(pen.text(entry.name.told(ctx.language), width, "h1", measure=40), 2)
    if other := other_name(entry, ctx.language):
        made += pen.text(other, width, "body", "ink3", measure=60)
    made = bound(made, whole=True)
    if summary := entry.summary.told(ctx.language):
        lead = pen.text(summary, width, "lead", "ink1", cited, check=entry.check, measure=36)
        made += with_gap(lead, 12)
    return made


def section(pen: PaperPen, title: str, width: float) -> list[Piece]:
    """A heading that stays with what it heads."""
    head = with_gap(pen.text(title, width, "h3"), _SECTION)
    return [replace(piece, keep=True) for piece in (*head, pen.rule(width, gap=4))]


def figures_part(
    pen: PaperPen, figures: Sequence[Fact], width: float, title: str = "", across: int = 3
) -> list[Piece]:
    """Tiles in equal columns; targets are gold and say their deadline."""
    if not figures:
        return []
    made = section(pen, title, width) if title else []
    cell = (width - _GUTTER * (across - 1)) / across
    for first in range(0, len(figures), across):
        row = [_tile(pen, fact, cell) for fact in figures[first : first + across]]
        placed = [(place * (cell + _GUTTER), pieces) for place, pieces in enumerate(row)]
        made += with_gap([stacked(placed)], 14)
    return made


def _tile(pen: PaperPen, fact: Fact, width: float) -> list[Piece]:
    figure = pen.figure(fact_parts(pen.ctx, fact), width, "figureM", target=_is_target(fact))
    label = figure_label(pen.ctx, fact).split("\n")
    made = [figure]
    for line in label[:-1]:
        made += pen.text(line, width, "small", "ink2")
    return made + pen.text(label[-1], width, "small", "ink2", fact.citations, check=fact.check)


def _is_target(fact: Fact) -> bool:
    return fact.status == "target"


def _records(
    pen: PaperPen, columns: Sequence[Fact], cited: Sequence[Citation], width: float
) -> list[Piece]:  # fmt: skip
    if not columns:
        return []
    language, made = pen.ctx.language, section(pen, pen.ctx.words("detail.record"), width)
    for place, fact in enumerate(columns):
        value = pen.text(fact.text.told(language), width - _LABEL, "body", "ink1",
                         fact.citations or tuple(cited), check=fact.check)  # fmt: skip
        made += record(pen, fact.label.told(language), value, width, ruled=place > 0)
    return made


def record(
    pen: PaperPen, label: str, value: Sequence[Piece], width: float, *, ruled: bool
) -> list[Piece]:
    """A label and what is told, with a hairline above."""
    line = pen.theme.line("body")
    told = pen.text(label, _LABEL - 16, "small", "ink2", line=line) if label else []
    rule = [pen.rule(width, gap=5, parts=True)] if ruled else []
    return rule + with_gap(beside([(0, told), (_LABEL, value)]), 5)


def _statements(pen: PaperPen, statements: Sequence[Fact], width: float) -> list[Piece]:
    if not statements:
        return []
    ctx, made = pen.ctx, section(pen, pen.ctx.words("detail.statements"), width)
    order = list(dict.fromkeys(fact.key for fact in statements))
    by_key = sorted(statements, key=lambda fact: order.index(fact.key))
    ruled = False
    for _, told in groupby(by_key, key=lambda fact: fact.key):
        for place, fact in enumerate(told):
            label = fact.label.told(ctx.language) if place == 0 else ""
            made += record(pen, label, _sentence(pen, fact, width - _LABEL), width,
                           ruled=ruled and bool(label))  # fmt: skip
            ruled = True
    return made


def _sentence(pen: PaperPen, fact: Fact, width: float) -> list[Piece]:
    ctx, title = pen.ctx, fact.title.told(pen.ctx.language)
    mark = ctx.words("common.target") if _is_target(fact) else ""
    head = pen.text(joined(title, mark), width, "bodyStrong") if title or mark else []
    return [
        *(replace(piece, keep=True) for piece in head),
        *pen.text(fact.text.told(ctx.language), width, "body", "ink1", fact.citations,
                  check=fact.check),
    ]  # fmt: skip


def _relations(pen: PaperPen, links: Sequence[Link], width: float) -> list[Piece]:
    made: list[Piece] = []
    half = (width - _GUTTER) / 2
    for group in group_links(links, pen.ctx.language):
        made += section(pen, group.label, width)
        for first in range(0, len(group.links), 2):
            pair = [_link(pen, link, half) for link in group.links[first : first + 2]]
            placed = [(place * (half + _GUTTER), pieces) for place, pieces in enumerate(pair)]
            made += with_gap([stacked(placed)], 7)
    return made


def _link(pen: PaperPen, link: Link, width: float) -> list[Piece]:
    ctx = pen.ctx
    meta = joined(entry_meta(ctx, link.other), link.note.told(ctx.language))
    name = pen.text(link.other.name.told(ctx.language), width, "body", "ink1", link.citations,
                    line=24)  # fmt: skip
    return name + (pen.text(meta, width, "caption", "ink3", measure=60) if meta else [])


def _supported(pen: PaperPen, entry: Entry, width: float) -> list[Piece]:
    """What a source tells, for the sheet of a source."""
    told = pen.ctx.library.supported_by(entry.id) if entry.kind == "source" else ()
    if not told:
        return []
    ctx, language = pen.ctx, pen.ctx.language
    made = section(pen, ctx.words.count("common.supports", len(told)), width)
    for fact, about, citation in told:
        name = about.name.told(language)
        said = joined(name, fact.label.told(language), fact.text.told(language)) if fact else name
        value = pen.text(said, width - _LABEL, "small", measure=50)
        where = pen.text(citation.locator, _LABEL - 16, "caption", "ink3", line=21)
        made += with_gap(beside([(0, where), (_LABEL, value)]), 3)
    return made


def sources_part(pen: PaperPen, cited: Iterable[Citation], width: float) -> list[Piece]:
    """出处: every numbered source with its date and the places cited."""
    ctx, numbered = pen.ctx, pen.book.sources()
    if not numbered:
        return []
    places: dict[str, dict[str, str]] = {}
    for one in cited:
        mark = "" if one.check == VERIFIED else f" ({ctx.words('common.unverified')})"
        if one.locator:
            places.setdefault(one.source, {})[one.locator] = one.locator + mark
    made = section(pen, ctx.words("detail.sources"), width)
    for number, source in numbered:
        entry = ctx.library.entry(source)
        value = pen.text(entry.name.told(ctx.language), width - 40, "small", "ink1", measure=60)
        where = joined(period(entry.start, entry.end, ctx.language),
                       *places.get(source, {}).values())  # fmt: skip
        value += pen.text(where, width - 40, "caption", "ink3", measure=64) if where else []
        label = pen.text(str(number), 32, "smallStrong", "gold")
        made += with_gap(beside([(0, label), (40, value)]), 6)
    return made
