"""收藏 / 已收藏: keeps an entry in the visitor file, or takes it out, with a way back."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.base.errors import AppError
from app.ui.context import Context
from app.ui.widgets.button import Button


def toggle_keep(ctx: Context, entry_id: str) -> None:
    """Keep this entry, or keep it no longer; a toast tells it and offers to undo."""
    if ctx.visits is None:
        ctx.tell(ctx.words("favourites.closed.title"))
        return
    if not ctx.library.has(entry_id):
        return
    name = ctx.library.entry(entry_id).name.told(ctx.language)
    try:
        kept = ctx.visits.drop(entry_id) if ctx.visits.is_favourite(entry_id) else None
        if kept is None:
            ctx.visits.keep(entry_id)
    except AppError:
        ctx.tell(ctx.words("favourites.not-saved"))
        return
    ctx.visits_changed.emit()
    if kept is None:
        undo = partial(_drop, ctx, entry_id)
        ctx.tell(ctx.words("favourites.kept.toast", name=name), undo)
    else:
        ctx.tell(ctx.words("favourites.dropped.toast", name=name), partial(restore, ctx, kept))


def _drop(ctx: Context, entry_id: str) -> None:
    if ctx.visits is not None:
        ctx.visits.drop(entry_id)
        ctx.visits_changed.emit()


def restore(ctx: Context, kept: object) -> None:
    """Put back what was taken out, at its old place and with its note."""
    from app.store.visits import Favourite

    if ctx.visits is not None and isinstance(kept, Favourite):
        ctx.visits.restore(kept)
        ctx.visits_changed.emit()


class KeepButton(Button):
    """Follows the visitor file, which is opened after the first paint."""

    def __init__(
        self, ctx: Context, entry_id: str = "", kind: str = "secondary", *, small: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            ctx, ctx.words("favourites.keep"), kind, icon="save", small=small, parent=parent
        )
        self._entry_id = entry_id
        self.clicked.connect(self._on_clicked)
        ctx.visits_changed.connect(self.refresh)
        self.refresh()

    def show_entry(self, entry_id: str) -> None:
        """Stand for another entry."""
        self._entry_id = entry_id
        self.refresh()

    @property
    def is_kept(self) -> bool:
        """Whether its entry is in the visitor file."""
        visits = self.ctx.visits
        return visits is not None and visits.is_favourite(self._entry_id)

    def refresh(self) -> None:
        """Say how it stands."""
        words, kept = self.ctx.words, self.is_kept
        self.set_icon("saved" if kept else "save")
        self.set_words(words("favourites.kept" if kept else "favourites.keep"))
        if self.ctx.library.has(self._entry_id):
            name = self.ctx.library.entry(self._entry_id).name.told(self.ctx.language)
            key = "favourites.kept.name" if kept else "favourites.keep.name"
            self.setAccessibleName(words(key, name=name))

    def _on_clicked(self) -> None:
        toggle_keep(self.ctx, self._entry_id)
