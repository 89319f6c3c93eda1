"""Large words are painted alike, whatever was painted before them."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from app.ui.context import Context
from app.ui.outlines import _another, hold_still

_LARGE = 80


def painted(font: QFont, *, still: bool) -> QImage:
    """A large figure on white."""
    image = QImage(700, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(font)
    if still:
        hold_still(painter)
    painter.drawText(QPointF(10, 150), "8,300 亿元")
    painter.end()
    return image


def paint_small(font: QFont, shift: float) -> None:
    """Something small that lies a fraction of a pixel beside the grid."""
    image = QImage(400, 60, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setFont(font)
    for place, sign in enumerate("0123456789数字中国"):
        painter.drawText(QPointF(place * 20 + shift, 30), sign)
    painter.end()


def pictures(ctx: Context, smallest: int, *, still: bool) -> list[QImage]:
    """The figure again and again, something small at another fraction before each."""
    large, small = QFont(ctx.theme.font("h1")), QFont(ctx.theme.font("h1"))
    large.setPixelSize(_LARGE + smallest)  # of its own, too: both are read from one file
    small.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    made = []
    for size, shift in enumerate((0.0, 0.25, 0.5, 0.75)):
        small.setPixelSize(smallest + size)  # nobody else has it: nothing of it is kept yet
        paint_small(small, shift)
        made.append(painted(large, still=still))
    return made


def test_small_words_before_it_do_not_move_a_large_one(ctx: Context) -> None:
    first, *others = pictures(ctx, 37, still=True)
    assert all(other == first for other in others)


def test_no_transform_comes_twice_in_a_row_of_any_length_that_qt_keeps() -> None:
    seen = [_another() for _ in range(3000)]
    assert len({(one.m11(), one.m22(), one.m21()) for one in seen}) == len(seen)


def test_large_words_of_many_fonts_are_all_held_still(ctx: Context) -> None:
    """Each font keeps its own ten: taking turns must not bring one of them back."""
    fonts = [QFont(ctx.theme.font(role)) for role in ("h1", "body", "figureXL")]
    for number, font in enumerate(fonts):
        font.setPixelSize(100 + number)
    first = [painted(font, still=True) for font in fonts]
    small = QFont(ctx.theme.font("h1"))
    for turn in range(24):
        small.setPixelSize(20 + turn % 12)
        paint_small(small, turn % 4 / 4)
        assert [painted(font, still=True) for font in fonts] == first


def test_qt_itself_still_moves_it(ctx: Context) -> None:
    """Once this fails, Qt has mended it and `hold_still` can go."""
    first, *others = pictures(ctx, 47, still=False)
    assert any(other != first for other in others)
