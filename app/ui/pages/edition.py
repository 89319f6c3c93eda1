"""One edition: its head, and beside its sections a tide gauge that is the table of contents."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.page import ScrollPage, empty
from app.ui.parts.edition_body import EditionBody
from app.ui.parts.edition_head import EditionHead
from app.ui.parts.edition_sections import Neighbour
from app.ui.parts.edition_story import EditionStory, read_story
from app.ui.parts.pager import Neighbours, StepKeys
from app.ui.parts.river_words import short_ordinal, year_of
from app.ui.routes import Route
from app.ui.widgets.button import Button
from app.ui.widgets.gauge import TideGauge
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.seal_book import SealBook
from app.ui.widgets.tall_box import TallBox

_UNBOUND: Final = 16_777_215  # Qt's largest width
_ASIDE: Final = 200
_GAP: Final = 64
_MAIN: Final = 1180
_LEAST: Final = 900  # narrower pages have no room for the gauge


class EditionPage(ScrollPage):
    """`edition/2023`."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self._title = ""
        self.head: EditionHead | None = None
        self.body: EditionBody | None = None
        self._keys = StepKeys(ctx, self)
        self.content.setMaximumWidth(_UNBOUND)
        self.column.setContentsMargins(0, 0, 0, ctx.px(64))
        self.column.setSpacing(0)
        self._build()
        self._connect()

    def _build(self) -> None:
        """What floats beside the sections: contents, and the editions before and after."""
        px = self.ctx.px
        self.beside = QWidget(self.content)
        column = QVBoxLayout(self.beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        self.gauge = TideGauge(self.ctx)
        column.addWidget(self.gauge)
        self._around = QVBoxLayout()
        self._around.setSpacing(0)
        column.addSpacing(px(12))
        column.addLayout(self._around)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self._float)

    def _connect(self) -> None:
        self.gauge.chosen.connect(self._on_chosen)
        self.area.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.area.verticalScrollBar().rangeChanged.connect(self._on_scrolled)

    def enter(self, route: Route) -> None:
        """Tell of the edition of the route."""
        story = read_story(self.ctx.library, route.id)
        self._title = story.edition.name.told(self.ctx.language)
        self.clear()
        book = SealBook()
        self.head = EditionHead(self.ctx, story)
        self.head.printed.connect(self.print_now)
        self.column.addWidget(self.head)
        self.body = EditionBody(self.ctx, story, book)
        self.body.setMaximumWidth(self.ctx.px(_MAIN))
        self._frame = TallBox(self.ctx.px(480))
        row = QHBoxLayout(self._frame)
        margin = self.ctx.px(40)
        row.setContentsMargins(margin, self.ctx.px(28), margin, 0)
        row.setSpacing(self.ctx.px(_GAP))
        row.addWidget(self.body, 1)
        self._room = QWidget()
        self._room.setFixedWidth(self.ctx.px(_ASIDE))
        row.addWidget(self._room)
        row.addStretch(0)
        self.column.addWidget(self._frame)
        self.column.addStretch(1)
        self._fill_beside(story)
        self._fit()

    def _fill_beside(self, story: EditionStory) -> None:
        ctx = self.ctx
        assert self.body is not None
        self.gauge.set_sections([(key, words) for key, words, _ in self.body.sections])
        empty(self._around)
        self._around.addWidget(PlainLabel(ctx, ctx.words("edition.neighbours"), "small", "ink2"))
        self._around.addSpacing(ctx.px(8))
        self._keys.show_around(Neighbours(story.previous, story.following, 0, 0))
        for edition, forward in ((story.previous, False), (story.following, True)):
            if edition is not None:
                title = f"{short_ordinal(ctx, edition)} {year_of(edition)}".strip()
                self._around.addWidget(Neighbour(ctx, edition, title, forward=forward))
        unfold = Button(ctx, ctx.words("timeline.open"), "ghost", icon="timeline")
        unfold.clicked.connect(self._on_unfold)
        self._around.addSpacing(ctx.px(8))
        self._around.addWidget(unfold)

    def title(self) -> str:
        """第六届数字中国建设峰会."""
        return self._title

    def return_to(self, place: int) -> None:
        """Scroll back; the gauge goes along."""
        super().return_to(place)
        self._settle.start(0)

    # Slots

    def _on_unfold(self) -> None:
        """The timeline, at this edition."""
        if self.route is not None:
            self.navigate.emit(Route("timeline", params=(("at", self.route.id),)))

    def _on_chosen(self, key: str) -> None:
        assert self.body is not None
        for name, _, part in self.body.sections:
            if name == key:
                self.show_part(part)

    def _on_scrolled(self) -> None:
        self._float()

    # Helpers

    def _fit(self) -> None:
        """The gauge stands beside the sections where there is room for it."""
        roomy = self.width() >= self.ctx.px(_LEAST)
        self._room.setVisible(roomy)
        self.beside.setVisible(roomy)
        self._settle.start(0)

    def _float(self) -> None:
        """Keep the gauge in sight, and its float at the section being read."""
        if self.body is None or not self._room.isVisible():
            return
        at = self.area.verticalScrollBar().value()
        corner = self._room.mapTo(self.content, self._room.rect().topLeft())
        size = self.beside.sizeHint()
        last = corner.y() + max(0, self._room.height() - size.height())
        top = min(max(corner.y(), at + self.ctx.px(24)), last)
        self.beside.setGeometry(corner.x(), top, self.ctx.px(_ASIDE), size.height())
        self.beside.raise_()
        self.gauge.set_current(self._section_at(at))

    def _section_at(self, at: int) -> str:
        """The last section whose head has passed the upper third of the page."""
        assert self.body is not None
        bar = self.area.verticalScrollBar()
        keys = [key for key, _, _ in self.body.sections]
        if at and at >= bar.maximum():
            return keys[-1]
        line = at + self.height() // 3
        passed = [
            key for key, _, part in self.body.sections
            if part.mapTo(self.content, part.rect().topLeft()).y() <= line
        ]  # fmt: skip
        return passed[-1] if passed and at else keys[0]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the gauge, or take it."""
        super().resizeEvent(event)
        if self.body is not None:
            self._fit()
