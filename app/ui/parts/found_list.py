"""The list of what was found: groups under headings, one row selected, more at the end."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.model.query import Hit
from app.ui.context import Context
from app.ui.items.answers import Answer, Group
from app.ui.parts.found_row import FoundRow
from app.ui.parts.found_words import FoundText, RowWords
from app.ui.parts.naming import term
from app.ui.widgets.button import Button
from app.ui.widgets.long_column import ColumnPlan, LongColumn
from app.ui.widgets.paragraph import Paragraph
from app.ui.widgets.seal_book import SealBook
from app.ui.widgets.typeset import typeset

_HEAD, _FIRST_HEAD = 54, 53


class _GroupHead(QWidget):
    """展项 2, and the way to all of them. Labels of their own would take twice as long to show."""

    asked = Signal(str)

    def __init__(self, ctx: Context, group: Group, parent: QWidget, *, whole: bool) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._link = Button(ctx, "", "ghost", trailing="open", parent=self)
        self._link.clicked.connect(self._on_link)
        self._told: tuple[str, int, bool] | None = None
        self.tell(group, whole=whole)

    def tell(self, group: Group, *, whole: bool) -> None:
        """Show this group, in the place of another; a `whole` one leads nowhere."""
        told = (group.kind, group.total, whole)
        if told == self._told:
            return
        self._told = told
        words = self._ctx.words
        self._kind = group.kind
        name = term(self._ctx, "kind", group.kind)
        count = f"{group.total:,}" if group.total else ""
        self._name, self._count = self._line(name, "h3"), self._line(count, "small")
        self._link.setVisible(not whole)
        if not whole:
            self._link.set_words(words("search.group.all", n=count))
            self._link.setAccessibleName(words("search.group.all.name", kind=name, n=count))
            self._place_link()
        self.setAccessibleName(f"{name} {count}".strip())
        self.update()

    def _line(self, words: str, role: str) -> Paragraph:
        theme = self._ctx.theme
        return Paragraph(typeset(words, theme.language), theme.font(role), theme.line(role), 0)

    def _place_link(self) -> None:
        px, size = self._ctx.px, self._link.sizeHint()
        right, bottom = self.width() - px(12), self.height() - px(6)
        self._link.setGeometry(QRect(QPoint(right - size.width(), bottom - size.height()), size))

    def _on_link(self) -> None:
        self.asked.emit(self._kind)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The link stands at the right."""
        super().resizeEvent(event)
        self._place_link()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Name and count on one ground line."""
        painter = QPainter(self)
        theme, bottom = self._ctx.theme, self.height() - self._ctx.px(6)
        self._name.paint(painter, QPointF(0, bottom - self._name.height), theme.color("ink1"))
        left = int(self._name.natural_width) + 2 + self._ctx.px(8)
        corner = QPointF(left, bottom - self._count.height)
        self._count.paint(painter, corner, theme.color("ink2"))


class FoundList(LongColumn):
    """`show_answer(answer)`; `chosen` tells the selected hit, `opened` an id."""

    chosen = Signal(object)  # Hit
    opened = Signal(str)
    kind_asked = Signal(str)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        px = ctx.px
        margins = QMargins(px(40), 0, px(40), px(40))
        super().__init__(ctx, ctx.words("search.results"), margins, parent)
        self.book = SealBook()
        self.answer: Answer | None = None
        self.selected = -1  # which hit
        self._hits: tuple[Hit, ...] = ()
        self._items: list[Group | int] = []
        self._places: list[int] = []  # of the hits among the items
        self._words: list[RowWords] = []
        self.moved.connect(self._on_moved)

    def show_answer(self, answer: Answer, keep: str = "") -> None:
        """Show this from the top; `keep` stays selected if it is found again."""
        self.answer = answer
        self.book = SealBook()
        self._words = []
        self._take(answer)
        ids = [hit.entry.id for hit in self._hits]
        self.selected = ids.index(keep) if keep in ids else 0 if ids else -1
        self.show_items(self._column_plan(), self._place_of(self.selected))
        if keep in ids:
            self.reveal(self._place_of(self.selected))
        self._tell()

    def show_more(self, answer: Answer) -> None:
        """The same with further hits at its end."""
        self.answer = answer
        self._take(answer)
        self.add_items(self._column_plan())

    def show_counted(self, answer: Answer) -> None:
        """The same with the totals of its groups, and what comes behind it."""
        self.answer = answer
        self._take(answer)
        heads = [place for place, item in enumerate(self._items) if isinstance(item, Group)]
        self.add_items(self._column_plan(), remade=heads)

    def step(self, steps: int) -> None:
        """Select the next row or the one before."""
        if self._hits:
            self.select(max(0, min(len(self._hits) - 1, self.selected + steps)))

    def select(self, hit: int) -> None:
        """Select a row and bring it into view."""
        if hit != self.selected:
            self._light(self.selected, lit=False)
            self.selected = hit
            self.set_current(self._place_of(hit))
            self._tell()
        self.reveal(self._place_of(hit))
        self._light(hit, lit=True)

    def current_hit(self) -> Hit | None:
        """The selected hit."""
        return self._hits[self.selected] if 0 <= self.selected < len(self._hits) else None

    def rows(self) -> list[FoundRow]:
        """The rows in view, from top to bottom."""
        shown = (self.cells[place] for place in sorted(self.cells))
        return [row for row in shown if isinstance(row, FoundRow)]

    # What stands where

    def _take(self, answer: Answer) -> None:
        self._hits = answer.hits
        self._items, self._places = [], []
        at = 0
        for group in answer.groups:
            self._items.append(group)
            for _hit in group.hits:
                self._places.append(len(self._items))
                self._items.append(at)
                at += 1
        typed = answer.asked.text
        new = self._hits[len(self._words) :]
        told = (FoundText.of(self.ctx, hit, typed) for hit in new)
        self._words.extend(RowWords(self.ctx, text) for text in told)

    def _column_plan(self) -> ColumnPlan:
        return ColumnPlan(len(self._items), self._height, self._make, self._places,
                          renew=self._renew)  # fmt: skip

    def _place_of(self, hit: int) -> int:
        return self._places[hit] if 0 <= hit < len(self._places) else -1

    def _height(self, place: int, width: int) -> int:
        item = self._items[place]
        if isinstance(item, Group):
            return self.ctx.px(_HEAD if place else _FIRST_HEAD)
        return self._words[item].row_height(width)

    def _make(self, place: int) -> QWidget:
        item = self._items[place]
        if isinstance(item, Group):
            head = _GroupHead(self.ctx, item, self.canvas, whole=self._is_whole(item))
            head.asked.connect(self.kind_asked)
            return head
        row = FoundRow(self.ctx, self._hits[item], self._words[item], self.book, self.canvas)
        row.set_selected(item == self.selected)
        row.clicked.connect(self._on_clicked)
        return row

    def _renew(self, place: int, part: QWidget) -> bool:
        """Typing changes what rows say, seldom where rows are."""
        item = self._items[place]
        if isinstance(item, Group) and isinstance(part, _GroupHead):
            part.tell(item, whole=self._is_whole(item))
            return True
        if isinstance(item, int) and isinstance(part, FoundRow) and not part.hasFocus():
            part.tell(self._hits[item], self._words[item], self.book)
            part.set_selected(item == self.selected)
            return True
        return False

    def _is_whole(self, group: Group) -> bool:
        """Whether all of a group is on show."""
        alone = self.answer is not None and bool(self.answer.asked.kind)
        return alone or group.total <= len(group.hits)

    # News

    def _light(self, hit: int, *, lit: bool) -> None:
        row = self.cells.get(self._place_of(hit))
        if isinstance(row, FoundRow):
            row.set_selected(lit)

    def _tell(self) -> None:
        hit = self.current_hit()
        if hit is not None:
            self.chosen.emit(hit)

    def _on_moved(self, place: int) -> None:
        """The focus came to a row: it is the selected one. A press decides when it ends."""
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        item = self._items[place] if 0 <= place < len(self._items) else None
        if isinstance(item, int):
            self.select(item)

    def _on_clicked(self) -> None:
        """The first press shows a row beside the list, the second opens it; Enter opens."""
        row = self.sender()
        if not isinstance(row, FoundRow):
            return
        if row.selected:
            self.opened.emit(row.entry_id)
        else:
            place = next(place for place, cell in self.cells.items() if cell is row)
            self.select(self._places.index(place))
