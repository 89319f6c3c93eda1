"""What this visitor keeps: entries by kind, each with a note; taken out with a way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.base.errors import AppError
from app.model.entry import KINDS
from app.model.wording import period
from app.ui.context import Context
from app.ui.page import ScrollPage
from app.ui.parts.naming import entry_meta, joined, term
from app.ui.parts.selection_tools import SelectionTools
from app.ui.routes import Route
from app.ui.widgets.button import IconButton
from app.ui.widgets.cover_view import CoverSpec
from app.ui.widgets.entry_row import EntryRow, RowText
from app.ui.widgets.keep_button import restore
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.notes import EmptyState, SideNote
from app.ui.widgets.rows import SectionHead

if TYPE_CHECKING:
    from app.store.visits import Favourite

_NOTE_LENGTH: Final = 200


class NoteField(QLineEdit):
    """One line that saves itself when it is left or Enter is pressed."""

    saved = Signal(str, str)  # entry id, note

    def __init__(self, ctx: Context, entry_id: str, name: str, note: str) -> None:
        super().__init__(note)
        self._entry_id = entry_id
        self._told = note
        self.setMaxLength(_NOTE_LENGTH)
        self.setPlaceholderText(ctx.words("favourites.note.hint"))
        self.setAccessibleName(ctx.words("favourites.note.name", name=name))
        self.setMinimumHeight(ctx.px(36))
        self.editingFinished.connect(self.save)

    def save(self) -> None:
        """Tell what was written, once."""
        if self.text() != self._told:
            self._told = self.text()
            self.saved.emit(self._entry_id, self._told)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving saves as well."""
        super().focusOutEvent(event)
        self.save()


class _Kept(QWidget):
    """One kept entry: the row that opens it, its note, the way out."""

    removed = Signal(str)
    noted = Signal(str, str)

    def __init__(self, ctx: Context, kept: Favourite) -> None:
        super().__init__()
        self.ctx = ctx
        self.entry_id = kept.id
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ctx.px(16))
        name = self._add_row(row, kept)
        self.note = NoteField(ctx, kept.id, name, kept.note)
        self.note.saved.connect(self.noted)
        row.addWidget(self.note, 9)
        told = ctx.words("favourites.remove.name", name=name)
        self.remove = IconButton(ctx, "clear", told)
        self.remove.clicked.connect(self._on_removed)
        row.addWidget(self.remove)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def _add_row(self, row: QHBoxLayout, kept: Favourite) -> str:
        ctx = self.ctx
        added = ctx.words("favourites.added", date=period(kept.added[:10], "", ctx.language))
        if not ctx.library.has(kept.id):
            gone = EntryRow(ctx, RowText(kept.id.partition("/")[2], ctx.words("favourites.gone")),
                            icon="absent", caret=False, inset=0)  # fmt: skip
            gone.setEnabled(False)
            row.addWidget(gone, 14)
            return kept.id
        entry = ctx.library.entry(kept.id)
        name = entry.name.told(ctx.language)
        self.row = EntryRow(ctx, RowText(name, joined(entry_meta(ctx, entry), added)), inset=0,
                            cover=CoverSpec.of(ctx, entry))  # fmt: skip
        self.row.clicked.connect(self._on_opened)
        row.addWidget(self.row, 14)
        return name

    def _on_opened(self) -> None:
        self.ctx.go(Route.to(self.entry_id))

    def _on_removed(self) -> None:
        self.removed.emit(self.entry_id)


