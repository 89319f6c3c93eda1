"""One activity, place, person or document – and whatever kind has no page of its own."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from app.model.entry import Entry
from app.ui.parts.entry_page import DetailPage
from app.ui.parts.naming import edition_short, entry_dates, joined, term
from app.ui.routes import Route
from app.ui.widgets.chip import Tag

# The page that lists a kind; kinds without one are listed by the search.
_LISTS: Final = {
    "exhibit": "zone", "project": "projects", "application": "applications",
    "organisation": "organisations", "task": "plan", "source": "sources",
    "indicator": "figures", "edition": "home",
}  # fmt: skip


class EntryPage(DetailPage):
    """Everything comes from the shared parts; this page only knows where back leads."""

    def back(self, entry: Entry) -> tuple[str, Route]:
        """To its edition, to the list of its kind, else to the search of that kind."""
        ctx = self.ctx
        if entry.edition:
            return edition_short(ctx, entry.edition), Route.to(entry.edition)
        words = term(ctx, "kind", entry.kind)
        if entry.kind in _LISTS:
            return words, Route(_LISTS[entry.kind])
        return words, Route("search", "", (("kind", entry.kind),))

    def meta(self, entry: Entry) -> str:
        """Edition or scope, and when."""
        ctx = self.ctx
        region = term(ctx, "region", entry.columns.get("region", ""))
        return joined(edition_short(ctx, entry.edition), region, entry_dates(ctx, entry))

    def tags(self, entry: Entry) -> list[QWidget]:
        """Kind, type and status."""
        made = super().tags(entry)
        if entry.type:
            made.insert(0, Tag(self.ctx, term(self.ctx, "kind", entry.kind), "riverTint",
                               "onRiverTint"))  # fmt: skip
        return made
