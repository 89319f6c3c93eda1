"""The river of editions: pick a year along the water; its width tells Fuzhou's digital economy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.art.palettes import motif_palette_on
from app.ui.art.river import River
from app.ui.art.scene import paint_scene
from app.ui.context import Context
from app.ui.timeline.river_layout import RiverLayout
from app.ui.timeline.river_marks import MarkPainter, MarkState
from app.ui.timeline.stations import HOME, Station, TimelineLook

FRAME_MS: Final = 33
_KEYS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_OPENING_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_BY_KEYBOARD: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class RiverTimeline(QWidget):
    """Nine stations on a river; a press selects, a second press or Enter opens."""

    selected = Signal(str)  # an entry id
    opened = Signal(str)
    spoken_role = QAccessible.Role.Chart

    def __init__(
        self, ctx: Context, look: TimelineLook = HOME, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._look = look
        self._stations: tuple[Station, ...] = ()
        self._layout: RiverLayout | None = None
        self._river: River | None = None
        self._still: QPixmap | None = None
        self._page: QPixmap | None = None
        self._marks: MarkPainter | None = None
        self._selected = self._hovered = self._pressed = -1
        self._key_focus = self._is_covered = False
        self._seconds = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._on_frame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # What pages use

    def set_stations(self, stations: Sequence[Station], selected: str = "") -> None:
        """Shows these stations from left to right."""
        self._stations = tuple(stations)
        self._hovered = -1
        self._selected = self._number_of(selected)
        self._forget_layers()
        self._tell()

    def select(self, entry_id: str) -> None:
        """Marks a station without telling `selected`; "" marks none."""
        self._selected = self._number_of(entry_id)
        self._rewrite()
        self._tell()

    def current(self) -> str:
        """The id of the selected station, "" for none."""
        return self._stations[self._selected].id if self._selected >= 0 else ""

    def spoken(self, entry_id: str) -> str:
        """A station as it is read out: “第七届，2024，已选”."""
        number = self._number_of(entry_id)
        station, words = self._stations[number], self._ctx.words
        parts = [station.ordinal, station.label]
        if station.value_text:
            parts.append(station.value_text)
        elif self._look.tells_values and station.value is None and not station.upcoming:
            parts.append(words("timeline.unvalued"))
        if station.upcoming:
            parts.append(words("timeline.upcoming"))
        if number == self._selected:
            parts.append(words("timeline.selected"))
        return words("timeline.joint").join(parts)

    def is_moving(self) -> bool:
        """Whether the gold bits drift: only while seen, and only if motion is welcome."""
        return self._timer.isActive()

    def set_covered(self, *, is_covered: bool) -> None:
        """Something lies over all of it: nothing moves unseen."""
        self._is_covered = is_covered
        self._start_or_stop()

    # Slots

    def _on_frame(self) -> None:
        self._seconds += FRAME_MS / 1000
        if self._river is not None:
            self.update(self._river.strip())

    # Helpers

    def _number_of(self, entry_id: str) -> int:
        ids = [station.id for station in self._stations]
        return ids.index(entry_id) if entry_id in ids else -1

    def _choose(self, number: int) -> None:
        if number == self._selected or not 0 <= number < len(self._stations):
            return
        self.select(self._stations[number].id)
        self.selected.emit(self.current())

    def _tell(self) -> None:
        current = self.current()
        self.setAccessibleName(self.spoken(current) if current else "")
        self.setAccessibleDescription(self._ctx.words("timeline.hint"))

    def _forget_layers(self) -> None:
        self._layout = self._river = self._still = self._page = self._marks = None
        self.update()

    def _rewrite(self) -> None:
        self._page = None
        self.update()

    def _laid_out(self) -> RiverLayout:
        if self._layout is None:
            self._layout = RiverLayout(self._stations, self._look, self.width(), self.height())
        return self._layout

    def _layer(self) -> QPixmap:
        dpr = self.devicePixelRatioF()
        pixmap = QPixmap(round(self.width() * dpr), round(self.height() * dpr))
        pixmap.setDevicePixelRatio(dpr)
        return pixmap

    def _paint_still(self) -> tuple[QPixmap, River]:
        paper, layout = self._ctx.theme.color("paper"), self._laid_out()
        palette = motif_palette_on(paper)
        river, layer = River(layout.spec, palette), self._layer()
        layer.fill(paper)
        painter = QPainter(layer)
        paint_scene(painter, layout.scene(), palette, paper.name())
        river.paint_still(painter)
        painter.end()
        return layer, river

    def _paint_page(self, still: QPixmap, marks: MarkPainter) -> QPixmap:
        """The still layer with its words: on paper, because type on nothing turns out heavy."""
        page = still.copy()
        painter = QPainter(page)
        marks.paint_words(painter, self._state(), (self.width(), self.height()))
        painter.end()
        return page

    def _state(self) -> MarkState:
        focused = max(self._selected, 0) if self._key_focus and self._stations else -1
        return MarkState(self._selected, self._hovered, focused)

    def _start_or_stop(self) -> None:
        if self.isVisible() and not self._is_covered and not self._ctx.theme.reduced_motion:
            self._timer.start()
        else:
            self._timer.stop()

    # Qt

    def sizeHint(self) -> QSize:
        """As high as the look in its own size; pages may fix another height."""
        return QSize(round(self._look.width), round(self._look.height))

    def minimumSizeHint(self) -> QSize:
        """Nine stations of the least width to press."""
        return QSize(640, round(self._look.height * 0.75))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page, the bits where they are now, the rings."""
        painter = QPainter(self)
        if self._still is None or self._river is None:
            self._still, self._river = self._paint_still()
        if self._marks is None:
            self._marks = MarkPainter(self._laid_out(), self._look, self._ctx.theme)
        if self._page is None:
            self._page = self._paint_page(self._still, self._marks)
        painter.drawPixmap(0, 0, self._page)
        if event.region().intersects(self._river.strip()):
            self._river.paint_bits(painter, self._seconds)
        self._marks.paint_rings(painter, self._state())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All layers are of the old size."""
        self._forget_layers()

    def changeEvent(self, event: QEvent) -> None:
        """A new theme, language or text size."""
        if event.type() == QEvent.Type.StyleChange:
            self._forget_layers()
            self._start_or_stop()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Seen again: the bits drift."""
        self._start_or_stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """Not seen: nothing moves."""
        self._timer.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End select, Enter opens."""
        key = event.key()
        last = len(self._stations) - 1
        if key in _KEYS:
            self._choose(min(max(self._selected + _KEYS[Qt.Key(key)], 0), last))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(0 if key == Qt.Key.Key_Home else last)
        elif key in _OPENING_KEYS and self._selected >= 0:
            self.opened.emit(self.current())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for the keyboard."""
        self._key_focus = event.reason() in _BY_KEYBOARD
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No ring without focus."""
        self._key_focus = False
        self.update()
        super().focusOutEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The ring under the pointer grows."""
        self._hover(self._laid_out().station_at(event.position().x(), event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is gone."""
        self._hover(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remembers where the press began; it counts on release in the same place."""
        if event.button() == Qt.MouseButton.LeftButton:
            point = event.position()
            self._pressed = self._laid_out().station_at(point.x(), point.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press selects; a press on what is selected opens it."""
        point = event.position()
        number = self._laid_out().station_at(point.x(), point.y())
        if number < 0 or number != self._pressed:
            return
        if number == self._selected:
            self.opened.emit(self.current())
        else:
            self._choose(number)
            if not self._look.drops_line:  # no panel below tells what was selected
                self.opened.emit(self.current())

    def _hover(self, number: int) -> None:
        if number == self._hovered:
            return
        self._hovered = number
        over = Qt.CursorShape.PointingHandCursor if number >= 0 else Qt.CursorShape.ArrowCursor
        self.setCursor(over)
        self.update()
