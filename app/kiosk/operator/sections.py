"""The sections of the staff panel: each fills the room it is given."""

from __future__ import annotations

import itertools
from datetime import datetime
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.base.errors import AppError
from app.base.files import write_atomically
from app.base.log import FILE_NAME as LOG_NAME
from app.content.seeds import ensure_content
from app.kiosk.context import KioskContext
from app.kiosk.operator.controls import (
    CHOICE,
    STEPPER,
    SWITCH,
    Choice,
    Stepper,
    Switch,
    paint_hours,
    paint_records,
)
from app.kiosk.options import CORNERS, ORIENTATIONS, OptionsFile
from app.kiosk.stats_report import as_table
from app.kiosk.tally import Tally
from app.kiosk.widgets.buttons import TouchButton
from app.kiosk.widgets.pen import Pen
from app.model.text import LANGUAGES
from app.store.statistics_report import Report
from app.ui.messages import message
from app.ui.parts.naming import joined
from app.ui.tasks import Task

_COUNTED: Final = ("edition", "exhibit", "project", "application", "source", "task")
_LOG_LINES: Final = 18
_CSV: Final = "statistics.csv"
_HALF_HOUR: Final = 30

W = TypeVar("W", bound=QWidget)


class Section(QWidget):
    """A column of controls; `changed` tells that options were written."""

    changed = Signal()
    asked = Signal(str)  # cleaning, restart, leave, pin

    def __init__(
        self, ctx: KioskContext, file: OptionsFile, tally: Tally, room: tuple[float, float],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx, self.file, self.tally = ctx, file, tally
        self.wide, self.high = room
        self.is_tall = self.high > self.wide
        self.note = ""
        self._left, self._top, self._column = 0.0, 84.0, 0.0
        self.build()

    def build(self) -> None:
        """Place the controls."""

    def paint(self, pen: Pen) -> None:
        """What is only looked at."""

    def title(self) -> str:
        """The heading."""
        return ""

    # Placing

    def columns(self, count: int) -> None:
        """So many columns side by side, one below the other in portrait."""
        count = 1 if self.is_tall else count
        self._column = (self.wide - (count - 1) * 56) / count
        self._left, self._top = 0.0, 84.0

    def next_column(self) -> None:
        """On to the column at the right; in portrait simply further down."""
        if not self.is_tall:
            self._left += self._column + 56
            self._top = 84.0

    def add(self, widget: W, height: float, *, width: float = 0, gap: float = 0) -> W:
        """Place a control under the one before."""
        px = self.ctx.px
        wide = width or self._column
        widget.setParent(self)
        widget.setGeometry(px(self._left), px(self._top), px(wide), px(height))
        widget.show()
        self._top += height + gap
        return widget

    def stepper(self, name: str, step: int, span: tuple[int, int], unit: str) -> Stepper:
        """A number of the options."""
        words = self.ctx.words
        value = int(getattr(self.file.options, name))
        made = Stepper(self.ctx, name, words(f"operator.{name}"), value, unit=words(unit),
                       step=step, span=span)  # fmt: skip
        made.stepped.connect(self._on_stepped)
        return self.add(made, STEPPER)

    def switch(self, name: str) -> None:
        """A yes or no of the options."""
        words = self.ctx.words(f"operator.{name}")
        made = Switch(self.ctx, name, words, on=bool(getattr(self.file.options, name)))
        made.flipped.connect(self.write)
        self.add(made, SWITCH)

    def choice(self, name: str, options: list[tuple[str, str]], chosen: list[str]) -> None:
        """One of several."""
        words = self.ctx.words(f"operator.{name}")
        made = Choice(self.ctx, name, words, options, chosen, self._column)
        made.picked.connect(self._on_picked)
        self.add(made, CHOICE)

    def button(self, words: str, kind: str, icon: str, asks: str) -> TouchButton:
        """A verb that the desk carries out."""
        made = _Ask(self.ctx, self.ctx.words(words), kind, icon, asks)
        made.clicked.connect(self._on_ask)
        return self.add(made, 88, gap=16)

    def _on_ask(self) -> None:
        button = self.sender()
        if isinstance(button, _Ask):
            self.asked.emit(button.asks)

    def _on_stepped(self, name: str, value: int) -> None:
        self.write(name, value)

    def _on_picked(self, name: str, key: str) -> None:
        self.write(name, key)

    def write(self, name: str, value: object) -> None:
        """Keep an option; a disk that refuses is told."""
        try:
            self.file.change(**{name: value})
            self.note = ""
        except AppError as fault:
            self.note = message(fault, self.ctx.words)
        self.changed.emit()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Heading, content, a note at the foot."""
        pen = Pen(QPainter(self), self.ctx)
        pen.word(self.title(), "h2", "ink1", 0, 0, self.wide, 70)
        self.paint(pen)
        if self.note:
            pen.words(self.note, "caption", "err", 0, self.high - 40, self.wide, lines=1)
        pen.painter.end()


class _Ask(TouchButton):
    def __init__(self, ctx: KioskContext, words: str, kind: str, icon: str, asks: str) -> None:
        super().__init__(ctx, words, kind, icon=icon)
        self.asks = asks


class PackSection(Section):
    """Which content is in use, whether it is whole, what today was like."""

    def build(self) -> None:
        self._state = ""
        self._task: Task | None = None
        self._report = _report(self.tally, today=True)
        self._card = 84.0, 560.0
        self.columns(1)
        self._top = 84 + 560 - 116
        self._left = 32
        check = TouchButton(self.ctx, self.ctx.words("operator.verify"), icon="recheck")
        self.add(check, 88, width=320).clicked.connect(self._on_check)

    def title(self) -> str:
        return self.ctx.words("operator.pack")

    def _on_check(self) -> None:
        if self._task is not None:
            return
        folder = self.file.path.parent
        self._state = "checking"

        def check(progress: object) -> str:
            del progress
            return ensure_content(folder).done

        self._task = Task(check, self)
        self._task.done.connect(self._on_checked)
        self._task.failed.connect(self._on_failed)
        self._task.start()
        self.update()

    def _on_checked(self, done: str) -> None:
        self._task = None
        self._state = "rebuilt" if done else "whole"
        self.update()

    def _on_failed(self, fault: AppError) -> None:
        self._task, self._state = None, "failed"
        self.note = message(fault, self.ctx.words)
        self.update()

    def paint(self, pen: Pen) -> None:
        words, pack, language = self.ctx.words, self.ctx.library.pack, self.ctx.language
        y, high = self._card
        pen.box(0, y, self.wide, high, "surface", "line")
        pen.disc(64, y + 66, 34, "okTint")
        pen.icon("verified", "ok", 44, y + 46, 40)
        name = words("operator.in-use", name=pack.title.told(language))
        pen.word(name, "h3", "ink1", 116, y + 26, self.wide - 150, 44)
        state = words(f"operator.state.{self._state or 'opened'}")
        pen.word(state, "caption", "ink2", 116, y + 68, self.wide - 150, 34)
        counts = (f"{self.ctx.library.term('kind', kind).told(language)} {pack.counts.get(kind, 0)}"
                  for kind in _COUNTED)  # fmt: skip
        names = (words(f"kiosk.language.{one}") for one in LANGUAGES)
        rows = [
            (words("operator.version"), f"{pack.id} · {pack.version}"),
            (words("operator.content"), joined(*counts)),
            (words("operator.languages"), words("takeaway.comma").join(names)),
            (words("operator.digest"), pack.digest[:16]),
        ]
        paint_records(pen, rows, 32, y + 126, self.wide - 64)
        self._paint_today(pen, y + high + 28)

    def _paint_today(self, pen: Pen, y: float) -> None:
        words, report = self.ctx.words, self._report
        high = min(330.0, self.high - y - 10)
        pen.box(0, y, self.wide, high, "surface", "line")
        pen.word(words("operator.today"), "h3", "ink1", 32, y + 18, self.wide - 64, 48)
        pen.word(words("statistics.note"), "caption", "ink3", 32, y + 18, self.wide - 64, 48,
                 align="right")  # fmt: skip
        paint_hours(pen, report.by_hour, (32, y + 80, self.wide * 0.55, high - 100), 8, 20)
        x, room = 32 + self.wide * 0.55 + 40, self.wide * 0.45 - 100
        most = report.opens[0].entry if report.opens else ""
        name = ""
        if most and self.ctx.library.has(most):
            name = self.ctx.library.entry(most).name.told(self.ctx.language)
        text = report.texts[0].text.upper() if report.texts else ""
        lines = [
            (words("statistics.sessions"), str(report.sessions)),
            (words("statistics.opens"), name or "–"),
            (words("statistics.texts"), text or "–"),
            (words("statistics.searches-empty"), str(report.empty)),
        ]
        for place, (label, value) in enumerate(lines):
            top = y + high - 176 + place * 40
            pen.word(f"{label}  {value}", "caption", "ink1", x, top, room, 38)


class IdleSection(Section):
    """How long things wait; restart and leave."""

    def build(self) -> None:
        self.columns(2)
        self.stepper("ask_after", 10, (10, 600), "operator.seconds")
        self.stepper("count", 5, (10, 600), "operator.seconds")
        self.stepper("scene", 1, (3, 120), "operator.seconds")
        self.stepper("wake", 10, (10, 600), "operator.seconds")
        self.stepper("staff_after", 10, (10, 600), "operator.seconds")
        self.next_column()
        self.switch("exhibits_in_attract")
        self.switch("sound")
        self.stepper("cleaning", 10, (10, 600), "operator.seconds")
        self.button("operator.clean", "secondary", "moon", "cleaning")
        self.button("operator.restart", "secondary", "recheck", "restart")
        self.button("operator.leave", "danger", "power", "leave")

    def title(self) -> str:
        return self.ctx.words("operator.idle")


class ScreenSection(Section):
    """Language, orientation, reach; opening hours."""

    def build(self) -> None:
        words, options = self.ctx.words, self.file.options
        self.columns(2)
        self.choice("language", [(one, words(f"kiosk.language.{one}")) for one in LANGUAGES],
                    [options.language])  # fmt: skip
        self.choice("orientation",
                    [(one, words(f"operator.orientation.{one}")) for one in ORIENTATIONS],
                    [options.orientation])  # fmt: skip
        self.switch("low_reach")
        self.next_column()
        self._clock("opens")
        self._clock("closes")
        self.stepper("dim_minutes", 5, (0, 720), "operator.minutes")
        days = [(str(day), words(f"operator.day.{day}")) for day in range(1, 8)]
        self.choice("days", days, [str(day) for day in options.days])

    def _clock(self, name: str) -> None:
        words = self.ctx.words
        hours, minutes = map(int, getattr(self.file.options, name).split(":")[:2])
        made = Stepper(self.ctx, name, words(f"operator.{name}"), hours * 60 + minutes, unit="",
                       step=_HALF_HOUR, span=(0, 24 * 60 - _HALF_HOUR))  # fmt: skip
        made.show_as(f"{hours:02}:{minutes:02}")
        made.stepped.connect(self._on_clock)
        self.add(made, STEPPER)

    def _on_clock(self, name: str, value: int) -> None:
        told = f"{value // 60:02}:{value % 60:02}"
        stepper = self.sender()
        if isinstance(stepper, Stepper):
            stepper.show_as(told)
        self.write(name, told)

    def _on_picked(self, name: str, key: str) -> None:
        if name != "days":
            self.write(name, key)
            self.asked.emit("again")
            return
        days = set(self.file.options.days) ^ {int(key)}
        self.write("days", tuple(sorted(days)))
        self.asked.emit("again")

    def title(self) -> str:
        return self.ctx.words("operator.screen")


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
        self._report = _report(self.tally)
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


SECTIONS: Final[dict[str, type[Section]]] = {
    "pack": PackSection,
    "idle": IdleSection,
    "stats": StatsSection,
    "screen": ScreenSection,
    "pin": PinSection,
    "log": LogSection,
}


def _report(tally: Tally, *, today: bool = False) -> Report:
    if tally.statistics is None:
        return Report()
    since = f"{datetime.now():%Y-%m-%d}" if today else ""  # noqa: DTZ005 - the wall's clock
    return tally.statistics.report(since)


def _tail(path: Path, count: int) -> list[str]:
    try:
        return path.read_text("utf-8", "replace").splitlines()[-count:]
    except OSError:
        return []
