"""What stands on the timeline: an entry or a figure with a date that a source states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.model.entry import VERIFIED, Amount
from app.model.text import Text

LANES: Final = (
    "edition", "activity", "signing", "release", "application", "figure", "target",
)  # fmt: skip
FIGURE: Final = "indicator"  # the kind under which figures are filtered


@dataclass(frozen=True, slots=True)
class Event:
    """Something dated. `start` and `end` are moments as told: a year, a month or a day.

    `entry` is what it opens; for a figure `fact` is its id and `name` the indicator's. An event
    may stand in several lanes. `importance` 1 is the highest.
    """

    id: str
    entry: str
    kind: str
    lanes: tuple[str, ...]
    name: Text
    start: str
    end: str = ""
    edition: str = ""
    category: str = ""
    importance: int = 4
    amount: Amount | None = None
    fact: str = ""
    check: str = VERIFIED

    @property
    def is_target(self) -> bool:
        """Whether it is meant to come, not told to have been."""
        return "target" in self.lanes

    @property
    def is_vague(self) -> bool:
        """Whether only the month or the year is told."""
        return len(self.start) < len("2024-05-24") or 0 < len(self.end) < len("2024-05-24")
