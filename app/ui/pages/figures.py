"""数字: every indicator with its figures; a list at the left, one topic on the page."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.base.csv_text import csv_bytes
from app.base.errors import AppError
from app.base.files import write_atomically
from app.ui.context import Context
from app.ui.page import Page, empty
from app.ui.parts.comparisons import COMPARISONS
from app.ui.parts.figure_index import IndexRow, gather_index, narrowed
from app.ui.parts.figure_list import FigureList
from app.ui.parts.figure_panel import CHART, TABLE, TopicPanel
from app.ui.parts.figure_side import NationalBand, SourcesColumn, TargetChips
from app.ui.parts.figure_topic import COMPARE, load_topic, table_rows
from app.ui.routes import Route
from app.ui.theme import tokens
from app.ui.widgets.columns import Columns, Share
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.save_dialog import SaveDialog
from app.ui.widgets.seal_book import SealBook
from app.ui.widgets.search_box import SearchBox

FIRST: Final = "indicator/fuzhou-digital-economy"  # the topic of a route that names none
_ENDINGS: Final = ("png", "svg", "csv")
_NARROW: Final = 960  # below this width of the page the list and its margins are smaller
_BESIDE: Final = 1180  # from this width of the topic on the sources stand beside it


class FiguresPage(Page):
    """The topic is in the route: `indicator/…`, or `figures?compare=amount`."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self.book = SealBook()
        self.panel: TopicPanel | None = None
        self.dialog: SaveDialog | None = None
        self.menu: QMenu | None = None
        self._key, self._said, self._view = "", "", CHART
        self._rows: list[IndexRow] = []
        self._build()

    def _build(self) -> None:
        ctx, px = self.ctx, self.ctx.px
        self._row = row = QHBoxLayout(self)
        left = QVBoxLayout()
        left.setContentsMargins(0, px(24), 0, px(16))
        left.setSpacing(px(8))
        self._name = PlainLabel(ctx, "", "h1")
        self._lead = PlainLabel(ctx, "", "small", "ink2")
        for label in (self._name, self._lead):
            label.setContentsMargins(px(12), 0, 0, 0)
        words = ctx.words
        self.search = SearchBox(ctx, words("figures.find"), "", words("figures.find.clear"))
        self.search.typed.connect(self._on_typed)
        self.list = FigureList(ctx)
        self.list.opened.connect(self._on_topic)
        self._none = PlainLabel(ctx, "", "small", "ink2")
        head = QVBoxLayout()
        head.setContentsMargins(px(12), 0, 0, 0)
        for widget in (self._name, self._lead, self.search, self._none):
            head.addWidget(widget)
        left.addLayout(head)
        left.addWidget(self.list, 1)
        self._left = QWidget()
        self._left.setLayout(left)
        row.addWidget(self._left)
        row.addWidget(self._scroll_area(), 1)

    def _scroll_area(self) -> QScrollArea:
        px = self.ctx.px
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = QWidget()
        self.content.setObjectName("pageContent")
        self.content.setMaximumWidth(int(tokens("shared")["layout"]["contentMax"]) + px(160))
        self._column = QVBoxLayout(self.content)
        self._column.setContentsMargins(0, px(24), px(40), px(64))
        self._column.setSpacing(px(28))
        self.area.setWidget(self.content)
        return self.area

    def title(self) -> str:
        """The topic on show."""
        return self.panel.topic.title if self.panel else self.ctx.words("figures.title")

    def print_now(self) -> None:
        """All of the topic, also what is out of sight."""
        self.print_widget(self.content)

    def place(self) -> int:
        """How far the topic is scrolled."""
        return self.area.verticalScrollBar().value()

    def return_to(self, place: int) -> None:
        """Scroll back."""
        self.area.verticalScrollBar().setValue(place)

    def enter(self, route: Route) -> None:
        """Show the topic of the route; the list stays as it is."""
        words = self.ctx.words
        if self._said != self.ctx.language:
            self._said = self.ctx.language
            self._name.set_words(words("figures.title"))
            self._lead.set_words(words("figures.lead"))
            self._none.set_words(words("figures.none"))
            self.search.set_words(words("figures.find"), words("figures.find.clear"))
            self.list.setAccessibleName(words("figures.list"))
            self._rows = gather_index(self.ctx)
            self._key = self._key_of(route)
            self._fill_list()
        self._key = self._key_of(route)
        self.list.show_current(self._key)
        self._fill_topic()

    def _key_of(self, route: Route) -> str:
        if route.id:
            return route.id
        name = route.param("compare")
        if name in COMPARISONS:
            return f"{COMPARE}{name}"
        if self.ctx.library.has(FIRST):
            return FIRST
        return next((row.key for row in self._rows if row.key), "")

    def _fill_list(self) -> None:
        rows = narrowed(self.ctx, self._rows, self.search.text())
        self.list.show_rows(rows, self._key)
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)

    def _fill_topic(self) -> None:
        ctx = self.ctx
        empty(self._column)
        self.panel = None
        if not self._key:
            return
        self.book = SealBook()
        topic = load_topic(ctx, self._key)
        self.panel = TopicPanel(ctx, topic, self.book, self._view)
        self.panel.viewed.connect(self._on_view)
        self.panel.export_asked.connect(self._on_export)
        self.sources = SourcesColumn(ctx, topic, self.book)
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ctx.px(16))
        column.addWidget(self.panel)
        main.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._column.addWidget(
            Columns(ctx, [Share(main), Share(self.sources, width=240)], gap=36, least=_BESIDE)
        )
        self._column.addWidget(NationalBand(ctx, self.book))
        self._column.addWidget(TargetChips(ctx))
        self._column.addStretch(1)

    # What is pressed

    def _on_typed(self, text: str) -> None:
        del text
        self._fill_list()

    def _on_topic(self, key: str) -> None:
        if key.startswith(COMPARE):
            name = key.removeprefix(COMPARE)
            self.navigate.emit(Route("figures").with_params(compare=name))
        else:
            self.navigate.emit(Route.to(key))

    def _on_view(self, view: str) -> None:
        self._view = view if view in (CHART, TABLE) else CHART

    def _on_export(self) -> None:
        """Which kind of file: a small menu under the button."""
        if self.panel is None:
            return
        self.menu = QMenu(self)
        for ending in _ENDINGS:
            action = self.menu.addAction(self.ctx.words(f"figures.export.{ending}"))
            action.setData(ending)
            action.setEnabled(ending == "csv" or bool(self.panel.charts))
        self.menu.triggered.connect(self._on_kind)
        button = self.panel.export
        self.menu.popup(button.mapToGlobal(QPoint(0, button.height() + self.ctx.px(4))))

    def _on_kind(self, action: QAction) -> None:
        ending = str(action.data())
        slug = self._key.rpartition("/")[2].replace(COMPARE, "")
        words = self.ctx.words
        self.dialog = SaveDialog(self.ctx, self, words("figures.export"),
                                 f"zhanban-{slug}.{ending}",
                                 words(f"figures.export.{ending}"))  # fmt: skip
        self.dialog.decided.connect(self.export_to)
        self.dialog.open()

    def export_to(self, path: Path) -> None:
        """Write the picture or the table; further charts of a topic get a number."""
        words = self.ctx.words
        if self.panel is None:
            return
        try:
            if path.suffix == ".csv":
                rows = table_rows(self.ctx, self.panel.topic)
                write_atomically(path, csv_bytes(rows))
            for number, chart in enumerate(self.panel.charts, start=1):
                name = path if number == 1 else path.with_stem(f"{path.stem}-{number}")
                if path.suffix == ".svg":
                    chart.save_svg(name)
                elif path.suffix == ".png":
                    chart.save_png(name)
        except (OSError, AppError):
            self.ctx.tell(words("figures.export.failed"))
            return
        self.ctx.tell(words("figures.export.done", name=path.name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the list is, and the room around it."""
        super().resizeEvent(event)
        px, narrow = self.ctx.px, event.size().width() < self.ctx.px(_NARROW)
        self._left.setFixedWidth(px(208 if narrow else 272))
        self._row.setContentsMargins(px(12 if narrow else 28), 0, 0, 0)
        self._row.setSpacing(px(16 if narrow else 32))
        self._column.setContentsMargins(0, px(24), px(16 if narrow else 40), px(64))

    def minimumSizeHint(self) -> QSize:
        """A list and a chart."""
        return QSize(self.ctx.px(640), self.ctx.px(400))
