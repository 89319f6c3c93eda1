"""The content pack of a totem: which one, whether it is whole, what today was like."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from app.base.errors import AppError
from app.content.seeds import ensure_content
from app.kiosk.operator.controls import paint_hours, paint_records
from app.kiosk.operator.sections import Section
from app.kiosk.tally import Tally
from app.kiosk.widgets.buttons import TouchButton
from app.kiosk.widgets.pen import Pen
from app.model.text import LANGUAGES
from app.store.statistics_report import Report
from app.ui.messages import message
from app.ui.parts.naming import joined
from app.ui.tasks import Task

_COUNTED: Final = ("edition", "exhibit", "project", "application", "source", "task")


class PackSection(Section):
    """Which content is in use, whether it is whole, what today was like."""

    def build(self) -> None:
        self._state = ""
        self._task: Task | None = None
        self._report = report_of(self.tally, today=True)
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


def report_of(tally: Tally, *, today: bool = False) -> Report:
    """What was counted, since ever or today."""
    if tally.statistics is None:
        return Report()
    since = f"{datetime.now():%Y-%m-%d}" if today else ""  # noqa: DTZ005 - the wall's clock
    return tally.statistics.report(since)
