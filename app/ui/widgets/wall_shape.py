"""Where the cells of a wall stand: equal columns, equal rows, the first may take two by two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Cell(NamedTuple):
    """A place in whole pixels."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class WallShape:
    """Answers in constant time however many cells there are. Lengths are in pixels."""

    count: int
    width: int
    columns: int
    row_height: int
    gap: int = 0
    row_gap: int = 0
    featured: bool = False

    @property
    def cell_width(self) -> int:
        """How wide a single cell is."""
        return (self.width - self.gap * (self.columns - 1)) // self.columns

    @property
    def _span(self) -> int:
        """How many columns the feature takes; 0 without one."""
        return min(2, self.columns) if self.featured and self.count else 0

    @property
    def _beside(self) -> int:
        """How many cells stand in each of the feature's two rows."""
        return self.columns - self._span

    @property
    def rows(self) -> int:
        """How many rows there are."""
        if not self._span:
            return -(-self.count // self.columns)
        left = max(0, self.count - 1 - 2 * self._beside)
        return 2 + -(-left // self.columns)

    @property
    def height(self) -> int:
        """The height of all rows."""
        return max(0, self.rows * (self.row_height + self.row_gap) - self.row_gap)

    def place(self, index: int) -> tuple[int, int]:
        """Row and column of a cell; the feature is at 0, 0."""
        if not self._span:
            return divmod(index, self.columns)
        if index == 0:
            return 0, 0
        rest = index - 1
        if rest < 2 * self._beside:
            row, column = divmod(rest, self._beside)
            return row, self._span + column
        row, column = divmod(rest - 2 * self._beside, self.columns)
        return 2 + row, column

    def cell(self, index: int) -> Cell:
        """The place of a cell."""
        row, column = self.place(index)
        step, rise = self.cell_width + self.gap, self.row_height + self.row_gap
        wide = high = 1
        if index == 0 and self._span:
            wide, high = self._span, 2
        return Cell(
            column * step, row * rise,
            self.cell_width * wide + self.gap * (wide - 1),
            self.row_height * high + self.row_gap * (high - 1),
        )  # fmt: skip

    def first_of(self, row: int) -> int:
        """The first cell of a row, or of the row after the feature's."""
        if not self._span:
            return min(self.count, row * self.columns)
        if row <= 0:
            return 0
        if row == 1:
            return min(self.count, 1 + self._beside)
        return min(self.count, 1 + 2 * self._beside + (row - 2) * self.columns)

    def shown(self, top: int, bottom: int) -> range:
        """The cells of all rows that reach between two heights; the feature belongs to both."""
        if not self.count:
            return range(0)
        rise = self.row_height + self.row_gap
        first, last = max(0, top // rise), max(0, bottom // rise)
        start = 0 if self._span and first < 2 else self.first_of(first)
        return range(min(start, self.count - 1), self.first_of(last + 1))

    def step(self, index: int, across: int, down: int) -> int:
        """The cell that an arrow key leads to; at the edges it stays."""
        if across:
            return max(0, min(self.count - 1, index + across))
        row, column = self.place(index)
        span = 2 if self._span and index == 0 and down > 0 else 1
        return self._nearest(row + down * span, column, index)

    def _nearest(self, row: int, column: int, index: int) -> int:
        if row < 0 or row >= self.rows:
            return index
        if self._span and row < 2:
            if column < self._span:
                return 0
            column -= self._span
        first, last = self.first_of(row), self.first_of(row + 1) - 1
        if self._span and row == 0:
            first = 1
        return min(first + column, last) if last >= first else index
