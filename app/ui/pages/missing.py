"""There is no such place: what was asked, what comes near it, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.base.errors import AppError
from app.model.entry import Entry
from app.ui.context import Context
from app.ui.items.shown_text import shown_text
from app.ui.messages import message
from app.ui.page import FaultPage
from app.ui.parts.naming import entry_meta
from app.ui.routes import Route
from app.ui.widgets.button import Button
from app.ui.widgets.cover_view import CoverSpec
from app.ui.widgets.entry_row import EntryRow, RowText
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.marks import IconMark
from app.ui.widgets.rows import SectionHead


class MissingPage(FaultPage):
    """`tell(fault)` before it is entered; any other fault of a page is told here as well."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self.fault = AppError("unknown-page", page="")
        self.near: EntryRow | None = None
        self.home: Button | None = None
        self.search: Button | None = None

    def tell(self, fault: AppError) -> None:
        """What went wrong."""
        self.fault = fault

    def enter(self, route: Route) -> None:
        """Say it."""
        ctx, px, words = self.ctx, self.ctx.px, self.ctx.words
        self.clear()
        self.near = None
        is_unknown = self.fault.code in ("unknown-id", "unknown-page")
        key = "faults.missing" if is_unknown else "faults.page"
        head = QHBoxLayout()
        head.setSpacing(px(24))
        icon = IconMark(ctx, "empty" if is_unknown else "rejected", "ink3", 56)
        head.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        told = QVBoxLayout()
        told.setSpacing(px(4))
        told.addWidget(PlainLabel(ctx, words(key), "h1"))
        told.addWidget(PlainLabel(ctx, words(f"{key}.reason"), "body", "ink2"))
        asked = str(route) if not is_unknown else route.id or route.page
        line = words("faults.asked", place=shown_text(asked)) if is_unknown else message(
            self.fault, words)  # fmt: skip
        told.addWidget(PlainLabel(ctx, line, "small", "ink2"))
        head.addLayout(told, 1)
        self.column.addSpacing(px(40))
        self.column.addLayout(head)
        self._add_near(str(self.fault.facts.get("nearest", "")))
        self.column.addSpacing(px(16))
        self.column.addLayout(self._ways())
        self.column.addStretch(1)

    def _add_near(self, nearest: str) -> None:
        if not nearest or not self.ctx.library.has(nearest):
            return
        self.column.addSpacing(self.ctx.px(12))
        self.column.addWidget(SectionHead(self.ctx, self.ctx.words("faults.near"), role="h3"))
        entry = self.ctx.library.entry(nearest)
        self.near = self._row(entry)
        self.near.clicked.connect(self._on_near)
        holder = QWidget()
        holder.setMaximumWidth(self.ctx.px(720))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.near)
        self.column.addWidget(holder)

    def _row(self, entry: Entry) -> EntryRow:
        ctx = self.ctx
        text = RowText(entry.name.told(ctx.language), entry_meta(ctx, entry))
        return EntryRow(ctx, text, cover=CoverSpec.of(ctx, entry))

    def _ways(self) -> QHBoxLayout:
        ctx, words = self.ctx, self.ctx.words
        row = QHBoxLayout()
        row.setSpacing(ctx.px(12))
        self.home = Button(ctx, words("faults.home"), "primary", icon="home")
        self.home.clicked.connect(self._on_home)
        self.search = Button(ctx, words("faults.search"), "secondary", icon="search")
        self.search.clicked.connect(self._on_search)
        row.addWidget(self.home)
        row.addWidget(self.search)
        row.addStretch(1)
        return row

    def title(self) -> str:
        """这里没有这一页."""
        return self.ctx.words("faults.missing")

    def subject(self) -> str:
        """Nothing that could be kept."""
        return ""

    def _on_near(self) -> None:
        if self.near is not None:
            self.navigate.emit(Route.to(self.near.entry_id))

    def _on_home(self) -> None:
        self.navigate.emit(Route("home"))

    def _on_search(self) -> None:
        self.navigate.emit(Route("search"))
