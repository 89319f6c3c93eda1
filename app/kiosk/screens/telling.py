"""What a totem tells of one entry: a head, lines with their sources, the text to take along."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from app.kiosk.codes import BYTES, Takeaway, size
from app.kiosk.context import KioskContext
from app.kiosk.takeaway import take_entry
from app.model.entry import VERIFIED, Citation, Entry, Fact
from app.model.text import EN, ZH_HANS, Text
from app.ui.parts.detail import Record, group_facts
from app.ui.parts.exhibit import exhibit_records, exhibits_of
from app.ui.parts.figure_topic import when
from app.ui.parts.naming import (
    edition_ordinal,
    edition_short,
    entry_dates,
    joined,
    kind_words,
    term,
)
from app.ui.parts.relations import group_links
from app.ui.routes import Route
from app.ui.widgets.figure import fact_parts

# Columns that the head of the screen tells already.
_IN_HEAD: Final = ("name", "summary", "aliases", "category", "detail")
_MOST_CODES_KEPT: Final = 64
_SENTENCE: Final = ("。", ". ")


class Line(NamedTuple):
    """One row: a record, a figure, a sentence or a relation. `route` leads on."""

    label: str
    value: str
    citations: tuple[Citation, ...] = ()
    check: str = VERIFIED
    route: Route | None = None
    is_target: bool = False
    is_figure: bool = False


class Telling(NamedTuple):
    """What is asked about: one line in full, or all places cited on a screen."""

    title: str
    text: str
    cited: tuple[tuple[str, Citation], ...]


class Head(NamedTuple):
    """The words above the rows."""

    tag: str
    category: str
    crumb: str
    name: str
    other: str
    lead: str
    citations: tuple[Citation, ...]
    check: str
    is_fallback: bool


def head_of(ctx: KioskContext, entry: Entry) -> Head:
    """Tag, where it belongs, name, name in the other language, the sentence about it."""
    language = ctx.language
    other = entry.name.own(EN if language != EN else ZH_HANS)
    if entry.kind == "exhibit":
        tag, category = term(ctx, "category", entry.category), entry.category
        crumb = joined(edition_ordinal(ctx, entry.edition),
                       term(ctx, "site", entry.columns.get("site", "")))  # fmt: skip
    elif entry.kind == "edition":
        tag, category = edition_ordinal(ctx, entry.id), "edition"
        crumb = entry_dates(ctx, entry)
    else:
        tag, category = kind_words(ctx, entry), entry.category
        status = term(ctx, "status", entry.status) if entry.kind != "task" else ""
        crumb = joined(status, edition_short(ctx, entry.edition))
    return Head(
        tag, category, crumb, entry.name.told(language), "" if other == entry.name.told(language)
        else other, entry.summary.told(language), ctx.library.citations(entry.id), entry.check,
        entry.name.is_fallback(language) or entry.summary.is_fallback(language),
    )  # fmt: skip


def lines_of(ctx: KioskContext, entry: Entry) -> list[Line]:
    """Records, figures, sentences, relations: in the order of the desktop's page."""
    if entry.kind == "indicator":
        return [_point(ctx, fact) for fact in ctx.library.series(entry.id).points]
    facts = group_facts(ctx.library.facts(entry.id))
    if entry.kind == "exhibit":
        records = exhibit_records(ctx, entry, facts)
    else:
        cited = ctx.library.citations(entry.id)
        records = [Record.of(ctx, fact, cited=cited) for fact in facts.columns
                   if fact.key not in _IN_HEAD]  # fmt: skip
    made = [Line(one.label, one.value, one.citations, one.check) for one in records]
    made += [_figure(ctx, fact) for fact in facts.figures]
    made += [_sentence(ctx, fact) for fact in facts.statements]
    for group in group_links(ctx.library.links(entry.id), ctx.language):
        made += [
            Line(group.label, link.other.name.told(ctx.language), link.citations,
                 route=Route.to(link.other.id))
            for link in group.links if link.other.kind != "source"
        ]  # fmt: skip
    return made


def say(ctx: KioskContext, fact: Fact) -> str:
    """A fact as the screen writes it."""
    if fact.amount is not None:
        return "".join(fact_parts(ctx, fact)).strip()
    return fact.text.told(ctx.language)


def _figure(ctx: KioskContext, fact: Fact) -> Line:
    value = joined(say(ctx, fact), when(ctx, fact) if fact.status == "target" else "")
    return Line(fact.label.told(ctx.language), value, fact.citations, fact.check,
                is_target=fact.status == "target", is_figure=True)  # fmt: skip


def _point(ctx: KioskContext, fact: Fact) -> Line:
    label = when(ctx, fact) or ctx.words("common.missing")
    where = ctx.library.entry(fact.entry).name.told(ctx.language)
    return Line(label, joined(say(ctx, fact), where), fact.citations, fact.check,
                is_target=fact.status == "target", is_figure=True)  # fmt: skip


def _sentence(ctx: KioskContext, fact: Fact) -> Line:
    label = fact.title.told(ctx.language) or fact.label.told(ctx.language)
    return Line(label, fact.text.told(ctx.language), fact.citations, fact.check)


def all_cited(ctx: KioskContext, head: Head, lines: Sequence[Line]) -> Telling:
    """Every place that the screen rests on, in the order of its seals."""
    whole = ctx.words("kiosk.sources.whole")
    cited = [(whole, one) for one in head.citations]
    cited += [(line.label, one) for line in lines if line.route is None for one in line.citations]
    return Telling(head.name, "", tuple(cited))


def siblings(ctx: KioskContext, entry: Entry) -> tuple[Entry, ...]:
    """What previous and next step through."""
    if entry.kind == "exhibit" and entry.edition:
        return exhibits_of(ctx, entry)
    order = "number" if entry.kind in ("edition", "task") else "importance"
    return ctx.library.entries(entry.kind, order)


def takeaway_of(ctx: KioskContext, entry: Entry) -> Takeaway:
    """The whole entry in up to three codes."""
    facts = [fact for fact in ctx.library.facts(entry.id) if fact.key not in _IN_HEAD]
    sources = dict.fromkeys(one.source for one in ctx.library.citations(entry.id))
    names = [ctx.library.entry(source).name.told(ctx.language) for source in sources]
    return take_entry(entry, facts, ctx.language, _sayer(ctx), names)


def short_code(ctx: KioskContext, entry: Entry) -> Takeaway:
    """Name and as much of the summary as one code holds; drawn once for a language."""
    key = (entry.id, ctx.language)
    made = ctx.codes.get(key)
    if made is None:
        summary = entry.summary.told(ctx.language)
        room = BYTES - size(entry.name.told(ctx.language)) - 1
        fits = (told for told in (summary, _first_sentence(summary)) if size(told) <= room)
        told = next(fits, "")
        short = entry._replace(summary=Text(told, told, told))
        while len(ctx.codes) >= _MOST_CODES_KEPT:
            del ctx.codes[next(iter(ctx.codes))]
        made = ctx.codes[key] = take_entry(short, (), ctx.language, _sayer(ctx))
    return made


def _first_sentence(text: str) -> str:
    places = [text.find(sign) + len(sign.rstrip()) for sign in _SENTENCE if sign in text]
    return text[: min(places)] if places else ""


def _sayer(ctx: KioskContext) -> Callable[[Fact], str]:
    def told(fact: Fact) -> str:
        return say(ctx, fact)

    return told
