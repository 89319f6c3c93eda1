"""Labels and flowing text: plain, spaced, wrapped, never wider than can be read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QToolTip

from app.model.entry import Citation
from app.store.library import Library
from app.ui.context import Context
from app.ui.theme import Theme
from app.ui.widgets.fact_text import FactText
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.paragraph import Paragraph, moved_spans
from app.ui.widgets.seal_book import SealBook
from app.ui.widgets.typeset import plain_tip, typeset
from tests.ui.conftest import Show

LONG = (
    "第七届峰会现场体验区列举的技术突破之一，与5G、虚拟现实、增强现实、光影互动、裸眼3D大屏并列。"
    * 3
)


def test_markup_in_content_is_shown_as_it_stands(ctx: Context, shown: Show) -> None:
    label = PlainLabel(ctx, "<b>福元宇宙</b>")
    shown(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<b>福元宇宙</b>"
    assert label.accessibleName() == "<b>福元宇宙</b>"


def test_markup_in_tool_tips_is_escaped() -> None:
    assert plain_tip("<img src='file:///x'>") == "<span>&lt;img src='file:///x'&gt;</span>"
    assert not QToolTip.isVisible()


def test_a_thin_space_parts_han_and_latin_but_screen_readers_hear_the_text(
    ctx: Context, shown: Show
) -> None:
    label = PlainLabel(ctx, "5G天线玻璃")
    shown(label)
    assert label.text() == "5G\u2009天线玻璃"
    assert label.accessibleName() == "5G天线玻璃"


def test_quotation_marks_are_narrow_in_english_only(ctx: Context) -> None:
    font = Theme("light", "en", 1.0).font("body")
    metrics, wide = QFontMetricsF(font), QFontMetricsF(Theme("light", "zh-Hans", 1.0).font("body"))
    assert metrics.horizontalAdvance("“") < wide.horizontalAdvance("“") * 0.6


def test_english_on_a_chinese_screen_is_set_as_english(ctx: Context) -> None:
    font = ctx.theme.font("body")
    told = Paragraph("“AI + art”", font, 26, 0)
    mixed = Paragraph("“AI + art”画", font, 26, 0)
    wide = 2 * font.pixelSize()  # two marks, each a Han character wide
    letters = QFontMetricsF(font).horizontalAdvance("AI + art")
    assert told.natural_width < letters + wide * 0.6
    assert mixed.natural_width > letters + wide * 0.9


def first_ink(told: Paragraph) -> int:
    """The column where the first ink of a text is."""
    image = QImage(400, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    told.paint(painter, QPointF(20, 5), QColor("black"))
    painter.end()
    return min(x for x in range(400) for y in range(60) if image.pixelColor(x, y).lightness() < 150)


@pytest.mark.parametrize("text", ["“一张图”", "（报纸专版）", "《工作要点》", "【成就】"])
def test_an_opening_mark_stands_in_line_with_the_lines_above_it(ctx: Context, text: str) -> None:
    font = ctx.theme.font("h1")
    plain, marked = Paragraph("图张", font, 42, 0), Paragraph(text, font, 42, 0)
    assert abs(first_ink(marked) - first_ink(plain)) <= font.pixelSize() / 8


@pytest.mark.parametrize("width", [120, 240, 400])
def test_narrower_is_higher(ctx: Context, shown: Show, width: int) -> None:
    label = PlainLabel(ctx, LONG)
    shown(label)
    assert label.heightForWidth(width) > label.heightForWidth(width * 2)
    assert label.heightForWidth(width) % ctx.theme.line("body") == 0


def test_no_line_is_longer_than_the_measure(ctx: Context, shown: Show) -> None:
    label = PlainLabel(ctx, LONG)
    shown(label)
    assert label.paragraph(4000).natural_width <= 38 * 15


def test_what_is_cut_is_told_by_the_tool_tip(ctx: Context, shown: Show) -> None:
    label = PlainLabel(ctx, LONG, max_lines=2)
    shown(label)
    label.resize(300, 52)
    assert label.is_cut()
    assert label.heightForWidth(300) == 52
    assert "第七届" in label.toolTip()


def test_marks_move_with_the_spaces_that_are_put_in() -> None:
    plain = "在5G与元宇宙"
    spaced = typeset(plain, "zh-Hans")
    start = plain.index("元宇宙")
    [(left, right)] = moved_spans(plain, spaced, [(start, start + 3)])
    assert spaced[left:right] == "元宇宙"
    [(left, right)] = moved_spans(plain, spaced, [(1, 3)])
    assert spaced[left:right] == "5G"


@pytest.mark.parametrize("width", [160, 233, 301, 420, 900])
@pytest.mark.parametrize("role", ["small", "body"])
def test_seals_stay_inside_the_text_at_every_width(
    ctx: Context, library: Library, shown: Show, width: int, role: str
) -> None:
    sources = [source.id for source in library.entries("source")[:6:2]]
    book = SealBook()
    for source in library.entries("source")[:6]:
        book.number(source.id)
    text = FactText(ctx, LONG[:40], [Citation(source, "x") for source in sources], book, role)
    text.resize(width, text.heightForWidth(width))
    shown(text)
    assert len(text.seals) == 3
    for seal in text.seals:
        assert text.rect().contains(seal.geometry())
    boxes = [seal.geometry() for seal in text.seals]
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
