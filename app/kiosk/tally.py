"""Counts what visitors do through the store; a totem without a visitor file simply does not."""

from __future__ import annotations

import logging

from app.base.errors import AppError
from app.store.statistics import Statistics

_log = logging.getLogger("zhanban.kiosk")


class Tally:
    """The same calls as `Statistics`; no fault of a disk ever reaches the screen."""

    def __init__(self, statistics: Statistics | None = None) -> None:
        self.statistics = statistics
        self._is_open = False

    def begin(self, language: str) -> None:
        """A visitor touched the screen."""
        self._is_open = True
        if self.statistics is not None:
            self.statistics.begin(language)

    def opened(self, entry_id: str, language: str) -> None:
        """An entry is looked at."""
        if self.statistics is not None:
            self.statistics.opened(entry_id, language)

    def left(self) -> None:
        """The entry is no longer looked at."""
        if self.statistics is not None:
            self.statistics.left()

    def searched(self, text: str, language: str, *, is_found: bool) -> None:
        """A search was left or led somewhere."""
        if self.statistics is not None:
            self.statistics.searched(text, language, is_found=is_found)

    def end(self, idle: float = 0.0) -> None:
        """The session is over."""
        if self.statistics is None or not self._is_open:
            return
        self._is_open = False
        try:
            self.statistics.end(idle)
        except AppError as fault:
            _log.warning("statistics not saved: %s", fault)
