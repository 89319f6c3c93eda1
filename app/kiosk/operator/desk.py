"""The staff panel: a rail of sections, one of them open, locked again by a touch or by time."""

from __future__ import annotations

from typing import Final, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.kiosk.context import KioskContext
from app.kiosk.operator.pack_section import PackSection
from app.kiosk.operator.sections import Section
from app.kiosk.operator.setting_sections import IdleSection, QuickSection, ScreenSection
from app.kiosk.operator.staff_sections import LogSection, PinSection, StatsSection
from app.kiosk.options import OptionsFile
from app.kiosk.pin import StaffDoor
from app.kiosk.pin_screen import PinScreen
from app.kiosk.tally import Tally
from app.kiosk.widgets.buttons import TouchButton
from app.kiosk.widgets.emblem import paint_emblem
from app.kiosk.widgets.pen import Pen
from app.kiosk.widgets.touch import Touch
from app.ui.parts.naming import joined

_ICONS = {
    "pack": "pack", "idle": "idle", "stats": "stats", "screen": "screen", "pin": "pin",
    "log": "log",
}  # fmt: skip
_RAIL = 360.0

S = TypeVar("S", bound=Section)

SECTIONS: Final[dict[str, type[Section]]] = {
    "pack": PackSection,
    "idle": IdleSection,
    "stats": StatsSection,
    "screen": ScreenSection,
    "pin": PinSection,
    "log": LogSection,
}


class _RailItem(Touch):
    """One section in the rail."""

    def __init__(self, ctx: KioskContext, key: str, parent: QWidget) -> None:
        self.key, self.words, self.is_open = key, ctx.words(f"operator.{key}"), False
        super().__init__(ctx, self.words, parent)

    def paint(self, pen: Pen, w: float, h: float) -> None:
        """Paper where it is open, else dusk."""
        if self.is_open:
            pen.fill(0, 0, w, h, "paper")
        elif self.isDown():
            pen.fill(0, 0, w, h, "dusk.land")
        ink = "onRiverTint" if self.is_open else "dusk.text"
        pen.icon(_ICONS[self.key], ink, 40, (h - 34) / 2, 34)
        role = "label" if self.is_open else "small"
        pen.word(self.words, role, ink, 94, 0, w - 110, h)


class OperatorDesk(QWidget):
    """Mockup 16b."""

    locked = Signal()
    changed = Signal()
    cleaning_asked = Signal()
    restart_asked = Signal()
    leave_asked = Signal()

    def __init__(
        self, ctx: KioskContext, file: OptionsFile, door: StaffDoor, tally: Tally,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx, self.file, self.door, self.tally = ctx, file, door, tally
        self.key = "pack"
        self.section: Section | None = None
        self.quick: QuickSection | None = None
        self.new_pin: PinScreen | None = None
        self.items = {key: _RailItem(ctx, key, self) for key in SECTIONS}
        for item in self.items.values():
            item.clicked.connect(self._on_item)
        self.lock = TouchButton(ctx, ctx.words("operator.lock"), "dusk", icon="lock", parent=self)
        self.lock.clicked.connect(self.locked)
        self.setAccessibleName(ctx.words("operator.title"))

    # Places

    def _arrange(self) -> None:
        stage, px = self.ctx.stage, self.ctx.px
        for place, item in enumerate(self.items.values()):
            if stage.is_portrait:
                row, column = divmod(place, 3)
                w = stage.across / 3
                x, y = column * w, stage.down - 320 + row * 92
            else:
                w, x, y = _RAIL, 0.0, 160 + place * 89.0
            item.setGeometry(px(x), px(y), px(w), px(88))
        if stage.is_portrait:
            self.lock.setGeometry(px(40), px(stage.down - 116), px(stage.across - 80), px(92))
        else:
            self.lock.setGeometry(px(40), px(stage.down - 128), px(_RAIL - 80), px(88))
        self.open_section(self.key)

    def _room(self) -> tuple[float, float, float, float]:
        stage = self.ctx.stage
        if stage.is_portrait:
            return 40, 190, stage.across - 80, stage.down - 190 - 340
        return _RAIL + 48, 48, stage.across - _RAIL - 96, stage.down - 72

    def open_section(self, key: str) -> None:
        """Show one section."""
        self.key = key
        if self.section is not None:
            self.section.hide()
            self.section.deleteLater()
        x, y, w, h = self._room()
        for name, item in self.items.items():
            item.is_open = name == key
            item.update()
        if self.quick is not None:
            self.quick.hide()
            self.quick.deleteLater()
            self.quick = None
        if key == "pack" and not self.ctx.stage.is_portrait:
            self.quick = self._put(QuickSection, (x + w - 516, y, 516, h))
            w -= 516 + 48
        self.section = self._put(SECTIONS[key], (x, y, w, h))
        if self.new_pin is not None:
            self.new_pin.raise_()

    def _put(self, section: type[S], box: tuple[float, float, float, float]) -> S:
        x, y, w, h = box
        px = self.ctx.px
        made = section(self.ctx, self.file, self.tally, (w, h), self)
        made.setGeometry(px(x), px(y), px(w), px(h))
        made.changed.connect(self.changed)
        made.asked.connect(self._on_asked)
        made.show()
        return made

    def _on_item(self) -> None:
        item = self.sender()
        if isinstance(item, _RailItem):
            self.open_section(item.key)

    def _on_asked(self, what: str) -> None:
        asks = {"cleaning": self.cleaning_asked, "restart": self.restart_asked,
                "leave": self.leave_asked}  # fmt: skip
        if what == "pin":
            self._open_new_pin()
        elif what == "again":
            self.open_section(self.key)
        else:
            asks[what].emit()

    def _open_new_pin(self) -> None:
        self.new_pin = PinScreen(self.ctx, self.door, self.file, self, is_new=True)
        self.new_pin.setGeometry(self.rect())
        self.new_pin.passed.connect(self._close_new_pin)
        self.new_pin.cancelled.connect(self._close_new_pin)
        self.new_pin.show()
        self.new_pin.raise_()

    def _close_new_pin(self) -> None:
        if self.new_pin is not None:
            self.new_pin.hide()
            self.new_pin.deleteLater()
            self.new_pin = None

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Places for this size."""
        super().resizeEvent(event)
        self._arrange()
        if self.new_pin is not None:
            self.new_pin.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, the rail, whose machine it is."""
        pen = Pen(QPainter(self), self.ctx)
        stage, words = self.ctx.stage, self.ctx.words
        pen.fill(0, 0, stage.across + 1, stage.down + 1, "paper")
        if stage.is_portrait:
            pen.fill(0, 0, stage.across + 1, 150, "dusk.ground")
            pen.fill(0, stage.down - 340, stage.across + 1, 341, "dusk.ground")
        else:
            pen.fill(0, 0, _RAIL, stage.down + 1, "dusk.ground")
        paint_emblem(pen, 40, 36, 60)
        way = "portrait" if stage.is_portrait else "landscape"
        pen.word(words("operator.title"), "h3", "dusk.text", 120, 40, _RAIL - 130, 46)
        name = self.file.options.name
        told = joined(name, words(f"operator.orientation.{way}"))
        pen.word(told, "caption", "dusk.soft", 120, 82, _RAIL - 130, 34)
        pen.painter.end()
