"""One entry: its print above, rows and code below, previous, sources, next."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from app.kiosk.context import KioskContext
from app.kiosk.screens.base import Screen
from app.kiosk.screens.course import chart_of
from app.kiosk.screens.telling import (
    Line,
    Telling,
    all_cited,
    head_of,
    lines_of,
    short_code,
    siblings,
)
from app.kiosk.widgets.bar import bar_height
from app.kiosk.widgets.buttons import TouchButton
from app.kiosk.widgets.cited import paint_cited, seal_texts
from app.kiosk.widgets.code_card import CodeCard
from app.kiosk.widgets.fact_row import FactRow
from app.kiosk.widgets.pen import Pen
from app.kiosk.widgets.sketch import Sketch
from app.ui.routes import Route
from app.ui.widgets.cover_view import CoverSpec, CoverView
from app.ui.widgets.seal_book import SealBook, SealText

_GAP: Final = 16


class Plan(NamedTuple):
    """Where the parts stand, in pixels of the design."""

    art: tuple[float, float, float, float]
    head: tuple[float, float, float, float]
    rows: tuple[float, float, float, float]
    code: tuple[float, float, float, float]
    foot: tuple[float, float, float, float]


def plan_of(ctx: KioskContext) -> Plan:
    """Mockup 15 in portrait; in landscape the print stands at the left."""
    stage = ctx.stage
    across, bar = stage.across, bar_height(ctx)
    if stage.is_portrait:
        top = stage.down - 808
        wide = across - 80
        return Plan(
            (0, 0, across, top - 412), (40, top - 380, wide, 370),
            (40, top, wide - 400, 496), (across - 400, top, 360, 463),
            (40, stage.down - bar - 148, wide, 112),
        )  # fmt: skip
    floor = stage.down - bar
    left = across * 0.36
    wide = across - 60 - left - 60
    return Plan(
        (0, 0, left, floor), (left + 60, 40, wide, 330),
        (left + 60, 380, wide - 380, floor - 380 - 150), (across - 60 - 350, 380, 350, 440),
        (left + 60, floor - 128, wide, 104),
    )  # fmt: skip


class DetailScreen(Screen):
    """Exhibit, edition, project, application, figure … in the same language of form."""

    def __init__(self, ctx: KioskContext, route: Route, parent: QWidget | None = None) -> None:
        super().__init__(ctx, route, parent)
        self.entry = ctx.library.entry(route.id)
        self.head = head_of(ctx, self.entry)
        self.lines = lines_of(ctx, self.entry)
        self.book = SealBook()
        self._lead_seals = seal_texts(self.book, self.head.citations, self.head.check)
        self.plan = plan_of(ctx)
        self.rows: list[FactRow] = []
        self._build()
        self.setAccessibleName(self.head.name)
        self.setAccessibleDescription(self.head.lead)

    def _build(self) -> None:
        ctx, plan = self.ctx, self.plan
        self._put_art()
        self.put(Sketch(ctx, self.head.name, self._paint_head), *plan.head)
        self._put_rows()
        code = CodeCard(ctx, short_code(ctx, self.entry), is_kept=self.entry.id in ctx.session.kept)
        self.put(code, *plan.code).clicked.connect(self._on_take)
        self._put_foot()

    def _put_art(self) -> None:
        """The print of the entry; of a figure its course, where it has one."""
        ctx, (x, y, w, h) = self.ctx, self.plan.art
        chart = chart_of(ctx, self.entry.id) if self.entry.kind == "indicator" else None
        if chart is not None:
            self.put(Sketch(ctx, self.head.name, self._paint_ground), x, y, w, h)
            self.put(chart, x + 40, y + 70, w - 80, h - 110)
            return
        self.put(CoverView(ctx, CoverSpec.of(ctx, self.entry), radius=0), x, y, w, h)
        note = ctx.words("kiosk.detail.cover")
        self.put(Sketch(ctx, note, self._paint_note), x, y + h - 66, w, 40)

    def _paint_ground(self, pen: Pen) -> None:
        pen.fill(0, 0, self.plan.art[2], self.plan.art[3], "surface")

    # Head

    def _paint_note(self, pen: Pen) -> None:
        spec = CoverSpec.of(self.ctx, self.entry)
        ink = self.ctx.type.category(spec.category).pale.name()
        words = self.ctx.words("kiosk.detail.cover")
        pen.word(words, "caption", ink, 40, 0, self.plan.art[2] - 80, 40)

    def _paint_head(self, pen: Pen) -> None:
        head, wide = self.head, self.plan.head[2]
        room = self.plan.head[3]
        left = self._paint_tag(pen, wide)
        pen.word(head.crumb, "small", "ink2", left, 2, wide - left, 40)
        name = pen.paragraph(head.name, "name", wide, lines=1, least=0.72)
        if name.elided:
            name = pen.paragraph(head.name, "h1", wide, lines=2, least=0.6)
        name.paint(pen.painter, QPointF(0, 56), pen.color("ink1"))
        y, line = 60.0 + name.height, self.ctx.type.line("lead")
        small = min(44, line)
        if head.other and room - y - small - 8 + 14 >= 2 * line:  # the sentence needs two lines
            pen.word(head.other, "lead", "ink3", 0, y, wide, small)
            y += small + 8
        rest = room - y + 14
        role = "lead" if rest >= 2 * line else "small"
        lines = max(1, int(rest // self.ctx.type.line(role)))
        paint_cited(pen, head.lead, self._lead_seals, role, "ink1", (0, y, wide), lines=lines)

    def _paint_tag(self, pen: Pen, wide: float) -> float:
        if not self.head.tag:
            return 0.0
        palette = self.ctx.type.category(self.head.category or "org")
        shown = min(pen.width_of(self.head.tag, "captionStrong") + 32, wide * 0.6)
        pen.box(0, 0, shown, 42, palette.pale.name(), radius=4)
        pen.word(self.head.tag, "captionStrong", palette.dark.name(), 16, 0, shown - 32, 42)
        return shown + 16

    # Rows

    def _put_rows(self) -> None:
        ctx = self.ctx
        x, y, w, h = self.plan.rows
        high = 100 if ctx.is_large else 80
        per_page = int(h // high)
        if len(self.lines) > per_page:
            per_page = int((h - 84) // high)
        pages = max(1, -(-len(self.lines) // per_page))
        told = self.route.param("page")
        page = min(int(told) if told.isdigit() else 0, pages - 1)
        for line in self.lines[: page * per_page]:
            self._number(line)  # seals keep their numbers from page to page
        for place, line in enumerate(self.lines[page * per_page : (page + 1) * per_page]):
            row = FactRow(ctx, line, self._number(line))
            self.put(row, x, y + place * high, w, high)
            row.clicked.connect(self._on_row)
            self.rows.append(row)
        if pages > 1:
            words = ctx.words("kiosk.detail.more", n=page + 1, m=pages)
            more = TouchButton(ctx, words, "plain", trailing="expand")
            self.put(more, x, y + per_page * high + 4, w, 80).clicked.connect(self._on_more)
        self._following = (page + 1) % pages
        self._page, self._pages = page, pages

    def _number(self, line: Line) -> tuple[SealText, ...]:
        return seal_texts(self.book, line.citations, line.check) if line.route is None else ()

    def _on_more(self) -> None:
        following = str(self._following) if self._following else ""
        self.went.emit(self.route.with_params(page=following))

    def _on_row(self) -> None:
        row = self.sender()
        if not isinstance(row, FactRow):
            return
        line = row.line
        if line.route is not None:
            self.went.emit(line.route)
            return
        cited = tuple((line.label, one) for one in line.citations)
        self.sources_asked.emit(Telling(line.label, line.value, cited))

    # Foot

    def _put_foot(self) -> None:
        ctx, words = self.ctx, self.ctx.words
        x, y, w, h = self.plan.foot
        third = (w - 2 * _GAP) / 3
        around = [one.id for one in siblings(ctx, self.entry)]
        here = around.index(self.entry.id) if self.entry.id in around else -1
        self.previous_id = around[here - 1] if here > 0 else ""
        self.next_id = around[here + 1] if 0 <= here < len(around) - 1 else ""
        ending = f".{self.entry.kind}" if self.entry.kind in ("exhibit", "edition") else ""
        previous = TouchButton(ctx, words(f"kiosk.detail.previous{ending}"), icon="prev")
        following = TouchButton(ctx, words(f"kiosk.detail.next{ending}"), trailing="open")
        source = TouchButton(ctx, words("common.see-source"), "primary", icon="sources")
        previous.setEnabled(bool(self.previous_id))
        following.setEnabled(bool(self.next_id))
        self.put(previous, x, y, third, h).clicked.connect(self._on_previous)
        self.put(source, x + third + _GAP, y, third, h).clicked.connect(self.ask_sources)
        self.put(following, x + 2 * (third + _GAP), y, third, h).clicked.connect(self._on_next)

    def step(self, steps: int) -> bool:
        """To the neighbour."""
        other = self.next_id if steps > 0 else self.previous_id
        if other:
            self.went.emit(Route.to(other))
        return bool(other)

    def _on_previous(self) -> None:
        self.step(-1)

    def _on_next(self) -> None:
        self.step(1)

    def ask_sources(self) -> None:
        """The sources of everything on the screen."""
        self.sources_asked.emit(all_cited(self.ctx, self.head, self.lines))

    def _on_take(self) -> None:
        self.take_asked.emit((self.entry.id,))
