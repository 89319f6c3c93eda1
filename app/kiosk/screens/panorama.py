"""The dusk picture of Fuzhou: moon, hills, pagodas and the river, as wide as the economy grew."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QWidget

from app.kiosk.context import KioskContext
from app.ui.art.ink import Ink, polygon
from app.ui.art.palettes import MotifPalette, dusk, motif_palette
from app.ui.art.river import River
from app.ui.art.river_shape import RiverSpec
from app.ui.art.scene import paint_moon, paint_scene, paint_stars
from app.ui.art.scene_shape import SceneSpec
from app.ui.context import Context
from app.ui.parts.home_choice import RIVER_INDICATOR
from app.ui.parts.river_words import river_facts

FRAME_MS: Final = 33  # 30 pictures a second
NIGHT: Final = "#0B1617"
_BANK: Final = 2.5  # px that the line of the bank reaches above it
_DEPTH: Final = 0.34  # of the water by night
_DUSK_HILL: Final = "#6F9992"
_UNKNOWN: Final = ((0.0, 0.6), (1.0, 1.0))

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class View:
    """Where everything stands: in pixels of the design."""

    width: float
    height: float
    river: RiverSpec
    scene: SceneSpec
    moon: tuple[float, float, float]
    sky: str
    land: str = ""
    stars: tuple[float, float, int] | None = None


def widths(ctx: Context, left: float, right: float) -> tuple[Points, float]:
    """The river's stations from edge to edge, one a year, and the greatest of its values.

    Years that no source tells lie on the straight line between their neighbours.
    """
    facts = river_facts(ctx, RIVER_INDICATOR)
    known = sorted(
        (int(year), float(fact.amount.value)) for year, fact in facts.items() if fact.amount
    )
    points = list(_UNKNOWN)
    if len(known) > 1:
        first, last = known[0][0], known[-1][0]
        points = []
        for (year, value), (after, rise) in pairwise(known):
            for step in range(after - year):
                at = (year + step - first) / (last - first)
                points.append((at, value + (rise - value) * step / (after - year)))
        points.append((1.0, known[-1][1]))
    greatest = max(value for _, value in points)
    return tuple((left + (right - left) * at, value) for at, value in points), greatest


def home_view(ctx: Context, width: float, height: float, *, shift: float = 0.0) -> View:
    """Mockup 13: the picture over the doors; `shift` moves hills and moon out of the words' way."""
    down = height / 860
    points, greatest = widths(ctx, -20, width + 20)
    return View(
        width, height,
        RiverSpec(width, 690 * down, points, 150 * down / greatest, strands=46, sway=7,
                  swell=20 * down, wave_length=300, bits=34, bit_length=1.7, line_width=1.5),
        SceneSpec(width, 599 * down, 332 * down, 594 * width / 1080 + shift, 333, 1.7,
                  140 + shift),
        (800 * width / 1080 + shift * 0.94, 300 * down + shift * 0.64, 124 - shift * 0.1),
        dusk().ground, dusk().land,
    )  # fmt: skip


def attract_view(ctx: Context, width: float, height: float, *, is_portrait: bool) -> View:
    """Mockup 11, and the same for a portrait screen."""
    points, greatest = widths(ctx, -40, width * 0.88)
    points = (*points, (width + 70, points[-1][1] * 1.13))
    if is_portrait:
        return View(
            width, height,
            RiverSpec(width, height - 560, points, 190 / greatest, strands=58, sway=9, swell=26,
                      wave_length=300, step=8, line_width=1.5, bits=48, bit_length=1.9,
                      seed=20240524),
            SceneSpec(width, height - 690, 470, width * 0.56, 400, 1.7, 60),
            (width * 0.76, height - 1130, 130), NIGHT, stars=(width, height * 0.5, 52),
        )  # fmt: skip
    return View(
        width, height,
        RiverSpec(width, height - 280, points, 178 / greatest, strands=58, sway=9, swell=26,
                  wave_length=380, step=8, line_width=1.5, bits=64, bit_length=1.9,
                  seed=20240524),
        SceneSpec(width, height - 390, 430, width - 560, 430, 1.7, width - 1360),
        (width - 360, height - 844, 118), NIGHT, stars=(width, height * 0.45, 46),
    )  # fmt: skip


