"""Dates as sources tell them: a year, a month or a day, kept as sortable ISO text."""

from __future__ import annotations

import calendar
import re
from datetime import date

_MOMENT = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def is_moment(text: str) -> bool:
    """Whether `text` is YYYY, YYYY-MM or YYYY-MM-DD and a day that exists."""
    if not _MOMENT.fullmatch(text):
        return False
    parts = [int(part) for part in text.split("-")]
    return len(parts) < 3 or parts[2] <= calendar.monthrange(parts[0], parts[1])[1]


def first_day(moment: str) -> date:
    """The first day that `moment` can mean."""
    parts = [int(part) for part in moment.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def last_day(moment: str) -> date:
    """The last day that `moment` can mean."""
    parts = [int(part) for part in moment.split("-")]
    month = parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else calendar.monthrange(parts[0], month)[1]
    return date(parts[0], month, day)
