"""The results of a search: filters above, the list, the selected one beside it."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.query import Hit
from app.ui.context import Context
from app.ui.items.answers import Answer
from app.ui.items.said import said
from app.ui.page import empty
from app.ui.parts.found_list import FoundList
from app.ui.parts.search_filters import SearchFilters
from app.ui.parts.search_preview import SearchPreview
from app.ui.widgets.notes import EmptyState
from app.ui.widgets.runs import Run, RunsLabel

_PREVIEW: Final = 0.409  # of the width, as in the print
_WORDS_TOLD: Final = 2
_LATER_MS: Final = 40


class SearchPanel(QWidget):
    """`show_answer(answer)`; `opened` tells an id, `narrowed` a facet and its values."""

    opened = Signal(str)
    narrowed = Signal(str, tuple)
    widened = Signal()  # all that edition and category let through
    widest = Signal()  # without any facet
    ending = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.language = ctx.language  # its parts keep their words: another language, another panel
        self.filters = SearchFilters(ctx)
        self.told = RunsLabel(ctx)
        self.results = FoundList(ctx)
        self.preview = SearchPreview(ctx)
        self._instead = QVBoxLayout()  # in the place of the list
        self._build()
        self.filters.changed.connect(self.narrowed)
        self.filters.cleared.connect(self.widened)
        self.results.chosen.connect(self._on_chosen)
        self.results.opened.connect(self.opened)
        self.results.kind_asked.connect(self._on_kind)
        self.results.ending.connect(self.ending)
        self.preview.opened.connect(self.opened)
        self._later = QTimer(self)  # who types on or walks on wants the list, not the preview
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)
        self._later.timeout.connect(self._on_later)

    def _build(self) -> None:
        px = self.ctx.px
        top = QVBoxLayout()
        top.setContentsMargins(px(40), px(22), px(40), 0)
        top.setSpacing(px(10))
        top.addWidget(self.filters)
        top.addWidget(self.told)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(top)
        left.addLayout(self._instead)
        left.addWidget(self.results, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.preview)

    def show_answer(self, found: Answer, keep: str = "") -> None:
        """Show this; `keep` stays selected where it is found again."""
        counts = found.counts if found.is_counted else self.filters.counts
        self.filters.set_state(counts, dict(found.asked.where))
        self._say_how(found)
        self._show_instead(found)
        self._lay_out()
        self.results.before = self.filters.last_stop()
        self.results.show_answer(found, keep)

    def show_counted(self, found: Answer) -> None:
        """The answer on show with its counts, and with what comes behind it."""
        self.filters.set_state(found.counts, dict(found.asked.where))
        self._lay_out()
        self.results.show_counted(found)

    def _lay_out(self) -> None:
        """At once, from the inside out: Qt would paint all of it before and after it does."""
        for part in (*self.filters.flows(), self.filters, self):
            layout = part.layout()
            if layout is not None:
                layout.activate()

    def _show_instead(self, found: Answer) -> None:
        """Where only the choice of facets finds nothing, the way back to the rest."""
        empty(self._instead)
        self.results.setVisible(bool(found.total))
        self.preview.setVisible(bool(found.total))
        edge = self.ctx.px(40) if not found.total else 0
        self._instead.setContentsMargins(edge, edge // 2, edge, 0)
        if found.total:
            return
        words = self.ctx.words
        state = EmptyState(self.ctx, words("search.narrow"),
                           words.count("search.narrow.reason", found.elsewhere),
                           action=words("search.narrow.action"))  # fmt: skip
        state.opened.connect(self.widest)
        self._instead.addWidget(state)
        self._instead.addStretch(1)

    def _say_how(self, found: Answer) -> None:
        """按拼音首字母 y y z 找到“元宇宙”."""
        hits = found.hits
        via = hits[0].via if hits else ""
        words: list[str] = []
        if via in ("initials", "pinyin"):
            words = list(dict.fromkeys(filter(None, map(partial(self._word, found), hits))))
        self.told.setVisible(bool(words))
        if not words:
            return
        say = self.ctx.words
        key = "search.said" if len(words) <= _WORDS_TOLD else "search.said.more"
        joined = say("search.said.between").join(words[:_WORDS_TOLD])
        before, _, after = say(f"{key}.{via}", letters="\0", words=joined).partition("\0")
        typed = "".join(found.asked.text.split()).lower()
        letters = " ".join(typed) if via == "initials" else typed
        self.told.set_runs([Run(before), Run(letters, strong=True), Run(after)])

    def _word(self, found: Answer, hit: Hit) -> str:
        """The word that the letters stand for in a name."""
        if hit.via not in ("initials", "pinyin"):
            return ""
        entry = hit.entry
        met = said(entry.name.zh_hans, self.ctx.library.spelled(entry.id), found.asked.text).word
        own = entry.name.own(self.ctx.language)
        name = own if len(own) == len(entry.name.zh_hans) else entry.name.zh_hans
        word = name[slice(*met)] if met else ""
        return word if word.isalnum() else ""

    def is_waiting(self) -> bool:
        """Whether the preview is still to follow."""
        return self._later.isActive()

    def hold(self) -> None:
        """Another answer is on its way: the preview of this one would only delay it."""
        self._later.stop()

    def leave(self) -> None:
        """Something else is shown: when this comes back, its preview is of another answer."""
        self._later.stop()
        self.preview.clear()

    def selected_id(self) -> str:
        """The id of the selected result."""
        hit = self.results.current_hit()
        return hit.entry.id if hit is not None else ""

    def _on_chosen(self) -> None:
        self._later.start()

    def _on_later(self) -> None:
        hit = self.results.current_hit()
        if hit is not None:
            self.preview.show_hit(hit, self.results.book)

    def _on_kind(self, kind: str) -> None:
        self.narrowed.emit("kind", (kind,))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The preview takes its share."""
        self.preview.setFixedWidth(round(self.width() * _PREVIEW))
        super().resizeEvent(event)
