"""The relations of an entry, grouped by role and direction; every row leads to the other end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.model.entry import Link
from app.ui.context import Context
from app.ui.parts.detail import Block
from app.ui.parts.naming import entry_meta, joined
from app.ui.routes import Route
from app.ui.widgets.button import Button
from app.ui.widgets.cover_view import CoverSpec
from app.ui.widgets.entry_row import EntryRow, RowText
from app.ui.widgets.seal_book import SealBook

_ROWS_AT_FIRST = 6
_WEAK = ("about", "possibly_same")


class LinkGroup(NamedTuple):
    """The links of one role seen from one end."""

    label: str
    links: tuple[Link, ...]


def group_links(links: Sequence[Link], language: str) -> tuple[LinkGroup, ...]:
    """Links by what they say, in the order in which they first come; none is told twice.

    What is only mentioned or guessed to be the same comes last.
    """
    groups: dict[str, dict[str, Link]] = {}
    for link in sorted(links, key=lambda link: link.role in _WEAK):
        groups.setdefault(link.label.told(language), {}).setdefault(link.other.id, link)
    return tuple(LinkGroup(label, tuple(found.values())) for label, found in groups.items())


class RelationGroup(Block):
    """One role: its words, how many, and the rows."""

    def __init__(
        self, ctx: Context, group: LinkGroup, book: SealBook, *, covers: bool = True,
        rows_at_first: int = _ROWS_AT_FIRST, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        count = str(len(group.links)) if len(group.links) > 1 else ""
        super().__init__(ctx, group.label, count=count, gap=6, parent=parent)
        self._group, self._book, self._covers = group, book, covers
        self.rows: list[EntryRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.column.addLayout(self._rows)
        self._more: Button | None = None
        hidden = len(group.links) - rows_at_first
        if hidden > 1:
            self._more = Button(ctx, ctx.words("detail.more", n=hidden), "ghost",
                                trailing="expand")  # fmt: skip
            self._more.clicked.connect(self._on_more)
            self.column.addSpacing(ctx.px(8))
            self.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
            self._show(rows_at_first)
        else:
            self._show(len(group.links))

    def _show(self, count: int) -> None:
        for link in self._group.links[len(self.rows) : count]:
            row = self._row(link)
            row.clicked.connect(self._on_row)
            self._rows.addWidget(row)
            self.rows.append(row)

    def _row(self, link: Link) -> EntryRow:
        ctx, other = self.ctx, link.other
        meta = joined(entry_meta(ctx, other), link.note.told(ctx.language))
        row = EntryRow(
            ctx, RowText(other.name.told(ctx.language), meta), inset=0,
            cover=CoverSpec.of(ctx, other) if self._covers else None, cover_size=(44, 44),
            citations=link.citations, book=self._book if link.citations else None,
        )  # fmt: skip
        row.entry_id = other.id
        return row

    def _on_row(self) -> None:
        row = self.sender()
        if isinstance(row, EntryRow):
            self.ctx.go(Route.to(row.entry_id))

    def _on_more(self) -> None:
        first = len(self.rows)
        self._show(len(self._group.links))
        self.rows[first].setFocus(Qt.FocusReason.TabFocusReason)
        if self._more is not None:
            self._more.hide()


class RelationsBlock(QWidget):
    """All groups below each other."""

    def __init__(
        self, ctx: Context, groups: Sequence[LinkGroup], book: SealBook, *, covers: bool = True,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ctx.px(28))
        self.groups = [RelationGroup(ctx, group, book, covers=covers) for group in groups]
        for group in self.groups:
            column.addWidget(group)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
