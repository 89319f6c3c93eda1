"""Shows a totem's counts as text or as a table. No Qt: the command line uses it."""

from __future__ import annotations

import csv as tables
import io
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.base.words import Words
from app.store.statistics_report import Report
from app.store.visits import FILE_NAME, Visits

_BEST: Final = 20
_COLUMNS: Final = ("what", "key", "name", "count", "seconds")


@dataclass(frozen=True, slots=True)
class Row:
    """One counted thing: `what` is a key of the words `statistics`, `key` an id, hour, text …"""

    what: str
    key: str
    count: int
    seconds: float | None = None


def rows(report: Report) -> tuple[Row, ...]:
    """The whole report as rows, for a table and for the command line alike."""
    return tuple(
        [Row("machines", "", report.machines), Row("sessions", "", report.sessions)]
        + [Row("by-day", day, n) for day, n in report.by_day]
        + [Row("by-hour", f"{hour:02}", n) for hour, n in enumerate(report.by_hour) if n]
        + [Row("by-language", language, n) for language, n in report.by_language]
        + [Row("opens", told.entry, told.n, round(told.seconds, 1)) for told in report.opens]
        + [Row("searches-found", "", report.found), Row("searches-empty", "", report.empty)]
        + [Row("texts", told.text, told.found) for told in report.texts if told.found]
        + [Row("texts-empty", told.text, told.empty) for told in report.texts if told.empty]
        + [Row("unpublished", "", report.unpublished)]
    )


def as_table(report: Report, words: Words, name_of: Callable[[str], str] | None = None) -> bytes:
    """The rows as CSV with a byte order mark, which Excel needs to see Chinese."""
    file = io.StringIO(newline="")
    table = tables.writer(file)
    table.writerow([words(f"statistics.column.{column}") for column in _COLUMNS])
    for row in rows(report):
        name = name_of(row.key) if name_of and row.what == "opens" else ""
        seconds = "" if row.seconds is None else row.seconds
        cells = [words(f"statistics.{row.what}"), row.key, name, row.count, seconds]
        table.writerow([_safe(cell) if isinstance(cell, str) else cell for cell in cells])
    return file.getvalue().encode("utf-8-sig")


def as_text(report: Report, words: Words, name_of: Callable[[str], str] | None = None) -> str:
    """The report for people: totals, then the best twenty of each sort."""
    if not report.first_day:
        return words("statistics.none") + "\n"
    span = words("statistics.span", first=report.first_day, last=report.last_day)
    lines = [f"{words('statistics.title')}  {span}", words("statistics.note")]
    shown: dict[str, int] = {}
    for row in rows(report):
        shown[row.what] = shown.get(row.what, 0) + 1
        if not row.key:
            lines += ["", f"{words(f'statistics.{row.what}')}  {row.count}"]
            continue
        if shown[row.what] == 1:
            lines += ["", words(f"statistics.{row.what}")]
        if shown[row.what] <= _BEST or row.what == "by-hour":
            lines.append(_line(row, words, name_of))
    return "\n".join(lines) + "\n"


def run_stats(
    data_dir: Path,
    words: Words,
    *,
    csv: bool = False,
    name_of: Callable[[str], str] | None = None,
    merged: Iterable[Path] = (),
) -> int:
    """`zhanban stats [--csv] [FILE …]`: print the counts, first taking over other machines'.

    Raises AppError as `Visits.open` and `Statistics.merge` do. Reading makes no file where
    nothing has been counted.
    """
    report = Report()
    others = tuple(merged)
    if others or (data_dir / FILE_NAME).exists():
        visits = Visits.open(data_dir / FILE_NAME)
        try:
            statistics = visits.statistics()
            for file in others:
                statistics.merge(file)
            report = statistics.report()
        finally:
            visits.close()
    if csv:
        _write(as_table(report, words, name_of))
    else:
        sys.stdout.write(as_text(report, words, name_of))
    return 0


def _line(row: Row, words: Words, name_of: Callable[[str], str] | None) -> str:
    name = name_of(row.key) if name_of and row.what == "opens" else ""
    told = f"  {row.count:>6}  {row.key}" + (f"  {name}" if name else "")
    if row.seconds is None or not row.count:
        return told
    return f"{told}  ({words('statistics.dwell')} {row.seconds / row.count:.0f})"


def _write(data: bytes) -> None:
    """Bytes, so that a redirected table is UTF-8 whatever the terminal's encoding."""
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(data.decode("utf-8-sig"))
        return
    sys.stdout.flush()
    stream.write(data)
    stream.flush()


def _safe(cell: str) -> str:
    """A spreadsheet must not take what a visitor typed for a formula."""
    return "'" + cell if cell[:1] in tuple("=+-@\t\r＝＋－＠") else cell
