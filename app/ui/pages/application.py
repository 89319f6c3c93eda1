"""One digital application: what it is for, how far it is, who runs it, where it is told."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from app.model.entry import Citation, Entry
from app.model.wording import period
from app.ui.parts.detail import FactGroups, Record
from app.ui.parts.entry_page import DetailPage
from app.ui.parts.naming import edition_short, joined, kind_words, term
from app.ui.parts.status import StageTag
from app.ui.routes import Route
from app.ui.widgets.chip import Tag

_RUN: Final = ("operated_by", "built_by", "led_by")


class ApplicationPage(DetailPage):
    """Status with its date and region stand in the head; planned is outlined in gold."""

    def back(self, entry: Entry) -> tuple[str, Route]:
        """To the list of applications."""
        del entry
        return self.ctx.words("applications.title"), Route("applications")

    def tags(self, entry: Entry) -> list[QWidget]:
        """Type, field in the colour of its category, status."""
        ctx = self.ctx
        made: list[QWidget] = [Tag(ctx, kind_words(ctx, entry))]
        if entry.field:
            made.append(Tag(ctx, term(ctx, "field", entry.field), category=entry.category))
        made.append(StageTag(ctx, entry.status, self.status_note(entry)))
        return made

    def status_note(self, entry: Entry) -> str:
        """As of when the status was told."""
        return period(entry.columns.get("status_date", ""), "", self.ctx.language)

    def records(self, entry: Entry, facts: FactGroups) -> list[Record]:
        """How far it is and as of when, who runs it, where; what is missing is said."""
        ctx = self.ctx
        cited = ctx.library.citations(entry.id)
        columns = {fact.key: fact for fact in facts.columns}
        made = []
        if (status := columns.get("status")) is not None:
            told, note = status.text.told(ctx.language), self.status_note(entry)
            if note:
                told = ctx.words("applications.record.status.of", status=told, date=note)
            made.append(Record(ctx.words("applications.record.status"), told,
                               status.citations or cited, status.check))  # fmt: skip
        made.append(self._operators(entry, cited))
        place = columns.get("place")
        label = ctx.words("applications.record.place")
        made.append(Record.of(ctx, place, label, cited) if place else Record(label))
        return made

    def _operators(self, entry: Entry, cited: tuple[Citation, ...]) -> Record:
        ctx = self.ctx
        links = [one for one in ctx.library.links(entry.id) if one.role in _RUN and one.forward]
        names = dict.fromkeys(one.other.name.told(ctx.language) for one in links)
        told = tuple(dict.fromkeys(cite for one in links for cite in one.citations))
        label = ctx.words("applications.record.operator")
        if not names:
            return Record(label)
        return Record(label, ctx.words("detail.comma").join(names), told or cited, entry.check)

    def meta(self, entry: Entry) -> str:
        """Region and edition."""
        region = term(self.ctx, "region", entry.columns.get("region", ""))
        return joined(region, edition_short(self.ctx, entry.edition))
