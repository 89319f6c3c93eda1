"""When the program cannot begin: what happened, and the ways on; asked before any content is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.base.errors import AppError
from app.content.problems import Problem
from app.model.text import EN, LANGUAGES, ZH_HANS, ZH_HANT
from app.settings import Settings
from app.ui.context import Context
from app.ui.messages import message
from app.ui.page import empty
from app.ui.parts.dusk_side import DuskSide
from app.ui.widgets.button import Button
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.rows import Rule
from app.ui.widgets.segment import Segment

if TYPE_CHECKING:
    from app.store.library import Library

RETRY: Final = "retry"
TEMPORARY: Final = "temporary"  # a folder for this time only
QUIT: Final = "quit"
_SHORT: Final = {ZH_HANS: "简", ZH_HANT: "繁", EN: "EN"}
_ABOUT_DISK: Final = ("not-writable", "disk-full", "content-rejected")
_PROBLEMS_SHOWN: Final = 5


class _Speaker(Context):
    """A context without content: this window asks for words, colours and sizes only."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(cast("Library", None), settings)


class FaultWindow(QWidget):
    """`ask()` waits for an answer: RETRY, TEMPORARY or QUIT."""

    def __init__(self, fault: AppError, settings: Settings) -> None:
        super().__init__()
        self.ctx = _Speaker(settings)
        self.ctx.setParent(self)
        self.ctx.dress()
        self.fault = fault
        self.answer = QUIT
        self._loop = QEventLoop(self)
        self.buttons: dict[str, Button] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.resize(self.ctx.px(1120), self.ctx.px(720))
        self.ctx.language_changed.connect(self._build)
        self._build()

    def ask(self) -> str:
        """Show it until a way is chosen; closing it quits."""
        self.show()
        self.buttons[RETRY].setFocus(Qt.FocusReason.TabFocusReason)
        self._loop.exec()
        self.hide()
        return self.answer

    def ways(self) -> tuple[str, ...]:
        """What can be done about this fault."""
        if self.fault.code in _ABOUT_DISK:
            return QUIT, TEMPORARY, RETRY
        return QUIT, RETRY

    def _build(self) -> None:
        empty(self._row)
        ctx, px, words = self.ctx, self.ctx.px, self.ctx.words
        self.setWindowTitle(words("window.name"))
        self._row.addWidget(DuskSide(ctx))
        column = QVBoxLayout()
        column.setContentsMargins(px(40), px(72), px(40), px(40))
        column.setSpacing(px(10))
        kind = self._kind()
        column.addWidget(PlainLabel(ctx, words(f"faults.{kind}"), "h1"))
        column.addWidget(PlainLabel(ctx, words(f"faults.{kind}.reason"), "body", "ink2"))
        column.addSpacing(px(12))
        column.addWidget(Rule(ctx))
        column.addSpacing(px(4))
        told = message(self.fault, words)
        column.addWidget(PlainLabel(ctx, told, "small", "ink2", measure=52))
        self._add_problems(column)
        column.addStretch(1)
        column.addLayout(self._foot())
        self._row.addLayout(column, 1)

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

    def _foot(self) -> QHBoxLayout:
        ctx, words = self.ctx, self.ctx.words
        row = QHBoxLayout()
        row.setSpacing(ctx.px(12))
        choices = [(key, _SHORT[key], "", words(f"window.language.{key}")) for key in LANGUAGES]
        self.language = Segment(ctx, words("window.language"), choices, ctx.language)
        self.language.chosen.connect(ctx.set_language)
        row.addWidget(self.language)
        row.addStretch(1)
        slots = {RETRY: self._on_retry, TEMPORARY: self._on_temporary, QUIT: self._on_quit}
        for way in self.ways():
            kind = "primary" if way == RETRY else "secondary"
            button = Button(ctx, words(f"faults.{way}"), kind)
            button.clicked.connect(slots[way])
            row.addWidget(button)
            self.buttons[way] = button
        return row

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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper."""
        QPainter(self).fillRect(self.rect(), self.ctx.theme.color("paper"))
