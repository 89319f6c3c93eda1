"""What the timeline says of an event: its short label, when it was, what is read out."""

from __future__ import annotations

from app.model.dates import first_day
from app.model.event import FIGURE, Event
from app.model.wording import amount_text, period
from app.ui.context import Context
from app.ui.parts.naming import joined, term
from app.ui.parts.river_words import short_ordinal
from app.ui.timeline.lanes import DAY, YEAR, Span

_MONTH = len("2024-05")


class EventWords:
    """Words for the events of one library in one language; labels are made once."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._labels: dict[str, str] = {}

    def lane(self, key: str) -> str:
        """届次, 活动 …"""
        return self._ctx.words(f"timeline.lane.{key}")

    def name(self, event: Event) -> str:
        """The name of the entry or of the indicator."""
        return event.name.told(self._ctx.language)

    def value(self, event: Event) -> str:
        """超1.3万亿元: the amount of a figure, "" for what is none."""
        amount, library = event.amount, self._ctx.library
        if amount is None:
            return ""
        qualifier = library.qualifier(amount.qualifier) if amount.qualifier else None
        return amount_text(amount, library.unit(amount.unit), qualifier, self._ctx.language)

    def label(self, event: Event) -> str:
        """What stands beside the event, where there is room."""
        found = self._labels.get(event.id)
        if found is None:
            found = self._labels[event.id] = self._made_label(event)
        return found

    def _made_label(self, event: Event) -> str:
        if event.kind == "edition":
            return short_ordinal(self._ctx, self._ctx.library.entry(event.entry))
        value = self.value(event)
        if not value:
            return self.name(event)
        return self._ctx.words("timeline.figure", value=value, name=self.name(event))

    def when(self, event: Event) -> str:
        """When it was, as exactly as it is told and no more: 2024年5月（只载到月）."""
        words = self._ctx.words
        when = period(event.start, event.end, self._ctx.language)
        if event.is_target:
            return words("timeline.when.target", when=when)
        if event.is_vague:
            grain = "month" if min(len(event.start), len(event.end or event.start)) == _MONTH else (
                "year"
            )  # fmt: skip
            when = words("timeline.when.vague", when=when, grain=words(f"timeline.grain.{grain}"))
        return words("timeline.when.as-of", when=when) if event.kind == FIGURE else when

    def kind(self, event: Event) -> str:
        """活动; 数字 for a figure."""
        if event.is_target:
            return self._ctx.words("timeline.lane.target")
        if event.kind == FIGURE:
            return self._ctx.words("timeline.lane.figure")
        return term(self._ctx, "kind", event.kind)

    def spoken(self, event: Event, lane: str, *, selected: bool = False) -> str:
        """An event as it is read out."""
        words = self._ctx.words
        name = self.name(event) if event.kind == "edition" else self.label(event)
        parts = [name, self.when(event), self.lane(lane)]
        if selected:
            parts.append(words("timeline.selected"))
        return words("timeline.joint").join(part for part in parts if part)

    def cluster(self, lane: str, when: str, count: int) -> str:
        """A cluster as it is read out."""
        told = self.lane(lane)
        return self._ctx.words.count("timeline.cluster.name", count, lane=told, when=when)

    def bed(self, span: Span, count: int) -> str:
        """2023年 · 12条: what lies somewhere in a year or month."""
        return self._ctx.words.count("timeline.bed", count, when=self.stretch(span))

    def stretch(self, span: Span) -> str:
        """The time that a span covers, in whole years, months or days."""
        return stretch_of(span.start, span.end, self._ctx.language, span.grain)

    def meta(self, event: Event) -> str:
        """The small line of a list: what it is and when it was."""
        return joined(self.kind(event), self.when(event))


def stretch_of(start: float, end: float, language: str, grain: int = DAY) -> str:
    """A stretch of days in words: 2021–2024年, 2024年5–6月, 2024年5月24–25日."""
    from datetime import date

    first = date.fromordinal(max(1, round(start))).isoformat()
    last = date.fromordinal(max(1, round(end) - 1)).isoformat()
    parts = 10 if grain == DAY else 4 if grain == YEAR else 7
    return period(first[:parts], last[:parts], language)


def years_of(events: tuple[Event, ...]) -> tuple[int, int]:
    """The first and the last year of events; (0, 0) for none."""
    years = [first_day(one).year for event in events for one in (event.start, event.end) if one]
    return (min(years), max(years)) if years else (0, 0)
