"""All components together: named, reachable, nothing cut off, in every language and size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from app.model.text import LANGUAGES
from app.store.library import Library
from app.ui.context import Context
from app.ui.theme import SCALES, THEMES
from app.ui.widgets.card import Card
from app.ui.widgets.cover_view import CoverSpec
from app.ui.widgets.feature_card import FeatureCard
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.layouts import CardGrid
from tests.ui.conftest import Show
from tests.ui.gallery import Gallery


def shown_gallery(ctx: Context, library: Library, shown: Show) -> Gallery:
    gallery = Gallery(ctx, tuple(source.id for source in library.entries("source")[:4]))
    width = ctx.px(900)
    layout = gallery.layout()
    assert layout is not None
    gallery.resize(width, layout.totalHeightForWidth(width))
    shown(gallery)
    return gallery


def focusable(gallery: Gallery) -> list[QWidget]:
    keys = Qt.FocusPolicy.TabFocus
    return [
        widget for widget in gallery.findChildren(QWidget)
        if widget.focusPolicy() & keys == keys and widget.isVisible() and widget.isEnabled()
    ]  # fmt: skip


def test_everything_that_takes_the_focus_has_a_name(
    ctx: Context, library: Library, shown: Show
) -> None:
    for widget in focusable(shown_gallery(ctx, library, shown)):
        told = QAccessible.queryAccessibleInterface(widget)
        assert told is not None
        assert told.text(QAccessible.Text.Name), widget


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_cut_and_nothing_hangs_over(
    ctx: Context, library: Library, shown: Show, language: str, scale: float
) -> None:
    ctx.set_language(language)
    ctx.set_scale(scale)
    gallery = shown_gallery(ctx, library, shown)
    for label in gallery.findChildren(PlainLabel):
        assert not label.is_cut(), label.text()
        assert label.height() >= label.heightForWidth(label.width()) - 1, label.text()
    for widget in gallery.findChildren(QWidget):
        parent = widget.parentWidget()
        if parent is gallery and widget.isVisible() and type(widget).__name__ != "FocusRing":
            assert gallery.rect().contains(widget.geometry()), widget


@pytest.mark.parametrize("theme", THEMES)
def test_every_state_can_be_painted(
    ctx: Context, library: Library, shown: Show, theme: str
) -> None:
    ctx.set_theme(theme)
    gallery = shown_gallery(ctx, library, shown)
    gallery.settle()
    image = gallery.grab().toImage()
    ground = ctx.theme.color("paper").rgb()
    assert image.pixel(2, 2) == ground
    colors = {image.pixel(x, y) for x in range(0, image.width(), 7)
              for y in range(0, image.height(), 7)}  # fmt: skip
    assert len(colors) > 40
    assert ctx.theme.color("focus").rgb() in {
        image.pixel(x, y) for x in range(image.width()) for y in range(0, image.height(), 2)
    }


@pytest.mark.parametrize(("width", "columns"), [(500, 2), (900, 4), (1200, 5)])
def test_a_grid_answers_to_its_width_without_overlap(
    ctx: Context, shown: Show, width: int, columns: int
) -> None:
    grid = CardGrid(ctx)
    spec = CoverSpec("exhibit/x", "ai", 7)
    cards: list[QWidget] = [Card(ctx, spec, f"展项 {n}", "人工智能") for n in range(9)]
    feature = FeatureCard(ctx, spec, "大屏金鱼", "展签精选", "两条小金鱼")
    grid.set_cards(cards, feature)
    grid.resize(width, grid.heightForWidth(width))
    shown(grid)
    assert grid.columns(width) == columns
    boxes: list[QRect] = [card.geometry() for card in grid.cards()]
    assert len(boxes) == 10
    assert all(grid.rect().contains(box) for box in boxes)
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
    assert boxes[0].width() > boxes[1].width()
