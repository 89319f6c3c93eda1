"""The words of a found row: what they say, and how they are broken for its width."""

from __future__ import annotations

from typing import Final, NamedTuple

from app.model.query import Hit
from app.model.text import EN
from app.ui.context import Context
from app.ui.items.said import printed, said
from app.ui.parts.naming import entry_meta, joined, kind_words
from app.ui.theme import Theme
from app.ui.widgets.paragraph import Paragraph, line_count, moved_spans
from app.ui.widgets.runs import Run, broken_runs, marked_runs, runs_width
from app.ui.widgets.typeset import typeset

Spans = tuple[tuple[int, int], ...]

LEAD: Final = 74  # inset, 48 px of cover or icon, 14 px of air
_LINES: Final = 4  # of a name, or of the text that was met, at most


class FoundText(NamedTuple):
    """The words of a row, with what was met in them."""

    title: str
    title_marks: Spans
    pinyin: tuple[Run, ...]
    line: str
    line_marks: Spans
    meta: str

    @classmethod
    def of(cls, ctx: Context, hit: Hit, typed: str) -> FoundText:
        """The words for a hit in the language on screen."""
        entry, language = hit.entry, ctx.language
        title, meta = entry.name.told(language), entry_meta(ctx, entry)
        if entry.kind not in ("exhibit", "task"):
            kind = kind_words(ctx, entry)
            meta = meta if meta.startswith(kind) else joined(kind, meta)
        pinyin: tuple[Run, ...] = ()
        if hit.via in ("initials", "pinyin"):
            spelled = ctx.library.spelled(entry.id)
            marks = said(entry.name.zh_hans, spelled, typed).marks
            pinyin = tuple(marked_runs(*printed(spelled, marks)))
        line, marks = _line(hit, language, typed)
        return cls(title, hit.title_spans, pinyin, line, marks, meta)


def _line(hit: Hit, language: str, typed: str) -> tuple[str, Spans]:
    """The text that was met where the name does not show it."""
    if hit.title_spans or hit.via in ("initials", "pinyin", "list"):
        return "", ()
    snippet = hit.snippet.told(language)
    if hit.spans and snippet:
        return snippet, hit.spans
    other = hit.entry.name.zh_hans if language == EN else hit.entry.name.en
    start = other.lower().find(typed.strip().lower()) if typed.strip() else -1
    if start >= 0 and len(other.lower()) == len(other):
        return other, ((start, start + len(typed.strip())),)
    return snippet, ()


def room_of(ctx: Context, width: int) -> int:
    """The width of the words; the key of a selected row has its place in every row."""
    return max(ctx.px(80), width - ctx.px(LEAD + 76))


class RowWords:
    """The words of a row as they are painted."""

    def __init__(self, ctx: Context, text: FoundText) -> None:
        self.text = text
        language = ctx.language
        self._ctx = ctx
        self._title = typeset(text.title, language)
        self._line = typeset(text.line, language)
        self._meta = typeset(text.meta, language)
        self.title_marks = moved_spans(text.title, self._title, text.title_marks)
        self.line_marks = moved_spans(text.line, self._line, text.line_marks)
        self.pinyin = list(text.pinyin)
        gap = [Run("    ")] if text.pinyin and text.meta else []
        self.runs = [*text.pinyin, *gap, Run(self._meta)]
        self._made: dict[int, tuple[Paragraph, Paragraph | None]] = {}
        self._sizes: dict[tuple[int, Theme], tuple[list[list[Run]], int]] = {}

    def broken(self, room: int) -> tuple[Paragraph, Paragraph | None]:
        """Title and line for this width."""
        if room not in self._made:
            theme = self._ctx.theme
            title = Paragraph(self._title, theme.font("bodyStrong"), self._ctx.px(23), room, _LINES)
            line = None
            if self._line:
                line = Paragraph(self._line, theme.font("small"), theme.line("small"), room, _LINES)
            self._made = {room: (title, line)}
        return self._made[room]

    def small_lines(self, room: int) -> list[list[Run]]:
        """Pinyin and meta side by side, or below each other where they are too long for that."""
        return self._measured(room)[0]

    def row_height(self, width: int) -> int:
        """How high a row of this width is."""
        words = self.height(room_of(self._ctx, width))
        return max(self._ctx.px(72), words + self._ctx.px(24))

    def height(self, room: int) -> int:
        """All of it. Words are broken only where they are too long for one line."""
        return self._measured(room)[1]

    def _measured(self, room: int) -> tuple[list[list[Run]], int]:
        """Kept: painting and laying out ask again and again."""
        theme = self._ctx.theme
        found = self._sizes.get((room, theme))
        if found is None:
            small = self._small_lines(room)
            lines = line_count(self._title, theme.font("bodyStrong"), room, _LINES)
            height = lines * self._ctx.px(23) + theme.line("caption") * len(small)
            if self._line:
                lines = line_count(self._line, theme.font("small"), room, _LINES)
                height += lines * theme.line("small")
            found = self._sizes[room, theme] = small, height
        return found

    def _small_lines(self, room: int) -> list[list[Run]]:
        if runs_width(self._ctx, self.runs) <= room:
            return [self.runs]
        parts = (self.pinyin, [Run(self._meta)])
        return [line for runs in parts for line in broken_runs(self._ctx, runs, room) if line]
