"""One organisation: its roles – host, lead, signatory, exhibitor – and what the sources say."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.model.entry import Entry, Link
from app.ui.context import Context
from app.ui.parts.detail import FactGroups, FiguresBlock, StatementsBlock, group_facts
from app.ui.parts.entry_page import DetailPage
from app.ui.parts.naming import term
from app.ui.parts.relations import RelationsBlock, group_links
from app.ui.parts.roles import RolesBlock
from app.ui.routes import Route


class OrganisationPage(DetailPage):
    """What it did stands in the wide column, what is said of it beside."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self._relations: RelationsBlock | None = None

    def back(self, entry: Entry) -> tuple[str, Route]:
        """To the list of organisations."""
        del entry
        return self.ctx.words("organisations.title"), Route("organisations")

    def meta(self, entry: Entry) -> str:
        """Its region."""
        return term(self.ctx, "region", entry.columns.get("region", ""))

    def main_blocks(self, entry: Entry, facts: FactGroups) -> list[QWidget]:
        """Roles in numbers, then every relation by role."""
        groups = group_links(self.links(entry), self.ctx.language)
        if not groups:
            return self._told(facts)
        roles = RolesBlock(self.ctx, groups)
        roles.chosen.connect(self._on_role)
        self._relations = RelationsBlock(self.ctx, groups, self.book)
        return [roles, self._relations]

    def _on_role(self, place: int) -> None:
        if self._relations is not None:
            group = self._relations.groups[place]
            self.show_part(group)
            group.rows[0].setFocus(Qt.FocusReason.TabFocusReason)

    def side_blocks(self, entry: Entry, links: tuple[Link, ...]) -> list[QWidget]:
        """Figures and statements, where the wide column is taken by relations."""
        facts = group_facts(self.ctx.library.facts(entry.id))
        return self._told(facts) if links else []

    def _told(self, facts: FactGroups) -> list[QWidget]:
        made: list[QWidget] = []
        if facts.figures:
            made.append(FiguresBlock(self.ctx, facts.figures, self.book, most=2))
        if facts.statements:
            made.append(StatementsBlock(self.ctx, facts.statements, self.book, label_width=72))
        return made
