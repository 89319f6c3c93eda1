"""Settings: how it looks, which content is in use, what is kept of the visitor, licences."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from app import __version__
from app.ui.context import Context
from app.ui.page import ScrollPage
from app.ui.parts.licences import LicenceLinks
from app.ui.parts.settings_content import ContentPanel
from app.ui.parts.settings_look import LookSettings
from app.ui.parts.settings_visitor import VisitorPanel
from app.ui.routes import Route
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.panel import Panel
from app.ui.widgets.rows import PageHead

_TWO_COLUMNS: Final = 900


class SettingsPage(ScrollPage):
    """`settings`."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.look: LookSettings | None = None
        self.pack: ContentPanel | None = None
        self.visitor: VisitorPanel | None = None
        self.licences: LicenceLinks | None = None

    def enter(self, route: Route) -> None:
        """Show what is set now. While content is being built the page stays as it is."""
        if self.pack is not None and self.pack.is_working():
            return
        ctx, px, words = self.ctx, self.ctx.px, self.ctx.words
        self.clear()
        self.column.addWidget(PageHead(ctx, words("settings.title"), words("settings.lead")))
        self.column.addSpacing(px(8))
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(px(40))
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            side.setSpacing(px(24))
        self.look = LookSettings(ctx)
        self.pack = ContentPanel(ctx)
        self.pack.check_asked.connect(self._on_check)
        self.visitor = VisitorPanel(ctx)
        left.addWidget(self.look)
        left.addWidget(self.visitor)
        right.addWidget(self.pack)
        right.addWidget(self._about())
        for side in (left, right):
            side.addStretch(1)
        self._sides.addLayout(left, 46)
        self._sides.addLayout(right, 54)
        self.column.addLayout(self._sides)
        self._turn()

    def _about(self) -> Panel:
        ctx, words = self.ctx, self.ctx.words
        panel = Panel(ctx, words("settings.about"))
        panel.column.addWidget(PlainLabel(ctx, words("settings.about"), "h2"))
        panel.column.addWidget(PlainLabel(ctx, words("settings.about.note"), "body", "ink2"))
        told = words("settings.about.version", version=__version__)
        panel.column.addWidget(PlainLabel(ctx, told, "small", "ink2"))
        panel.column.addSpacing(ctx.px(14))
        self.licences = LicenceLinks(ctx)
        panel.column.addWidget(self.licences)
        return panel

    def title(self) -> str:
        """设置."""
        return self.ctx.words("settings.title")

    def subject(self) -> str:
        """Nothing that could be kept."""
        return ""

    def _on_check(self) -> None:
        self.navigate.emit(Route("check"))

    def _turn(self) -> None:
        narrow = self.width() < self.ctx.px(_TWO_COLUMNS)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(way)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where two would be narrow."""
        self._turn()
        super().resizeEvent(event)
