"""How a totem's window is cut to the design: portrait 1080 × 1920, landscape 1920 × 1080. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PORTRAIT: Final = (1080, 1920)
LANDSCAPE: Final = (1920, 1080)
REACH: Final = 1020  # what can be touched in portrait: so far from the lower edge, and no higher
LOW_REACH: Final = 740  # in low reach, where a screen can do with so little
_WIDEST: Final = 1.34  # times the design's width or height; beyond that the edges stay dark


@dataclass(frozen=True, slots=True)
class Stage:
    """The part of the window that is used, in its pixels, and what a design's pixel is there.

    `across` and `down` are its size in the design's pixels: 1080 × 1920 or more, never less.
    """

    left: int
    top: int
    width: int
    height: int
    is_portrait: bool
    factor: float

    @classmethod
    def of(cls, width: int, height: int, orientation: str = "auto") -> Stage:
        """Cut for a window of this size; `orientation` auto, portrait or landscape."""
        is_portrait = height > width if orientation == "auto" else orientation == "portrait"
        across, down = PORTRAIT if is_portrait else LANDSCAPE
        factor = max(min(width / across, height / down), 0.1)
        used = (
            min(width, round(across * _WIDEST * factor)),
            min(height, round(down * _WIDEST * factor)),
        )
        left, top = (width - used[0]) // 2, (height - used[1]) // 2
        return cls(left, top, *used, is_portrait, factor)

    @property
    def across(self) -> float:
        """Its width in pixels of the design."""
        return self.width / self.factor

    @property
    def down(self) -> float:
        """Its height in pixels of the design."""
        return self.height / self.factor

    @property
    def reach(self) -> float:
        """The y below which everything lies that can be touched, in pixels of the design."""
        return self.down - REACH if self.is_portrait else 0.0
