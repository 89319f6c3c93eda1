"""The source card: what is said, by which source, where in it, and whether it was checked."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtWidgets import QWidget

from app.kiosk.context import KioskContext
from app.kiosk.screens.telling import Telling
from app.kiosk.sheets.base import SheetLayer
from app.kiosk.widgets.buttons import TouchButton
from app.kiosk.widgets.pen import Pen
from app.model.entry import VERIFIED, Citation, Entry
from app.model.wording import period
from app.ui.parts.naming import joined, term

_PLACES: Final = 4
_PAD: Final = 40


class _Source(NamedTuple):
    number: int
    entry: Entry
    places: tuple[tuple[str, Citation], ...]


class SourcesSheet(SheetLayer):
    """One source a page; its numbers are those of the seals on the screen below."""

    def __init__(self, ctx: KioskContext, told: object, parent: QWidget | None = None) -> None:
        assert isinstance(told, Telling)
        self.told = told
        width = 1000 if ctx.stage.is_portrait else 1240
        super().__init__(ctx, width, 800, ctx.words("kiosk.sources"), parent)
        self.sources = _grouped(ctx, told)
        self.page = 0
        self._steps: list[TouchButton] = []
        self._build()

    def _build(self) -> None:
        ctx, words = self.ctx, self.ctx.words
        third = (self.panel_width - 2 * _PAD - 32) / 3
        y = self.panel_height - _PAD - 104
        previous = TouchButton(ctx, words("kiosk.detail.previous"), icon="prev")
        close = TouchButton(ctx, words("kiosk.close"), "primary")
        following = TouchButton(ctx, words("kiosk.detail.next"), trailing="open")
        self.put(previous, _PAD, y, third, 104).clicked.connect(self._on_previous)
        self.put(close, _PAD + third + 16, y, third, 104).clicked.connect(self.closed)
        self.put(following, _PAD + 2 * third + 32, y, third, 104).clicked.connect(self._on_next)
        self._steps = [previous, following]
        self._tell()

    def _tell(self) -> None:
        previous, following = self._steps
        previous.setEnabled(self.page > 0)
        following.setEnabled(self.page + 1 < len(self.sources))
        self.update()

    def step(self, steps: int) -> bool:
        """To another source."""
        if not 0 <= self.page + steps < len(self.sources):
            return False
        self.page += steps
        self._tell()
        return True

    def _on_previous(self) -> None:
        self.step(-1)

    def _on_next(self) -> None:
        self.step(1)

    def paint(self, pen: Pen) -> None:
        """What is said; the source; the places in it."""
        wide = self.panel_width - 2 * _PAD
        y = 30.0
        if self.told.text:
            pen.word(self.told.title, "small", "ink3", _PAD, y, wide, 40)
            y += 44 + pen.words(self.told.text, "body", "ink1", _PAD, y + 42, wide, lines=5,
                                least=0.75) + 18  # fmt: skip
        else:
            pen.word(self.ctx.words("kiosk.sources"), "h2", "ink1", _PAD, y, wide * 0.6, 60)
            where = self.ctx.words("kiosk.sources.page", n=self.page + 1,
                                   m=max(1, len(self.sources)))  # fmt: skip
            pen.word(where, "small", "ink2", _PAD, y, wide, 60, align="right")
            y += 80
        pen.fill(_PAD, y, wide, 2, "line")
        if not self.sources:
            pen.word(self.ctx.words("kiosk.sources.none"), "body", "ink2", _PAD, y + 20, wide, 60)
            return
        self._paint_source(pen, self.sources[self.page], y + 22, wide)

    def _paint_source(self, pen: Pen, told: _Source, y: float, wide: float) -> None:
        ctx, entry = self.ctx, told.entry
        shown = pen.seal(ctx.words("common.seal.single", n=told.number), _PAD, y + 4)
        high = pen.words(entry.name.told(ctx.language), "h3", "ink1", _PAD + shown + 18, y,
                         wide - shown - 18, lines=2)  # fmt: skip
        y += max(high, 44) + 6
        about = joined(term(ctx, "type.source", entry.type), _publisher(ctx, entry),
                       period(entry.start, entry.end, ctx.language))  # fmt: skip
        pen.word(about, "small", "ink2", _PAD, y, wide, 38)
        y += 52
        floor = self.panel_height - _PAD - 104 - 16
        room = max(1, min(_PLACES, int((floor - y) // 50)))
        shown_places = told.places[:room]
        for label, citation in shown_places:
            sure = citation.check == VERIFIED
            pen.icon("ok" if sure else "warn", "ok" if sure else "warn", _PAD, y + 6, 30)
            state = "" if sure else ctx.words("common.unverified")
            line = joined(label, citation.locator, state)
            pen.word(line, "small", "ink1", _PAD + 44, y, wide - 44, 42)
            y += 50
        more = len(told.places) - len(shown_places)
        if more and y + 40 <= floor + 8:
            pen.word(ctx.words.count("kiosk.sources.more", more), "caption", "ink3", _PAD + 44, y,
                     wide - 44, 34)  # fmt: skip


def _grouped(ctx: KioskContext, told: Telling) -> list[_Source]:
    places: dict[str, list[tuple[str, Citation]]] = {}
    for label, citation in told.cited:
        found = places.setdefault(citation.source, [])
        if (label, citation) not in found:
            found.append((label, citation))
    return [
        _Source(number, ctx.library.entry(source), tuple(found))
        for number, (source, found) in enumerate(places.items(), start=1)
        if ctx.library.has(source)
    ]


def _publisher(ctx: KioskContext, entry: Entry) -> str:
    ending = {"zh-Hans": "zh", "zh-Hant": "hant", "en": "en"}[ctx.language]
    return entry.columns.get(f"publisher_{ending}", "") or entry.columns.get("publisher_zh", "")