def palette_of(view: View) -> MotifPalette:
    """The night's river with hills of the sky's colour; against dusk their lines are lighter."""
    night = motif_palette("dark")
    return night._replace(hill=_DUSK_HILL if view.land else night.hill, hill_fill=view.sky)


def paint_view(painter: QPainter, view: View) -> River:
    """Everything that stands still; the river is told so that its bits can be painted."""
    palette = palette_of(view)
    ink = Ink(painter)
    ink.rect(0, 0, view.width, view.height, view.sky)
    if view.stars:
        wide, high, count = view.stars
        paint_stars(painter, wide, high, count)
    paint_moon(painter, *view.moon, dusk().moon)
    paint_scene(painter, view.scene, palette, view.sky)
    river = River(view.river, palette)
    if view.land:
        upper = [(x, centre - half) for x, centre, half in river.shape.columns()]
        foot = [(view.width + 10, view.height), (-10, view.height)]
        ink.shape(polygon(upper + foot), view.land)
    river.paint_still(painter, depth=_DEPTH)
    painter.setOpacity(1)
    return river


class Panorama(QWidget):
    """A view with drifting gold bits; only looked at."""

    def __init__(self, ctx: KioskContext, view: View, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx, self.view = ctx, view
        self.seconds = 0.0
        self._is_covered = False
        self._river = River(view.river, palette_of(view))
        self._still: QPixmap | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._on_frame)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def still(self) -> QPixmap:
        """What does not move, painted once for a view and a size."""
        ratio = self.devicePixelRatioF()
        key = (self.view, self.width(), self.height(), ratio)
        found = self._still or self.ctx.stills.get(key)
        if found is None:
            found = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            found.setDevicePixelRatio(ratio)
            painter = QPainter(found)
            painter.scale(self.ctx.factor, self.ctx.factor)
            paint_view(painter, self.view)
            painter.end()
            self.ctx.keep_still(key, found)
        self._still = found
        return found

    def strip(self) -> QRect:
        """The part in which the bits move, in pixels of the window."""
        around, factor = self._river.strip(), self.ctx.factor
        top = int(around.top() * factor) - 2
        return QRect(0, top, self.width(), int(around.height() * factor) + 5)

    def paint_bits(self, painter: QPainter) -> None:
        """The bits where they are now; the painter's unit is the window's pixel."""
        painter.save()
        painter.scale(self.ctx.factor, self.ctx.factor)
        self._river.paint_bits(painter, self.seconds)
        painter.restore()

    def paint_bare_sky(self, painter: QPainter) -> None:
        """Nothing but stars above the water: where a print stands before hills and moon."""
        view, ink = self.view, Ink(painter)
        painter.save()
        painter.scale(self.ctx.factor, self.ctx.factor)
        bank = [(x, centre - half - _BANK) for x, centre, half in self._river.shape.columns()]
        ink.shape(polygon([*bank, (view.width + 10, -10), (-10, -10)]), view.sky)
        if view.stars:
            paint_stars(painter, *view.stars)
        painter.restore()

    def set_covered(self, *, is_covered: bool) -> None:
        """Something lies over all of it: nothing moves unseen."""
        self._is_covered = is_covered
        self._start_or_stop()

    def is_moving(self) -> bool:
        """Whether the gold bits drift."""
        return self._timer.isActive()

    def _start_or_stop(self) -> None:
        if self.isVisible() and not self._is_covered and not self.ctx.settings.reduced_motion:
            self._timer.start()
        else:
            self._timer.stop()

    def _on_frame(self) -> None:
        self.seconds += FRAME_MS / 1000
        self.update(self.strip())

    def showEvent(self, event: QShowEvent) -> None:
        """Drift while seen, where motion is welcome."""
        super().showEvent(event)
        self._start_or_stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing moves unseen."""
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The still picture and the bits."""
        painter = QPainter(self)
        painter.drawPixmap(QPoint(0, 0), self.still())
        painter.setClipRect(event.rect())
        self.paint_bits(painter)
        painter.end()
