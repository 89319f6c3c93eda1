"""What pointer, wheel, fingers and keys do to the canvas of the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture

from app.ui.timeline.walking import end_of_lane, first_choice, step_across, step_in_time

if TYPE_CHECKING:
    from app.ui.timeline.canvas import TimelineCanvas

ZOOM_STEP: Final = 1.6  # of a key or button
_WHEEL_ZOOM: Final = 1.0018  # for each eighth of a degree
_PAN_KEY: Final = 0.25  # of the picture
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip
_ZOOMS: Final = {
    Qt.Key.Key_Plus: ZOOM_STEP, Qt.Key.Key_Equal: ZOOM_STEP,
    Qt.Key.Key_Minus: 1 / ZOOM_STEP, Qt.Key.Key_Underscore: 1 / ZOOM_STEP,
}  # fmt: skip
_PAGES: Final = {Qt.Key.Key_PageUp: -0.9, Qt.Key.Key_PageDown: 0.9}
_OPENING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class CanvasHands(QObject):
    """Turns events into asks to the canvas."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._pressed: QPointF | None = None
        self._last = 0.0
        self.is_dragging = False

    def handle(self, event: QEvent) -> bool:
        """Whether the event was one of ours."""
        match event:
            case QMouseEvent():
                return self._handle_mouse(event)
            case QWheelEvent():
                self._turn_wheel(event)
            case QNativeGestureEvent():
                if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
                    return False
                at, _ = self._canvas.axes().split(event.position())
                self._canvas.zoom(1 + event.value(), at, at_once=True)
            case QGestureEvent():
                return self._pinch(event)
            case _ if event.type() == QEvent.Type.Leave:
                self._hover(None)
                return False
            case _:
                return False
        return True

    # Keys

    def press_key(self, event: QKeyEvent) -> bool:
        """Whether the key was one of ours; with Ctrl or Alt it is the window's."""
        key, canvas = Qt.Key(event.key()), self._canvas
        held = event.modifiers()
        if held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        width = canvas.stage.scale.width
        if key in _ARROWS and held & Qt.KeyboardModifier.ShiftModifier:
            canvas.pan(sum(_ARROWS[key]) * _PAN_KEY * width, at_once=False)
        elif key in _ARROWS:
            self._walk(*_ARROWS[key])
        elif key in _ZOOMS:
            canvas.zoom(_ZOOMS[key])
        elif key in _PAGES:
            canvas.pan(_PAGES[key] * width, at_once=False)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to_end(last=key == Qt.Key.Key_End)
        elif key == Qt.Key.Key_0:
            canvas.look_at(canvas.stage.reach.whole(width))
        elif key in _OPENING:
            return self._open()
        else:
            return False
        return True

    def _walk(self, right: int, down: int) -> None:
        """To the next event in time or to the next lane, whichever the arrow points to."""
        canvas = self._canvas
        if canvas.is_down():
            right, down = down, right
        chosen = canvas.selected
        if chosen is None:
            found = first_choice(canvas.stage)
        elif right:
            found = step_in_time(canvas.stage, chosen, right)
        else:
            found = step_across(canvas.stage, chosen, down)
        if found is not None:
            canvas.key_focus = True
            canvas.select(found)

    def _go_to_end(self, *, last: bool) -> None:
        canvas = self._canvas
        start = canvas.selected or first_choice(canvas.stage)
        found = end_of_lane(canvas.stage, start.lane, last=last) if start else None
        if found is not None:
            canvas.key_focus = True
            canvas.select(found)

    def _open(self) -> bool:
        if self._canvas.selected is None:
            return False
        self._canvas.press(self._canvas.selected)
        return True

    # Pointer

    def _handle_mouse(self, event: QMouseEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                self._pressed = event.position()
                self._last, _ = self._canvas.axes().split(event.position())
                self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
            case QEvent.Type.MouseMove:
                self._move(event)
            case QEvent.Type.MouseButtonRelease if event.button() == Qt.MouseButton.LeftButton:
                self._release(event)
            case QEvent.Type.MouseButtonDblClick:
                at, across = self._canvas.axes().split(event.position())
                if self._canvas.stage.at(at, across) is None:
                    self._canvas.zoom(ZOOM_STEP, at)
            case _:
                return False
        return True

    def _move(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            self._hover(event.position())
            return
        far = (event.position() - self._pressed).manhattanLength()
        if not self.is_dragging and far < QApplication.startDragDistance():
            return
        self.is_dragging = True
        self._canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
        at, _ = self._canvas.axes().split(event.position())
        self._canvas.pan(self._last - at)
        self._last = at

    def _release(self, event: QMouseEvent) -> None:
        was_drag, pressed = self.is_dragging, self._pressed
        self.is_dragging, self._pressed = False, None
        self._canvas.unsetCursor()
        if was_drag or pressed is None:
            return
        found = self._canvas.stage.at(*self._canvas.axes().split(event.position()))
        if found is not None:
            self._canvas.press(self._canvas.stage.chosen(*found))
        elif not self._zoom_into_water(event.position()):
            self._canvas.select(None)

    def _zoom_into_water(self, point: QPointF) -> bool:
        """A press on a crowded lane looks closer there."""
        stage = self._canvas.stage
        at, across = self._canvas.axes().split(point)
        band = next((one for one in stage.bands if one.top <= across < one.bottom), None)
        if band is None or band.lane.key not in stage.crowded():
            return False
        self._canvas.zoom(4, at)
        return True

    def _hover(self, point: QPointF | None) -> None:
        canvas = self._canvas
        found = canvas.stage.at(*canvas.axes().split(point)) if point is not None else None
        mark = found[1] if found else None
        if mark is not canvas.hovered:
            canvas.hovered = mark
            over = Qt.CursorShape.PointingHandCursor if mark else Qt.CursorShape.ArrowCursor
            canvas.setCursor(over)
            canvas.update()

    def _turn_wheel(self, event: QWheelEvent) -> None:
        """The wheel moves in time; with Ctrl it zooms around the pointer."""
        turned, pixels = event.angleDelta(), event.pixelDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            at, _ = self._canvas.axes().split(event.position())
            self._canvas.zoom(_WHEEL_ZOOM ** turned.y(), at, at_once=True)
        else:
            way = pixels if not pixels.isNull() else turned
            self._canvas.pan(-(way.y() or way.x()) * (1 if not pixels.isNull() else 0.8))
        event.accept()

    def _pinch(self, event: QGestureEvent) -> bool:
        gesture = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(gesture, QPinchGesture):
            return False
        centre = self._canvas.mapFromGlobal(gesture.centerPoint().toPoint())
        at, _ = self._canvas.axes().split(QPointF(centre))
        self._canvas.zoom(gesture.scaleFactor(), at, at_once=True)
        event.accept(gesture)
        return True
