"""A section of the staff panel: a heading and controls, placed one under the other."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.base.errors import AppError
from app.kiosk.context import KioskContext
from app.kiosk.operator.controls import CHOICE, STEPPER, SWITCH, Choice, Stepper, Switch
from app.kiosk.options import OptionsFile
from app.kiosk.tally import Tally
from app.kiosk.widgets.buttons import TouchButton
from app.kiosk.widgets.pen import Pen
from app.ui.messages import message

W = TypeVar("W", bound=QWidget)


class Section(QWidget):
    """A column of controls; `changed` tells that options were written."""

    changed = Signal()
    asked = Signal(str)  # cleaning, restart, leave, pin

    def __init__(
        self, ctx: KioskContext, file: OptionsFile, tally: Tally, room: tuple[float, float],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx, self.file, self.tally = ctx, file, tally
        self.wide, self.high = room
        self.is_tall = self.high > self.wide
        self.note = ""
        self._left, self._top, self._column, self._count = 0.0, 84.0, 0.0, 1
        self.build()

    def build(self) -> None:
        """Place the controls."""

    def paint(self, pen: Pen) -> None:
        """What is only looked at."""

    def title(self) -> str:
        """The heading."""
        return ""

    # Placing

    def columns(self, count: int, *, always: bool = False) -> None:
        """So many columns side by side; one below the other in portrait, unless `always`."""
        count = 1 if self.is_tall and not always else count
        self._count = count
        self._column = (self.wide - (count - 1) * 56) / count
        self._left, self._top = 0.0, 84.0

    def next_column(self) -> None:
        """On to the column at the right; where there is only one, simply further down."""
        if self._count > 1:
            self._left += self._column + 56
            self._top = 84.0

    def add(self, widget: W, height: float, *, width: float = 0, gap: float = 0) -> W:
        """Place a control under the one before."""
        px = self.ctx.px
        wide = width or self._column
        widget.setParent(self)
        widget.setGeometry(px(self._left), px(self._top), px(wide), px(height))
        widget.show()
        self._top += height + gap
        return widget

    def stepper(self, name: str, step: int, span: tuple[int, int], unit: str) -> Stepper:
        """A number of the options."""
        words = self.ctx.words
        value = int(getattr(self.file.options, name))
        made = Stepper(self.ctx, name, words(f"operator.{name}"), value, unit=words(unit),
                       step=step, span=span)  # fmt: skip
        made.stepped.connect(self._on_stepped)
        return self.add(made, STEPPER)

    def switch(self, name: str) -> None:
        """A yes or no of the options."""
        words = self.ctx.words(f"operator.{name}")
        made = Switch(self.ctx, name, words, on=bool(getattr(self.file.options, name)))
        made.flipped.connect(self.write)
        self.add(made, SWITCH)

    def choice(self, name: str, options: list[tuple[str, str]], chosen: list[str]) -> None:
        """One of several."""
        words = self.ctx.words(f"operator.{name}")
        made = Choice(self.ctx, name, words, options, chosen, self._column)
        made.picked.connect(self._on_picked)
        self.add(made, CHOICE)

    def button(self, words: str, kind: str, icon: str, asks: str) -> TouchButton:
        """A verb that the desk carries out."""
        made = Ask(self.ctx, self.ctx.words(words), kind, icon, asks)
        made.clicked.connect(self._on_ask)
        return self.add(made, 88, gap=16)

    def _on_ask(self) -> None:
        button = self.sender()
        if isinstance(button, Ask):
            self.asked.emit(button.asks)

    def _on_stepped(self, name: str, value: int) -> None:
        self.write(name, value)

    def _on_picked(self, name: str, key: str) -> None:
        self.write(name, key)

    def write(self, name: str, value: object) -> None:
        """Keep an option; a disk that refuses is told."""
        try:
            self.file.change(**{name: value})
            self.note = ""
        except AppError as fault:
            self.note = message(fault, self.ctx.words)
        self.changed.emit()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Heading, content, a note at the foot."""
        pen = Pen(QPainter(self), self.ctx)
        pen.word(self.title(), "h2", "ink1", 0, 0, self.wide, 70)
        self.paint(pen)
        if self.note:
            pen.words(self.note, "caption", "err", 0, self.high - 40, self.wide, lines=1)
        pen.painter.end()


class Ask(TouchButton):
    def __init__(self, ctx: KioskContext, words: str, kind: str, icon: str, asks: str) -> None:
        super().__init__(ctx, words, kind, icon=icon)
        self.asks = asks
