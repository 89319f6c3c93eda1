"""The popover of a seal: which source, which place in it, and the way to its citation card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.model.entry import VERIFIED, Citation
from app.model.wording import period
from app.ui.context import Context
from app.ui.routes import Route
from app.ui.widgets.button import Button
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.popover import Popover

_SHOWN = 4


class _CardLink(Button):
    """打开引文卡."""

    def __init__(self, ctx: Context, source: str) -> None:
        super().__init__(ctx, ctx.words("common.seal.open"), "ghost", trailing="open")
        self.source = source


class CitationPopover(Popover):
    """Lists the cited places; each opens its source."""

    def __init__(self, ctx: Context, citations: Sequence[Citation], opener: QWidget) -> None:
        super().__init__(ctx, opener)
        self._links: list[_CardLink] = []
        self.column.setSpacing(0)
        for citation in citations[:_SHOWN]:
            self._add(citation)
        more = len(citations) - _SHOWN
        if more > 0:
            self.column.addWidget(
                PlainLabel(ctx, ctx.words("common.seal.more", n=more), "caption", "ink3")
            )

    def _add(self, citation: Citation) -> None:
        ctx = self.ctx
        source = ctx.library.entry(citation.source)
        if self._links:
            self.column.addSpacing(ctx.px(8))
        self.column.addWidget(PlainLabel(ctx, source.name.told(ctx.language), "smallStrong"))
        told = [period(source.start, source.end, ctx.language), citation.locator]
        if citation.check != VERIFIED:
            told.append(ctx.words("common.seal.unverified"))
        where = " · ".join(part for part in told if part)
        self.column.addWidget(PlainLabel(ctx, where, "small", "ink2"))
        link = _CardLink(ctx, citation.source)
        link.clicked.connect(self._on_link)
        self._links.append(link)
        self.column.addWidget(link)

    def _on_link(self) -> None:
        link = self.sender()
        if isinstance(link, _CardLink):
            source = link.source
            self.close_now()
            self.ctx.go(Route.to(source))
