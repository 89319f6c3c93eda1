"""What the river timeline is told: its stations, and the measures of its two looks."""

from __future__ import annotations

from typing import Final, NamedTuple


# Named tuples: a frozen dataclass takes seven times as long to make, 0.6 ms each at every start.
class Station(NamedTuple):
    """One edition on the river. `value` is what the width tells, None where no source says it;

    `value_text` is written above the bank with its qualifier, "" leaves it out.
    """

    id: str
    label: str  # the year, or 待定
    ordinal: str  # 第七届
    value: float | None = None
    value_text: str = ""
    upcoming: bool = False
    number: int = 0


class TimelineLook(NamedTuple):
    """The design's measures at its own size; the layout scales them to the widget."""

    width: float
    height: float
    y0: float
    half_width: float  # of the river at the greatest value
    strands: int
    swell: float
    wave_length: float
    bits: int
    bit_length: float
    line_width: float
    first_x: float
    last_x: float
    scene_base: float
    scene_height: float
    scene_centre: float
    scene_spread: float
    ring: float  # radius
    label_size: int
    label_below: float  # its middle, from the lower bank
    ordinal_size: int
    ordinal_below: float
    numbered: bool  # the number of the edition stands in the ring
    tells_values: bool
    drops_line: bool  # a line falls from the selected station to the panel below


HOME: Final = TimelineLook(
    width=1184,
    height=434,
    y0=292,
    half_width=55,
    strands=34,
    swell=9,
    wave_length=230,
    bits=40,
    bit_length=1.0,
    line_width=1.0,
    first_x=66,
    last_x=1118,
    scene_base=256,
    scene_height=176,
    scene_centre=836,
    scene_spread=250,
    ring=8,
    label_size=19,
    label_below=37,
    ordinal_size=13,
    ordinal_below=59,
    numbered=False,
    tells_values=True,
    drops_line=True,
)

KIOSK_LANDSCAPE: Final = TimelineLook(
    width=1920,
    height=500,
    y0=330,
    half_width=74,
    strands=40,
    swell=12,
    wave_length=360,
    bits=54,
    bit_length=1.6,
    line_width=1.3,
    first_x=128,
    last_x=1792,
    scene_base=276,
    scene_height=212,
    scene_centre=1386,
    scene_spread=343,
    ring=25,
    label_size=30,
    label_below=37,
    ordinal_size=22,
    ordinal_below=73,
    numbered=True,
    tells_values=False,
    drops_line=False,
)
