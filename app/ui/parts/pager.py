"""Previous and next among the entries of a kind: two wide buttons, and the keys ← and →."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.model.entry import Entry
from app.ui.context import Context
from app.ui.routes import Route
from app.ui.widgets.paragraph import Paragraph
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.typeset import typeset


class Neighbours(NamedTuple):
    """What comes before and after an entry, and its place among how many."""

    before: Entry | None
    after: Entry | None
    place: int
    total: int

    @classmethod
    def of(cls, entries: Sequence[Entry], current: str) -> Neighbours:
        """The neighbours in this order; at the ends there is none."""
        ids = [entry.id for entry in entries]
        if current not in ids:
            return cls(None, None, 0, len(ids))
        at = ids.index(current)
        before = entries[at - 1] if at else None
        after = entries[at + 1] if at + 1 < len(entries) else None
        return cls(before, after, at + 1, len(ids))


class StepKeys:
    """← and → of a page step to its neighbours; fields that edit text keep their arrows."""

    def __init__(self, ctx: Context, page: QWidget) -> None:
        self._ctx = ctx
        self._around = Neighbours(None, None, 0, 0)
        for key, step in (("Left", self.go_before), ("Right", self.go_after)):
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            shortcut = QShortcut(QKeySequence(key), page)
            shortcut.setContext(context)
            shortcut.activated.connect(step)

    def show_around(self, around: Neighbours) -> None:
        """Step to these."""
        self._around = around

    def go_before(self) -> None:
        """To the one before."""
        if self._around.before is not None:
            self._ctx.go(Route.to(self._around.before.id))

    def go_after(self) -> None:
        """To the one after."""
        if self._around.after is not None:
            self._ctx.go(Route.to(self._around.after.id))


class _Step(Pressable):
    """Half of the pager: a caret, what it does, the name it leads to."""

    def __init__(self, ctx: Context, entry: Entry, *, forward: bool) -> None:
        super().__init__(ctx)
        self.entry_id = entry.id
        self._forward = forward
        name = entry.name.told(ctx.language)
        words = ctx.words("common.next" if forward else "common.previous")
        self._words = typeset(words, ctx.language)
        self._name = typeset(name, ctx.language)
        self.setAccessibleName(f"{words}: {name}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._on_clicked)

    def _lines(self, width: int) -> Paragraph:
        px = self.ctx.px
        room = width - 2 * px(16) - px(20) - px(10)
        return Paragraph(self._name, self.ctx.theme.font("bodyStrong"), px(22), room, 3)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lines(width).height + self.ctx.px(42)

    def sizeHint(self) -> QSize:
        return QSize(self.ctx.px(280), self.heightForWidth(max(self.width(), self.ctx.px(280))))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.ctx.px(160), self.ctx.px(64))

    def shape_radius(self) -> float:
        return self.ctx.px(4)

    def _on_clicked(self) -> None:
        self.ctx.go(Route.to(self.entry_id))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, px = self.ctx.theme, self.ctx.px
        edge = "river" if self.hovered else "line"
        self.paint_box(painter, QRectF(self.rect()), "surface", edge, 2 if self.hovered else 1)
        size, pad = px(20), px(16)
        left = self.width() - pad - size if self._forward else pad
        mark = QRectF(left, (self.height() - size) / 2, size, size)
        self.ctx.draw_icon(painter, mark, "open" if self._forward else "prev", "ink2")
        room = self.width() - 2 * pad - size - px(10)
        small = Paragraph(self._words, theme.font("caption"), theme.line("caption"), room, 1)
        name = self._lines(self.width())
        top = (self.height() - small.height - name.height) / 2
        start = pad if self._forward else pad + size + px(10)
        align = Qt.AlignmentFlag.AlignRight if self._forward else Qt.AlignmentFlag.AlignLeft
        small.paint(painter, QPointF(start, top), theme.color("ink2"), align, room)
        ink = theme.color("river" if self.hovered else "ink1")
        name.paint(painter, QPointF(start, top + small.height), ink, align, room)


class Pager(QWidget):
    """Before at the left, after at the right; an end stays empty."""

    def __init__(self, ctx: Context, around: Neighbours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ctx.px(24))
        self.steps: list[_Step] = []
        for entry, forward in ((around.before, False), (around.after, True)):
            if entry is None:
                row.addStretch(1)
                continue
            step = _Step(ctx, entry, forward=forward)
            self.steps.append(step)
            row.addWidget(step, 1)
