"""What is particular to an exhibit: its record, and its neighbours of the same edition."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.entry import Citation, Entry, Fact, Link
from app.model.query import Query
from app.ui.context import Context
from app.ui.parts.detail import FactGroups, Record
from app.ui.parts.naming import term
from app.ui.parts.pager import Neighbours
from app.ui.routes import Route
from app.ui.widgets.button import IconButton
from app.ui.widgets.card import Card
from app.ui.widgets.cover_view import CoverSpec
from app.ui.widgets.rows import SectionHead

# Numbers that tell how large the zone around an exhibit was, the first that is known.
SCALE_INDICATORS: Final = ("indicator/zone-interactive", "indicator/zone-area")
_ALL: Final = 10_000
_CARDS: Final = 4


def exhibits_of(ctx: Context, exhibit: Entry) -> tuple[Entry, ...]:
    """All exhibits of its edition, in the order of the zone page."""
    where = {"kind": ("exhibit",), "edition": (exhibit.edition,)}
    query = Query(where=where, order="edition", language=ctx.language, limit=_ALL)
    return tuple(hit.entry for hit in ctx.library.hits(query))


def exhibit_records(ctx: Context, exhibit: Entry, facts: FactGroups) -> list[Record]:
    """Edition, opening time, place, exhibitor, scale of the zone; what is missing is said."""
    cited = ctx.library.citations(exhibit.id)
    columns = {fact.key: fact for fact in facts.columns}
    around = _around(ctx, exhibit)
    records = [
        _edition(ctx, exhibit, cited),
        _opening(ctx, exhibit, columns, around, cited),
        _place(ctx, columns, exhibit, cited),
        _exhibitors(ctx, exhibit, cited),
        _scale(ctx, exhibit, around),
    ]
    if exhibit.columns.get("detail") == "named":
        records.append(Record(ctx.words("exhibit.detail")))
    return records


def _edition(ctx: Context, exhibit: Entry, cited: tuple[Citation, ...]) -> Record:
    label, edition = ctx.words("exhibit.edition"), exhibit.edition
    if not edition or not ctx.library.has(edition):
        return Record(label)
    known = ctx.library.entry(edition)
    told = ctx.words("exhibit.edition.of", name=known.name.told(ctx.language),
                     year=known.columns.get("year", ""))  # fmt: skip
    return Record(label, told, cited, exhibit.check)


def _column(
    ctx: Context, columns: dict[str, Fact], key: str, cited: tuple[Citation, ...]
) -> Record:
    label = ctx.words(f"exhibit.{key}")
    fact = columns.get(key)
    return Record.of(ctx, fact, label, cited) if fact else Record(label)


def _around(ctx: Context, exhibit: Entry) -> Entry | None:
    """The exhibition that the exhibit stood in: same edition, same place."""
    if not exhibit.place or not exhibit.edition:
        return None
    return next(
        (
            one for one in ctx.library.entries("activity")
            if one.type == "exhibition" and one.edition == exhibit.edition
            and one.place == exhibit.place
        ),
        None,
    )  # fmt: skip


def _opening(
    ctx: Context, exhibit: Entry, columns: dict[str, Fact], around: Entry | None,
    cited: tuple[Citation, ...],
) -> Record:  # fmt: skip
    if "dates" in columns:
        return _column(ctx, columns, "dates", cited)
    label = ctx.words("exhibit.dates")
    if around is not None:
        for fact in ctx.library.facts(around.id):
            if fact.key == "dates":
                site = term(ctx, "site", exhibit.columns.get("site", ""))
                told = ctx.words("exhibit.dates.of", dates=fact.text.told(ctx.language), site=site)
                known = fact.citations or ctx.library.citations(around.id)
                return Record(label, told, known, fact.check)
    return Record(label)


def _place(
    ctx: Context, columns: dict[str, Fact], exhibit: Entry, cited: tuple[Citation, ...]
) -> Record:
    if "place" in columns:
        return _column(ctx, columns, "place", cited)
    site = term(ctx, "site", exhibit.columns.get("site", ""))
    return Record(ctx.words("exhibit.place"), site, cited if site else (), exhibit.check)


def _exhibitors(ctx: Context, exhibit: Entry, cited: tuple[Citation, ...]) -> Record:
    links = [one for one in ctx.library.links(exhibit.id) if one.role == "exhibited_by"]
    names = ctx.words("detail.comma").join(one.other.name.told(ctx.language) for one in links)
    known = tuple(dict.fromkeys(cite for one in links for cite in one.citations)) or cited
    label = ctx.words("exhibit.exhibitor")
    return Record(label, names, known, exhibit.check) if names else Record(label)


def _scale(ctx: Context, exhibit: Entry, around: Entry | None) -> Record:
    places = [place for place in (exhibit.place, around.id if around else "") if place]
    told = {fact.key: fact for fact in reversed(ctx.library.figures(places))} if places else {}
    for key in SCALE_INDICATORS:
        if fact := told.get(key):
            language = ctx.language
            value = ctx.words("exhibit.scale.told", name=fact.label.told(language),
                              value=fact.text.told(language))  # fmt: skip
            return Record(ctx.words("exhibit.scale"), value, fact.citations, fact.check)
    return Record(ctx.words("exhibit.scale"))


def other_links(links: Sequence[Link]) -> tuple[Link, ...]:
    """The relations that the record does not tell already."""
    return tuple(one for one in links if one.role not in ("exhibited_at", "exhibited_by"))


class NeighboursRow(QWidget):
    """同届相邻: four small covers after this one, and the way to the one before and after."""

    stepped = Signal(int)

    def __init__(
        self, ctx: Context, entries: Sequence[Entry], current: str, title: str,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx = ctx
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ctx.px(8))
        around = Neighbours.of(entries, current)
        head = QHBoxLayout()
        count = f"{around.place} / {around.total}"
        head.addWidget(SectionHead(ctx, title, role="h3", count=count), 1)
        self.before = self._arrow("prev", "common.previous", around.before)
        self.after = self._arrow("open", "common.next", around.after)
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        head.addWidget(self.before)
        head.addWidget(self.after)
        column.addLayout(head)
        self.cards = [self._card(entry) for entry in _following(entries, current)]
        self._row = QHBoxLayout()
        self._row.setSpacing(ctx.px(16))
        for card in self.cards:
            self._row.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        if len(self.cards) < _CARDS:
            self._row.addStretch(_CARDS - len(self.cards))
        column.addLayout(self._row)
        self.setMinimumWidth(ctx.px(240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many as there is room for, at least two."""
        super().resizeEvent(event)
        fit = max(2, (event.size().width() + self.ctx.px(16)) // self.ctx.px(146))
        for place, card in enumerate(self.cards):
            card.setVisible(place < fit)

    def _arrow(self, icon: str, words: str, entry: Entry | None) -> IconButton:
        ctx = self.ctx
        name = ctx.words(words)
        told = f"{name}: {entry.name.told(ctx.language)}" if entry else name
        button = IconButton(ctx, icon, told)
        button.setEnabled(entry is not None)
        return button

    def _card(self, entry: Entry) -> Card:
        ctx = self.ctx
        card = Card(ctx, CoverSpec.of(ctx, entry), entry.name.told(ctx.language),
                    ratio=0.562, frame=False, title_lines=2)  # fmt: skip
        card.clicked.connect(self._on_card)
        return card

    def _on_card(self) -> None:
        card = self.sender()
        if isinstance(card, Card):
            self.ctx.go(Route.to(card.entry_id))

    def _on_before(self) -> None:
        self.stepped.emit(-1)

    def _on_after(self) -> None:
        self.stepped.emit(1)


def _following(entries: Sequence[Entry], current: str) -> list[Entry]:
    """The four after the current one, going round at the end."""
    ids = [entry.id for entry in entries]
    at = ids.index(current) if current in ids else -1
    around = [*entries[at + 1 :], *entries[: max(at, 0)]]
    return around[:_CARDS]
