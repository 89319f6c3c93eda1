"""What staff set: how long things wait, language and screen, opening hours."""

from __future__ import annotations

from typing import Final

from app.kiosk.operator.controls import STEPPER, Stepper
from app.kiosk.operator.sections import Ask, Section
from app.kiosk.options import ORIENTATIONS
from app.model.text import LANGUAGES

_HALF_HOUR: Final = 30


class IdleSection(Section):
    """How long things wait; restart and leave."""

    def build(self) -> None:
        self.columns(2, always=True)
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


class QuickSection(Section):
    """Beside the pack, where there is room: what is changed most."""

    def build(self) -> None:
        self.columns(1)
        for name, step, span in (("ask_after", 10, (10, 600)), ("count", 5, (10, 600)),
                                 ("scene", 1, (3, 120))):  # fmt: skip
            self.stepper(name, step, span, "operator.seconds")
        self.switch("exhibits_in_attract")
        self.switch("sound")
        self._top += 16
        half = (self._column - 16) / 2
        restart = Ask(self.ctx, self.ctx.words("operator.restart"), "secondary", "recheck",
                       "restart")  # fmt: skip
        leave = Ask(self.ctx, self.ctx.words("operator.leave"), "danger", "power", "leave")
        for button in (restart, leave):
            button.clicked.connect(self._on_ask)
            top = self._top
            self.add(button, 88, width=half)
            self._top = top
            self._left += half + 16

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
