"""The head of an edition's page: dusk, hill, moon and strands; name, theme, dates, hosts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.entry import Entry, Link
from app.ui.art.covers import paint_edition_header
from app.ui.context import Context
from app.ui.parts.edition_story import EditionStory
from app.ui.parts.edition_words import edition_dates
from app.ui.parts.river_words import short_ordinal
from app.ui.routes import Route
from app.ui.widgets.breadcrumb import Breadcrumb
from app.ui.widgets.button import Button
from app.ui.widgets.keep_button import KeepButton
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.layouts import FlowLayout
from app.ui.widgets.link_word import LinkWord
from app.ui.widgets.marks import IconMark
from app.ui.widgets.tall_box import TallBox

_SETTLE_MS: Final = 120
_WORDS_SHARE: Final = 0.58  # the picture begins behind it
_NARROW: Final = 1000  # unscaled: below it the words need more, over a veiled picture
_NARROW_SHARE: Final = 0.72


class EditionHead(TallBox):
    """Full-bleed; `printed` asks for a page on paper."""

    printed = Signal()

    def __init__(self, ctx: Context, story: EditionStory, parent: QWidget | None = None) -> None:
        super().__init__(ctx.px(480), parent)
        self.ctx = ctx
        self._edition = story.edition
        self._picture: QPixmap | None = None
        self._window_size = QSize()  # when the picture was painted
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_SETTLE_MS)
        self._rest.timeout.connect(self._repaint_picture)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._build(story)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _build(self, story: EditionStory) -> None:
        ctx, px, words = self.ctx, self.ctx.px, self.ctx.words
        steps = [(words("edition.editions"), Route("home")),
                 (short_ordinal(ctx, story.edition), None)]  # fmt: skip
        column = self._column
        column.addWidget(Breadcrumb(ctx, steps, "dusk.soft"))
        column.addSpacing(px(12))
        name = story.edition.name.told(ctx.language)
        column.addWidget(PlainLabel(ctx, name, "display", "dusk.text", measure=30))
        column.addSpacing(px(6))
        theme = story.column("theme")
        told = theme.text.told(ctx.language) if theme is not None else ""
        told = told or words("home.theme.missing")
        column.addWidget(PlainLabel(ctx, told, "h2", "dusk.moon"))
        column.addSpacing(px(14))
        column.addLayout(self._when_and_where(story))
        column.addSpacing(px(6))
        self._add_hosts("edition.hosts", story.linked("hosted_by"))
        self._add_hosts("edition.organisers", story.linked("organised_by"))
        column.addSpacing(px(18))
        column.addLayout(self._buttons(story.edition))
        column.addStretch(1)

    def _when_and_where(self, story: EditionStory) -> FlowLayout:
        ctx = self.ctx
        flow = FlowLayout(gap=ctx.px(20), row_gap=ctx.px(4))
        when = edition_dates(ctx, story.edition) or ctx.words("home.dates.missing")
        flow.addWidget(_marked(ctx, "date", PlainLabel(ctx, when, "body", "dusk.text",
                                                       wrap=False)))  # fmt: skip
        places = [link.other for link in story.linked("held_at")]
        own = story.edition.place
        if own and own not in [one.id for one in places] and ctx.library.has(own):
            places.insert(0, ctx.library.entry(own))
        for place in places:
            link = LinkWord(ctx, place.name.told(ctx.language), Route.to(place.id), role="body",
                            color="dusk.text")  # fmt: skip
            flow.addWidget(_marked(ctx, "place", link))
        return flow

    def _add_hosts(self, label: str, links: tuple[Link, ...]) -> None:
        ctx, words = self.ctx, self.ctx.words
        if not links and label != "edition.hosts":
            return
        flow = FlowLayout(gap=0, row_gap=0)
        if not links:
            told = PlainLabel(ctx, words("edition.hosts.missing"), "small", "dusk.soft", wrap=False)
            flow.addWidget(told)
        else:
            flow.addWidget(_line(PlainLabel(ctx, words(label), "small", "dusk.soft", wrap=False)))
        for place, link in enumerate(links):
            tail = words("edition.joint") if place + 1 < len(links) else ""
            name, route = link.other.name.told(ctx.language), Route.to(link.other.id)
            flow.addWidget(LinkWord(ctx, name, route, tail=tail, color="dusk.soft"))
        self._column.addLayout(flow)

    def _buttons(self, edition: Entry) -> FlowLayout:
        ctx, words = self.ctx, self.ctx.words
        flow = FlowLayout(gap=ctx.px(12))
        show = Button(ctx, words("edition.to-exhibits"), "duskPrimary", icon="zone")
        show.clicked.connect(self._on_exhibits)
        printer = Button(ctx, words("common.print"), "dusk", icon="print")
        printer.clicked.connect(self.printed)
        for button in (show, KeepButton(ctx, edition.id, "dusk"), printer):
            flow.addWidget(button)
        return flow

    def _on_exhibits(self) -> None:
        self.ctx.go(Route("zone").with_params(edition=self._edition.id))

    # The picture

    def _number(self) -> int:
        told = self._edition.columns.get("ordinal", "")
        return int(told) if told.isdigit() else 0

    def _repaint_picture(self) -> None:
        ratio, size = self.devicePixelRatioF(), self.size()
        picture = QPixmap(QSize(round(size.width() * ratio), round(size.height() * ratio)))
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        paint_edition_header(painter, self._edition.id, self._number(), size.width(),
                             size.height())  # fmt: skip
        if size.width() < self.ctx.px(_NARROW):
            self._veil(painter)
        painter.end()
        self._picture, self._window_size = picture, self.window().size()
        self.update()

    def _veil(self, painter: QPainter) -> None:
        """Words that reach over the picture stay easy to read."""
        land, clear = QColor(self.ctx.theme.color("dusk.land")), QColor(0, 0, 0, 0)
        land.setAlphaF(0.94)
        veil = QLinearGradient(self.width() * 0.68, 0, self.width(), 0)
        veil.setColorAt(0, land)
        veil.setColorAt(1, clear)
        painter.fillRect(self.rect(), veil)

    def _fit(self, width: int) -> None:
        """Words stand at the left of the picture."""
        px = self.ctx.px
        share = _WORDS_SHARE if width >= px(_NARROW) else _NARROW_SHARE
        right = max(px(40), round(width * (1 - share)))
        self._column.setContentsMargins(px(40), px(26), right, px(40))

    def heightForWidth(self, width: int) -> int:
        """As high as its words at this width."""
        self._fit(width)
        return super().heightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a drag of the window the old picture is stretched until it rests."""
        super().resizeEvent(event)
        self._fit(event.size().width())
        if self.window().size() == self._window_size:
            self._picture = None  # the layout moved: that happens once
        elif self._picture is not None:
            self._rest.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture."""
        if self._picture is None:
            self._repaint_picture()
        assert self._picture is not None
        QPainter(self).drawPixmap(self.rect(), self._picture)


def _marked(ctx: Context, icon: str, label: QWidget) -> QWidget:
    """An icon before words."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(ctx.px(6))
    row.addWidget(IconMark(ctx, icon, "dusk.soft", 18))
    row.addWidget(label)
    return box


def _line(label: PlainLabel) -> PlainLabel:
    """As high as the links beside it."""
    label.setMinimumHeight(label.ctx.px(24))
    return label
