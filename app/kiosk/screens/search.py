"""Finding by a finger: first letters, or a kind; nothing has to be reached for above the line."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from app.kiosk.context import KioskContext
from app.kiosk.keypad import Face, Keypad
from app.kiosk.screens.base import Screen
from app.kiosk.screens.listings import LISTED
from app.kiosk.screens.matches import next_letters, search
from app.kiosk.screens.panorama import Panorama, home_view
from app.kiosk.widgets.bar import bar_height
from app.kiosk.widgets.buttons import MoreTouch, TouchButton
from app.kiosk.widgets.chips import TouchChip
from app.kiosk.widgets.keys import BACK, TURN, KeyBoard, KeyTouch
from app.kiosk.widgets.match_row import MatchTouch
from app.kiosk.widgets.pen import Pen
from app.kiosk.widgets.search_field import paint_typed
from app.kiosk.widgets.sketch import Sketch
from app.model.text import EN
from app.ui.routes import Route
from app.ui.widgets.cover_view import CoverView

_KINDS: Final = ("exhibits", "applications", "projects", "figures", "organisations", "activities",
                 "tasks", "people")  # fmt: skip
_GAP: Final = 16
_STRIP: Final = 168
_ROW: Final = 140
_LARGE_ROW: Final = 168
_WIDE_ROW: Final = 128
_LARGE_WIDE_ROW: Final = 156


class SearchScreen(Screen):
    """Mockups 14 and 14b; in landscape the result stands beside the keypad."""

    bar_item = "search"

    def __init__(self, ctx: KioskContext, route: Route, parent: QWidget | None = None) -> None:
        super().__init__(ctx, route, parent)
        self.keypad = Keypad(next_letters(ctx))
        for sign in route.param("q"):
            self.keypad.press(sign)
        told = route.param("page")
        self.first = int(told) if told.isdigit() else 0
        self.matches = search(ctx, self.keypad.text)
        self.parts: list[QWidget] = []
        self.results: list[MatchTouch] = []
        self._measure()
        self._put_keys()
        self._put_result()
        self.setAccessibleName(ctx.words("kiosk.search"))

    # Places

    def _measure(self) -> None:
        stage, floor = self.stage, self.down - bar_height(self.ctx)
        if stage.is_portrait:
            self.tray = (0.0, floor - 663, self.across, 663.0)
            x, wide, top = 40.0, self.across - 80, self.tray[1] + 24
            high = 488.0
        else:
            left = self.across * 0.54
            self.tray = (left, 0.0, self.across - left, floor)
            x, wide, top = left + 40, self.across - left - 80, 60.0
            high = min(560.0, floor - 250)
            if self.ctx.is_low:
                top = floor - high - 116 - 40
        key = (wide - 6 * 13) / 7
        self.field = (x, top, wide - key - 13, 94.0)
        self.turn_box = (x + wide - key, top, key, 94.0)
        self.key_box = (x, top + 116, wide, high)

    # The keypad

    def _put_keys(self) -> None:
        ctx = self.ctx
        self.field_view = Sketch(ctx, self.keypad.shown, self._paint_field)
        self.put(self.field_view, *self.field)
        self.turn = KeyTouch(ctx, TURN, self._turn_words())
        self.put(self.turn, *self.turn_box).clicked.connect(self._on_turn)
        x, y, w, h = self.key_box
        self.board = self.put(KeyBoard(ctx, self.keypad, (w, h)), x, y, w, h)
        self.board.pressed.connect(self._on_typed)

    def _turn_words(self) -> str:
        is_letters = self.keypad.face is Face.LETTERS
        return self.ctx.words("kiosk.search.digits" if is_letters else "kiosk.search.letters")

    def _paint_field(self, pen: Pen) -> None:
        count = self.matches.total
        note = self.ctx.words.count("kiosk.search.count", count) if self.matches.text else ""
        paint_typed(pen, (0, 0, self.field[2], self.field[3]), self.keypad.shown, note)

    def _on_turn(self) -> None:
        self.board.turn()
        self.turn.setAccessibleName(self._turn_words())
        self.turn.update()

    def _on_typed(self) -> None:
        text = self.keypad.text
        self.matches = search(self.ctx, text)
        self.first = 0
        self._remember()
        self.field_view.setAccessibleName(self.keypad.shown)
        self.field_view.update()
        self.turn.setAccessibleName(self._turn_words())
        self._put_result()
        self.update()

    def _remember(self) -> None:
        """Coming back shows the same again."""
        self.route = self.route.with_params(q=self.keypad.text, page=str(self.first or ""))
        self.ctx.session.go(self.route)

    def typed(self, sign: str) -> bool:
        """A key of a real keyboard."""
        return self.board.press(BACK if sign == "\b" else sign.upper())

    def searched(self) -> tuple[str, bool] | None:
        """What was typed and whether there was something."""
        return (self.keypad.text, self.matches.total > 0) if self.keypad.text else None

    # The result

    def _put_result(self) -> None:
        for part in self.parts:
            part.hide()
            part.deleteLater()
        self.parts, self.results = [], []
        if self.stage.is_portrait:
            self._put_portrait()
        else:
            self._put_landscape()

    def _add(self, part: QWidget, x: float, y: float, w: float, h: float) -> None:
        self.parts.append(self.put(part, x, y, w, h))

    def _put_portrait(self) -> None:
        reach = self.stage.reach
        if not self.matches.text:
            self._put_picture(reach - 260)
            self._put_kinds(40, reach + 4, self.across - 80, 4)
            return
        if not self.matches.found:
            self._put_picture(reach - 260)
            self._put_kinds(40, reach + 4, self.across - 80, 4)
            return
        shown = self.matches.found[self.first : self.first + 2]
        if self.ctx.is_low:
            self._put_best(reach - 260)
        else:
            self._put_list(reach)
        self._put_strip(shown, reach + 8)

    def _put_picture(self, height: float) -> None:
        view = home_view(self.ctx, self.across, height)
        self._add(Panorama(self.ctx, view), 0, 0, self.across, height)

    def _put_best(self, height: float) -> None:
        best = self.matches.found[self.first]
        self._add(CoverView(self.ctx, best.cover, radius=0), 0, 0, self.across, height)

    def _head(self) -> float:
        """Where the title ends and the result begins."""
        return max(180.0, 66.0 + self.ctx.type.line("h1") + self.ctx.type.line("body"))

    def _put_list(self, reach: float) -> None:
        """Only looked at: what can be touched stands in the strip below."""
        top, high = self._head() + 2, _LARGE_ROW if self.ctx.is_large else _ROW
        rows = max(1, int((reach - 6 - top) // high))
        start = self.first - self.first % rows if self.first else 0
        for place, match in enumerate(self.matches.found[start : start + rows]):
            is_lit = self.first <= start + place < self.first + 2
            row = MatchTouch(self.ctx, match, is_card=False, is_lit=is_lit)
            row.setEnabled(False)
            self._add(row, 40, top + place * high, self.across - 80, high)

    def _put_strip(self, shown: tuple[object, ...], y: float) -> None:
        rest = len(self.matches.found) - self.first - len(shown)
        has_more = rest > 0 or self.first > 0
        room = self.across - 80 - (112 + _GAP if has_more else 0)
        wide = (room - _GAP) / 2
        for place, match in enumerate(self.matches.found[self.first : self.first + 2]):
            card = MatchTouch(self.ctx, match, is_card=True)
            self._add(card, 40 + place * (wide + _GAP), y, wide, _STRIP)
            card.clicked.connect(self._on_result)
            self.results.append(card)
        if has_more:
            self._put_more(self.across - 40 - 112, y, 112, _STRIP, rest)

    def _put_more(self, x: float, y: float, w: float, h: float, rest: int) -> None:
        words = self.ctx.words
        told = words("kiosk.search.more", n=rest) if rest > 0 else words("kiosk.search.again")
        more = MoreTouch(self.ctx, told)
        self._add(more, x, y, w, h)
        more.clicked.connect(self._on_more)

    def _put_landscape(self) -> None:
        wide = self.tray[0] - 120
        floor = self.down - bar_height(self.ctx)
        if not self.matches.found:
            self._put_kinds(60, self._head() + 20, wide, 3)
            return
        top, high = self._head(), _LARGE_WIDE_ROW if self.ctx.is_large else _WIDE_ROW
        per_page = int((floor - top - 120) // high)
        for place, match in enumerate(self.matches.found[self.first : self.first + per_page]):
            row = MatchTouch(self.ctx, match, is_card=False)
            self._add(row, 60, top + place * high, wide, high)
            row.clicked.connect(self._on_result)
            self.results.append(row)
        rest = len(self.matches.found) - self.first - per_page
        if rest > 0 or self.first:
            words = self.ctx.words
            told = words("kiosk.search.more", n=rest) if rest > 0 else words("kiosk.search.again")
            more = TouchButton(self.ctx, told, "secondary", trailing="expand")
            self._add(more, 60, floor - 106, wide, 88)
            more.clicked.connect(self._on_more)

    def _put_kinds(self, x: float, y: float, width: float, columns: int) -> None:
        wide = (width - (columns - 1) * _GAP) / columns
        counts = self.ctx.library.pack.counts
        for place, name in enumerate(_KINDS):
            count = counts.get(LISTED[name].kind, 0)
            words = f"{self.ctx.words(f'kiosk.{name}')} {count}"
            chip = TouchChip(self.ctx, name, words)
            row, column = divmod(place, columns)
            self._add(chip, x + column * (wide + _GAP), y + row * 96, wide, 82)
            chip.clicked.connect(self._on_kind)

    def _on_result(self) -> None:
        result = self.sender()
        if isinstance(result, MatchTouch):
            self.went.emit(Route.to(result.entry_id))

    def _on_kind(self) -> None:
        chip = self.sender()
        if isinstance(chip, TouchChip):
            self.went.emit(Route(chip.key))

    def _on_more(self) -> None:
        self.step(1)

    def step(self, steps: int) -> bool:
        """The next results; after the last the first."""
        found = len(self.matches.found)
        if not found:
            return False
        size = 2 if self.stage.is_portrait else max(1, len(self.results))
        first = self.first + steps * size
        self.first = first if 0 <= first < found else 0
        self._remember()
        self._put_result()
        self.update()
        return True

    # Painting

    def _lead(self) -> str:
        words, matches = self.ctx.words, self.matches
        if not matches.text:
            is_en = self.ctx.language == EN
            return words("kiosk.search.start.en" if is_en else "kiosk.search.start")
        text = self.keypad.shown
        if not matches.total:
            told = words("kiosk.search.none", text=text), words("kiosk.search.none.why")
            return (" " if self.ctx.language == EN else "").join(told)
        key = "kiosk.search.begin" if matches.is_beginning else "kiosk.search.told"
        return words.count(key, matches.total, text=text)

    def paint(self, pen: Pen) -> None:
        """Paper, tray, title; the best match in low reach."""
        super().paint(pen)
        x, y, w, h = self.tray
        pen.fill(x, y, w, h, "sunk")
        if self.stage.is_portrait:
            pen.fill(x, y, w, 2, "lineStrong")
        else:
            pen.fill(x, y, 2, h, "lineStrong")
        wide = self.across - 80 if self.stage.is_portrait else self.tray[0] - 120
        left = 40.0 if self.stage.is_portrait else 60.0
        is_picture = self.stage.is_portrait and (not self.matches.found or self.ctx.is_low)
        top = self.stage.reach - 240 if is_picture else 52
        line, small = self.ctx.type.line("h1"), self.ctx.type.line("body")
        if is_picture and self.matches.found:
            best = self.matches.found[self.first]
            pen.word(best.name, "h1", "ink1", left, top, wide, line)
            told = best.entry.summary.told(self.ctx.language)
            pen.words(told, "body", "ink2", left, top + line + 4, wide, lines=2)
            return
        pen.word(self.ctx.words("kiosk.search"), "h1", "ink1", left, top, wide, line)
        pen.word(self._lead(), "body", "ink2", left, top + line, wide, small)
        if not is_picture and self.matches.found:
            pen.fill(left, self._head(), wide, 2, "line")
