"""The contract of a page, and the scrolling page that most of them are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from app.base.errors import AppError
from app.ui.context import Context
from app.ui.routes import Route
from app.ui.theme import tokens


class Page(QWidget):
    """One screen. Made at the first visit, filled by `enter` at every visit.

    The window drops all pages when the text size changes, so `_build` may use `ctx.px` freely.
    """

    navigate = Signal(object)  # Route
    settled = Signal(object)  # Route: the same stop told anew, as zoom or a selection left it
    title_changed = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.route: Route | None = None

    def show_route(self, route: Route) -> None:
        """What the window calls: remembers the route and fills the page."""
        self.route = route
        self.enter(route)

    def enter(self, route: Route) -> None:
        """Fill the page with what the route asks for."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say every text again: by default the page is filled again."""
        if self.route is not None:
            self.enter(self.route)

    def title(self) -> str:
        """What the window's title says while this page is open."""
        raise NotImplementedError

    def subject(self) -> str:
        """The entry that the page is about, which Ctrl+D keeps; "" for none."""
        return self.route.id if self.route is not None else ""

    def print_now(self) -> None:
        """Ctrl+P: an entry is typeset for paper, any other page is printed as it is."""
        entry_id = self.subject()
        if entry_id and self.ctx.library.has(entry_id):
            from app.ui.printing import print_entry

            print_entry(self.ctx, self.window(), entry_id)
        else:
            self.print_widget(self.paper())

    def paper(self) -> QWidget:
        """What of the page is printed: on a scrolling page also what is out of sight."""
        return self

    def print_widget(self, shown: QWidget, breaks: Sequence[int] = ()) -> None:
        """Print this part of the page; `breaks` are heights where a sheet may end."""
        from app.ui.printing import print_page

        print_page(self.ctx, shown, self.title(), breaks)

    def leave(self) -> bool:
        """Asked on Esc: close what is open on the page; True if there was something."""
        return False

    def search_entered(self, text: str) -> None:
        """Enter was pressed in the search box."""

    def search_stepped(self, steps: int) -> None:
        """An arrow was pressed in the search box: -1 up, 1 down."""

    def is_waiting(self) -> bool:
        """Whether something of the page is still on its way, so that a picture waits for it."""
        return False

    def place(self) -> int:
        """How far the page is scrolled, kept by the history."""
        return 0

    def return_to(self, place: int) -> None:
        """Scroll back to where the page was left."""


class ScrollPage(Page):
    """A page that is one scrolling column: `self.column` is its layout."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._lent = 0  # of the right margin, to the scroll bar
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.verticalScrollBar().setSingleStep(ctx.px(48))
        self.content = QWidget()
        self.content.setObjectName("pageContent")
        self.content.setMaximumWidth(int(tokens("shared")["layout"]["contentMax"]))
        # The rest below the column is a stretch, not an alignment: an aligned layout is never
        # given more than its size hint, which cuts off what wraps to more lines.
        self._outer = QVBoxLayout(self.content)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self.column = QVBoxLayout()
        self._outer.addLayout(self.column)
        self._outer.addStretch(1)
        margin = ctx.px(40)
        self.column.setContentsMargins(margin, ctx.px(28), margin, ctx.px(64))
        self.area.verticalScrollBar().rangeChanged.connect(self._on_range)
        self.column.setSpacing(ctx.px(16))
        self.area.setWidget(self.content)
        self.area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)

    def paper(self) -> QWidget:
        """All of the column, also what is out of sight."""
        return self.content

    def clear(self) -> None:
        """Take everything out of the column."""
        empty(self.column)

    def show_part(self, part: QWidget) -> None:
        """Scroll so that this part of the column stands at the top."""
        top = part.mapTo(self.content, part.rect().topLeft()).y()
        self.area.verticalScrollBar().setValue(top - self.ctx.px(24))

    def _on_range(self, low: int, high: int) -> None:
        """The scroll bar lies in the margin: showing it does not move the content."""
        bar = self.area.verticalScrollBar().sizeHint().width() if high > 0 else 0
        margins = self.column.contentsMargins()
        if not margins.right():
            return  # pages whose parts reach the edge have no margin to lend
        room = margins.right() + self._lent
        self._lent = min(bar, room - 1)
        margins.setRight(room - self._lent)
        self.column.setContentsMargins(margins)

    def place(self) -> int:
        """How far the page is scrolled."""
        return self.area.verticalScrollBar().value()

    def return_to(self, place: int) -> None:
        """Scroll back; the layout is settled first, so that the place exists."""
        self._outer.activate()
        self.content.resize(self.content.width(), self._height_for(self.content.width()))
        self.area.verticalScrollBar().setValue(place)

    def _height_for(self, width: int) -> int:
        height = self._outer.totalHeightForWidth(width)
        return height if height >= 0 else self._outer.totalSizeHint().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The scroll area is the page."""
        super().resizeEvent(event)
        self.area.setGeometry(QRect(0, 0, self.width(), self.height()))


class FaultPage(ScrollPage):
    """A page that is shown in the place of one that cannot be."""

    def tell(self, fault: AppError) -> None:
        """What went wrong; told before it is entered."""
        raise NotImplementedError


def empty(layout: QLayout) -> None:
    """Take every widget, layout and space out of a layout and let go of them."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            # Its parent stays its owner: without one, Python's collector might clear it half-way.
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            empty(inner)
            inner.deleteLater()
