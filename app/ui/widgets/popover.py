"""A small raised box inside the window, beside what opened it; Esc or a press elsewhere closes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.widgets.ghost import fade_in, fade_out


class Popover(QWidget):
    """Fill `self.column`, then `open_at(widget)`. It goes away by itself."""

    closed = Signal()

    def __init__(self, ctx: Context, opener: QWidget) -> None:
        super().__init__(opener.window())
        self._window = opener.window()
        self.ctx = ctx
        self._opener: QWidget | None = opener
        self.setAccessibleName(opener.accessibleName())
        opener.destroyed.connect(self._on_opener_gone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column = QVBoxLayout(self)
        px = ctx.px
        self.column.setContentsMargins(px(15), px(13), px(15), px(13))
        self.column.setSpacing(px(4))
        self.hide()

    def open_at(self, anchor: QWidget, width: int = 0) -> None:
        """Show it under the anchor, or above where there is no room."""
        self.setFixedWidth(width or self.ctx.px(280))
        height = self.column.totalHeightForWidth(self.width())
        if height < 0:
            height = self.column.totalSizeHint().height()
        window = self._window
        gap = self.ctx.px(6)
        height = min(height, window.height() - 4 * gap)
        below = anchor.mapTo(window, QPoint(0, anchor.height() + gap))
        top = below.y()
        if top + height > window.height() - gap:
            top = max(gap, anchor.mapTo(window, QPoint(0, 0)).y() - gap - height)
        left = max(gap, min(below.x(), window.width() - self.width() - gap))
        self.setGeometry(left, top, self.width(), height)
        self.show()
        self.raise_()
        fade_in(self, self.ctx.theme)
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        if (app := QApplication.instance()) is not None:
            app.installEventFilter(self)

    def close_now(self) -> None:
        """Go away and give the focus back."""
        if not self.isVisible():
            return
        fade_out(self, self.ctx.theme)
        self.hide()
        if self._opener is not None:
            self._opener.setFocus(Qt.FocusReason.TabFocusReason)
        self.closed.emit()
        self.deleteLater()

    def _on_opener_gone(self) -> None:
        self._opener = None
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While it is open: a press elsewhere closes it."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            inside = self.rect().contains(self.mapFromGlobal(event.globalPosition().toPoint()))
            if not inside and isinstance(watched, QWidget):
                own = self._opener is not None and watched is self._opener
                self.close_now()
                return own
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.close_now()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Esc is ours before it is the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() == Qt.Key.Key_Escape)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; arrows walk."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_now()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextPrevChild(True)  # noqa: FBT003
        elif event.key() == Qt.Key.Key_Up:
            self.focusNextPrevChild(False)  # noqa: FBT003
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Never listen while hidden."""
        if (app := QApplication.instance()) is not None:
            app.removeEventFilter(self)
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Raised paper with a strong hairline."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.ctx.theme.color("paper"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.ctx.theme.color("raised"))
        painter.setPen(QPen(self.ctx.theme.color("lineStrong"), 1))
        radius = self.ctx.px(4)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
