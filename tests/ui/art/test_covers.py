"""Covers look as they were designed, everywhere and always."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from app.model.entry import KINDS
from app.ui.art.covers import cover_image, paint_cover, paint_edition_header
from app.ui.art.forms import FORMS
from app.ui.art.palettes import categories, cover_form, cover_palette

GOLDEN = Path(__file__).parent / "golden"
TOLERANCE = 2.5  # mean difference of a channel, of 255
SIZE = QSize(96, 96)


def as_picture(image: QImage) -> Image.Image:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    size = (image.width(), image.height())
    pixels = bytes(image.constBits())
    return Image.frombuffer("RGB", size, pixels, "raw", "BGRX", image.bytesPerLine(), 1)


def difference(left: Image.Image, right: Image.Image) -> float:
    return sum(ImageStat.Stat(ImageChops.difference(left, right)).mean) / 3


def cover(category: str, seed_id: str = "exhibit/golden", edition: int = 7) -> Image.Image:
    return as_picture(cover_image(seed_id, category, edition, SIZE))


@pytest.mark.parametrize("category", FORMS)
def test_a_cover_looks_as_designed(qapp: object, category: str) -> None:
    golden = Image.open(GOLDEN / f"{category}.png").convert("RGB")
    assert difference(cover(category), golden) <= TOLERANCE


@pytest.mark.parametrize("category", FORMS)
def test_the_same_id_is_always_printed_the_same_and_another_id_is_not(
    qapp: object, category: str
) -> None:
    assert cover(category).tobytes() == cover(category).tobytes()
    assert cover(category).tobytes() != cover(category, "exhibit/other").tobytes()


def test_a_later_edition_has_more_strands(qapp: object) -> None:
    assert difference(cover("edition", edition=1), cover("edition", edition=8)) > TOLERANCE


def test_every_category_has_a_form_and_every_kind_a_category() -> None:
    assert set(categories()) == set(FORMS)
    assert {cover_form(kind) for kind in KINDS} <= set(FORMS)
    assert cover_form("exhibit", "net") == "net"


def test_a_sharp_screen_gets_more_pixels_of_the_same_picture(qapp: object) -> None:
    double = cover_image("exhibit/golden", "data", 7, SIZE, 2.0)
    assert (double.width(), double.height()) == (192, 192)
    smaller = as_picture(double).resize((96, 96), Image.Resampling.BOX)
    assert difference(smaller, cover("data")) <= 2 * TOLERANCE


def test_a_cover_leaves_the_rest_of_the_page_and_the_painter_alone(qapp: object) -> None:
    page = QImage(120, 120, QImage.Format.Format_RGB32)
    page.fill(QColor("#ffffff"))
    painter = QPainter(page)
    before = painter.opacity(), painter.pen().color().name()
    paint_cover(painter, "exhibit/golden", "net", 7, 60, 60)
    assert (painter.opacity(), painter.pen().color().name()) == before
    painter.end()
    assert page.pixelColor(90, 90) == QColor("#ffffff")
    assert page.pixelColor(2, 2) != QColor("#ffffff")


def test_the_header_of_an_edition_is_plain_where_its_text_stands(qapp: object) -> None:
    header = QImage(1184, 340, QImage.Format.Format_RGB32)
    painter = QPainter(header)
    paint_edition_header(painter, "edition/2023", 6, 1184, 340)
    painter.end()
    left = as_picture(header).crop((0, 0, 600, 340))
    assert left.getcolors() == [(600 * 340, QColor(cover_palette("edition").dark).getRgb()[:3])]
    assert as_picture(header).crop((800, 0, 1184, 340)).getcolors() is None  # too many to count
