"""The river's width is a value, its bits drift, its layers are painted apart."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from app.ui.art.palettes import motif_palette, motif_palette_on
from app.ui.art.river import River
from app.ui.art.river_shape import RiverShape, RiverSpec, smooth_step

VALUES = (2800, 3500, 4150, 4600, 6100, 7100, 7700, 8300, 8300)
STATIONS = tuple((66 + 131.5 * number, float(value)) for number, value in enumerate(VALUES))
HOME = RiverSpec(1184, 292, STATIONS, 55 / 8300, strands=34, swell=9, wave_length=230, bits=40)


def test_the_half_width_at_a_station_is_its_value_times_the_scale() -> None:
    shape = RiverShape(HOME)
    assert shape.half_width(66) == pytest.approx(18.55, abs=0.01)
    assert shape.half_width(66 + 131.5 * 7) == pytest.approx(55)


def test_the_width_between_two_stations_has_no_kink_and_stays_between_their_values() -> None:
    shape = RiverShape(HOME)
    assert smooth_step(0, 10, 0.5) == 5
    assert smooth_step(0, 10, -1) == 0
    assert smooth_step(0, 10, 2) == 10
    middle = shape.half_width(66 + 131.5 * 3.5) / HOME.scale
    assert middle == pytest.approx((4600 + 6100) / 2)
    near = shape.half_width(66 + 131.5 * 3 + 1) - shape.half_width(66 + 131.5 * 3)
    assert abs(near) < 0.01


def test_the_river_narrows_to_its_source_and_widens_beyond_its_last_station() -> None:
    shape = RiverShape(HOME)
    assert shape.half_width(-60) < shape.half_width(0) < shape.half_width(66)
    assert shape.half_width(1184) > shape.half_width(STATIONS[-1][0])


def test_a_bit_drifts_with_time_and_comes_back_from_the_left() -> None:
    shape = RiverShape(HOME)
    bit = shape.bits[0]
    start = shape.bit_line(bit, 0, 26)[0][0]
    later = shape.bit_line(bit, 2, 26)[0][0]
    assert later - start == pytest.approx(2 * 26 * bit.speed)
    lap = (HOME.width + 60) / (26 * bit.speed)
    assert shape.bit_line(bit, lap, 26)[0][0] == pytest.approx(start)


def test_bits_stay_within_the_banks_and_the_strip_holds_them_all() -> None:
    river = River(HOME, motif_palette("light"))
    strip = river.strip()
    for bit in river.shape.bits:
        for x, y in river.shape.bit_line(bit, 5.5, 26):
            assert abs(y - river.shape.centre(x)) < river.shape.half_width(x)
            assert strip.top() <= y <= strip.bottom()


def test_still_layer_and_bits_are_painted_in_the_colours_of_the_theme(qapp: object) -> None:
    palette = motif_palette("dark")
    river = River(HOME, palette)
    picture = QImage(1184, 433, QImage.Format.Format_RGB32)
    picture.fill(QColor("#0B1617"))
    painter = QPainter(picture)
    river.paint_still(painter)
    before = picture.copy()
    river.paint_bits(painter, 1.0)
    painter.end()
    x, y = river.shape.bit_line(river.shape.bits[5], 1.0, 26)[1]
    painted = picture.pixelColor(round(x), round(y))
    assert painted != before.pixelColor(round(x), round(y))
    assert abs(painted.hue() - QColor(palette.bit).hue()) < 12


def test_the_paper_decides_which_river_is_painted() -> None:
    assert not motif_palette_on(QColor("#F5F1E7")).dark
    assert motif_palette_on(QColor("#0B1617")).dark
