"""When the program cannot begin: what happened, and the ways on; asked before any content is."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from app.base.errors import AppError
from app.content.problems import Problem
from app.settings import Settings
from app.ui.dusk_window import DuskWindow
from app.ui.messages import message
from app.ui.widgets.button import Button
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.rows import Rule

RETRY: Final = "retry"
TEMPORARY: Final = "temporary"  # a folder for this time only
QUIT: Final = "quit"
_ABOUT_DISK: Final = ("not-writable", "disk-full", "content-rejected")
_PROBLEMS_SHOWN: Final = 5


class FaultWindow(DuskWindow):
    """`ask()` waits for an answer: RETRY, TEMPORARY or QUIT."""

    def __init__(self, fault: AppError, settings: Settings) -> None:
        super().__init__(settings)
        self.fault = fault
        self.answer = QUIT
        self._loop = QEventLoop(self)
        self.buttons: dict[str, Button] = {}
        self.build()

    def ask(self) -> str:
        """Show it until a way is chosen; closing it quits."""
        self.show()
        self.buttons[RETRY].setFocus(Qt.FocusReason.TabFocusReason)
        self._loop.exec()
        self.hide()
        return self.answer

    def fill(self, column: QVBoxLayout) -> None:
        """What happened, in one sentence and in full."""
        ctx, px, words = self.ctx, self.ctx.px, self.ctx.words
        kind = self._kind()
        column.addSpacing(px(24))
        column.addWidget(PlainLabel(ctx, words(f"faults.{kind}"), "h1"))
        column.addWidget(PlainLabel(ctx, words(f"faults.{kind}.reason"), "body", "ink2"))
        column.addSpacing(px(12))
        column.addWidget(Rule(ctx))
        column.addSpacing(px(4))
        told = message(self.fault, words)
        column.addWidget(PlainLabel(ctx, told, "small", "ink2", measure=52))
        self._add_problems(column)

    def ways(self) -> list[Button]:
        """What can be done about this fault."""
        slots = {QUIT: self._on_quit, TEMPORARY: self._on_temporary, RETRY: self._on_retry}
        if self.fault.code not in _ABOUT_DISK:
            del slots[TEMPORARY]
        self.buttons = {}
        for way, slot in slots.items():
            kind = "primary" if way == RETRY else "secondary"
            self.buttons[way] = Button(self.ctx, self.ctx.words(f"faults.{way}"), kind)
            self.buttons[way].clicked.connect(slot)
        return list(self.buttons.values())

    def _kind(self) -> str:
        if self.fault.code in _ABOUT_DISK:
            return "disk"
        return "pack" if self.fault.code.startswith("pack") else "content"

    def _add_problems(self, column: QVBoxLayout) -> None:
        problems = cast("tuple[Problem, ...]", self.fault.facts.get("problems", ()))
        for problem in problems[:_PROBLEMS_SHOWN]:
            line = problem.line(self.ctx.words)
            column.addWidget(PlainLabel(self.ctx, line, "small", "err", measure=52))
        more = len(problems) - _PROBLEMS_SHOWN
        if more > 0:
            told = self.ctx.words("common.seal.more", n=more)
            column.addWidget(PlainLabel(self.ctx, told, "small", "ink2"))

    # Answers

    def _end(self, answer: str) -> None:
        self.answer = answer
        self._loop.quit()

    def _on_retry(self) -> None:
        self._end(RETRY)

    def _on_temporary(self) -> None:
        self._end(TEMPORARY)

    def _on_quit(self) -> None:
        self._end(QUIT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc quits."""
        if event.key() == Qt.Key.Key_Escape:
            self._end(QUIT)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing quits."""
        self._end(QUIT)
        super().closeEvent(event)
