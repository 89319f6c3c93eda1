"""What the house says by the way: toasts, status tags, empty states, side notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.model.entry import Citation
from app.ui.context import Context
from app.ui.widgets.button import Button
from app.ui.widgets.fact_text import FactText
from app.ui.widgets.ghost import fade_in, fade_out
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.marks import IconMark
from app.ui.widgets.seal_book import SealBook

_STATES: Final = {
    "ok": ("okTint", "ok", "ok"),
    "warn": ("warnTint", "warn", "warn"),
    "err": ("errTint", "err", "error"),
    "info": ("riverTint", "onRiverTint", "info"),
    "target": ("goldTint", "onGoldTint", "target"),
}


class StatusTag(QWidget):
    """Icon and words on their tint: ok, warn, err, info, target. Colour is never alone."""

    def __init__(
        self, ctx: Context, text: str, state: str = "ok", *, icon: str = "", tall: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx = ctx
        self._fill, ink, own = _STATES[state]
        row = QHBoxLayout(self)
        side, edge = ctx.px(16 if tall else 8), ctx.px(13 if tall else 3)
        row.setContentsMargins(side, edge, side, edge)
        row.setSpacing(ctx.px(9 if tall else 6))
        row.addWidget(IconMark(ctx, icon or own, ink, 20 if tall else 15))
        role = "bodyStrong" if tall else "caption"
        row.addWidget(PlainLabel(ctx, text, role, ink, wrap=False))
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tint."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.ctx.theme.color(self._fill))
        painter.drawRoundedRect(QRectF(self.rect()), self.ctx.px(4), self.ctx.px(4))


class EmptyState(QWidget):
    """A dashed box: what is not in the sources, why, and where to go next."""

    opened = Signal()

    def __init__(
        self, ctx: Context, title: str, reason: str = "", *, icon: str = "empty", action: str = "",
        citations: Sequence[Citation] = (), book: SealBook | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx = ctx
        row = QHBoxLayout(self)
        px = ctx.px
        row.setContentsMargins(px(20), px(16), px(28), px(16))
        row.setSpacing(px(20))
        if icon:
            row.addWidget(IconMark(ctx, icon, "ink2", 32))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(PlainLabel(ctx, title, "bodyStrong" if reason else "body"))
        if reason:
            words.addWidget(FactText(ctx, reason, citations, book, "small", "ink2"))
        row.addLayout(words, 1)
        if action:
            button = Button(ctx, action, "ghost", trailing="forward")
            button.clicked.connect(self._on_action)
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(". ".join(part for part in (title, reason) if part))

    def _on_action(self) -> None:
        self.opened.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dashed box."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.ctx.theme.color("lineStrong"), 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, self.ctx.px(4), self.ctx.px(4))


class SideNote(QWidget):
    """A note with a gold bar at its left: 口径不同，不直接相比."""

    def __init__(self, ctx: Context, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        column = QVBoxLayout(self)
        column.setContentsMargins(ctx.px(21), 0, 0, 0)
        column.setSpacing(ctx.px(4))
        if title:
            column.addWidget(PlainLabel(ctx, title, "h3"))
        column.addWidget(PlainLabel(ctx, text, "small", "ink2"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar."""
        box = QRectF(0, 0, self.ctx.px(3), self.height())
        QPainter(self).fillRect(box, self.ctx.theme.color("goldFill"))


class Toast(QWidget):
    """Ink ground at the bottom of the window, 4 s, with an undo."""

    LASTS_MS = 4000

    def __init__(
        self, ctx: Context, window: QWidget, text: str, undo: Callable[[], None] | None = None,
        icon: str = "saved",
    ) -> None:  # fmt: skip
        super().__init__(window)
        self.ctx = ctx
        self._window = window
        self._undo = undo
        row = QHBoxLayout(self)
        px = ctx.px
        row.setContentsMargins(px(18), px(11), px(18), px(11))
        row.setSpacing(px(12))
        row.addWidget(IconMark(ctx, icon, "paper", 20))
        row.addWidget(PlainLabel(ctx, text, "body", "paper", wrap=False))
        if undo is not None:
            button = Button(ctx, ctx.words("common.undo"), "inverse", small=True)
            button.clicked.connect(self._on_undo)
            row.addWidget(button)
        self.setAccessibleName(text)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.leave)
        window.installEventFilter(self)

    def appear(self) -> None:
        """Show it for its time."""
        self._place()
        self.show()
        self.raise_()
        fade_in(self, self.ctx.theme)
        self._timer.start(self.LASTS_MS)

    def leave(self) -> None:
        """Go away."""
        self._timer.stop()
        fade_out(self, self.ctx.theme)
        self.hide()
        self.deleteLater()

    def _on_undo(self) -> None:
        undo, self._undo = self._undo, None
        self.leave()
        if undo is not None:
            undo()

    def _place(self) -> None:
        window = self._window
        size = self.sizeHint()
        self.setGeometry((window.width() - size.width()) // 2,
                         window.height() - size.height() - self.ctx.px(28),
                         size.width(), size.height())  # fmt: skip

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom of the window."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.ctx.theme.color("ink1"))
        painter.drawRoundedRect(QRectF(self.rect()), self.ctx.px(4), self.ctx.px(4))
