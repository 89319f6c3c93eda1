"""Buttons: primary, secondary, danger, ghost (link), plain icon."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.context import Context
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.typeset import plain_tip, typeset


class _Look(NamedTuple):
    fill: str
    edge: str
    ink: str


# kind → rest, hover, pressed
_LOOKS: Final = {
    "primary": (
        _Look("river", "", "onRiver"),
        _Look("riverHover", "", "onRiver"),
        _Look("riverPressed", "", "onRiver"),
    ),
    "secondary": (
        _Look("surface", "lineStrong", "ink1"),
        _Look("riverTint", "river", "onRiverTint"),
        _Look("riverTint", "riverPressed", "onRiverTint"),
    ),
    "danger": (
        _Look("surface", "err", "err"),
        _Look("errTint", "err", "err"),
        _Look("errTint", "err", "ink1"),
    ),
    "ghost": (
        _Look("", "", "river"),
        _Look("", "", "riverHover"),
        _Look("", "", "riverPressed"),
    ),
    "inverse": (
        _Look("", "", "paper"),
        _Look("ink2", "", "paper"),
        _Look("ink3", "", "paper"),
    ),
    "dusk": (
        _Look("", "dusk.soft", "dusk.text"),
        _Look("dusk.ground", "dusk.text", "dusk.text"),
        _Look("dusk.land", "dusk.text", "dusk.text"),
    ),
    "duskPrimary": (
        _Look("dusk.text", "", "dusk.land"),
        _Look("dusk.soft", "", "dusk.land"),
        _Look("dusk.soft", "", "dusk.land"),
    ),
}
_PLAIN: Final = (
    _Look("", "", "ink2"), _Look("sunk", "", "ink1"), _Look("riverTint", "", "onRiverTint"),
)  # fmt: skip


_RINGS: Final = {"dusk": "dusk.text", "duskPrimary": "dusk.moon", "inverse": "paper"}


class Button(Pressable):
    """A verb. `icon` stands before the words, `trailing` after them; `small` is 32 high."""

    def __init__(
        self,
        ctx: Context,
        text: str,
        kind: str = "secondary",
        *,
        icon: str = "",
        trailing: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(ctx, parent)
        self.kind = kind
        self.ring_color = _RINGS.get(kind, "focus")
        self.icon_name = icon
        self.trailing = trailing
        self.small = small
        self.set_words(text)

    def set_words(self, text: str) -> None:
        """Say another verb."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self._words = typeset(text, self.ctx.language)
        self.updateGeometry()
        self.update()

    def set_icon(self, name: str) -> None:
        """Show another icon, as 收藏 does when it becomes 已收藏."""
        self.icon_name = name
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words, 40 px high."""
        px = self.ctx.px
        content = QFontMetricsF(self._font()).horizontalAdvance(self._words)
        content += sum(self._icon_size() + self._gap() for name in self._icons() if name)
        if self.kind == "ghost":
            return QSize(round(content) + 1, px(28))
        height = px(32 if self.small else 40)
        return QSize(round(content + 2 * self._padding()), height)

    def _icons(self) -> tuple[str, str]:
        return self.icon_name, self.trailing

    def _padding(self) -> int:
        return self.ctx.px(13 if self.small else 19)

    def _icon_size(self) -> int:
        return self.ctx.px(14 if self.kind == "ghost" else 16 if self.small else 20)

    def _gap(self) -> int:
        return self.ctx.px(5 if self.kind == "ghost" else 10)

    def _font(self) -> QFont:
        if self.small or self.kind == "ghost":
            return self.ctx.theme.make_font(14 if self.small else 13, "ui", 700)
        return self.ctx.theme.font("bodyStrong")

    def _look(self) -> _Look:
        rest, hover, pressed = _LOOKS[self.kind]
        if not self.isEnabled():
            return _Look("" if self.kind == "ghost" else "sunk", "", "ink3")
        if self.isDown():
            return pressed
        return hover if self.hovered else rest

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, icon, words, icon."""
        painter = QPainter(self)
        look = self._look()
        box = QRectF(self.rect())
        if look.fill or look.edge:
            self.paint_box(painter, box, look.fill, look.edge)
        painter.setFont(self._font())
        words = painter.fontMetrics().horizontalAdvance(self._words)
        size, gap = self._icon_size(), self._gap()
        total = words + sum(size + gap for name in self._icons() if name)
        left = 0.0 if self.kind == "ghost" else (self.width() - total) / 2
        if self.icon_name:
            self._paint_icon(painter, self.icon_name, left, look.ink)
            left += size + gap
        painter.setPen(self.ctx.theme.color(look.ink))
        painter.drawText(self.baseline_for(painter, box) + QPointF(left, 0), self._words)
        if self.trailing:
            self._paint_icon(painter, self.trailing, left + words + gap, look.ink)

    def _paint_icon(self, painter: QPainter, name: str, left: float, ink: str) -> None:
        size = self._icon_size()
        box = QRectF(left, (self.height() - size) / 2, size, size)
        self.ctx.draw_icon(painter, box, name, ink)

    def stretch_wide(self) -> None:
        """Fill the width it is given."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class IconButton(Pressable):
    """A 40 px square with an icon and an accessible name, told as tool tip."""

    def __init__(
        self, ctx: Context, icon: str, name: str, *, framed: bool = False,
        size: int = 40, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(ctx, parent)
        self.icon_name = icon
        self._framed = framed
        self._size = size
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """What it does, for screen readers and as tool tip."""
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self.icon_name = name
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self.ctx.px(self._size), self.ctx.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box and icon."""
        painter = QPainter(self)
        rest, hover, pressed = _LOOKS["secondary"] if self._framed else _PLAIN
        look = pressed if self.isDown() or self.isChecked() else hover if self.hovered else rest
        ink = look.ink if self.isEnabled() else "ink3"
        if look.fill or look.edge:
            self.paint_box(painter, QRectF(self.rect()), look.fill, look.edge)
        size = self.ctx.px(24 if self._size >= 40 else 20)
        box = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
        self.ctx.draw_icon(painter, box, self.icon_name, ink)
