"""One visitor's stay: a screen, the bar below it, a sheet over both. Made anew for each."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.base.errors import AppError
from app.kiosk.context import KioskContext
from app.kiosk.memory import tidy_memory
from app.kiosk.screens.base import Screen
from app.kiosk.screens.catalogue import known, make_screen
from app.kiosk.screens.panorama import Panorama
from app.kiosk.session import HOME, Session
from app.kiosk.sheets.base import SheetLayer
from app.kiosk.sheets.language import LanguageSheet
from app.kiosk.sheets.sources import SourcesSheet
from app.kiosk.sheets.take import TakeSheet
from app.kiosk.tally import Tally
from app.kiosk.widgets.bar import Bar, bar_height
from app.ui.routes import Route
from app.ui.timeline.river_timeline import RiverTimeline


class Visit(QWidget):
    """`over` is told when the visitor starts over; everything else stays in here."""

    over = Signal()

    def __init__(self, ctx: KioskContext, tally: Tally, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.tally = tally
        self.screen_now: Screen | None = None
        self.bar: Bar | None = None
        self.sheet: SheetLayer | None = None
        self._is_covered = True  # until somebody touches
        ctx.session.go(HOME)
        ctx.route_asked.connect(self.go)
        self.rebuild()

    @property
    def session(self) -> Session:
        """What the visitor has done."""
        return self.ctx.session

    # Going about

    def go(self, route: Route) -> None:
        """Show a place; one that the library does not have is passed over."""
        try:
            if not known(self.ctx, route):
                return
        except AppError:
            return
        self._tell_search()
        self.session.go(route)
        self.close_sheet()
        self._show()
        if route.id:
            self.tally.opened(route.id, self.ctx.language)
        else:
            self.tally.left()

    def back(self) -> None:
        """Close the sheet, or to the place before."""
        if self.sheet is not None:
            self.close_sheet()
            return
        if self.session.can_go_back:
            self._tell_search()
            self.session.back()
            self._show()
            self.tally.left()

    def _tell_search(self) -> None:
        """A search is counted once: when it is left."""
        told = self.screen_now.searched() if self.screen_now is not None else None
        if told is not None:
            text, is_found = told
            self.tally.searched(text, self.ctx.language, is_found=is_found)

    def set_covered(self, *, is_covered: bool) -> None:
        """The loop or a curtain lies over all of it: its rivers rest."""
        self._is_covered = is_covered
        rivers: list[Panorama | RiverTimeline] = self.findChildren(Panorama)
        for river in rivers + self.findChildren(RiverTimeline):
            river.set_covered(is_covered=is_covered)

    def end(self, idle: float) -> None:
        """The visitor is gone, and with them everything in here."""
        self._tell_search()
        self.tally.end(idle)
        self.ctx.route_asked.disconnect(self.go)
        self.hide()
        self.deleteLater()
        QTimer.singleShot(0, tidy_memory)

    # What the window hands on

    def step(self, steps: int) -> None:
        """A swipe."""
        part = self.sheet if self.sheet is not None else self.screen_now
        if part is not None:
            part.step(steps)

    def typed(self, sign: str) -> None:
        """A key of a keyboard."""
        if sign == "\x1b":
            self.back()
        elif sign in ("<", ">"):
            self.step(-1 if sign == "<" else 1)
        elif self.sheet is None and self.screen_now is not None:
            self.screen_now.typed(sign)

    # Building

    def rebuild(self) -> None:
        """Another size, language or text: bar and screen anew."""
        self.close_sheet()
        if self.bar is not None:
            self.bar.hide()
            self.bar.deleteLater()
        self.bar = Bar(self.ctx, self)
        self.bar.chosen.connect(self._on_bar)
        self.bar.show()
        self._show()

    def _show(self) -> None:
        before = self.screen_now
        made = make_screen(self.ctx, self.session.route)
        made.setParent(self)
        made.went.connect(self.go)
        made.over.connect(self.over)
        made.sources_asked.connect(self._on_sources)
        made.take_asked.connect(self._on_take)
        self.screen_now = made
        self._arrange()
        made.show()
        self.set_covered(is_covered=self._is_covered)
        if before is not None:
            before.hide()
            before.deleteLater()
        if self.bar is not None:
            self.bar.tell(here=made.bar_item, can_go_back=self.session.can_go_back)
            self.bar.raise_()
        if self.sheet is not None:
            self.sheet.raise_()

    def _arrange(self) -> None:
        stage = self.ctx.stage
        if self.screen_now is not None:
            self.screen_now.setGeometry(0, 0, self.width() or stage.width,
                                        self.height() or stage.height)  # fmt: skip
        if self.bar is not None:
            height = self.ctx.px(bar_height(self.ctx))
            full = self.height() or stage.height
            self.bar.setGeometry(0, full - height, self.width() or stage.width, height)
            self.bar.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The window builds anew after a resize; this keeps the parts in place till then."""
        super().resizeEvent(event)
        self._arrange()

    # The bar

    def _on_bar(self, key: str) -> None:
        if key == "back":
            self.back()
        elif key == "home":
            self.close_sheet()
            self.session.stops.clear()
            self.go(HOME)
        elif key == "search":
            self.go(Route("search"))
        elif key == "language":
            sheet = LanguageSheet(self.ctx)
            sheet.chosen.connect(self.set_language)
            self.open_sheet(sheet)
        else:
            self._turn(key)

    def _turn(self, key: str) -> None:
        session = self.session
        if key == "large":
            session = replace(session, is_large=not session.is_large)
        else:
            session = replace(session, is_low=not session.is_low)
        self.ctx.set_session(session)
        self.rebuild()

    def set_language(self, language: str) -> None:
        """Speak another language."""
        self._tell_search()
        self.ctx.set_session(replace(self.session, language=language))
        self.rebuild()

    # Sheets

    def open_sheet(self, sheet: SheetLayer) -> None:
        """Put a sheet over everything."""
        self.close_sheet()
        self.sheet = sheet
        sheet.setParent(self)
        sheet.setGeometry(self.rect())
        sheet.closed.connect(self.close_sheet)
        sheet.went.connect(self.go)
        sheet.show()
        sheet.raise_()

    def close_sheet(self) -> None:
        """Take it away."""
        if self.sheet is not None:
            changed, self.sheet.was_changed = self.sheet.was_changed, False
            self.sheet.hide()
            self.sheet.deleteLater()
            self.sheet = None
            if changed:
                self._show()

    def _on_sources(self, told: object) -> None:
        self.open_sheet(SourcesSheet(self.ctx, told))

    def _on_take(self, ids: object) -> None:
        if isinstance(ids, tuple):
            self.open_sheet(TakeSheet(self.ctx, ids))
