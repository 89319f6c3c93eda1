"""What lies over a visit: the attract loop, a curtain, the question, the staff door."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.kiosk.attract import Attract
from app.kiosk.context import KioskContext
from app.kiosk.curtains import CleaningScreen
from app.kiosk.options import OptionsFile
from app.kiosk.pin import StaffDoor
from app.kiosk.pin_screen import PinScreen
from app.kiosk.sheets.ask import AskSheet


class Layers(QObject):
    """From below: visit, attract, curtain, question, staff door. Each fills the frame."""

    def __init__(
        self, ctx: KioskContext, file: OptionsFile, door: StaffDoor, frame: QWidget,
        clock: Callable[[], float],
    ) -> None:  # fmt: skip
        super().__init__(frame)
        self._ctx, self._file, self._door, self._frame = ctx, file, door, frame
        options = file.options
        self.attract = Attract(
            ctx, with_exhibits=options.exhibits_in_attract, scene_ms=options.scene * 1000,
            clock=clock, parent=frame,
        )  # fmt: skip
        self.curtain: QWidget | None = None
        self.ask: AskSheet | None = None
        self.pin: PinScreen | None = None

    def fit(self) -> None:
        """The frame has another size."""
        for layer in (self.attract, self.curtain, self.pin):
            if layer is not None:
                layer.setGeometry(self._frame.rect())
        self.drop_ask()

    def show_attract(self, *, on: bool) -> None:
        """The loop, or what is below it."""
        self.attract.setVisible(on)
        if on:
            self.attract.raise_()

    def rewind(self) -> None:
        """The loop from its start, at the pace that staff set."""
        options = self._file.options
        self.attract.set_pace(options.scene, with_exhibits=options.exhibits_in_attract)
        self.attract.rewind()

    def draw(self, curtain: QWidget | None) -> None:
        """Another curtain, or none."""
        if self.curtain is not None:
            self.curtain.hide()
            self.curtain.deleteLater()
        self.curtain = curtain
        if curtain is not None:
            self._put(curtain)
        if self.pin is not None:
            self.pin.raise_()

    def open_ask(self, remaining: int) -> AskSheet:
        """Still looking?"""
        self.drop_ask()
        self.ask = AskSheet(self._ctx, remaining, self._file.options.count)
        self._put(self.ask)
        return self.ask

    def drop_ask(self) -> None:
        """It was answered."""
        if self.ask is not None:
            self.ask.hide()
            self.ask.deleteLater()
            self.ask = None

    def open_pin(self) -> PinScreen:
        """The staff door over everything."""
        self.drop_pin()
        self.drop_ask()
        self.pin = PinScreen(self._ctx, self._door, self._file)
        self._put(self.pin)
        return self.pin

    def drop_pin(self) -> None:
        """Shut it."""
        if self.pin is not None:
            self.pin.hide()
            self.pin.deleteLater()
            self.pin = None

    def drop(self) -> None:
        """Whatever was asked."""
        self.drop_pin()
        self.drop_ask()

    def tell_remaining(self, seconds: int) -> None:
        """A countdown goes on."""
        if self.ask is not None:
            self.ask.set_remaining(seconds)
        if isinstance(self.curtain, CleaningScreen):
            self.curtain.set_remaining(seconds)

    def _put(self, layer: QWidget) -> None:
        layer.setParent(self._frame)
        layer.setGeometry(self._frame.rect())
        layer.show()
        layer.raise_()
