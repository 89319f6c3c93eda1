"""Flowing text that ends with its source seals, inside the line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.model.entry import VERIFIED, Citation
from app.ui.context import Context
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.seal import Seal, seals_for
from app.ui.widgets.seal_book import SealBook


class FactText(PlainLabel):
    """`FactText(ctx, "…", citations, book)`; height follows width, seals wrap with the text."""

    _is_sized = False  # until the layout has spoken

    def __init__(
        self, ctx: Context, text: str, citations: Sequence[Citation] = (),
        book: SealBook | None = None, role: str = "body", color: str = "ink1", *,
        check: str = VERIFIED, measure: int = 38, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(ctx, text, role, color, measure=measure, parent=parent)
        self.seals: list[Seal] = []
        if book is not None:
            self.set_seals(seals_for(ctx, book, citations, check, self))

    def set_seals(self, seals: list[Seal]) -> None:
        """Other seals behind the same text."""
        for seal in self.seals:
            seal.hide()
            seal.deleteLater()
        self.seals = seals
        for seal in seals:
            seal.setParent(self)
            seal.show()
        self._forget()
        self._place_seals(self.width())

    def line_height(self) -> int:
        """Lines are at least as high as a seal's hit area, so that none is cut off."""
        return max(super().line_height(), self.ctx.px(24)) if self._has_seals() else (
            super().line_height()
        )  # fmt: skip

    def _has_seals(self) -> bool:
        return bool(getattr(self, "seals", ()))

    def sizeHint(self) -> QSize:
        """The words and the seals behind them."""
        if not self._has_seals():
            return super().sizeHint()
        tail = sum(seal.sizeHint().width() + self._gap() for seal in self.seals)
        width = min(self._natural_width() + tail + self._gap(), self.measure())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """At least one seal wide."""
        least = super().minimumSizeHint()
        widest = max((seal.sizeHint().width() for seal in self.seals), default=0)
        return QSize(max(least.width(), widest), least.height())

    def heightForWidth(self, width: int) -> int:
        """The lines of the text and those that only seals need."""
        if not self._has_seals():
            return super().heightForWidth(width)
        return self._seal_places(width)[1]

    def _gap(self) -> int:
        return self.ctx.px(4)

    def _seal_places(self, width: int) -> tuple[list[tuple[int, int]], int]:
        """Where the seals stand at this width, and how high all is."""
        broken = self.paragraph(width)
        # A seal may hang over the measure: alone on a line it would look lost.
        room = min(width, self.measure() + self.ctx.px(96))
        end = broken.end
        line = self.line_height()
        left, top = end.x() + (self._gap() if self.text() else 0), int(end.y())
        together = sum(seal.sizeHint().width() + self.ctx.px(1) for seal in self.seals)
        if room - left < together <= room and left > 0:  # they stay together where they can
            left, top = 0.0, top + line
        places: list[tuple[int, int]] = []
        for seal in self.seals:
            needed = seal.sizeHint().width()
            if left + needed > room and left > 0:
                left, top = 0.0, top + line
            places.append((round(left), top + (line - seal.sizeHint().height()) // 2))
            left += needed + self.ctx.px(1)
        return places, max(broken.height, top + line)

    def _place_seals(self, width: int) -> None:
        if not self._is_sized or not self._has_seals() or width <= 0:
            return  # unsized, it would break lines for nothing
        places, _ = self._seal_places(width)
        for seal, (left, top) in zip(self.seals, places, strict=True):
            size = seal.sizeHint()
            seal.setGeometry(left, top, size.width(), size.height())

    def _forget(self) -> None:
        super()._forget()
        self._place_seals(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Seals go with the end of the text."""
        super().resizeEvent(event)
        self._is_sized = True
        self._place_seals(self.width())
