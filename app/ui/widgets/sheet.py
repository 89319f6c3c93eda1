"""A sheet over the window: scrim, title, content, a way to close it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.widgets.button import IconButton
from app.ui.widgets.label import PlainLabel


class _Paper(QWidget):
    """The sheet itself."""

    def __init__(self, ctx: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.ctx = ctx

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.ctx.theme.color("surface"))
        painter.setPen(QPen(self.ctx.theme.color("lineStrong"), 1))
        radius = self.ctx.px(10)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class Sheet(QWidget):
    """Fill `self.column`, then `open_now()`. Esc, the cross or the scrim closes it."""

    closed = Signal()

    def __init__(self, ctx: Context, window: QWidget, title: str, width: int = 520) -> None:
        super().__init__(window.window())
        self._window = window.window()
        self.ctx = ctx
        self._width = width
        self._before: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self._paper = _Paper(ctx, self)
        outer = self._outer = QVBoxLayout(self._paper)
        px = ctx.px
        outer.setContentsMargins(px(32), px(24), px(32), px(28))
        outer.setSpacing(px(12))
        head = QHBoxLayout()
        head.addWidget(PlainLabel(ctx, title, "h2"), 1)
        self._cross = IconButton(ctx, "clear", ctx.words("common.close"))
        self._cross.clicked.connect(self.close_now)
        head.addWidget(self._cross)
        outer.addLayout(head)
        self.column = QVBoxLayout()
        self.column.setSpacing(px(8))
        outer.addLayout(self.column)
        self.hide()
        self._window.installEventFilter(self)

    def open_now(self) -> None:
        """Cover the window and take the keyboard."""
        self._before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        self._cross.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_now(self) -> None:
        """Go away; the focus returns to where it was."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        self.deleteLater()

    def _place(self) -> None:
        self.setGeometry(self._window.rect())
        width = min(self.ctx.px(self._width), self.width() - self.ctx.px(48))
        height = self._outer.totalHeightForWidth(width)
        height = height if height > 0 else self._outer.totalSizeHint().height()
        height = min(height, self.height() - self.ctx.px(32))
        self._paper.setGeometry((self.width() - width) // 2, (self.height() - height) // 2,
                                width, height)  # fmt: skip

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Esc is ours before it is the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_now()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the scrim closes."""
        if not self._paper.geometry().contains(event.position().toPoint()):
            self.close_now()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The scrim."""
        QPainter(self).fillRect(self.rect(), self.ctx.theme.scrim())
