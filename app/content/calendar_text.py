"""Entries with a day as a calendar (RFC 5545): stable ids, folded lines, nothing invented."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

_DAY: Final = len("2024-05-24")
_FOLD: Final = 75  # octets a line, RFC 5545 §3.1
_ESCAPES: Final = (("\\", "\\\\"), (";", "\\;"), (",", "\\,"))
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Event:
    """Days in a calendar. `start` and `end` are days, ISO; both count."""

    uid: str
    name: str
    start: str
    end: str = ""
    place: str = ""
    about: str = ""
    category: str = ""
    is_certain: bool = True


def has_day(start: str) -> bool:
    """Whether a moment is told to the day: a year alone has no place in a calendar."""
    return len(start) == _DAY


def calendar_bytes(events: Iterable[Event], name: str, stamp: datetime | None = None) -> bytes:
    """The calendar file; `stamp` tells readers which of two files is the newer one."""
    moment = (stamp or datetime.now(UTC)).astimezone(UTC)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//zhanban//zhanban//EN",
             "CALSCALE:GREGORIAN", f"X-WR-CALNAME:{escaped(name)}"]  # fmt: skip
    for event in events:
        lines += _event_lines(event, moment)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) + b"\r\n" for line in lines)


def _event_lines(event: Event, stamp: datetime) -> list[str]:
    first = date.fromisoformat(event.start)
    last = date.fromisoformat(event.end) if has_day(event.end) else first
    lines = [
        "BEGIN:VEVENT", f"UID:{event.uid}", f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{_plain(first)}",
        # A day-long event ends before this day: the first one that is free again.
        f"DTEND;VALUE=DATE:{_plain(max(first, last) + timedelta(days=1))}",
        f"SUMMARY:{escaped(event.name)}",
    ]  # fmt: skip
    told = (("LOCATION", event.place), ("DESCRIPTION", event.about),
            ("CATEGORIES", event.category))  # fmt: skip
    lines += [f"{key}:{escaped(text)}" for key, text in told if text]
    lines.append(f"STATUS:{'CONFIRMED' if event.is_certain else 'TENTATIVE'}")
    return [*lines, "TRANSP:TRANSPARENT", "END:VEVENT"]


def _plain(day: date) -> str:
    return day.isoformat().replace("-", "")


def escaped(text: str) -> str:
    """Text as a calendar line may hold it."""
    text = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2009", " "))
    for sign, told in _ESCAPES:
        text = text.replace(sign, told)
    return text.strip().replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """Lines over 75 octets go on behind CRLF and a space; no character is cut in two."""
    parts: list[bytes] = []
    part = b""
    for sign in line:
        octets = sign.encode("utf-8", "replace")
        if len(part) + len(octets) > (_FOLD - 1 if parts else _FOLD):
            parts.append(part)
            part = b""
        part += octets
    return b"\r\n ".join([*parts, part])
