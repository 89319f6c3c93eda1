"""The model of the list of signed projects: it is given rows; details come when they are seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.items.project_rows import ProjectDetail, ProjectRow
from app.ui.widgets.typeset import plain_tip

COLUMNS: Final = ("name", "edition", "place", "amount", "type", "source")
ROW: Final = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class ProjectTable(QAbstractTableModel):
    """`describe` tells the details of a row; it is asked once for each row that is painted."""

    def __init__(
        self, describe: Callable[[str], ProjectDetail], undisclosed: str = "",
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._describe = describe
        self._undisclosed = undisclosed
        self._rows: list[ProjectRow] = []
        self._details: dict[str, ProjectDetail] = {}
        self._heads: tuple[str, ...] = COLUMNS

    def set_rows(self, rows: Sequence[ProjectRow], heads: Sequence[str]) -> None:
        """Show these rows under these headings."""
        self.beginResetModel()
        self._rows = list(rows)
        self._heads = tuple(heads)
        self.endResetModel()

    def forget(self) -> None:
        """Another language or library: details are asked for again."""
        self._details.clear()

    def row(self, number: int) -> ProjectRow:
        """The record in this row."""
        return self._rows[number]

    def detail(self, number: int) -> ProjectDetail:
        """What the record says besides; asked for once."""
        return self.detail_of(self._rows[number].id)

    def detail_of(self, entry_id: str) -> ProjectDetail:
        """The same by the id of the record."""
        found = self._details.get(entry_id)
        if found is None:
            found = self._details[entry_id] = self._describe(entry_id)
        return found

    def number_of(self, entry_id: str) -> int:
        """The row of a record, -1 if it is not shown."""
        return next((n for n, row in enumerate(self._rows) if row.id == entry_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """One row for each record."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Name to source."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings, for screen readers; the page shows its own."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text of a cell, or the whole record."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(index.row(), COLUMNS[index.column()])
        if role == Qt.ItemDataRole.ToolTipRole and COLUMNS[index.column()] == "name":
            return plain_tip(self._text(index.row(), "name"))  # parties may be cut
        return None

    def _text(self, number: int, column: str) -> str:
        row = self._rows[number]
        if column == "name":
            meta = self.detail(number).meta
            return f"{row.name}, {meta}" if meta else row.name
        if column == "source":
            return ", ".join(one.locator for one in self.detail(number).citations)
        return {"edition": row.edition_words, "place": row.place_words, "type": row.type_words,
                "amount": row.amount_words or self._undisclosed}[column]  # fmt: skip
