"""Three hills and two pagodas stand where they stand in Fuzhou."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage, QPainter

from app.ui.art.palettes import MotifPalette, motif_palette
from app.ui.art.scene import paint_moon, paint_scene, paint_stars
from app.ui.art.scene_shape import SceneSpec, hills
from app.ui.art.strands import paint_strands

HOME = SceneSpec(1184, 256, 176, 836, 250)
PAPER = QColor("#F5F1E7")


def picture(width: int = 1184, height: int = 300) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(PAPER)
    return image


def painted_scene(palette: MotifPalette) -> QImage:
    image = picture()
    painter = QPainter(image)
    paint_scene(painter, HOME, palette)
    painter.end()
    return image


def test_pingshan_is_highest_wushan_left_and_yushan_right() -> None:
    pingshan, wushan, yushan = hills(HOME)
    assert wushan.peak < pingshan.peak < yushan.peak
    assert pingshan.height > wushan.height > yushan.height


def test_a_contour_lies_within_the_one_around_it_and_ends_at_the_base() -> None:
    hill = hills(HOME)[0]
    outer, inner = hill.contour(HOME, 0), hill.contour(HOME, 1)
    assert inner[0][0] > outer[0][0]
    assert min(y for _, y in inner) > min(y for _, y in outer)
    assert all(y < HOME.base for _, y in outer)


def test_by_day_the_left_pagoda_is_black_and_the_right_one_white(qapp: object) -> None:
    scene = painted_scene(motif_palette("light"))
    _, wushan, yushan = hills(HOME)
    black_x = round(wushan.peak + wushan.spread * 0.62)
    white_x = round(yushan.peak - yushan.spread * 0.62)
    black = scene.pixelColor(black_x, round(wushan.slope_y(HOME)) - 3)
    white = scene.pixelColor(white_x, round(yushan.slope_y(HOME)) - 3)
    assert black.lightness() < 80
    assert white.lightness() > 240


def test_hills_can_stand_on_another_ground(qapp: object) -> None:
    image = picture()
    painter = QPainter(image)
    paint_scene(painter, HOME, motif_palette("dark"), "#0B4A49")
    painter.end()
    hill = hills(HOME)[0]
    between_contours = round(HOME.base - hill.height * 0.94)
    assert image.pixelColor(round(hill.peak), between_contours).name() == "#0b4a49"


def test_moon_and_stars_light_the_sky(qapp: object) -> None:
    image = picture(200, 200)
    image.fill(QColor("#0B1617"))
    painter = QPainter(image)
    paint_stars(painter, 200, 200)
    paint_moon(painter, 100, 100, 30, "#E9B95A")
    painter.end()
    assert image.pixelColor(100, 100).name() == "#e9b95a"
    sky = {image.pixelColor(x, y).name() for x in range(200) for y in range(60)}
    assert len(sky) > 10


def test_strands_reach_from_the_stem_to_every_tip(qapp: object) -> None:
    image = picture(300, 300)
    painter = QPainter(image)
    tips = [(260.0, 40.0), (260.0, 150.0), (260.0, 260.0)]
    paint_strands(painter, motif_palette("light"), ((10.0, 150.0), (110.0, 150.0)), tips)
    painter.end()
    for x, y in [(20.0, 150.0), *((x - 2, y) for x, y in tips)]:
        column = [image.pixelColor(round(x), round(y) + step) for step in (-1, 0, 1)]
        assert any(colour != PAPER for colour in column)
    assert image.pixelColor(290, 150) == PAPER
