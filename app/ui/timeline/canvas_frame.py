"""One frame of the canvas of the timeline, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from app.ui.timeline.axes import Axes
from app.ui.timeline.event_words import stretch_of
from app.ui.timeline.lane_painter import LanePainter
from app.ui.timeline.ruler import Ruler
from app.ui.timeline.stage import Chosen
from app.ui.widgets.typeset import typeset

if TYPE_CHECKING:
    from app.ui.timeline.canvas import TimelineCanvas


def paint_frame(canvas: TimelineCanvas, painter: QPainter, dirty: QRect) -> None:
    """Ground, ticks, lanes, their names."""
    theme, axes, stage = canvas.ctx.theme, canvas.axes(), canvas.stage
    painter.fillRect(dirty, theme.color("paper"))
    ruler = Ruler(theme, axes, stage.scale)
    lanes = LanePainter(theme, stage, axes, canvas.labels)
    lanes.hovered = canvas.hovered
    found = stage.find(canvas.selected) if canvas.selected else None
    lanes.selected = found[1] if found else None
    ruler.paint_lines(painter)
    lanes.paint_edges(painter)
    painter.save()
    painter.setClipRect(axes.plot)
    lanes.paint(painter)
    painter.restore()
    _paint_names(canvas, painter, axes)
    ruler.paint(painter)
    if canvas.key_focus:
        _paint_focus(canvas, painter)


def _paint_names(canvas: TimelineCanvas, painter: QPainter, axes: Axes) -> None:
    """The name of each lane and how many of it are in view."""
    ctx, scale = canvas.ctx, canvas.stage.scale
    theme, px = ctx.theme, ctx.px
    step = px(17)
    for band in canvas.stage.bands:
        count = f"{len(band.lane.visible(scale.start, scale.end)):,}"
        told = typeset(canvas.labels.words.lane(band.lane.key), ctx.language)
        lines = ((told, "smallStrong", "gold" if band.lane.key == "target" else "ink1"),
                 (count, "caption", "ink2"))  # fmt: skip
        for number, (text, role, ink) in enumerate(lines):
            font = theme.font(role)
            painter.setFont(font)
            painter.setPen(theme.color(ink))
            if axes.is_down:
                at = axes.point(0, band.top) + QPointF(px(8), -px(26) + number * step)
            else:
                middle = axes.plot.top() + band.top + band.height / 2
                at = QPointF(0, middle - step / 2 + number * step)
            painter.drawText(at + QPointF(0, QFontMetricsF(font).capHeight() / 2), text)


def _paint_focus(canvas: TimelineCanvas, painter: QPainter) -> None:
    px = canvas.ctx.px
    painter.setPen(QPen(canvas.ctx.theme.color("focus"), px(3)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box, edge = canvas.anchor(), QRectF(canvas.rect()).adjusted(2, 2, -2, -2)
    ring = edge if box.isEmpty() else box.adjusted(-6, -6, 6, 6).intersected(edge)
    painter.drawRoundedRect(ring, px(6), px(6))


def spoken(canvas: TimelineCanvas) -> str:
    """What is selected, else what is on screen, as it is read out."""
    words, chosen, stage = canvas.ctx.words, canvas.selected, canvas.stage
    if chosen is None:
        count = words.count("timeline.count", len(stage.events))
        return words("timeline.canvas.shown", name=words("timeline.canvas"),
                     range=canvas.range_words(), count=count)  # fmt: skip
    if len(chosen.ids) == 1:
        return canvas.labels.words.spoken(stage.events[chosen.ids[0]], chosen.lane, selected=True)
    spans = [stage.span(Chosen(chosen.lane, (one,))) for one in chosen.ids]
    known = [span for span in spans if span is not None]
    when = stretch_of(min(one.start for one in known), max(one.end for one in known),
                      canvas.ctx.language, max(one.grain for one in known))  # fmt: skip
    return canvas.labels.words.cluster(chosen.lane, when, len(chosen.ids))
