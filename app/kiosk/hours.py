"""Opening hours of a totem: when it shows, when it dims, when it is black. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from enum import Enum


class Light(Enum):
    """How bright the screen is by the clock on the wall."""

    FULL = "full"
    DIM = "dim"
    BLACK = "black"


@dataclass(frozen=True, slots=True)
class Hours:
    """From `opens` to `closes` the screen shows, for `dim_minutes` after that it is dim.

    Equal times mean: always open. A closing time before the opening one lies after midnight.
    `days` are ISO weekdays, Monday = 1; on other days the screen is black.
    """

    opens: time = time(0, 0)
    closes: time = time(0, 0)
    days: tuple[int, ...] = (1, 2, 3, 4, 5, 6, 7)
    dim_minutes: int = 15

    def light(self, now: datetime) -> Light:
        """How bright the screen is to be at this local time."""
        if self.opens == self.closes:
            return Light.FULL if now.isoweekday() in self.days else Light.BLACK
        since_opening = (_minutes(now.time()) - _minutes(self.opens)) % _DAY
        length = (_minutes(self.closes) - _minutes(self.opens)) % _DAY
        began_yesterday = _minutes(now.time()) < since_opening
        weekday = (now.isoweekday() - 2) % 7 + 1 if began_yesterday else now.isoweekday()
        if weekday not in self.days:
            return Light.BLACK
        if since_opening < length:
            return Light.FULL
        return Light.DIM if since_opening < length + self.dim_minutes else Light.BLACK


_DAY = 24 * 60


def _minutes(moment: time) -> float:
    return moment.hour * 60 + moment.minute + moment.second / 60
