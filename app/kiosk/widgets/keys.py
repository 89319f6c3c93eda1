"""The keypad: letters 7 × 4 with backspace and clear; keys that lead nowhere are dashed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.kiosk.context import KioskContext
from app.kiosk.keypad import Face, Keypad
from app.kiosk.widgets.pen import Pen
from app.kiosk.widgets.touch import Touch

COLUMNS: Final = 7
ROWS: Final = 4
BACK, CLEAR, SPACE, TURN = "back", "clear", "space", "turn"
_ICONS: Final = {BACK: "backspace", CLEAR: "clear_all"}


class KeyTouch(Touch):
    """One key; `key` is a letter, a digit or the name of what it does."""

    def __init__(
        self, ctx: KioskContext, key: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(ctx, name, parent)
        self.key = key
        self.is_tool = len(key) > 1
        self.role = "key"

    def paint(self, pen: Pen, w: float, h: float) -> None:
        """A raised key, a pressed one, or a dashed one."""
        if not self.isEnabled():
            pen.box(0, 0, w, h, "", "line", dashed=True)
            pen.word(self.key, "key", "ink3", 0, 0, w, h - 2, align="center")
            return
        down = self.isDown()
        fill = "riverTint" if down else "sunk" if self.is_tool else "surface"
        drop = 5 if down else 0
        pen.box(0, drop, w, h - drop, fill, "river" if down else "lineStrong",
                base=0 if down else 5)  # fmt: skip
        middle = h - 4 + drop
        if self.key in _ICONS:
            pen.icon(_ICONS[self.key], "ink1", (w - 38) / 2, (middle - 38) / 2, 38)
        elif self.is_tool:
            role = "bodyStrong"
            pen.word(self.accessibleName(), role, "ink1", 6, 0, w - 12, middle, align="center")
        else:
            pen.word(self.key, self.role, "ink1", 0, 0, w, middle, align="center")


class KeyBoard(QWidget):
    """Shows a Keypad. `pressed` tells that its text is another."""

    pressed = Signal()

    def __init__(
        self, ctx: KioskContext, keypad: Keypad, room: tuple[float, float], gap: float = 13,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx, self.keypad = ctx, keypad
        self._room, self._gap = room, gap
        self.keys: dict[str, KeyTouch] = {}
        self.show_face()

    def show_face(self) -> None:
        """Make the keys of the face that is shown."""
        for key in self.keys.values():
            key.hide()
            key.deleteLater()
        self.keys = {}
        width, height = self._room
        wide = (width - (COLUMNS - 1) * self._gap) / COLUMNS
        high = (height - (ROWS - 1) * self._gap) / ROWS
        px = self.ctx.px
        for place, (sign, name) in enumerate(self._order()):
            if not sign:
                continue
            row, column = divmod(place, COLUMNS)
            x, y = column * (wide + self._gap), row * (high + self._gap)
            made = KeyTouch(self.ctx, sign, name, self)
            made.setGeometry(px(x), px(y), px(x + wide) - px(x), px(y + high) - px(y))
            made.clicked.connect(self._on_key)
            made.show()
            self.keys[sign] = made
        self.tell()

    def _order(self) -> list[tuple[str, str]]:
        words = self.ctx.words
        tools = [(BACK, words("kiosk.search.backspace")), (CLEAR, words("kiosk.search.clear"))]
        chars = [(one.char, one.char) for one in self.keypad.keys()]  # noqa: SIM118
        if self.keypad.face is Face.LETTERS:
            return [*chars, *tools]
        space = (SPACE, words("kiosk.search.space"))
        empty = ("", "")
        filled = [*chars, *[empty] * (COLUMNS * (ROWS - 1) - len(chars)), *[empty] * 4, space]
        return [*filled, *tools]

    def tell(self) -> None:
        """Which keys lead somewhere."""
        for one in self.keypad.keys():  # noqa: SIM118 - no dictionary
            self.keys[one.char].setEnabled(one.is_live)
        if SPACE in self.keys:
            self.keys[SPACE].setEnabled(self.keypad.can(" "))

    def press(self, key: str) -> bool:
        """As if the key were touched; for a real keyboard as well."""
        pad = self.keypad
        if key == BACK:
            done = pad.backspace()
        elif key == CLEAR:
            turned = pad.face is Face.DIGITS
            done = pad.clear()
            if turned:
                self.show_face()
        else:
            done = pad.press(" " if key == SPACE else key)
        if done:
            self.tell()
            self.pressed.emit()
        return done

    def turn(self) -> None:
        """Letters or digits."""
        self.keypad.turn()
        self.show_face()

    def _on_key(self) -> None:
        key = self.sender()
        if isinstance(key, KeyTouch):
            self.press(key.key)
