"""The staff door: digits, how many tries are left, how long it is shut; at first a new PIN."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.base.errors import AppError
from app.kiosk.context import KioskContext
from app.kiosk.options import OptionsFile
from app.kiosk.pin import LONGEST, SHORTEST, Door, StaffDoor, pause_after, refusal
from app.kiosk.widgets.buttons import TouchButton
from app.kiosk.widgets.emblem import paint_emblem
from app.kiosk.widgets.keys import BACK, KeyTouch
from app.kiosk.widgets.pen import Pen
from app.ui.art.covers import paint_cover

_KEYS: Final = ("1", "2", "3", "4", "5", "6", "7", "8", "9", BACK, "0", "cancel")
_WIDE, _HIGH, _GAP = 170.0, 126.0, 15.0
_TRY_MS: Final = 50


class PinScreen(QWidget):
    """`passed` when the PIN is right or newly set; `cancelled` to go back."""

    passed = Signal()
    cancelled = Signal()

    def __init__(
        self, ctx: KioskContext, door: StaffDoor, file: OptionsFile,
        parent: QWidget | None = None, *, is_new: bool = False,
    ) -> None:  # fmt: skip
        """`is_new`: staff, who are in already, set another PIN."""
        super().__init__(parent)
        self.ctx, self.door, self.file = ctx, door, file
        self.is_new = is_new
        self.digits = ""
        self.first = ""  # of a new PIN, typed once already
        self.note = ""
        self.keys: dict[str, KeyTouch] = {}
        self._is_trying = False
        self._place()
        self._build()
        self._wait = QTimer(self)
        self._wait.setInterval(500)
        self._wait.timeout.connect(self._on_wait)
        self._wait.start()
        self._tell()

    # Places

    def _place(self) -> None:
        stage = self.ctx.stage
        if stage.is_portrait:
            self.art = (0.0, 0.0, stage.across, stage.down - 1160)
            self.middle = stage.across / 2
            self.top = stage.down - 1090
        else:
            self.art = (0.0, 0.0, stage.across * 0.458, stage.down)
            self.middle = stage.across * 0.729
            self.top = max(40.0, (stage.down - 860) / 2)

    def _build(self) -> None:
        px, words = self.ctx.px, self.ctx.words
        left = self.middle - (3 * _WIDE + 2 * _GAP) / 2
        names = {BACK: words("kiosk.search.backspace"), "cancel": words("operator.cancel")}
        for place, key in enumerate(_KEYS):
            row, column = divmod(place, 3)
            x, y = left + column * (_WIDE + _GAP), self.top + 272 + row * (_HIGH + 18)
            made = KeyTouch(self.ctx, key, names.get(key, key), self)
            made.setGeometry(px(x), px(y), px(x + _WIDE) - px(x), px(y + _HIGH) - px(y))
            made.role = "digit"
            made.clicked.connect(self._on_key)
            self.keys[key] = made
        self.done = TouchButton(self.ctx, words("operator.pin.set"), "primary", parent=self)
        y = self.top + 272 + 4 * (_HIGH + 18)
        self.done.setGeometry(px(left), px(y), px(3 * _WIDE + 2 * _GAP), px(88))
        self.done.clicked.connect(self._on_done)

    # Typing

    def typed(self, sign: str) -> None:
        """A key of a keyboard."""
        if sign == "\x1b":
            self.cancelled.emit()
        elif sign == "\b":
            self._press(BACK)
        elif sign.isdigit():
            self._press(sign)

    def _on_key(self) -> None:
        key = self.sender()
        if isinstance(key, KeyTouch):
            self._press(key.key)

    def _press(self, key: str) -> None:
        if key == "cancel":
            self.cancelled.emit()
            return
        if self._is_trying or self.door.state in (Door.LOCKED, Door.DAMAGED):
            return
        if key == BACK:
            self.digits = self.digits[:-1]
        elif len(self.digits) < LONGEST:
            self.digits += key
        self.note = ""
        self._tell()

    def _on_done(self) -> None:
        if self._sets():
            self._set_new()
        elif self.digits and not self._is_trying:
            self._is_trying = True  # the hash takes a tenth of a second: first show the press
            QTimer.singleShot(_TRY_MS, self._try)
        self._tell()

    def _try(self) -> None:
        self._is_trying = False
        told = self.door.enter(self.digits)
        self.digits = ""
        if told.is_right:
            self.passed.emit()
            return
        self._tell()

    def _set_new(self) -> None:
        words = self.ctx.words
        if not self.first:
            why = refusal(self.digits)
            if why is not None:
                self.note = words(f"operator.pin.refused.{why.value}", shortest=SHORTEST,
                                  longest=LONGEST)  # fmt: skip
            else:
                self.first = self.digits
            self.digits = ""
            return
        if self.digits != self.first:
            self.first, self.digits = "", ""
            self.note = words("operator.pin.differs")
            return
        try:
            self.door.set_pin(self.digits)
        except AppError as fault:
            self.note = words(f"errors.{fault.code}", **fault.facts)
            self.first, self.digits = "", ""
            return
        self.passed.emit()

    def _sets(self) -> bool:
        """Whether a new PIN is asked for, and not the one there is."""
        state = self.door.state
        return state is Door.UNSET or (self.is_new and state is not Door.DAMAGED)

    # Telling

    def title(self) -> str:
        """What is asked for."""
        words = self.ctx.words
        if self._sets():
            if self.first:
                return words("operator.pin.again")
            return words("operator.pin.new", shortest=SHORTEST, longest=LONGEST)
        return words("operator.pin.ask")

    def message(self) -> str:
        """Tries left, the time until the next, or what is wrong."""
        words = self.ctx.words
        if self.note:
            return self.note
        state = self.door.state
        if state is Door.DAMAGED:
            return words("operator.pin.damaged", path=self.file.path)
        if state is Door.LOCKED:
            minutes, seconds = divmod(round(self.door.wait()), 60)
            return words("operator.pin.locked", minutes=minutes, seconds=f"{seconds:02}")
        if state is Door.READY and not self.is_new:
            minutes = round(pause_after(self.file.options.wrong + self.door.left) / 60)
            return words.count("operator.pin.left", self.door.left, minutes=minutes)
        return ""

    def _on_wait(self) -> None:
        self._tell()

    def _tell(self) -> None:
        is_open = self.door.state in (Door.READY, Door.UNSET)
        for key in self.keys.values():
            key.setEnabled(is_open or key.key == "cancel")
        self.done.setEnabled(is_open and len(self.digits) >= SHORTEST and not self._is_trying)
        self.setAccessibleName(f"{self.title()} {self.message()}")
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The edition's print, the question, the digits as dots."""
        pen = Pen(QPainter(self), self.ctx)
        stage = self.ctx.stage
        pen.fill(0, 0, stage.across + 1, stage.down + 1, "paper")
        self._paint_art(pen)
        room = 3 * _WIDE + 2 * _GAP + 120
        left = self.middle - room / 2
        pen.word(self.title(), "h2", "ink1", left, self.top, room, 64, align="center")
        self._paint_digits(pen)
        pen.words(self.message(), "caption", "ink2", left, self.top + 196, room, lines=3,
                  least=0.7, align="center")  # fmt: skip
        pen.painter.end()

    def _paint_art(self, pen: Pen) -> None:
        x, _, w, h = self.art
        land = 280.0
        sky = 90.0  # so that the hills stay below the seal
        pen.painter.fillRect(QRectF(x, 0, w, sky + 1), pen.theme.category("edition").ground)
        pen.painter.save()
        pen.painter.translate(0, sky)
        paint_cover(pen.painter, "operator/door", "edition", 8, w, h - land - sky)
        pen.painter.restore()
        pen.painter.setOpacity(1)
        pen.fill(x, h - land, w, land, "dusk.land")
        paint_emblem(pen, 80, 80, 84)
        words = self.ctx.words
        pen.word(words("operator.title"), "h1", "dusk.text", 80, h - land + 36, w - 120, 78)
        after = self.file.options.staff_after
        told = words("operator.lead", seconds=after)
        pen.words(told, "body", "dusk.soft", 80, h - land + 118, w - 120, lines=3)

    def _paint_digits(self, pen: Pen) -> None:
        count = max(SHORTEST, min(LONGEST, len(self.digits) + 1)) if len(
            self.digits) >= SHORTEST else SHORTEST  # fmt: skip
        pitch = min(80.0, (3 * _WIDE + 2 * _GAP) / count)
        left = self.middle - count * pitch / 2
        y = self.top + 170
        for place in range(count):
            x = left + place * pitch + pitch / 2
            is_next = place == len(self.digits)
            pen.painter.fillRect(QRectF(x - pitch * 0.35, y, pitch * 0.7, 5),
                                 pen.color("lacquer" if is_next else "lineStrong"))  # fmt: skip
            if place < len(self.digits):
                pen.disc(x, y - 34, 12, "ink1")
