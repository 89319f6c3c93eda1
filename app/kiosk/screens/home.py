"""The first screen of a visit: the river and four doors."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from app.kiosk.context import KioskContext
from app.kiosk.screens.base import Screen
from app.kiosk.screens.home_words import doorways, note, since
from app.kiosk.screens.panorama import Panorama, home_view
from app.kiosk.widgets.bar import bar_height
from app.kiosk.widgets.buttons import TouchButton
from app.kiosk.widgets.door import Door
from app.kiosk.widgets.emblem import paint_emblem
from app.kiosk.widgets.pen import Pen
from app.kiosk.widgets.search_field import SearchField
from app.kiosk.widgets.sketch import Sketch
from app.model.text import EN
from app.ui.parts.home_choice import RIVER_INDICATOR
from app.ui.parts.river_words import river_facts, stations
from app.ui.routes import Route
from app.ui.timeline.river_timeline import RiverTimeline
from app.ui.timeline.stations import KIOSK_LANDSCAPE

_GAP: Final = 16
_EDGE: Final = 40
_WIDE_EDGE: Final = 60
_LOW_TOP: Final = 124  # above it nothing is touched in low reach
_SHIFT: Final = 112  # of hills and moon where the words are long
_FLAT: Final = 240  # doors lower than this have their print at the left


class HomeScreen(Screen):
    """Mockups 13, 12 and 17b."""

    bar_item = "home"

    def __init__(self, ctx: KioskContext, route: Route, parent: QWidget | None = None) -> None:
        super().__init__(ctx, route, parent)
        self.editions = ctx.library.entries("edition", order="number")
        self.doors: list[Door] = []
        if ctx.stage.is_portrait:
            self._build_portrait()
        else:
            self._build_landscape()

    # Portrait

    def _build_portrait(self) -> None:
        ctx, low = self.ctx, self.ctx.is_low
        top = self.down - (780 if low else 1020)  # where the controls begin
        self._put_hero(top - 40)
        field = self.put(SearchField(ctx), _EDGE, top, self.across - 2 * _EDGE, 88 if low else 108)
        field.clicked.connect(self._on_search)
        start = top + (104 if low else 140)
        foot = self.down - bar_height(ctx) - 96
        columns = 1 if ctx.is_large and not low else 2
        self._put_doors(_EDGE, start, foot - 8 - start, columns)
        self._put_foot(foot)

    def _put_hero(self, height: float) -> None:
        shift = _SHIFT if self.ctx.language == EN or self.ctx.is_large else 0
        view = home_view(self.ctx, self.across, height, shift=shift)
        self.panorama = self.put(Panorama(self.ctx, view), 0, 0, self.across, height)
        motto = self.ctx.words("kiosk.home.motto")
        self.put(Sketch(self.ctx, motto, self._paint_motto), 0, 0, self.across, height)

    def _paint_motto(self, pen: Pen) -> None:
        words, pack = self.ctx.words, self.ctx.library.pack
        paint_emblem(pen, 56, 60, 84)
        line = self.ctx.type.line("body") * 0.97
        room = self.across - 168 - _EDGE
        pen.word(pack.title.told(self.ctx.language), "field", "dusk.text", 168, 64, room, line)
        told = words("kiosk.home.since", year=since(self.editions))
        pen.word(told, "field", "dusk.soft", 168, 64 + line, room, line)
        role = "h1" if self.ctx.language == EN else "display"
        pen.words(words("kiosk.home.motto"), role, "dusk.text", 56,
                  205 if self.ctx.language == EN else 208, self.across - 96, lines=2)  # fmt: skip

    def _put_foot(self, y: float) -> None:
        """What is in the library, or the visitor's list; and starting over."""
        ctx, w = self.ctx, 250
        self._put_over(self.across - _EDGE - w, y, w)
        room = self.across - 2 * _EDGE - w - _GAP
        if ctx.session.kept:
            self._put_list(_EDGE, y, min(room, 460))
        else:
            told = note(ctx, self.editions)
            self.put(Sketch(ctx, told, self._paint_note), _EDGE, y, room, 80)

    def _paint_note(self, pen: Pen) -> None:
        pen.icon("info", "river", 1, 25, 30)
        room = self.across - 2 * _EDGE - 250 - _GAP - 48
        pen.word(note(self.ctx, self.editions), "small", "ink2", 48, 0, room, 80)

    # Landscape

    def _build_landscape(self) -> None:
        ctx = self.ctx
        height = self.down - (540 if ctx.is_large else 580)
        river = RiverTimeline(ctx, KIOSK_LANDSCAPE)
        river.set_stations(stations(ctx, self.editions, river_facts(ctx, RIVER_INDICATOR)))
        river.opened.connect(self._on_edition)
        self.river = self.put(river, 0, 0, self.across, height)
        ask = ctx.words("kiosk.home.ask")
        self.put(Sketch(ctx, ask, self._paint_ask), 0, 0, self.across * 0.6, 200)
        top = height + 20
        foot = self.down - bar_height(ctx) - 30
        self._put_doors(_WIDE_EDGE, top, foot - top, 2 if ctx.is_large else 4)
        right = self.across - _WIDE_EDGE
        y = _LOW_TOP if ctx.is_low else 34
        self._put_over(right - 250, y, 250)
        if ctx.session.kept:
            self._put_list(right - 250 - _GAP - 360, y, 360)

    def _paint_ask(self, pen: Pen) -> None:
        words = self.ctx.words
        paint_emblem(pen, 60, 44, 72)
        size = self.ctx.type.line("h1")
        room = self.across * 0.6 - 160
        pen.word(words("kiosk.home.ask"), "h1", "ink1", 160, 75 - size / 2, room, size)
        pen.word(words("kiosk.home.ask.note"), "body", "ink2", 160, 60 + size * 0.73, room,
                 self.ctx.type.line("caption"))  # fmt: skip

    # Both

    def _put_doors(self, x: float, y: float, room: float, columns: int) -> None:
        told = doorways(self.ctx, self.editions)
        rows = -(-len(told) // columns)
        w = (self.across - 2 * x - (columns - 1) * _GAP) / columns
        h = (room - (rows - 1) * _GAP) / rows
        for number, one in enumerate(told):
            door = Door(self.ctx, one.title, one.note, one.cover, one.route, is_flat=h < _FLAT)
            row, column = divmod(number, columns)
            self.put(door, x + column * (w + _GAP), y + row * (h + _GAP), w, h)
            door.clicked.connect(self._on_door)
            self.doors.append(door)

    def _put_over(self, x: float, y: float, w: float) -> None:
        over = TouchButton(self.ctx, self.ctx.words("kiosk.over"), "plain", icon="undo")
        self.put(over, x, y, w, 80).clicked.connect(self.over)

    def _put_list(self, x: float, y: float, w: float) -> None:
        told = self.ctx.words.count("kiosk.list", len(self.ctx.session.kept))
        mine = self.put(TouchButton(self.ctx, told, "secondary", icon="qr"), x, y, w, 80)
        mine.clicked.connect(self._on_list)

    def _on_door(self) -> None:
        door = self.sender()
        if isinstance(door, Door):
            self.went.emit(door.route)

    def _on_edition(self, entry_id: str) -> None:
        self.went.emit(Route.to(entry_id))

    def _on_search(self) -> None:
        self.went.emit(Route("search"))

    def _on_list(self) -> None:
        self.take_asked.emit(tuple(self.ctx.session.kept))
