"""Search before anything is asked: recent searches, much looked for, editions, how to ask."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.model.query import Query
from app.ui.context import Context
from app.ui.items.shown_text import SHOWN, shown_text
from app.ui.parts.naming import edition_short
from app.ui.parts.visitor_data import forget_searches
from app.ui.routes import Route
from app.ui.widgets.chip import Chip
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.layouts import FlowLayout
from app.ui.widgets.rows import SectionHead

_POPULAR: Final = 14
_KINDS: Final = ("exhibit", "project", "application", "indicator")


class _Chip(Chip):
    """A chip that leads somewhere."""

    def __init__(self, ctx: Context, words: str, route: Route) -> None:
        super().__init__(ctx, words, checkable=False)
        self.route = route
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.ctx.go(self.route)


def _flow(ctx: Context, chips: list[_Chip]) -> QWidget:
    holder = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    flow = FlowLayout(holder, gap=ctx.px(8), row_gap=ctx.px(8))
    for chip in chips:
        flow.addWidget(chip)
    return holder


class StartState(QWidget):
    """Before anything is asked: recent searches, much looked for, editions, how to ask."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._column = QVBoxLayout(self)
        px, words = ctx.px, ctx.words
        self._column.setContentsMargins(px(40), px(30), px(40), px(40))
        self._column.setSpacing(px(12))
        self._column.addWidget(PlainLabel(ctx, words("search.title"), "h1"))
        self._column.addWidget(PlainLabel(ctx, words("search.lead"), "body", "ink2", measure=52))
        self._add_recent()
        self._add(words("search.popular"), self._popular())
        editions = ctx.library.entries("edition", order="number")
        chips = [_Chip(ctx, edition_short(ctx, one.id) or one.name.told(ctx.language),
                       Route.to(one.id)) for one in reversed(editions)]  # fmt: skip
        self._add(words("search.by-edition"), chips)
        self._column.addStretch(1)

    def _add(self, title: str, chips: list[_Chip]) -> None:
        if chips:
            self._column.addSpacing(self.ctx.px(10))
            self._column.addWidget(SectionHead(self.ctx, title, role="h3"))
            self._column.addWidget(_flow(self.ctx, chips))

    def _add_recent(self) -> None:
        ctx = self.ctx
        searches = ctx.visits.searches() if ctx.visits is not None else ()
        if not searches:
            return
        self._column.addSpacing(ctx.px(10))
        head = SectionHead(ctx, ctx.words("search.recent"), role="h3",
                           link=ctx.words("search.recent.clear"))  # fmt: skip
        head.opened.connect(self._on_forget)
        self._column.addWidget(head)
        chips = [_Chip(ctx, shown_text(text), Route("search").with_params(q=text))
                 for text in searches]  # fmt: skip
        self._column.addWidget(_flow(ctx, chips))

    def _popular(self) -> list[_Chip]:
        """The most important of the kinds that visitors come for, a few of each."""
        ctx = self.ctx
        share = _POPULAR // len(_KINDS) + 1
        chips: list[_Chip] = []
        for kind in _KINDS:
            asked = Query("", {"kind": (kind,)}, "rank", ctx.language, share)
            for entry in (hit.entry for hit in ctx.library.hits(asked)):
                name = entry.name.told(ctx.language)
                if len(name) <= SHOWN:
                    chips.append(_Chip(ctx, name, Route.to(entry.id)))
        return chips[:_POPULAR]

    def _on_forget(self) -> None:
        forget_searches(self.ctx)
