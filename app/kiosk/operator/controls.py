"""What the staff panel is made of: steppers, switches, choices, records, bars by the hour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.kiosk.context import KioskContext
from app.kiosk.widgets.buttons import TouchButton
from app.kiosk.widgets.chips import TouchChip
from app.kiosk.widgets.pen import Pen
from app.kiosk.widgets.touch import Touch

STEPPER: Final = 148.0  # heights in pixels of the design
SWITCH: Final = 96.0
CHOICE: Final = 148.0


class Stepper(QWidget):
    """Label, minus, value, plus. `stepped` tells the new value."""

    stepped = Signal(str, int)

    def __init__(
        self, ctx: KioskContext, name: str, label: str, value: int, *, unit: str, step: int,
        span: tuple[int, int], shown: str = "", parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx, self.name, self.label = ctx, name, label
        self.value, self.unit, self.shown = value, unit, shown
        self._step, self._span = step, span
        self.less = TouchButton(ctx, "", icon="minus", name=f"{label} −", parent=self)
        self.more = TouchButton(ctx, "", icon="plus", name=f"{label} +", parent=self)
        px = ctx.px
        self.less.setGeometry(0, px(56), px(88), px(80))
        self.more.setGeometry(px(302), px(56), px(88), px(80))
        self.less.clicked.connect(self._on_less)
        self.more.clicked.connect(self._on_more)
        self._tell()

    def _tell(self) -> None:
        low, high = self._span
        self.less.setEnabled(self.value > low)
        self.more.setEnabled(self.value < high)
        self.setAccessibleName(f"{self.label} {self.shown or self.value} {self.unit}")
        self.update()

    def _on_less(self) -> None:
        self._to(self.value - self._step)

    def _on_more(self) -> None:
        self._to(self.value + self._step)

    def _to(self, value: int) -> None:
        low, high = self._span
        self.value = max(low, min(high, value))
        self.shown = ""
        self._tell()
        self.stepped.emit(self.name, self.value)

    def show_as(self, words: str) -> None:
        """Write the value otherwise, as a time for example."""
        self.shown = words
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rule, label, value with its unit."""
        pen = Pen(QPainter(self), self.ctx)
        wide = self.width() / self.ctx.factor
        pen.fill(0, 0, wide, 2, "line")
        pen.word(self.label, "label", "ink1", 0, 8, wide, 44)
        told = self.shown or str(self.value)
        size, unit = pen.width_of(told, "figureM"), pen.width_of(self.unit, "caption")
        left = 195 - (size + unit + 8) / 2
        drawn = pen.word(told, "figureM", "ink1", left, 56, 200, 80)
        pen.word(self.unit, "caption", "ink1", left + drawn + 8, 62, 90, 80)
        pen.painter.end()


class Switch(Touch):
    """Label and a slide; `flipped` tells the new state."""

    flipped = Signal(str, bool)

    def __init__(
        self, ctx: KioskContext, name: str, label: str, *, on: bool,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(ctx, label, parent)
        self.name, self.label, self.is_on = name, label, on
        self.setCheckable(True)
        self.setChecked(on)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.is_on = self.isChecked()
        self.update()
        self.flipped.emit(self.name, self.is_on)

    def paint(self, pen: Pen, w: float, h: float) -> None:
        """Rule, label, slide with a check where it is on."""
        pen.fill(0, 0, w, 2, "line")
        pen.word(self.label, "label", "ink1", 0, 2, w - 140, h)
        x, y = w - 112, (h - 60) / 2 + 1
        pen.box(x, y, 112, 60, "river" if self.is_on else "surface",
                "river" if self.is_on else "lineStrong", radius=30, width=3)  # fmt: skip
        knob = x + (82 if self.is_on else 30)
        pen.disc(knob, y + 30, 24 if self.is_on else 21, "surface" if self.is_on else "lineStrong")
        if self.is_on:
            pen.icon("check", "river", knob - 14, y + 16, 28)


class Choice(QWidget):
    """Label and chips, one of which is chosen. `picked` tells it."""

    picked = Signal(str, str)

    def __init__(
        self, ctx: KioskContext, name: str, label: str, options: Sequence[tuple[str, str]],
        chosen: Sequence[str], width: float, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx, self.name, self.label, self.wide = ctx, name, label, width
        px, gap = ctx.px, 12.0
        each = (width - (len(options) - 1) * gap) / len(options)
        for place, (key, words) in enumerate(options):
            chip = TouchChip(ctx, key, words, is_chosen=key in chosen, parent=self)
            x = place * (each + gap)
            chip.setGeometry(px(x), px(56), px(x + each) - px(x), px(80))
            chip.clicked.connect(self._on_chip)

    def _on_chip(self) -> None:
        chip = self.sender()
        if isinstance(chip, TouchChip):
            self.picked.emit(self.name, chip.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rule and label."""
        pen = Pen(QPainter(self), self.ctx)
        pen.fill(0, 0, self.wide, 2, "line")
        pen.word(self.label, "label", "ink1", 0, 8, self.wide, 44)
        pen.painter.end()


def paint_records(
    pen: Pen, rows: Sequence[tuple[str, str]], x: float, y: float, w: float, high: float = 72
) -> float:
    """Label and value under each other; told is where they end."""
    for label, value in rows:
        pen.fill(x, y, w, 2, "line")
        pen.word(label, "small", "ink3", x, y, 190, high)
        if pen.width_of(value, "caption") > w - 200:
            pen.words(value, "caption", "ink1", x + 200, y + 5, w - 200, lines=2)
        else:
            pen.word(value, "small", "ink1", x + 200, y, w - 200, high)
        y += high
    return y


def paint_hours(
    pen: Pen, hours: Sequence[int], box: tuple[float, float, float, float], first: int, last: int
) -> None:
    """A bar for each hour from `first` to `last`; the highest is dark."""
    x, y, w, h = box
    shown = hours[first : last + 1]
    most = max(shown, default=0)
    pitch = w / max(1, len(shown))
    floor = y + h - 40
    tones = pen.theme.motif()["river"]
    for place, count in enumerate(shown):
        left = x + place * pitch
        tall = (h - 60) * count / most if most else 0
        ink = "river" if count == most and most else tones[3]
        pen.fill(left + pitch * 0.12, floor - tall, pitch * 0.66, tall, ink)
        pen.word(str(first + place), "caption", "ink2", left - 6, floor + 4, pitch, 36,
                 align="center")  # fmt: skip
    pen.fill(x, floor, w, 2, "lineStrong")
