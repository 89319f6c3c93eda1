"""The window of a totem: covers the screen, does what the policy decides, lets nobody out."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from time import monotonic

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QScreen, QShowEvent, Qt
from PySide6.QtWidgets import QWidget

from app.kiosk.context import KioskContext
from app.kiosk.cursor import Cursor
from app.kiosk.curtains import CleaningScreen, CrashCard, Dark, lay_night
from app.kiosk.grip import Grip
from app.kiosk.guard import Guard, recipe_of
from app.kiosk.layers import Layers
from app.kiosk.operator.desk import OperatorDesk
from app.kiosk.options import OptionsFile
from app.kiosk.pin import StaffDoor
from app.kiosk.policy import Decision, Mode, Policy
from app.kiosk.session import Session
from app.kiosk.stage import Stage
from app.kiosk.tally import Tally
from app.kiosk.visit import Visit
from app.kiosk.watchdog import EXIT_RESTART, Heart

_TICK_MS = 250
_CRASH_MS = 5000
_BARE = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
_log = logging.getLogger("zhanban.kiosk")


class KioskWindow(QWidget):
    """Layers from below: the visit, attract, cleaning or darkness, the question, staff."""

    left = Signal(int)  # the exit code that staff asked for

    def __init__(
        self, ctx: KioskContext, file: OptionsFile, *, tally: Tally | None = None,
        heart: Heart | None = None, clock: Callable[[], float] = monotonic,
        wall_clock: Callable[[], datetime] = datetime.now, is_windowed: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self.ctx, self.file = ctx, file
        self.tally = tally or Tally()
        self.heart = heart or Heart()
        self._clock, self._wall_clock = clock, wall_clock
        self.is_windowed = is_windowed
        self.door = StaffDoor(file)
        self.policy = Policy(file.options.timers, clock())
        self.frame = QWidget(self)
        self.visit: Visit | None = None
        self.layers = Layers(ctx, file, self.door, self.frame, clock)
        self.mode = Mode.ATTRACT  #: what is shown now
        self._may_close = False
        self.cursor_shape, self._grip = Cursor(), Grip()
        self.guard = Guard(self, recipe_of(file.options, 1.0), clock, self)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._beats = QTimer(self)
        self._beats.timeout.connect(self.heart.beat)
        self._dress()
        self._new_visit()

    def _dress(self) -> None:
        self.setWindowTitle(self.ctx.words("window.name"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        lay_night(self)
        if not self.is_windowed:
            self.setWindowFlags(_BARE)

    # Showing

    def cover(self, screen: QScreen) -> None:
        """Over everything on this screen, panels too; without a window manager as well."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.setGeometry(screen.geometry())
        screen.geometryChanged.connect(self.setGeometry)

    def showEvent(self, event: QShowEvent) -> None:
        """Now there is a handle: guard it, begin to tick."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.removeEventFilter(self.guard)
            handle.installEventFilter(self.guard)
        self._grip.loosen()
        self.cursor_shape.hide()
        self._timer.start()
        if self.heart.interval:
            self._beats.start(round(self.heart.interval * 1000))
        QTimer.singleShot(1000, self.update)  # behind Xwayland the first picture may be lost
        self.tick()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the window to the design; everything is built for it anew."""
        super().resizeEvent(event)
        stage = Stage.of(self.width(), self.height(), self.file.options.orientation)
        self.frame.setGeometry(stage.left, stage.top, stage.width, stage.height)
        self.ctx.set_stage(stage)
        self.guard.resize(self.width(), self.height(), stage.factor)
        if self.visit is not None:
            self.visit.setGeometry(self.frame.rect())
            self.visit.rebuild()
        self.layers.fit()

    # The policy

    def tick(self) -> None:
        """Four times a second: opening hours, time-outs, a held finger."""
        if not self.is_windowed:
            self._grip.hold(self.windowHandle())
        now = self._clock()
        self.carry_out(self.policy.light(now, self.file.options.hours.light(self._wall_clock())))
        self.carry_out(self.policy.tick(now))
        self.guard.tick()

    def touched(self) -> bool:
        """A touch or a key: whether the page is not to hear of it."""
        was_resting = self.mode in (Mode.ATTRACT, Mode.DIM, Mode.BLACK)
        decision = self.policy.touch(self._clock())
        if was_resting and decision.mode is Mode.BROWSE:
            self.tally.begin(self.ctx.language)
        self.carry_out(decision)
        return decision.swallow or isinstance(self.layers.curtain, CrashCard)

    def carry_out(self, decision: Decision) -> None:
        """Show what was decided."""
        if decision.mode is Mode.ASK and self.layers.pin is not None:
            decision = self.policy.leave(self._clock())  # the staff door asks nobody
        if decision.reset:
            self.reset()
        if decision.mode is not self.mode or decision.reset:
            self.mode = decision.mode
            self._switch()
        if self.mode is Mode.ASK and self.layers.ask is None:
            ask = self.layers.open_ask(decision.remaining)
            ask.stayed.connect(self._on_stay)
            ask.left_now.connect(self._on_over)
        self.layers.tell_remaining(decision.remaining)

    def _switch(self) -> None:
        mode = self.mode
        if mode is not Mode.ASK:
            self.layers.drop_ask()
        if self.visit is not None:
            self.visit.set_covered(is_covered=mode not in (Mode.BROWSE, Mode.ASK))
        self.layers.show_attract(on=mode in (Mode.ATTRACT, Mode.DIM))
        self.layers.draw(self._curtain_of(mode))
        self.heart.say(mode.value)

    def _curtain_of(self, mode: Mode) -> QWidget | None:
        if mode in (Mode.DIM, Mode.BLACK):
            return Dark(self.ctx, is_black=mode is Mode.BLACK)
        if mode is Mode.CLEANING:
            return CleaningScreen(self.ctx, self.file.options.cleaning)
        return self._make_desk() if mode is Mode.STAFF else None

    # One visitor after the other

    def reset(self) -> None:
        """Nothing of the last visitor stays: a new session, a new visit, attract from its start."""
        self.layers.drop()
        self._new_visit()
        self.layers.rewind()
        self.cursor_shape.hide()

    def _new_visit(self) -> None:
        before = self.visit
        if before is not None:
            before.end(0.0)
        options = self.file.options
        self.ctx.set_session(Session(options.language, is_low=options.low_reach))
        self.visit = Visit(self.ctx, self.tally, self.frame)
        self.visit.setGeometry(self.frame.rect())
        self.visit.over.connect(self._on_over)
        self.visit.show()
        self.visit.lower()

    def _on_over(self) -> None:
        self.carry_out(self.policy.leave(self._clock()))

    def _on_stay(self) -> None:
        self.carry_out(self.policy.stay(self._clock()))

    # What the guard hands on

    def swiped(self, steps: int) -> None:
        """A finger went sideways over a screen."""
        if self.mode is Mode.BROWSE and self.layers.pin is None and self.visit is not None:
            self.visit.step(steps)

    def key_typed(self, sign: str) -> None:
        """A key of a keyboard."""
        if self.layers.pin is not None:
            self.layers.pin.typed(sign)
        elif self.mode is Mode.ASK and sign == "\x1b":
            self._on_stay()
        elif self.mode is Mode.BROWSE and self.visit is not None:
            self.visit.typed(sign)

    def mouse_moved(self) -> None:
        """A real mouse is there: show where it is."""
        self.cursor_shape.show()

    # Staff

    def staff_called(self) -> None:
        """The recipe is complete: ask for the PIN."""
        if self.layers.pin is None and self.mode is not Mode.STAFF:
            QTimer.singleShot(0, self.open_pin)

    def open_pin(self) -> None:
        """The staff door over everything."""
        pin = self.layers.open_pin()
        pin.passed.connect(self._on_passed)
        pin.cancelled.connect(self.layers.drop_pin)

    def _on_passed(self) -> None:
        self.layers.drop_pin()
        self.carry_out(self.policy.staff_in(self._clock()))

    def _make_desk(self) -> OperatorDesk:
        desk = OperatorDesk(self.ctx, self.file, self.door, self.tally)
        desk.locked.connect(self._on_locked)
        desk.changed.connect(self._on_options)
        desk.cleaning_asked.connect(self._on_cleaning)
        desk.restart_asked.connect(self._on_restart)
        desk.leave_asked.connect(self._on_leave)
        return desk

    def open_section(self, key: str) -> None:
        """One section of the staff panel, while that is open."""
        if isinstance(self.layers.curtain, OperatorDesk):
            self.layers.curtain.open_section(key)

    def _on_locked(self) -> None:
        self.carry_out(self.policy.staff_out(self._clock()))

    def _on_cleaning(self) -> None:
        self.carry_out(self.policy.clean(self._clock()))

    def _on_options(self) -> None:
        """Timers, hours, language … were changed: the policy knows them from now on."""
        now = self._clock()
        self.policy = Policy(self.file.options.timers, now)
        self.policy.staff_in(now)
        self.guard.set_recipe(recipe_of(self.file.options, self.ctx.factor))

    def _on_restart(self) -> None:
        self._end(EXIT_RESTART)

    def _on_leave(self) -> None:
        self.heart.leave()
        self._end(0)

    def _end(self, code: int) -> None:
        if self.visit is not None:
            self.visit.end(0.0)
        self._may_close = True
        self.left.emit(code)
        self.close()

    # When something breaks

    def go_home(self) -> None:
        """A bug: the calm card, then attract, as if nobody had been here."""
        _log.warning("back to attract after a fault")
        self.layers.drop()
        self.layers.draw(CrashCard(self.ctx))
        QTimer.singleShot(_CRASH_MS, self.forget_fault)

    def forget_fault(self) -> None:
        """The card was shown long enough."""
        now = self._clock()
        self.policy = Policy(self.file.options.timers, now)
        self.reset()
        self.mode = Mode.ATTRACT
        self._switch()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Only staff close this window; or the tests and the end of the program."""
        if not self._may_close:
            event.ignore()
            return
        self._timer.stop()
        self._beats.stop()
        self.cursor_shape.show()
        super().closeEvent(event)

    def allow_close(self) -> None:
        """The program ends: by its own will, or the system's."""
        self._may_close = True
