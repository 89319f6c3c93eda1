"""Taking along: one to three codes that a phone reads without a network."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from app.kiosk.codes import Takeaway
from app.kiosk.context import KioskContext
from app.kiosk.screens.telling import takeaway_of
from app.kiosk.selection_code import take_ids
from app.kiosk.sheets.base import SheetLayer
from app.kiosk.takeaway import take_calendar, take_selection
from app.kiosk.widgets.buttons import TouchButton
from app.kiosk.widgets.chips import TouchChip
from app.kiosk.widgets.pen import Pen
from app.kiosk.widgets.qr import CodeView

_TEXT, _CALENDAR, _RESTORE = "text", "calendar", "restore"
_PAD: Final = 12
_CHIP: Final = 232


class TakeSheet(SheetLayer):
    """`ids`: one entry, or the visitor's list."""

    def __init__(
        self, ctx: KioskContext, ids: Sequence[str], parent: QWidget | None = None
    ) -> None:
        self.ids = tuple(one for one in ids if ctx.library.has(one))
        self.is_list = len(self.ids) != 1
        self.side = 328 if ctx.stage.is_portrait else 390
        words = ctx.words
        self.title = words("kiosk.take.title")
        if self.is_list:
            self.title = words("kiosk.take.mine", n=len(self.ids))
        self.ctx = ctx
        self.ways = self._make_ways()
        self._foot = 300.0 + self.side if len(self.ways) > 1 else 210.0 + self.side
        super().__init__(ctx, 3 * self.side + 4 * _PAD, self._foot + 116, self.title, parent)
        self.way = _TEXT
        self.parts: list[QWidget] = []
        self.codes: list[CodeView] = []
        self._fill()

    def _make_ways(self) -> dict[str, Takeaway]:
        ctx = self.ctx
        if not self.ids:
            return {_TEXT: Takeaway(())}
        entries = [ctx.library.entry(one) for one in self.ids]
        if self.is_list:
            return {_TEXT: take_selection(entries, ctx.language), _RESTORE: take_ids(self.ids)}
        made = {_TEXT: takeaway_of(ctx, entries[0])}
        place = entries[0].place
        where = ctx.library.entry(place).name.told(ctx.language) if place else ""
        calendar = take_calendar(entries[0], ctx.language, where)
        if calendar is not None:
            made[_CALENDAR] = calendar
        return made

    def _fill(self) -> None:
        for part in self.parts:
            part.hide()
            part.deleteLater()
        self.parts, self.codes = [], []
        self._put_codes()
        self._put_ways()
        self._put_buttons()
        self.update()

    def _put_codes(self) -> None:
        told = self.ways[self.way].codes
        count = len(told)
        wide = count * self.side + (count - 1) * _PAD
        x = (self.panel_width - wide) / 2
        for number, code in enumerate(told, start=1):
            name = self.ctx.words("kiosk.take.code", n=number, m=count)
            view = CodeView(code, name)
            self.codes.append(self.put(view, x, 146, self.side, self.side))
            self.parts.append(view)
            x += self.side + _PAD

    def _put_ways(self) -> None:
        if len(self.ways) < 2:
            return
        x, y = 40.0, 196.0 + self.side
        for key in self.ways:
            words = self.ctx.words(f"kiosk.take.{key}")
            chip = TouchChip(self.ctx, key, words, is_chosen=key == self.way)
            self.parts.append(self.put(chip, x, y, _CHIP, 88))
            chip.clicked.connect(self._on_way)
            x += _CHIP + 16

    def _put_buttons(self) -> None:
        ctx, y = self.ctx, self._foot
        wide = self.panel_width - 80
        close = TouchButton(ctx, ctx.words("kiosk.close"), "primary")
        half = (wide - 16) / 2
        if self.is_list:
            self.parts.append(self.put(close, 40, y, wide, 88))
        else:
            is_kept = self.ids[0] in ctx.session.kept
            words = ctx.words("kiosk.take.kept" if is_kept else "kiosk.take.keep")
            keep = TouchButton(ctx, words, icon="saved" if is_kept else "save")
            self.parts.append(self.put(keep, 40, y, half, 88))
            keep.clicked.connect(self._on_keep)
            self.parts.append(self.put(close, 40 + half + 16, y, half, 88))
        close.clicked.connect(self.closed)

    def paint(self, pen: Pen) -> None:
        """Title, how it works, which code is which, what found no room."""
        words, wide = self.ctx.words, self.panel_width - 80
        pen.word(self.title, "h2", "ink1", 40, 28, wide, 60)
        pen.word(words("kiosk.take.how" if self.ids else "kiosk.take.empty"), "small", "ink2",
                 40, 90, wide, 40)  # fmt: skip
        told = self.ways[self.way]
        if len(told.codes) > 1:
            for number, view in enumerate(self.codes, start=1):
                x = view.x() / self.ctx.factor - self.left
                pen.word(words("kiosk.take.code", n=number, m=len(told.codes)), "caption", "ink2",
                         x, 148 + self.side, self.side, 36, align="center")  # fmt: skip
        if told.left_out:
            left = words.count("kiosk.take.left", told.left_out)
            x = 60 + 2 * (_CHIP + 16)
            pen.word(left, "caption", "ink2", x, 196 + self.side, wide + 40 - x, 88, align="right")

    def _on_way(self) -> None:
        chip = self.sender()
        if isinstance(chip, TouchChip) and chip.key != self.way:
            self.way = chip.key
            self._fill()

    def _on_keep(self) -> None:
        self.ctx.session.keep(self.ids[0])
        self.was_changed = True
        self._fill()
