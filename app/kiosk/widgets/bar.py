"""The bar at the lower edge: six targets, the same on every screen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.kiosk.context import KioskContext
from app.kiosk.widgets.pen import Pen
from app.kiosk.widgets.touch import Touch

ITEMS: Final = ("home", "back", "search", "language", "large", "low")
_ICONS: Final = {
    "home": "home", "back": "back", "search": "search", "language": "language",
    "large": "large_text", "low": "low_reach",
}  # fmt: skip
_LIT_ICONS: Final = {"home": "home_on"}
_EDGE: Final = 24


def bar_height(ctx: KioskContext) -> float:
    """How much of the screen the bar takes, in pixels of the design."""
    return 160 if ctx.stage.is_portrait else 114


class BarItem(Touch):
    """An icon over a word; the lacquer mark says: here, or on."""

    def __init__(self, ctx: KioskContext, key: str, parent: QWidget) -> None:
        self.key = key
        self.words = ctx.words(f"kiosk.bar.{key}")
        super().__init__(ctx, self.words, parent)
        self.is_lit = False

    def light(self, *, on: bool) -> None:
        """Mark it, or not."""
        if on is not self.is_lit:
            self.is_lit = on
            self.setAccessibleDescription(self.kiosk.words("common.selected") if on else "")
            self.update()

    def paint(self, pen: Pen, w: float, h: float) -> None:
        """Mark, icon, word."""
        portrait = self.kiosk.stage.is_portrait
        icon_at, word_at = (45, 90) if portrait else (37, 82)
        if self.isDown():
            pen.fill(0, 2, w, h - 2, "riverTint")
        ink = "river" if self.is_lit else "ink1" if self.isEnabled() else "ink3"
        if self.is_lit:
            pen.fill((w - 64) / 2, 0, 64, 6, "lacquer")
        name = _LIT_ICONS.get(self.key) if self.is_lit else None
        size = 38
        pen.icon(name or _ICONS[self.key], ink, (w - size) / 2, icon_at - size / 2, size)
        role = "captionStrong" if self.is_lit else "caption"
        pen.word(self.words, role, ink, 10, word_at - 20, w - 20, 40, align="center")


class Bar(QWidget):
    """首页 返回 搜索 语言 大字 低位."""

    chosen = Signal(str)

    def __init__(self, ctx: KioskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.items = {key: BarItem(ctx, key, self) for key in ITEMS}
        for item in self.items.values():
            item.clicked.connect(self._on_item)
        self.setAccessibleName(ctx.words("kiosk.bar"))

    def tell(self, *, here: str, can_go_back: bool) -> None:
        """Which item is where the visitor is, and which are on."""
        lit = {here: True, "large": self.ctx.is_large, "low": self.ctx.is_low}
        for key, item in self.items.items():
            item.light(on=lit.get(key, False))
        self.items["back"].setEnabled(can_go_back)

    def arrange(self) -> None:
        """Six equal parts."""
        ctx = self.ctx
        part = (ctx.stage.across - 2 * _EDGE) / len(ITEMS)
        for number, item in enumerate(self.items.values()):
            left, right = ctx.px(_EDGE + number * part), ctx.px(_EDGE + (number + 1) * part)
            item.setGeometry(left, 0, right - left, self.height())

    def _on_item(self) -> None:
        item = self.sender()
        if isinstance(item, BarItem):
            self.chosen.emit(item.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Surface and its upper edge."""
        pen = Pen(QPainter(self), self.ctx)
        height = self.height() / self.ctx.factor
        pen.fill(0, 0, self.ctx.stage.across + 1, height, "surface")
        pen.fill(0, 0, self.ctx.stage.across + 1, 2, "lineStrong")
        pen.painter.end()
