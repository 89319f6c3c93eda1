"""Stands before the window: what reaches the pages, and what nobody meant or nobody may.

It filters the events of the window's handle, which come before every widget: raw touches first,
then the mouse presses that Qt makes of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, QSizeF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QTouchEvent

from app.kiosk.gesture import Recipe, StaffGesture
from app.kiosk.options import Options

PALM: Final = 40  # px of the design: a wider touch is no finger
SWIPE: Final = 140  # px of the design that a swipe goes at least
_TOUCHES: Final = (
    QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel,
)  # fmt: skip
_PRESSES: Final = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
# Never passed on: menus, wheels, drags, gestures of the platform.
_UNWANTED: Final = (
    QEvent.Type.ContextMenu, QEvent.Type.Wheel, QEvent.Type.DragEnter, QEvent.Type.DragMove,
    QEvent.Type.Drop, QEvent.Type.NativeGesture, QEvent.Type.Gesture, QEvent.Type.TabletPress,
    QEvent.Type.TabletMove, QEvent.Type.TabletRelease, QEvent.Type.Shortcut,
)  # fmt: skip
# Keys that walk through what is on the screen; no others reach a widget.
_WALKING: Final = (
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space,
)  # fmt: skip
_MODIFIERS: Final = (
    (Qt.KeyboardModifier.ControlModifier, "Ctrl"),
    (Qt.KeyboardModifier.AltModifier, "Alt"),
    (Qt.KeyboardModifier.ShiftModifier, "Shift"),
    (Qt.KeyboardModifier.MetaModifier, "Meta"),
)
_MODIFIER_KEYS: Final = (
    Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Shift, Qt.Key.Key_Meta,
)  # fmt: skip
_BARE: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Guarded(Protocol):
    """What the guard asks of the window."""

    def touched(self) -> bool:
        """Somebody touched; whether the page is not to hear of it."""

    def staff_called(self) -> None:
        """The recipe is complete."""

    def swiped(self, steps: int) -> None:
        """A finger went sideways: on (1) or back (-1)."""

    def key_typed(self, sign: str) -> None:
        """A letter, a digit, "\\b", "\\x1b" or an arrow "<" ">"."""

    def mouse_moved(self) -> None:
        """A real mouse, no finger, moved."""


class Guard(QObject):
    """Installed on `window.windowHandle()`."""

    def __init__(
        self, window: Guarded, recipe: Recipe, clock: Callable[[], float], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._clock = clock
        self._size = (1, 1)
        self._gesture = StaffGesture(recipe, *self._size)
        self._factor = 1.0
        self._fingers = 1
        self._is_palm = False
        self._is_dead = False  # this press is swallowed until it ends
        self._began: QPointF | None = None

    def resize(self, width: int, height: int, factor: float) -> None:
        """The window has another size."""
        self._size = (width, height)
        self._gesture.resize(width, height)
        self._factor = factor

    def set_recipe(self, recipe: Recipe) -> None:
        """Staff chose another way in."""
        self._gesture = StaffGesture(recipe, *self._size)

    def tick(self) -> None:
        """A few times a second: a held finger makes no events."""
        if self._gesture.tick(self._clock()):
            self._window.staff_called()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True for what goes no further."""
        kind = event.type()
        if kind in _TOUCHES:
            assert isinstance(event, QTouchEvent)
            return self._on_touch(event)
        if kind in _PRESSES:
            assert isinstance(event, QMouseEvent)
            return self._on_press(event)
        if kind == QEvent.Type.MouseMove:
            assert isinstance(event, QMouseEvent)
            return self._on_move(event)
        if kind == QEvent.Type.MouseButtonRelease:
            assert isinstance(event, QMouseEvent)
            return self._on_release(event)
        if kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            assert isinstance(event, QKeyEvent)
            return self._on_key(event)
        return kind in _UNWANTED

    # Fingers

    def _on_touch(self, event: QTouchEvent) -> bool:
        """Palms are taken out before Qt makes a mouse press of them."""
        points = event.points()
        self._fingers = max(1, len(points))
        sizes = [one.ellipseDiameters() for one in points]
        if event.type() == QEvent.Type.TouchBegin:
            self._is_palm = any(is_palm(size, self._factor) for size in sizes)
        if not self._is_palm:
            return False
        event.accept()
        if event.type() in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel):
            self._is_palm = False
        return True

    def _on_press(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return True
        point = event.position()
        self._gesture.press(point.x(), point.y(), self._clock(), fingers=self._fingers)
        self._began = point
        self._is_dead = self._window.touched()
        return self._is_dead

    def _on_move(self, event: QMouseEvent) -> bool:
        point = event.position()
        if event.source() == Qt.MouseEventSource.MouseEventNotSynthesized:
            self._window.mouse_moved()
        if event.buttons() and self._gesture.move(point.x(), point.y(), self._clock()):
            self._window.staff_called()
        return self._is_dead

    def _on_release(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return True
        point, began = event.position(), self._began
        self._began = None
        is_staff = self._gesture.release(point.x(), point.y(), self._clock())
        dead, self._is_dead = self._is_dead, False
        if is_staff:
            self._window.staff_called()
        elif not dead and began is not None:
            across, down = point.x() - began.x(), point.y() - began.y()
            if abs(across) > SWIPE * self._factor and abs(across) > 2 * abs(down):
                self._window.swiped(-1 if across > 0 else 1)
        return dead

    # Keys

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.KeyRelease:
            return event.key() not in _WALKING
        repeated = event.isAutoRepeat()
        if self._gesture.key(key_names(event), self._clock(), repeated=repeated):
            self._window.staff_called()
            return True
        if event.key() in _MODIFIER_KEYS:
            return True
        if self._window.touched() or event.modifiers() & ~_BARE:
            return True
        if event.key() in _WALKING:
            return False
        sign = _sign_of(event)
        if sign:
            self._window.key_typed(sign)
        return True


def recipe_of(options: Options, factor: float) -> Recipe:
    """What staff have to do, on a panel of this size."""
    size = round(120 * max(0.5, factor))
    return Recipe(options.corner, options.taps, options.hold, options.chord, size=size)


def is_palm(size: QSizeF, factor: float) -> bool:
    """Whether a touch is too wide for a finger; a panel that does not tell sizes says 0."""
    return max(size.width(), size.height()) > PALM * factor


def key_names(event: QKeyEvent) -> tuple[str, ...]:
    """The keys that are down, by name: ("Ctrl", "Alt", "Shift", "K")."""
    names = [name for flag, name in _MODIFIERS if event.modifiers() & flag]
    if event.key() in _MODIFIER_KEYS:
        return tuple(names)
    own = QKeySequence(event.key()).toString()
    return (*names, own) if own and own.isprintable() else tuple(names)


_SIGNS: Final = {
    Qt.Key.Key_Backspace: "\b", Qt.Key.Key_Escape: "\x1b", Qt.Key.Key_Left: "<",
    Qt.Key.Key_Right: ">",
}  # fmt: skip


def _sign_of(event: QKeyEvent) -> str:
    known = _SIGNS.get(Qt.Key(event.key()))
    if known:
        return known
    text = event.text()
    return text if len(text) == 1 and text.isascii() and text.isalnum() else ""
