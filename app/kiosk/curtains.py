"""What covers everything for a while: darkness, cleaning, the calm card after a fault."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from app.kiosk.context import KioskContext
from app.kiosk.widgets.emblem import paint_emblem
from app.kiosk.widgets.pen import Pen
from app.ui.art.palettes import dusk

_DIM = 0.72
_NIGHT = "#0B1617"


def lay_night(window: QWidget) -> None:
    """What is left of a panel beside the frame is dark."""
    window.setAutoFillBackground(True)
    ground = QPalette(window.palette())
    ground.setColor(QPalette.ColorRole.Window, QColor(_NIGHT))
    window.setPalette(ground)


class Dark(QWidget):
    """Outside opening hours: a veil over the loop, or black."""

    def __init__(self, ctx: KioskContext, *, is_black: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_black = is_black
        self.setAccessibleName(ctx.words("kiosk.attract.touch"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing, or nearly."""
        veil = QColor(0, 0, 0)
        veil.setAlphaF(1.0 if self._is_black else _DIM)
        painter = QPainter(self)
        painter.fillRect(self.rect(), veil)
        painter.end()


class _Card(QWidget):
    """A few calm words on dusk."""

    def __init__(
        self, ctx: KioskContext, title: str, note: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.tell(title, note)

    def tell(self, title: str, note: str) -> None:
        """Other words."""
        self.title, self.note = title, note
        self.setAccessibleName(f"{title} {note}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Seal, title, note."""
        pen = Pen(QPainter(self), self.ctx)
        stage = self.ctx.stage
        wide, middle = stage.across, stage.down / 2
        pen.fill(0, 0, wide + 1, stage.down + 1, dusk().ground)
        paint_emblem(pen, wide / 2 - 42, middle - 210, 84)
        pen.word(self.title, "h1", "dusk.text", 60, middle - 60, wide - 120, 84, align="center")
        pen.word(self.note, "body", "dusk.soft", 60, middle + 30, wide - 120, 50, align="center")
        pen.painter.end()


class CleaningScreen(_Card):
    """Touches mean nothing while the glass is wiped; says how long."""

    def __init__(self, ctx: KioskContext, seconds: int, parent: QWidget | None = None) -> None:
        super().__init__(ctx, ctx.words("kiosk.cleaning"), "", parent)
        self.set_remaining(seconds)

    def set_remaining(self, seconds: int) -> None:
        """So many seconds are left."""
        self.tell(self.title, self.ctx.words.count("kiosk.cleaning.note", seconds))


class CrashCard(_Card):
    """After a fault, before attract."""

    def __init__(self, ctx: KioskContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, ctx.words("kiosk.crash"), ctx.words("kiosk.crash.note"), parent)
