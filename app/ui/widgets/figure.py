"""A figure as the sources tell it: qualifier and number in serif, the unit at 45 % in sans."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.model.entry import VERIFIED, Citation, Fact
from app.model.wording import amount_parts
from app.ui.context import Context
from app.ui.outlines import hold_still
from app.ui.widgets.fact_text import FactText
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.seal_book import SealBook
from app.ui.widgets.typeset import typeset

Parts = tuple[str, str, str]  # qualifier, number, unit


def fact_parts(ctx: Context, fact: Fact) -> Parts:
    """How a fact's amount is written in the language on screen; ("", "", "") without amount."""
    if fact.amount is None:
        return "", "", ""
    unit = ctx.library.unit(fact.amount.unit)
    qualifier = ctx.library.qualifier(fact.amount.qualifier) if fact.amount.qualifier else None
    return amount_parts(fact.amount, unit, qualifier, ctx.language)


class Figure(QWidget):
    """Only the figure. `role` is figureXL, figureL, figureM or figureRow."""

    def __init__(
        self, ctx: Context, parts: Parts, role: str = "figureL", color: str = "river",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx = ctx
        self._role = role
        self._color = color
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_parts(parts)

    def set_parts(self, parts: Parts) -> None:
        """Another figure."""
        prefix, number, unit = parts
        self._number = typeset(prefix + number, self.ctx.language).strip()
        self._unit = typeset(unit, self.ctx.language).strip()
        self.setAccessibleName("".join(parts).strip())
        self.updateGeometry()
        self.update()

    def set_role(self, role: str) -> None:
        """Another size."""
        self._role = role
        self.updateGeometry()
        self.update()

    def set_color(self, name: str) -> None:
        """Another ink."""
        self._color = name
        self.update()

    def _fonts(self, shrink: float = 1.0) -> tuple[QFont, QFont]:
        number = QFont(self.ctx.theme.font(self._role))
        size = number.pixelSize() * shrink
        number.setPixelSize(max(8, round(size)))
        unit = QFont(self.ctx.theme.font("bodyStrong"))
        unit.setPixelSize(max(self.ctx.px(11), round(size * 0.45)))
        return number, unit

    def _widths(self, shrink: float = 1.0) -> tuple[float, float, float]:
        number, unit = self._fonts(shrink)
        first = QFontMetricsF(number).horizontalAdvance(self._number)
        second = QFontMetricsF(unit).horizontalAdvance(self._unit)
        return first, second, self.ctx.px(4) if self._unit else 0

    def sizeHint(self) -> QSize:
        """All of it in one line."""
        return QSize(round(sum(self._widths())) + 2, self.ctx.theme.line(self._role))

    def minimumSizeHint(self) -> QSize:
        """It may shrink to three fifths before it is too small to be a figure."""
        full = self.sizeHint()
        return QSize(round(full.width() * 0.6), full.height())

    def _shrink(self) -> float:
        """How much smaller it has to be; the unit keeps its least size, so it is tried."""
        shrink = 1.0
        while shrink > 0.3 and sum(self._widths(shrink)) > self.width():
            shrink *= 0.96
        return shrink

    def paintEvent(self, event: QPaintEvent) -> None:
        """Number and unit on one baseline, smaller where there is no room."""
        painter = QPainter(self)
        shrink = self._shrink()
        number, unit = self._fonts(shrink)
        first, _, gap = self._widths(shrink)
        metrics = QFontMetricsF(number)
        base = (self.height() + metrics.capHeight()) / 2
        painter.setPen(self.ctx.theme.color(self._color))
        painter.setFont(number)
        hold_still(painter)
        painter.drawText(QPointF(0, base), self._number)
        painter.setFont(unit)
        painter.drawText(QPointF(first + gap, base), self._unit)


class FigureTile(QWidget):
    """Rule, figure, label, seals. A target is gold. With `pressable` it emits `opened`."""

    opened = Signal()

    def __init__(
        self, ctx: Context, parts: Parts, label: str, citations: Sequence[Citation] = (),
        book: SealBook | None = None, *, target: bool = False, role: str = "figureL",
        check: str = VERIFIED, pressable: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx = ctx
        self._target = target
        self._drill = _Drill(ctx, self) if pressable else None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, ctx.px(12), 0, 0)
        column.setSpacing(ctx.px(2))
        self.figure = Figure(ctx, parts, role, "gold" if target else "river")
        self.label = FactText(ctx, label, citations, book, "small", "ink2", check=check)
        column.addWidget(self.figure)
        column.addWidget(self.label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(f"{label} {self.figure.accessibleName()}")
        if self._drill is not None:
            self._drill.setAccessibleName(self.accessibleName())
            self._drill.clicked.connect(self.opened)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    @classmethod
    def of(cls, ctx: Context, fact: Fact, book: SealBook, label: str = "",
           *, role: str = "figureL", pressable: bool = False) -> FigureTile:  # fmt: skip
        """The tile of a fact with an amount."""
        return cls(
            ctx, fact_parts(ctx, fact), label or fact.label.told(ctx.language), fact.citations,
            book, target=fact.status == "target", role=role, check=fact.check,
            pressable=pressable,
        )  # fmt: skip

    def focus_first(self) -> None:
        """Take the keyboard to what can be pressed here first."""
        first = self._drill or next(iter(self.label.seals), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: object) -> None:
        """The drill lies under the figure, so that seals stay pressable."""
        if self._drill is not None:
            self._drill.setGeometry(0, 0, self.width(), self.figure.geometry().bottom() + 1)
            self._drill.raise_()
        super().resizeEvent(event)  # type: ignore[arg-type]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on the label drills down as well."""
        if self._drill is not None and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The 2 px rule."""
        painter = QPainter(self)
        color = self.ctx.theme.color("goldFill" if self._target else "river")
        painter.fillRect(QRectF(0, 0, self.width(), self.ctx.px(2)), color)


class _Drill(Pressable):
    """The transparent target over a figure that leads to its records."""

    def shape_radius(self) -> float:
        return self.ctx.px(2)

    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hovered:
            painter = QPainter(self)
            height = self.ctx.px(4)
            painter.fillRect(QRectF(0, 0, self.width(), height), self.ctx.theme.color("riverHover"))
