"""Layouts that answer to the width: a flow of chips, a grid of cards."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from app.ui.context import Context


class FlowLayout(QLayout):
    """Items side by side, as many as fit in a row."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8, row_gap: int = -1) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._row_gap = gap if row_gap < 0 else row_gap
        self._heights: dict[int, int] = {}  # by width: Qt asks several times for one layout
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        """Qt adds."""
        self._items.append(item)

    def count(self) -> int:
        """Qt counts."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Qt looks."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Qt takes."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Takes what it gets."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def invalidate(self) -> None:
        """An item has changed."""
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        """The rows it takes at this width."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """All in one row."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() + self._gap for size in sizes) - self._gap if sizes else 0
        return QSize(max(0, width), max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """The widest item."""
        made = QSize()
        for item in self._items:
            made = made.expandedTo(item.minimumSize())
        return made

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        left, top, row = inner.left(), inner.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(1, inner.width()), 100_000))
            if left > inner.left() and left + size.width() > inner.right() + 1:
                left, top, row = inner.left(), top + row + self._row_gap, 0
            if move:
                item.setGeometry(QRect(left, top, size.width(), size.height()))
            left += size.width() + self._gap
            row = max(row, size.height())
        return top + row - rect.top() + margins.bottom()


class CardGrid(QWidget):
    """Cards in equal columns, rows as high as their highest card; the first may be 2 × 2."""

    def __init__(
        self, ctx: Context, *, least: int = 200, gap: int = 24, most: int = 6, fewest: int = 2,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`least` is the narrowest column; `most` and `fewest` bound the number of columns."""
        super().__init__(parent)
        self.ctx = ctx
        self._least, self._gap = least, gap
        self._most, self._fewest = most, fewest
        self._cards: list[QWidget] = []
        self._feature: QWidget | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_cards(self, cards: list[QWidget], feature: QWidget | None = None) -> None:
        """Show these; `feature` takes two by two cells in the upper left corner."""
        for old in [*self._cards, *([self._feature] if self._feature else [])]:
            if old not in cards and old is not feature:
                old.hide()
                old.deleteLater()
        self._cards, self._feature = list(cards), feature
        for card in [*([feature] if feature else []), *cards]:
            card.setParent(self)
            card.show()
        self._order_focus()
        self.updateGeometry()
        self._arrange(self.width(), move=True)

    def cards(self) -> list[QWidget]:
        """The cards on show, the feature first."""
        return [*([self._feature] if self._feature else []), *self._cards]

    def _order_focus(self) -> None:
        shown = self.cards()
        for one, other in pairwise(shown):
            QWidget.setTabOrder(one, other)

    def columns(self, width: int) -> int:
        """How many columns there are at this width."""
        gap = self.ctx.px(self._gap)
        fit = (width + gap) // (self.ctx.px(self._least) + gap)
        return max(self._fewest, min(self._most, int(fit)))

    def hasHeightForWidth(self) -> bool:
        """Fewer columns are higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The rows at this width."""
        return self._arrange(width, move=False)

    def sizeHint(self) -> QSize:
        """For the width it has."""
        width = max(self.width(), self.ctx.px(480))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Its fewest columns."""
        return QSize(self.ctx.px(self._least), self.ctx.px(40))

    def resizeEvent(self, event: object) -> None:
        """Arrange for the new width."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._arrange(self.width(), move=True)

    def _arrange(self, width: int, *, move: bool) -> int:
        columns, gap = self.columns(width), self.ctx.px(self._gap)
        cell = (width - gap * (columns - 1)) // columns
        taken = self._taken(columns)
        rows = self._rows(columns, taken)
        heights = [max(self._height(card, cell) for card in row.values()) for row in rows if row]
        tops = [sum(heights[:row]) + gap * row for row in range(len(heights))]
        if move:
            self._move(rows, (cell, gap), tops, heights)
        return sum(heights) + gap * max(0, len(heights) - 1) if heights else 0

    def _taken(self, columns: int) -> set[tuple[int, int]]:
        if self._feature is None or columns < 2:
            return set()
        return {(0, 0), (0, 1), (1, 0), (1, 1)}

    def _rows(self, columns: int, taken: set[tuple[int, int]]) -> list[dict[int, QWidget]]:
        rows: list[dict[int, QWidget]] = [{}, {}] if taken else []
        place = 0
        for card in self._cards:
            while divmod(place, columns) in taken:
                place += 1
            row, column = divmod(place, columns)
            while len(rows) <= row:
                rows.append({})
            rows[row][column] = card
            place += 1
        if taken and self._feature is not None:
            for cells in rows[:2]:
                if not cells:
                    cells[-1] = self._feature  # nothing beside it: its own half height
        return rows

    def _move(
        self, rows: list[dict[int, QWidget]], step: tuple[int, int], tops: list[int],
        heights: list[int],
    ) -> None:  # fmt: skip
        cell, gap = step
        for index, row in enumerate(rows):
            for column, card in row.items():
                if column >= 0:
                    card.setGeometry(column * (cell + gap), tops[index], cell, heights[index])
        if self._feature is not None:
            height = tops[1] + heights[1] if len(tops) > 1 else heights[0]
            self._feature.setGeometry(0, 0, 2 * cell + gap, height)

    def _height(self, card: QWidget, cell: int) -> int:
        if card is self._feature:
            return card.sizeHint().height() // 2
        return card.heightForWidth(cell) if card.hasHeightForWidth() else card.sizeHint().height()