class FavouritesPage(ScrollPage):
    """`favourites`."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self.kept: list[_Kept] = []
        self.tools: SelectionTools | None = None
        ctx.visits_changed.connect(self._on_changed)

    def enter(self, route: Route) -> None:
        """Show what is kept now."""
        ctx, words = self.ctx, self.ctx.words
        self.clear()
        self.kept, self.tools = [], None
        self.column.addWidget(PlainLabel(ctx, words("favourites.title"), "h1"))
        self.column.addWidget(PlainLabel(ctx, words("favourites.lead"), "body", "ink2"))
        self.column.addSpacing(ctx.px(12))
        if ctx.visits is None and not ctx.visits_tried:
            return  # it is opened soon after the first paint
        if ctx.visits is None:
            title, reason = words("favourites.closed.title"), words("favourites.closed.reason")
            self.column.addWidget(EmptyState(ctx, title, reason, icon="rejected"))
            return
        if ctx.visits.rescued is not None:
            told = words("favourites.rescued.reason", file=ctx.visits.rescued.name)
            self.column.addWidget(SideNote(ctx, words("favourites.rescued.title"), told))
        kept = ctx.visits.favourites()
        self.tools = SelectionTools(ctx, is_empty=not kept)
        self.column.addWidget(self.tools)
        self.column.addSpacing(ctx.px(12))
        self._show(kept)

    def print_now(self) -> None:
        """What is kept, typeset; an empty page as it is."""
        if self.kept and self.tools is not None:
            self.tools.print_now()
        else:
            super().print_now()

    def _show(self, favourites: tuple[Favourite, ...]) -> None:
        if not favourites:
            self._show_empty()
            return
        for kind in (*KINDS, ""):
            group = [one for one in favourites if _kind(one) == kind]
            if group:
                self._show_group(kind, group)

    def _show_empty(self) -> None:
        ctx, words = self.ctx, self.ctx.words
        box = EmptyState(ctx, words("favourites.empty.title"), words("favourites.empty.reason"),
                         icon="save", action=words("favourites.empty.action"))  # fmt: skip
        box.opened.connect(self._on_editions)
        self.column.addWidget(box)

    def _show_group(self, kind: str, group: list[Favourite]) -> None:
        ctx = self.ctx
        title = term(ctx, "kind", kind) or ctx.words("favourites.gone")
        count = ctx.words.count("favourites.count", len(group))
        self.column.addWidget(SectionHead(ctx, title, role="h3", count=count))
        rows = QVBoxLayout()
        rows.setSpacing(0)
        for one in reversed(group):
            kept = _Kept(ctx, one)
            kept.removed.connect(self._on_removed)
            kept.noted.connect(self._on_noted)
            rows.addWidget(kept)
            self.kept.append(kept)
        self.column.addLayout(rows)
        self.column.addSpacing(ctx.px(16))

    def title(self) -> str:
        """收藏."""
        return self.ctx.words("favourites.title")

    def _on_changed(self) -> None:
        if self.isVisible() and self.route is not None:
            place = self.place()
            self.enter(self.route)
            self.return_to(place)

    def _on_editions(self) -> None:
        self.navigate.emit(Route("home"))

    def _on_removed(self, entry_id: str) -> None:
        ctx = self.ctx
        if ctx.visits is None:
            return
        at = next((n for n, one in enumerate(self.kept) if one.entry_id == entry_id), 0)
        try:
            kept = ctx.visits.drop(entry_id)
        except AppError:
            ctx.tell(ctx.words("favourites.not-saved"))
            return
        ctx.visits_changed.emit()
        known = ctx.library.has(entry_id)
        name = ctx.library.entry(entry_id).name.told(ctx.language) if known else entry_id
        ctx.tell(ctx.words("favourites.dropped.toast", name=name), partial(restore, ctx, kept))
        if self.kept:
            next_one = self.kept[min(at, len(self.kept) - 1)]
            next_one.remove.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_noted(self, entry_id: str, note: str) -> None:
        ctx = self.ctx
        if ctx.visits is None or not ctx.visits.is_favourite(entry_id):
            return
        try:
            ctx.visits.keep(entry_id, note)
        except AppError:
            ctx.tell(ctx.words("favourites.not-saved"))


def _kind(kept: Favourite) -> str:
    kind = kept.id.partition("/")[0]
    return kind if kind in KINDS else ""
