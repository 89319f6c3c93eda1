"""Names beside events, measured once each: in one line, or broken where time runs downwards."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainter

from app.model.event import Event
from app.ui.context import Context
from app.ui.timeline.event_marks import EventMarks
from app.ui.timeline.event_words import EventWords
from app.ui.timeline.lanes import Lane
from app.ui.timeline.lettering import Lettering
from app.ui.timeline.packing import Mark
from app.ui.widgets.paragraph import Paragraph
from app.ui.widgets.typeset import typeset

_LONGEST = 420  # pixels in one line
_MOST_LINES = 5
_LINE = 18
_NARROWEST = 36  # for a name; else it would fall apart into single signs
BED_ACROSS = 28  # the width of the bed where time runs downwards


class Labels:
    """The words of one theme and language for the events of a stage."""

    def __init__(self, ctx: Context, events: dict[str, Event]) -> None:
        self._ctx, self._events = ctx, events
        theme = ctx.theme
        self.words = EventWords(ctx)
        self.marks = EventMarks(theme)
        self._bold = Lettering(theme.make_font(13, "ui", 700))
        self._plain = Lettering(theme.make_font(13))
        self.bar_letters = Lettering(theme.make_font(12))
        self._typeset: dict[str, str] = {}
        self._widths: dict[str, float] = {}
        self._broken: dict[tuple[str, int], Paragraph] = {}
        self.is_beside = False

    def event(self, lane: Lane, number: int) -> Event:
        """The event that a number of a lane stands for."""
        return self._events[lane.spans[number].id]

    def of(self, lane: Lane, number: int) -> str:
        """The name, typeset."""
        key = lane.spans[number].id
        found = self._typeset.get(key)
        if found is None:
            found = typeset(self.words.label(self._events[key]), self._ctx.language)
            self._typeset[key] = found
        return found

    def letters_of(self, lane: Lane, number: int) -> Lettering:
        """Bold for what is most important."""
        return self._bold if lane.spans[number].importance == 1 else self._plain

    def length(self, lane: Lane, number: int, height: float) -> float:
        """How much of the axis a name takes; 0 for one that is too long to be shown."""
        if self.is_beside:
            if self._room(lane, height) < self._ctx.px(_NARROWEST):
                return 0.0
            broken = self.lines(lane, number, height)
            return float(broken.height) if not broken.elided else 0.0
        span = lane.spans[number]
        width = self._widths.get(span.id)
        if width is None:
            metrics = QFontMetricsF(self.letters_of(lane, number).font)
            width = metrics.horizontalAdvance(self.of(lane, number))
            self._widths[span.id] = width
        return width if width <= self._ctx.px(_LONGEST) else 0.0

    def _room(self, lane: Lane, height: float) -> int:
        """Beside the marks of a lane that runs downwards, before its bed."""
        px = self._ctx.px
        return round(height) - px(40) - (px(BED_ACROSS) if lane.has_years else 0)

    def lines(self, lane: Lane, number: int, height: float) -> Paragraph:
        """The name broken for a lane that runs downwards."""
        px, room = self._ctx.px, self._room(lane, height)
        key = (lane.spans[number].id, room)
        found = self._broken.get(key)
        if found is None:
            font = self.letters_of(lane, number).font
            found = Paragraph(self.of(lane, number), font, px(_LINE), room, _MOST_LINES)
            self._broken[key] = found
        return found

    def paint_lines(self, painter: QPainter, lines: Paragraph, at: QPointF) -> None:
        """Broken words with their middle at a height."""
        corner = QPointF(at.x(), at.y() - lines.height / 2)
        lines.paint(painter, corner, painter.pen().color())

    def of_bar(self, lane: Lane, mark: Mark) -> Iterator[str]:
        """What a bar may say, the longest first."""
        span = lane.spans[mark.members[0]]
        if mark.count == 1 and self.event(lane, mark.members[0]).kind == "edition":
            name = self.words.name(self.event(lane, mark.members[0]))
            yield typeset(name, self._ctx.language)
        if mark.count == 1:
            yield self.of(lane, mark.members[0])
        key = f"{mark.count} {span.start} {span.end}"
        if key not in self._typeset:
            told = self.words.bed(span, mark.count)
            self._typeset[key] = typeset(told, self._ctx.language)
        yield self._typeset[key]
        yield f"{mark.count:,}"
