"""The events in view as rows: for lists, and for those who hear the timeline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.model.event import Event
from app.ui.timeline.event_words import EventWords

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class EventRows(QAbstractListModel):
    """Given events, in order of time; never fetches."""

    def __init__(self, words: EventWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self._events: Sequence[Event] = ()

    def set_events(self, events: Sequence[Event]) -> None:
        """Show these."""
        if list(events) == list(self._events):
            return
        self.beginResetModel()
        self._events = events
        self.endResetModel()

    def event_at(self, row: int) -> Event:
        """The event of a row."""
        return self._events[row]

    def number_of(self, event_id: str) -> int:
        """The row of an event, −1 for none."""
        ids = [event.id for event in self._events]
        return ids.index(event_id) if event_id in ids else -1

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """One row for each event."""
        return 0 if parent.isValid() else len(self._events)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The label; read out with its date."""
        event = self._events[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words.label(event)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.words.spoken(event, event.lanes[0])
        return None
