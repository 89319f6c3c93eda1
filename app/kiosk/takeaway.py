"""Composes what a visitor takes along: an entry, a selection, a date for the calendar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final

from app.base.words import Words
from app.kiosk.codes import BYTES, MOST_CODES, Takeaway, drawn, packed, size
from app.model.entry import VERIFIED, Entry, Fact

_STATUS_MARKS: Final = ("target", "estimate")
_DAY: Final = len("2024-05-24")


def take_entry(
    entry: Entry,
    facts: Sequence[Fact],
    language: str,
    say: Callable[[Fact], str],
    sources: Sequence[str] = (),
) -> Takeaway:
    """Name, summary, facts in their order and the names of the sources, as plain text.

    `say` writes a fact's value as the screen does (number with qualifier and unit, date, words).
    """
    words = Words(language)
    lines = [entry.name.told(language), entry.summary.told(language)]
    lines += [_fact_line(fact, say(fact), words) for fact in facts if say(fact)]
    if sources:
        lines.append(words("takeaway.sources", names=words("takeaway.comma").join(sources)))
    return _in_codes(lines, language)


def take_selection(entries: Sequence[Entry], language: str) -> Takeaway:
    """Every entry with its summary; if that is too much, every name."""
    words = Words(language)
    names = [entry.name.told(language) for entry in entries]
    told = [
        words("takeaway.item-told", n=n, name=names[n - 1], summary=entry.summary.told(language))
        if entry.summary
        else words("takeaway.item", n=n, name=names[n - 1])
        for n, entry in enumerate(entries, start=1)
    ]
    rich = _in_codes(told, language)
    if not rich.left_out:
        return rich
    plain = [words("takeaway.item", n=n, name=name) for n, name in enumerate(names, start=1)]
    return _in_codes(plain, language)


def take_calendar(entry: Entry, language: str, place: str = "") -> Takeaway | None:
    """The entry's days for the phone's calendar in one code; None if no day is told.

    A whole RFC 5545 calendar where it fits; else its event alone, which is what phones look for.
    """
    if len(entry.start) != _DAY:
        return None
    first = date.fromisoformat(entry.start)
    last = date.fromisoformat(entry.end) if len(entry.end) == _DAY else first
    where = [f"LOCATION:{_escaped(place)}"] if place else []
    event = [f"SUMMARY:{_escaped(entry.name.told(language))}", f"DTSTART;VALUE=DATE:{first:%Y%m%d}"]
    if last > first:  # the end is the first day after; without one the event lasts a day
        event.append(f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}")
    names = [f"UID:{entry.id}", f"DTSTAMP:{first:%Y%m%d}T000000Z"]
    for payload in (
        _calendar([*names, *event, *where]),
        _event([*event, *where]),
        _event(event),
    ):
        if size(payload) <= BYTES:
            return Takeaway(drawn([payload]))
    return None


def _fact_line(fact: Fact, value: str, words: Words) -> str:
    line = words("takeaway.line", label=fact.label.told(words.language), value=value)
    if fact.status in _STATUS_MARKS:
        line += words(f"takeaway.{fact.status}")
    return line if fact.check == VERIFIED else line + words("takeaway.unverified")


def _in_codes(lines: Sequence[str], language: str) -> Takeaway:
    """The fewest codes that hold all lines; else three, the last of which says what is missing."""
    words = Words(language)
    # The screen's thin spaces cost three bytes each; line breaks belong to us.
    plain = [" ".join(line.replace("\u2009", " ").split()) for line in lines if line.strip()]
    for count in range(1, MOST_CODES + 1):
        header = size(words("takeaway.part", n=count, m=count)) + 1 if count > 1 else 0
        filled, rest = packed(plain, [BYTES - header] * count)
        if not rest:
            return Takeaway(drawn(_headed(filled, words)))
    footer = size(words.count("takeaway.more", 999)) + 1
    room = BYTES - header
    filled, rest = packed(plain, [room] * (MOST_CODES - 1) + [room - footer])
    filled[-1].append(words.count("takeaway.more", len(rest)))
    return Takeaway(drawn(_headed(filled, words)), left_out=len(rest))


def _headed(filled: Sequence[Sequence[str]], words: Words) -> list[str]:
    """The texts of the codes; more than one say which they are."""
    m = len(filled)
    if m == 1:
        return ["\n".join(filled[0])]
    return [
        "\n".join([words("takeaway.part", n=n, m=m), *lines])
        for n, lines in enumerate(filled, start=1)
    ]


def _calendar(event: Sequence[str]) -> str:
    # Lines are not folded at 75 bytes: the standard only recommends it, phones stumble over it.
    begin = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//zhanban//EN")
    return "\r\n".join([*begin, _event(event), "END:VCALENDAR"])


def _event(lines: Sequence[str]) -> str:
    return "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"])


def _escaped(text: str) -> str:
    for character in ("\\", ";", ","):
        text = text.replace(character, "\\" + character)
    return " ".join(text.split())
