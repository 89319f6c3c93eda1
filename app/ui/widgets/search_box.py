"""The search box: icon, words, key hint at rest, a cross to clear."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from app.ui.context import Context
from app.ui.widgets.button import IconButton
from app.ui.widgets.key_hint import KeyHint


class SearchBox(QWidget):
    """`typed` tells every change made by hand, `entered` Enter, `stepped` ↑ (-1) and ↓ (+1)."""

    typed = Signal(str)
    entered = Signal(str)
    stepped = Signal(int)
    escaped = Signal()

    def __init__(
        self, ctx: Context, placeholder: str, hint: str = "", clear_name: str = "",
        parent: QWidget | None = None, *, short: str = "",
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx = ctx
        self.edit = QLineEdit(self)
        self.edit.setObjectName("searchEdit")
        self.edit.setFrame(False)
        self.edit.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, on=False)
        self.edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.edit.textChanged.connect(self._on_edited)  # also what a screen reader puts in
        self.edit.returnPressed.connect(self._on_entered)
        self.edit.installEventFilter(self)
        self._hint = KeyHint(ctx, hint, self) if hint else None
        self._clear = IconButton(ctx, "clear", clear_name, size=32, parent=self)
        self._clear.clicked.connect(self._on_clear)
        self._clear.hide()
        self.setFocusProxy(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(ctx.px(40))
        self.set_words(placeholder, clear_name, short)

    def set_words(self, placeholder: str, clear_name: str, short: str = "") -> None:
        """Say what can be searched; `short` where there is no room for it."""
        self._placeholders = placeholder, short or placeholder
        self._fit_placeholder()
        self.edit.setAccessibleName(placeholder)
        self._clear.set_name(clear_name)

    def _fit_placeholder(self) -> None:
        whole, short = self._placeholders
        room = self.edit.width() - self.ctx.px(8)
        fits = self.edit.fontMetrics().horizontalAdvance(whole) <= room
        self.edit.setPlaceholderText(whole if fits else short)

    def text(self) -> str:
        """What is asked."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Show this without telling it as typed."""
        if text != self.edit.text():
            quiet = QSignalBlocker(self.edit)
            self.edit.setText(text)
            quiet.unblock()
        self._show_parts()

    def _on_edited(self, text: str) -> None:
        self._show_parts()
        self.typed.emit(text)

    def _on_entered(self) -> None:
        self.entered.emit(self.edit.text())

    def _on_clear(self) -> None:
        self.edit.clear()  # which is told as typed
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_parts()

    def _show_parts(self) -> None:
        asked = bool(self.edit.text())
        self._clear.setVisible(asked)
        if self._hint is not None:
            self._hint.setVisible(not asked and not self.edit.hasFocus())
        self.update()

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        """Arrows walk through the results, Esc clears, the frame follows the focus."""
        if isinstance(event, QFocusEvent):
            self._show_parts()
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:  # ours before it is the window's
                event.accept()
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if step:
                self.stepped.emit(step)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._on_escape()
                return True
        return super().eventFilter(watched, event)

    def _on_escape(self) -> None:
        if self.edit.text():
            self._on_clear()
        else:
            self.edit.clearFocus()
            self.escaped.emit()

    def changeEvent(self, event: QEvent) -> None:
        """A new text size."""
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedHeight(self.ctx.px(40))
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts."""
        super().resizeEvent(event)
        px = self.ctx.px
        right = self.width() - px(12)
        if self._hint is not None:
            size = self._hint.sizeHint()
            self._hint.setGeometry(
                right - size.width(), (self.height() - size.height()) // 2,
                size.width(), size.height(),
            )  # fmt: skip
        self._clear.setGeometry(
            self.width() - px(38), (self.height() - px(32)) // 2, px(32), px(32)
        )
        room = max(px(40), self._hint.width() + px(20) if self._hint else 0)
        self.edit.setGeometry(px(42), 2, self.width() - px(42) - room, self.height() - 4)
        self._fit_placeholder()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame and icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px = self.ctx.theme, self.ctx.px
        lit = self.edit.hasFocus()
        width = 2 if lit else 1
        painter.setPen(QPen(theme.color("river" if lit else "lineStrong"), width))
        painter.setBrush(theme.color("surface"))
        half = width / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, px(6), px(6))
        size = px(20)
        mark = QRectF(px(13), (self.height() - size) / 2, size, size)
        self.ctx.draw_icon(painter, mark, "search", "ink2" if not self.edit.text() else "ink1")
