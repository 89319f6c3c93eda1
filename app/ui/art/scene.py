"""Fuzhou looking north over the river: three hills, the tower, the black and the white pagoda."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtGui import QPainter

from app.ui.art.ink import Ink, polygon, polyline
from app.ui.art.palettes import MotifPalette
from app.ui.art.rng import mulberry32
from app.ui.art.scene_shape import CONTOURS, PAGODA_OFFSET, Hill, SceneSpec, hills

_TIERS: Final = 7
_STAR: Final = "#F0ECE1"


class _Pagoda(NamedTuple):
    fill: str
    stroke: str


def paint_scene(
    painter: QPainter, spec: SceneSpec, palette: MotifPalette, ground: str = ""
) -> None:
    """The hills stand on `ground`, the colour of the picture behind them (default: the paper)."""
    if ground:
        palette = palette._replace(hill_fill=ground)
    ink = Ink(painter)
    pingshan, wushan, yushan = hills(spec)
    _paint_hill(ink, spec, pingshan, palette)
    _paint_tower(ink, spec, pingshan, palette)
    _paint_hill(ink, spec, wushan, palette)
    black = _Pagoda("#040A0B", "#7F9A95") if palette.dark else _Pagoda("#2C3B38", "#2C3B38")
    black_x = wushan.peak + wushan.spread * PAGODA_OFFSET
    size = spec.height * 0.52
    _paint_pagoda(ink, (black_x, wushan.slope_y(spec)), size, black, spec.line_width)
    _paint_hill(ink, spec, yushan, palette)
    white = _Pagoda("#D5E0DA", "#D5E0DA") if palette.dark else _Pagoda("#FFFDF8", palette.hill)
    white_x = yushan.peak - yushan.spread * PAGODA_OFFSET
    size = spec.height * 0.46
    _paint_pagoda(ink, (white_x, yushan.slope_y(spec)), size, white, spec.line_width * 1.1)
    painter.setOpacity(1)


def paint_moon(painter: QPainter, x: float, y: float, radius: float, colour: str) -> None:
    Ink(painter).circle(x, y, radius, colour)


def paint_stars(
    painter: QPainter, width: float, height: float, count: int = 46, seed: int = 20180422
) -> None:
    """Small stars in the upper part of a night sky, more of them to the right."""
    ink, random = Ink(painter), mulberry32(seed)
    for _ in range(count):
        x, y = width * random() ** 0.7, height * random()
        ink.circle(x, y, 0.7 + 0.9 * random(), _STAR, opacity=0.25 + 0.45 * random())
    painter.setOpacity(1)


def _paint_hill(ink: Ink, spec: SceneSpec, hill: Hill, palette: MotifPalette) -> None:
    for number in range(CONTOURS):
        line = hill.contour(spec, number)
        if not line:
            continue
        width = spec.line_width
        opacity = 0.72 - 0.07 * number
        if number == 0:
            foot = [(line[-1][0], spec.base + 4), (line[0][0], spec.base + 4)]
            ink.shape(polygon(line + foot), palette.hill_fill)
            width, opacity = width * 1.5, 1
        ink.shape(polyline(line), "", palette.hill, width, opacity)


def _paint_tower(ink: Ink, spec: SceneSpec, hill: Hill, palette: MotifPalette) -> None:
    x, y, size = hill.peak, spec.base - hill.height + 1, spec.height * 0.10
    wall = [
        (x - size * 0.8, y + 2),
        (x - size * 0.8, y - size * 0.5),
        (x + size * 0.8, y - size * 0.5),
        (x + size * 0.8, y + 2),
    ]
    roof = [
        (x - size * 1.25, y - size * 0.42),
        (x - size * 0.7, y - size * 0.95),
        (x + size * 0.7, y - size * 0.95),
        (x + size * 1.25, y - size * 0.42),
    ]
    ink.shape(polygon(wall), palette.hill_fill, palette.hill, spec.line_width * 1.2)
    ink.shape(polygon(roof), palette.hill, palette.hill, spec.line_width)


def _paint_pagoda(
    ink: Ink, foot: tuple[float, float], size: float, colours: _Pagoda, line_width: float
) -> None:
    x, ground = foot
    tier = size * 0.86 / _TIERS
    for number in range(_TIERS):
        half, y = size * (0.150 - 0.0125 * number), ground - number * tier
        wall = [
            (x - half * 0.56, y),
            (x - half * 0.5, y - tier * 0.64),
            (x + half * 0.5, y - tier * 0.64),
            (x + half * 0.56, y),
        ]
        roof = [
            (x - half, y - tier * 0.55),
            (x - half * 0.46, y - tier),
            (x + half * 0.46, y - tier),
            (x + half, y - tier * 0.55),
        ]
        ink.shape(polygon(wall), colours.fill, colours.stroke, line_width)
        ink.shape(polygon(roof), colours.fill, colours.stroke, line_width)
    top = ground - _TIERS * tier
    ink.line((x, top), (x, ground - size), colours.stroke, line_width * 1.4)
