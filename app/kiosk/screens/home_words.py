"""What the home screen says: its doors with their counts, and how far the content reaches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from app.kiosk.context import KioskContext
from app.model.entry import Entry
from app.model.numerals import counted, ordinal
from app.model.text import EN
from app.ui.parts.river_words import year_of
from app.ui.routes import Route
from app.ui.widgets.cover_view import CoverSpec

_UPCOMING: Final = ("planned", "draft", "announced")


class Doorway(NamedTuple):
    """One door of the home screen."""

    title: str
    note: str
    cover: CoverSpec
    route: Route


def doorways(ctx: KioskContext, editions: Sequence[Entry]) -> list[Doorway]:
    """Exhibits, editions, signed projects, figures."""
    words, counts = ctx.words, ctx.library.pack.counts
    held = [one for one in editions if one.status not in _UPCOMING]
    return [
        Doorway(words("kiosk.door.exhibits"),
                words.count("kiosk.door.exhibits.note", counts.get("exhibit", 0)),
                CoverSpec("door/exhibits", "display"), Route("exhibits")),
        Doorway(words("kiosk.door.editions"), _years(ctx, held),
                CoverSpec("door/editions", "edition", len(held)), Route("editions")),
        Doorway(words("kiosk.door.projects"),
                words.count("kiosk.door.projects.note", counts.get("project", 0)),
                CoverSpec("door/projects", "project"), Route("projects")),
        Doorway(words("kiosk.door.figures"), words("kiosk.door.figures.note"),
                CoverSpec("door/figures", "data"), Route("figures")),
    ]  # fmt: skip


def _years(ctx: KioskContext, held: Sequence[Entry]) -> str:
    if not held:
        return ctx.words("common.missing")
    count = counted(len(held), ctx.language)
    return ctx.words("kiosk.door.editions.note", first=year_of(held[0]), last=year_of(held[-1]),
                     count=count)  # fmt: skip


def note(ctx: KioskContext, editions: Sequence[Entry]) -> str:
    """第九届正在筹备。已收录到第八届（2025 年）。 Only what the content says."""
    held = [one for one in editions if one.status not in _UPCOMING]
    coming = [one for one in editions if one.status in _UPCOMING]
    parts = []
    if coming:
        parts.append(ctx.words("kiosk.home.coming", nth=_nth(ctx, coming[0])))
    if held:
        parts.append(
            ctx.words("kiosk.home.reaches", nth=_nth(ctx, held[-1]), year=year_of(held[-1]))
        )
    return (" " if ctx.language == EN else "").join(parts)


def _nth(ctx: KioskContext, edition: Entry) -> str:
    told = edition.columns.get("ordinal", "")
    return ordinal(int(told), ctx.language) if told.isdigit() else told


def since(editions: Sequence[Entry]) -> str:
    """The year of the first edition."""
    return year_of(editions[0]) if editions else ""
