"""What staff look at: the way in, what was counted, the diary."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF

from app.base.files import write_atomically
from app.base.log import FILE_NAME as LOG_NAME
from app.kiosk.operator.controls import paint_hours, paint_records
from app.kiosk.operator.pack_section import report_of
from app.kiosk.operator.sections import Section
from app.kiosk.options import CORNERS
from app.kiosk.stats_report import as_table
from app.kiosk.widgets.buttons import TouchButton
from app.kiosk.widgets.pen import Pen
from app.ui.parts.naming import joined

_LOG_LINES: Final = 18
_CSV: Final = "statistics.csv"


class PinSection(Section):
    """The way in: where, how often, how long; another PIN."""

    def build(self) -> None:
        words, options = self.ctx.words, self.file.options
        self.columns(1)
        self.choice("corner", [(one, words(f"operator.corner.{one}")) for one in CORNERS],
                    [options.corner])  # fmt: skip
        self.stepper("taps", 1, (3, 12), "operator.times")
        self._top += 8
        self.button("operator.pin.change", "secondary", "pin", "pin")

    def _on_picked(self, name: str, key: str) -> None:
        super()._on_picked(name, key)
        self.asked.emit("again")

    def paint(self, pen: Pen) -> None:
        words, options = self.ctx.words, self.file.options
        corner = words(f"operator.corner.{options.corner}")
        told = words("operator.recipe", taps=options.taps, hold=f"{options.hold:g}",
                     corner=corner, chord=options.chord)  # fmt: skip
        high = pen.words(told, "small", "ink2", 0, self._top + 12, self.wide, lines=4)
        lost = words("operator.pin.lost", path=self.file.path)
        pen.words(lost, "caption", "ink3", 0, self._top + 28 + high, self.wide, lines=5)

    def title(self) -> str:
        return self.ctx.words("operator.pin")


class StatsSection(Section):
    """The whole report, and a table of it in the data folder."""

    def build(self) -> None:
        self._report = report_of(self.tally)
        self.columns(1)
        self._top = self.high - 130
        save = TouchButton(self.ctx, self.ctx.words("operator.csv"), icon="export")
        self.add(save, 88, width=420).clicked.connect(self._on_save)

    def _on_save(self) -> None:
        path = self.file.path.parent / _CSV
        try:
            write_atomically(path, as_table(self._report, self.ctx.words, self._name))
            self.note = self.ctx.words("operator.csv.done", path=path)
        except OSError as fault:
            self.note = str(fault.strerror)
        self.update()

    def _name(self, entry_id: str) -> str:
        known = self.ctx.library.has(entry_id)
        return self.ctx.library.entry(entry_id).name.told(self.ctx.language) if known else ""

    def paint(self, pen: Pen) -> None:
        words, report = self.ctx.words, self._report
        if not report.first_day:
            pen.word(words("statistics.none"), "body", "ink2", 0, 90, self.wide, 60)
            return
        span = words("statistics.span", first=report.first_day, last=report.last_day)
        pen.word(joined(span, words("statistics.note")), "caption", "ink2", 0, 62, self.wide, 36)
        half = self.wide if self.is_tall else (self.wide - 56) / 2
        rows = [(words("statistics.sessions"), str(report.sessions)),
                (words("statistics.searches-found"), str(report.found)),
                (words("statistics.searches-empty"), str(report.empty))]  # fmt: skip
        y = paint_records(pen, rows, 0, 116, half, 60)
        paint_hours(pen, report.by_hour, (0, y + 20, half, 220), 7, 21)
        x, y = (0.0, y + 270) if self.is_tall else (half + 56, 116.0)
        for title, told in self._lists():
            pen.word(title, "label", "ink1", x, y, half, 44)
            y = paint_records(pen, told, x, y + 46, half, 50) + 16

    def _lists(self) -> list[tuple[str, list[tuple[str, str]]]]:
        words, report = self.ctx.words, self._report
        opens = [(str(one.n), self._name(one.entry) or one.entry) for one in report.opens[:6]]
        empty = [one for one in report.texts if one.empty]
        lost = [(str(one.empty), one.text) for one in itertools.islice(empty, 4)]
        return [(words("statistics.opens"), opens), (words("statistics.texts-empty"), lost)]

    def title(self) -> str:
        return self.ctx.words("statistics.title")


class LogSection(Section):
    """The last lines of the diary."""

    def build(self) -> None:
        self._lines = _tail(self.file.path.parent / LOG_NAME, _LOG_LINES)

    def paint(self, pen: Pen) -> None:
        if not self._lines:
            pen.word(self.ctx.words("operator.log.none"), "body", "ink2", 0, 90, self.wide, 60)
        pen.painter.setClipRect(QRectF(0, 84, self.wide, self.high - 84))
        for place, line in enumerate(self._lines):
            pen.word(line, "caption", "ink1", 0, 90 + place * 44, self.wide, 40, least=0.8)

    def title(self) -> str:
        return self.ctx.words("operator.log")


def _tail(path: Path, count: int) -> list[str]:
    try:
        return path.read_text("utf-8", "replace").splitlines()[-count:]
    except OSError:
        return []
