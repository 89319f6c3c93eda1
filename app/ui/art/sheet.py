"""What every cover form is given: ink, palette, the id's random numbers and the first six draws."""

from __future__ import annotations

import math
from dataclasses import dataclass

from app.ui.art.ink import Ink, Point, steps_through
from app.ui.art.palettes import CoverPalette
from app.ui.art.rng import Random, mulberry32


@dataclass(frozen=True, slots=True)
class Sheet:
    """A cover before its form is drawn; `unit` is about a hundredth of the shorter side."""

    ink: Ink
    palette: CoverPalette
    seed: int
    random: Random
    edition: int
    width: float
    height: float
    unit: float
    disc_radius: float
    disc_x: float
    disc_y: float
    water: float
    wave_length: float
    phase: float

    @classmethod
    def drawn(
        cls,
        ink: Ink,
        palette: CoverPalette,
        seed: int,
        edition: int,
        size: tuple[float, float],
    ) -> Sheet:
        """The sheet of this seed. The order of the six draws is part of every print."""
        width, height = size
        random = mulberry32(seed)
        unit = max(min(width, height) / 100, max(width, height) / 400)
        return cls(
            ink,
            palette,
            seed,
            random,
            edition,
            width,
            height,
            unit,
            disc_radius=(13 + 6 * random()) * unit,
            disc_x=(0.24 + (0.76 - 0.24) * random()) * width,
            disc_y=(0.24 + (0.40 - 0.24) * random()) * height,
            water=height * (0.70 + (0.77 - 0.70) * random()),
            wave_length=(36 + 18 * random()) * unit,
            phase=random() * math.tau,
        )

    @property
    def is_wide(self) -> bool:
        return self.width / self.height > 1.3

    def between(self, low: float, high: float) -> float:
        """The next random number, between low and high."""
        return low + (high - low) * self.random()

    def disc(self, scale: float = 1) -> None:
        """The sun or moon of the print."""
        self.ink.circle(self.disc_x, self.disc_y, self.disc_radius * scale, self.palette.disc)

    def wave_height(self, x: float, amplitude: float, phase: float) -> float:
        return amplitude * math.sin(math.tau * x / self.wave_length + phase)

    def wave(self, y: float, amplitude: float, phase: float) -> list[Point]:
        """A line of water across the sheet."""
        step = 2 * self.unit
        return [
            (x, y + self.wave_height(x, amplitude, phase))
            for x in steps_through(-step, self.width + step, step)
        ]
