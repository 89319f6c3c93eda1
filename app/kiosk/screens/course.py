"""The course of a figure through the years, only looked at."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt

from app.kiosk.context import KioskContext
from app.ui.charts.line_chart import LineChart
from app.ui.context import Context
from app.ui.parts.figure_topic import line_data, load_topic
from app.ui.parts.strands import LINE
from app.ui.theme import Theme
from app.ui.widgets.seal_book import SealBook

_LARGER: Final = 1.85  # times the desktop's: no label is smaller than can be read standing


def chart_of(ctx: KioskContext, indicator: str) -> LineChart | None:
    """A line where the figures of one scope make one, else nothing."""
    topic = load_topic(ctx, indicator)
    strand = next((one for one in topic.strands if one.shape == LINE), None)
    if strand is None:
        return None
    chart = LineChart(_larger(ctx))
    chart.set_data(line_data(ctx, topic, strand, SealBook()))
    chart.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    chart.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return chart


def _larger(ctx: KioskContext) -> Context:
    """Charts measure in the desktop's pixels: theirs are larger here."""
    made = Context(ctx.library, ctx.settings, ctx)
    made.language, made.words = ctx.language, ctx.words
    motionless = ctx.settings.reduced_motion
    scale = _LARGER * ctx.factor
    made.theme = Theme(ctx.theme.name, ctx.language, scale, reduced_motion=motionless)
    return made
