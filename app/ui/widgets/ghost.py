"""Motion by pictures: what comes or goes is painted once and faded, never laid out again."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from app.ui.theme import Theme

_INPUT = (QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.Wheel,
          QEvent.Type.TouchBegin)  # fmt: skip


class Way(NamedTuple):
    """From where to where: opacity, and how far to the right it still is."""

    from_opacity: float
    to_opacity: float
    from_x: float = 0


class Ghost(QWidget):
    """A picture over its parent that fades; it is gone at its end or at the first input."""

    def __init__(
        self, parent: QWidget, box: QRect, picture: QPixmap, way: Way, ground: QColor | None = None
    ) -> None:
        super().__init__(parent)
        self._picture, self._way, self._ground = picture, way, ground
        self._share = 0.0
        self.setGeometry(box)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # Nothing below an opaque ghost is painted while it is there.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, ground is not None)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.valueChanged.connect(self._on_moved)
        self._motion.finished.connect(self.leave)

    def start(self, theme: Theme, duration: str, curve: str = "standard") -> None:
        """Show it and let it go by."""
        self._motion.setDuration(theme.duration(duration))
        self._motion.setEasingCurve(theme.easing(curve))
        self.show()
        self.raise_()
        # Of the window alone, whose events are few: the application's are thousands when a page
        # is built.
        if self._ground is not None and (handle := self.window().windowHandle()) is not None:
            handle.installEventFilter(self)
        self._motion.start()

    def leave(self) -> None:
        """Show what is below."""
        if (handle := self.window().windowHandle()) is not None:
            handle.removeEventFilter(self)
        self._motion.stop()
        self.hide()
        self.deleteLater()

    def _on_moved(self, share: float) -> None:
        self._share = share
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever acts sees the real thing at once."""
        if event.type() in _INPUT:
            self.leave()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture on its way."""
        painter = QPainter(self)
        if self._ground is not None:
            painter.fillRect(self.rect(), self._ground)
        start, end, x = self._way
        painter.setOpacity(start + (end - start) * self._share)
        painter.drawPixmap(QPointF(x * (1 - self._share), 0), self._picture)


class _Rise(QVariantAnimation):
    """Opacity from nothing to all of an effect, which then steps aside."""

    def __init__(self, effect: QGraphicsOpacityEffect) -> None:
        super().__init__(effect)
        self._effect = effect
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.valueChanged.connect(effect.setOpacity)
        self.finished.connect(self._on_finished)

    def _on_finished(self) -> None:
        self._effect.setEnabled(False)  # from now on painting is direct again


def fade_in(widget: QWidget, theme: Theme, duration: str = "panel", curve: str = "enter") -> None:
    """Let a small widget that is shown come in; large ones would cost frames."""
    if not theme.duration(duration) or not widget.isVisible():
        return
    effect = QGraphicsOpacityEffect(widget)
    effect.setOpacity(0)
    widget.setGraphicsEffect(effect)
    motion = _Rise(effect)
    motion.setDuration(theme.duration(duration))
    motion.setEasingCurve(theme.easing(curve))
    motion.start()


def fade_out(widget: QWidget, theme: Theme) -> None:
    """Call before hiding: a picture of it stays behind and fades."""
    if (effect := widget.graphicsEffect()) is not None:
        effect.setEnabled(False)
    parent = widget.parentWidget()
    if theme.duration("panel") and parent is not None and widget.isVisible():
        ghost = Ghost(parent, widget.geometry(), widget.grab(), Way(1, 0))
        ghost.start(theme, "panel", "exit")
