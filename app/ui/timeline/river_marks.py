"""The stations of the river timeline: rings, stems, years, ordinals and the values above."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from app.ui.theme import Theme
from app.ui.timeline.river_layout import Place, RiverLayout
from app.ui.timeline.stations import Station, TimelineLook
from app.ui.widgets.typeset import typeset

_STEM_BELOW: Final = 20.0
_VALUE_ABOVE: Final = 17.5
_EDGE: Final = 6.0  # text keeps this far from the sides
_DASHES: Final = [1.3, 1.1]
_LARGE_DASHES: Final = [2.0, 1.6]


# Named tuples: a frozen dataclass takes seven times as long to make, 0.6 ms each at every start.
class MarkState(NamedTuple):
    """Which station is selected, under the pointer, and ringed for the keyboard; −1 for none."""

    selected: int = -1
    hovered: int = -1
    focused: int = -1


class MarkPainter:
    """Paints the stations of one layout."""

    def __init__(self, layout: RiverLayout, look: TimelineLook, theme: Theme) -> None:
        self._layout = layout
        self._look = look
        self._theme = theme

    def paint_words(self, painter: QPainter, state: MarkState, size: tuple[float, float]) -> None:
        """What stands beside the river: it changes with the selection only."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._look.drops_line and state.selected >= 0:
            self._paint_drop(painter, state.selected, size)
        for number, station in enumerate(self._layout.stations):
            place = self._layout.places[number]
            self._paint_label(painter, station, place, is_selected=number == state.selected)
            if station.value_text and self._look.tells_values:
                self._paint_value(painter, station.value_text, place)

    def paint_rings(self, painter: QPainter, state: MarkState) -> None:
        """What stands in the river, over the bits."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, station in enumerate(self._layout.stations):
            place = self._layout.places[number]
            is_selected = number == state.selected
            self._paint_stem(painter, place, is_selected=is_selected)
            grown = 2.0 if number == state.hovered else 0.0
            self._paint_ring(painter, station, place, grown, is_selected=is_selected)
        if state.focused >= 0:
            self._paint_focus(painter, state.focused)

    def _colour(self, name: str) -> QColor:
        return self._theme.color(name)

    def _paint_drop(self, painter: QPainter, number: int, size: tuple[float, float]) -> None:
        """The lacquer line that falls from the selected station to the panel below."""
        width, height = size
        place, lacquer = self._layout.places[number], self._colour("lacquer")
        start = place.bottom + (self._look.ordinal_below + 9) * self._theme.scale
        painter.fillRect(QRectF(round(place.x) - 1, round(start), 2, height), lacquer)
        painter.fillRect(QRectF(0, height - 2, width, 2), lacquer)

    def _paint_stem(self, painter: QPainter, place: Place, *, is_selected: bool) -> None:
        if self._look.numbered:
            return
        thick, colour = (2, "lacquer") if is_selected else (1, "lineStrong")
        height = round(place.bottom - place.y + _STEM_BELOW * self._theme.scale)
        stem = QRectF(round(place.x) - thick // 2, round(place.y), thick, height)
        painter.fillRect(stem, self._colour(colour))

    def _paint_ring(
        self,
        painter: QPainter,
        station: Station,
        place: Place,
        grown: float,
        *,
        is_selected: bool,
    ) -> None:
        radius = self._look.ring * (self._theme.scale if not self._look.numbered else 1) + grown
        centre = QPointF(place.x, place.y)
        pen = QPen(self._colour("lacquer" if is_selected else "river"), 3)
        if is_selected:
            radius *= 1.6 if not self._look.numbered else 1.1
        if station.upcoming and not is_selected:
            pen.setWidthF(2.4)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern(_LARGE_DASHES if self._look.numbered else _DASHES)
            radius += 0.5
        painter.setPen(pen)
        painter.setBrush(self._colour("paper"))
        painter.drawEllipse(centre, radius, radius)
        if self._look.numbered:
            self._paint_number(painter, station, place)
        elif is_selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour("lacquer"))
            painter.drawEllipse(centre, radius * 0.47, radius * 0.47)

    def _paint_number(self, painter: QPainter, station: Station, place: Place) -> None:
        if station.number and not station.upcoming:
            font = self._theme.make_font(self._look.label_size * 0.85, "display", 700)
            self._write(
                painter, str(station.number), font, self._colour("river"), (place.x, place.y)
            )

    def _paint_label(
        self, painter: QPainter, station: Station, place: Place, *, is_selected: bool
    ) -> None:
        theme, look = self._theme, self._look
        year = theme.make_font(look.label_size, "display", 700)
        ordinal = theme.make_font(look.ordinal_size, "ui", 700 if is_selected else 400)
        ink = self._colour("lacquer" if is_selected else "ink1")
        soft = ink if is_selected else self._colour("ink2")
        y = place.bottom + look.label_below * theme.scale
        self._write(painter, station.label, year, ink, (place.x, y))
        y = place.bottom + look.ordinal_below * theme.scale
        self._write(painter, station.ordinal, ordinal, soft, (place.x, y))

    def _paint_value(self, painter: QPainter, text: str, place: Place) -> None:
        """The value on a patch of paper, so that no hill runs through it."""
        font = self._theme.font("caption")
        shown = typeset(text, self._theme.language)
        width = QFontMetricsF(font).horizontalAdvance(shown) + 8
        y = place.top - _VALUE_ABOVE * self._theme.scale
        x = self._kept_inside(place.x, width)
        height = 20 * self._theme.scale
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour("paper"))
        painter.drawRoundedRect(QRectF(x - width / 2, y - height / 2, width, height), 3, 3)
        self._write(painter, text, font, self._colour("gold"), (x, y))

    def _paint_focus(self, painter: QPainter, number: int) -> None:
        box = self._layout.box(number)
        painter.setPen(QPen(self._colour("focus"), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = QRectF(box.left, box.top, box.width, box.height).adjusted(4, 4, -4, -4)
        painter.drawRoundedRect(frame, 6, 6)

    def _write(
        self, painter: QPainter, text: str, font: QFont, colour: QColor, centre: tuple[float, float]
    ) -> None:  # fmt: skip
        """Text with its middle at this point, kept inside the picture."""
        x, y = centre
        shown = typeset(text, self._theme.language)
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(shown)
        painter.setFont(font)
        painter.setPen(colour)
        baseline = y + (metrics.capHeight() / 2)
        painter.drawText(QPointF(self._kept_inside(x, width) - width / 2, baseline), shown)

    def _kept_inside(self, x: float, width: float) -> float:
        total = self._layout.spec.width
        return min(max(x, width / 2 + _EDGE), total - width / 2 - _EDGE)
