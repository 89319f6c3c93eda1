"""A page comes in from the side it lies on: 24 px and a fade, painted from one picture of it."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.context import Context
from app.ui.widgets.ghost import Ghost, Way

_SLIDE: Final = 24


def bring_in(ctx: Context, stack: QStackedWidget, page: QWidget, *, back: bool = False) -> None:
    """Let the page on show come in; at once where motion is reduced or nothing is shown yet."""
    settle(stack)
    if not ctx.theme.duration("page") or not stack.isVisible() or stack.size().isEmpty():
        return
    way = Way(0, 1, -ctx.px(_SLIDE) if back else ctx.px(_SLIDE))
    picture = page.grab()  # what would be the first paint: below the ghost none is made
    ghost = Ghost(stack, stack.rect(), picture, way, ctx.theme.color("paper"))
    ghost.start(ctx.theme, "page", "enter")


def settle(stack: QStackedWidget) -> None:
    """End a motion that is still going on."""
    for ghost in stack.findChildren(Ghost):
        if ghost.parentWidget() is stack and ghost.isVisible():
            ghost.leave()
