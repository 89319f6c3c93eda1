"""Clears what the visitor file keeps, and puts it back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from app.base.errors import AppError
from app.store.visits import Favourite
from app.ui.context import Context


def forget_searches(ctx: Context) -> None:
    """Forget every search; the toast offers to take it back."""
    if ctx.visits is None:
        return
    searches = ctx.visits.searches()
    if _is_written(ctx, ctx.visits.forget_searches):
        told = ctx.words.count("settings.searches.cleared", len(searches))
        ctx.tell(told, partial(_restore_searches, ctx, searches))


def forget_favourites(ctx: Context) -> None:
    """Keep nothing any more; the toast offers to take it back."""
    if ctx.visits is None:
        return
    kept = ctx.visits.favourites()
    if _is_written(ctx, partial(_drop_all, ctx, kept)):
        told = ctx.words.count("settings.favourites.cleared", len(kept))
        ctx.tell(told, partial(_restore_favourites, ctx, kept))


def _drop_all(ctx: Context, kept: tuple[Favourite, ...]) -> None:
    if ctx.visits is not None:
        for one in kept:
            ctx.visits.drop(one.id)


def _restore_favourites(ctx: Context, kept: tuple[Favourite, ...]) -> None:
    if ctx.visits is not None:
        for one in kept:
            _is_written(ctx, partial(ctx.visits.restore, one))


def _restore_searches(ctx: Context, searches: tuple[str, ...]) -> None:
    if ctx.visits is not None:
        for text in reversed(searches):  # newest first: the newest is remembered last
            _is_written(ctx, partial(ctx.visits.remember_search, text))


def _is_written(ctx: Context, write: Callable[[], object]) -> bool:
    """Write and tell all pages; a fault is told in a toast."""
    try:
        write()
    except AppError as fault:
        from app.ui.messages import message

        ctx.tell(message(fault, ctx.words))
        return False
    ctx.visits_changed.emit()
    return True
