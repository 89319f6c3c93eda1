"""A visitor's own selection on paper: each entry with its figures, the notes, all sources once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from app.model.entry import Citation, Entry
from app.model.wording import period
from app.store.visits import Favourite
from app.ui.paper.entry_sheet import cover_square, figures_part, sources_part
from app.ui.paper.flow import Piece, bound, with_gap
from app.ui.paper.pen import PaperPen, shifted
from app.ui.parts.detail import group_facts
from app.ui.parts.naming import entry_meta

_SIDE: Final = 84
_INDENT: Final = 108
_FIGURES: Final = 6


def selection_pieces(pen: PaperPen, kept: Sequence[Favourite], width: float) -> list[Piece]:
    """Head, every entry in the order given, the numbered sources."""
    ctx = pen.ctx
    there = [(ctx.library.entry(one.id), one) for one in kept if ctx.library.has(one.id)]
    made = pen.text(ctx.words("favourites.title"), width, "h1")
    count = ctx.words.count("favourites.count", len(there))
    made += pen.text(count, width, "small", "ink2")
    cited: list[Citation] = []
    for place, (entry, one) in enumerate(there):
        made += _entry(pen, entry, one, width, cited, place)
    return made + sources_part(pen, cited, width)


def _entry(
    pen: PaperPen, entry: Entry, kept: Favourite, width: float, cited: list[Citation], place: int
) -> list[Piece]:
    ctx, language, room = pen.ctx, pen.ctx.language, width - _INDENT
    own = ctx.library.citations(entry.id)
    figures = group_facts(ctx.library.facts(entry.id)).figures[:_FIGURES]
    cited += [*own, *(one for fact in figures for one in fact.citations)]
    head = pen.text(entry_meta(ctx, entry), room, "small", "ink2", measure=60)
    head += pen.text(entry.name.told(language), room, "h2", measure=40)
    told = pen.text(entry.summary.told(language), room, "body", "ink1", own, check=entry.check)
    cover = cover_square(pen, entry, _SIDE)
    made = _with_cover(cover, [*bound(head, whole=True), *with_gap(told, 4)])
    if kept.note:
        made += [shifted(piece, _INDENT) for piece in _note(pen, kept, room)]
    made += [shifted(piece, _INDENT) for piece in figures_part(pen, figures, room)]
    rule = pen.rule(width, gap=30 if place else 20, parts=place > 0)
    return [rule, *with_gap(made, 18)]


def _with_cover(cover: Piece, texts: Sequence[Piece]) -> list[Piece]:
    """The cover at the left of the first lines, which stay together as far as it reaches."""
    made, reach = [], 0.0
    for place, piece in enumerate(texts):
        moved = shifted(piece, _INDENT)
        if place == 0:
            moved = replace(moved, paint=partial(_paint_both, cover, moved))
        reach += piece.gap + piece.height
        made.append(replace(moved, keep=moved.keep or reach < cover.height))
    if reach < cover.height:
        rest = Piece(cover.height - reach, _paint_nothing)
        made.append(rest)
    return made


def _note(pen: PaperPen, kept: Favourite, width: float) -> list[Piece]:
    """The visitor's own words, marked as such, behind a gold bar."""
    day = period(kept.added[:10], "", pen.ctx.language)
    label = pen.ctx.words("paper.note", date=day)
    lines = pen.text(label, width - 16, "caption", "ink3")
    lines += pen.text(kept.note, width - 16, "body", "ink1")
    marked = [pen.barred(shifted(piece, 16)) for piece in lines]
    return with_gap(bound(marked, whole=True), 10)


def _paint_both(one: Piece, other: Piece, painter: object, left: float, top: float) -> None:
    for piece in (one, other):
        piece.paint(painter, left, top)  # type: ignore[arg-type]


def _paint_nothing(painter: object, left: float, top: float) -> None:
    """Room that a cover takes below its text."""
