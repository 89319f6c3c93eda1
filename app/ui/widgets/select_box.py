"""A filter that drops down: `届次 全部 ⌄`, its choices in a popover."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.widgets.popover import Popover
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.typeset import typeset

_ROWS_SHOWN = 9

Choice = tuple[str, str]  # key, words


class _Option(Pressable):
    """One choice in the popover."""

    ring_inset = True

    def __init__(self, ctx: Context, key: str, words: str, *, chosen: bool) -> None:
        super().__init__(ctx)
        self.key = key
        self._words = typeset(words, ctx.language)
        self._chosen = chosen
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        font = self.ctx.theme.make_font(14)
        width = QFontMetricsF(font).horizontalAdvance(self._words)
        return QSize(round(width) + self.ctx.px(52), self.ctx.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, px = self.ctx.theme, self.ctx.px
        box = QRectF(self.rect())
        if self.hovered or self._chosen:
            self.paint_box(painter, box, "riverTint", radius=px(4))
        painter.setFont(theme.make_font(14, "ui", 700 if self._chosen else 400))
        painter.setPen(theme.color("onRiverTint" if self.hovered or self._chosen else "ink1"))
        painter.drawText(self.baseline_for(painter, box) + QPointF(px(12), 0), self._words)
        if self._chosen:
            mark = QRectF(self.width() - px(28), (self.height() - px(16)) / 2, px(16), px(16))
            self.ctx.draw_icon(painter, mark, "check", "onRiverTint")
        if self.key_focus:
            self.paint_box(painter, box, "", "focus", px(2), px(4))


class SelectBox(Pressable):
    """`SelectBox(ctx, "届次", [("", "全部"), …])`; `chosen` tells the key."""

    chosen = Signal(str)

    def __init__(
        self, ctx: Context, label: str, choices: Sequence[Choice], current: str = "",
        *, icon: str = "", parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(ctx, parent)
        self._icon = icon
        self._open: Popover | None = None
        self.set_choices(label, choices, current)
        self.clicked.connect(self._on_clicked)

    def set_choices(self, label: str, choices: Sequence[Choice], current: str = "") -> None:
        """Say and offer this."""
        self._label = typeset(label, self.ctx.language)
        self._choices = list(choices)
        self.set_current(current)

    def set_current(self, key: str) -> None:
        """Show this choice, without news."""
        self._current = key
        words = next((told for one, told in self._choices if one == key), "")
        self._words = typeset(words, self.ctx.language)
        self.setAccessibleName(f"{self._label} {words}".strip())
        self.updateGeometry()
        self.update()

    def current(self) -> str:
        """The key of the choice."""
        return self._current

    @property
    def is_narrowing(self) -> bool:
        """Whether it lets through less than all."""
        return bool(self._choices) and self._current != self._choices[0][0]

    def sizeHint(self) -> QSize:
        """Label, choice and caret."""
        px, theme = self.ctx.px, self.ctx.theme
        width = QFontMetricsF(theme.make_font(14, "ui", 700)).horizontalAdvance(self._words)
        if self._label:
            width += QFontMetricsF(theme.make_font(14)).horizontalAdvance(self._label) + px(6)
        return QSize(round(width) + px(50) + (px(28) if self._icon else 0), px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, label, choice, caret."""
        painter = QPainter(self)
        theme, px = self.ctx.theme, self.ctx.px
        box = QRectF(self.rect())
        lit = self._open is not None or self.is_narrowing
        fill = "riverTint" if self.hovered else "surface"
        edge = "river" if lit or self.hovered else "lineStrong"
        self.paint_box(painter, box, fill, edge, px(2) if lit else 1)
        left = px(13)
        if self._icon:
            mark = QRectF(left, (self.height() - px(20)) / 2, px(20), px(20))
            self.ctx.draw_icon(painter, mark, self._icon)
            left += px(28)
        corner = self.baseline_for(painter, box)
        if self._label:
            painter.setFont(theme.make_font(14))
            painter.setPen(theme.color("ink2"))
            corner = self.baseline_for(painter, box)
            painter.drawText(corner + QPointF(left, 0), self._label)
            left += painter.fontMetrics().horizontalAdvance(self._label) + px(6)
        painter.setFont(theme.make_font(14, "ui", 700))
        painter.setPen(theme.color("ink1"))
        corner = self.baseline_for(painter, box)
        painter.drawText(corner + QPointF(left, 0), self._words)
        size = px(16)
        caret = QRectF(self.width() - size - px(11), (self.height() - size) / 2, size, size)
        self.ctx.draw_icon(painter, caret, "expand", "ink2")

    def _on_clicked(self) -> None:
        popover = Popover(self.ctx, self)
        popover.column.setContentsMargins(*[self.ctx.px(5)] * 4)
        options = self._options()
        inner = QWidget()
        inner.setObjectName("clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for option in options:
            option.clicked.connect(self._on_option)
            column.addWidget(option)
        width = max(option.sizeHint().width() for option in options)
        self._fill(popover, inner, options)
        popover.closed.connect(self._on_closed)
        self._open = popover
        popover.open_at(self, max(self.width(), width + self.ctx.px(26)))
        self._focus_current(options)
        self.update()

    def _options(self) -> list[_Option]:
        return [
            _Option(self.ctx, key, words, chosen=key == self._current)
            for key, words in self._choices
        ]

    def _fill(self, popover: Popover, inner: QWidget, options: list[_Option]) -> None:
        row = options[0].sizeHint().height() + 1
        if len(options) <= _ROWS_SHOWN:
            popover.column.addWidget(inner)
            return
        scroll = QScrollArea()
        scroll.setObjectName("clear")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        scroll.setFixedHeight(row * _ROWS_SHOWN)
        popover.column.addWidget(scroll)

    def _focus_current(self, options: list[_Option]) -> None:
        reason = (
            Qt.FocusReason.TabFocusReason if self.key_focus else Qt.FocusReason.PopupFocusReason
        )
        for option in options:
            if option.key == self._current:
                option.setFocus(reason)

    def _on_option(self) -> None:
        option = self.sender()
        if not isinstance(option, _Option):
            return
        key = option.key
        if self._open is not None:
            self._open.close_now()
        if key != self._current:
            self.set_current(key)
            self.chosen.emit(key)

    def _on_closed(self) -> None:
        self._open = None
        self.update()
