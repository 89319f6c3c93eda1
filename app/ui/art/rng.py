"""The two small generators behind every print: the same id gives the same numbers everywhere."""

from __future__ import annotations

from collections.abc import Callable

Random = Callable[[], float]

_MASK = 0xFFFFFFFF


def fnv1a(text: str) -> int:
    """The 32-bit FNV-1a hash of the text's UTF-8 bytes."""
    value = 0x811C9DC5
    for byte in text.encode("utf-8"):
        value = ((value ^ byte) * 0x01000193) & _MASK
    return value


def mulberry32(seed: int) -> Random:
    """A source of numbers in [0, 1) that depends on the seed alone."""
    state = seed & _MASK

    def draw() -> float:
        nonlocal state
        state = (state + 0x6D2B79F5) & _MASK
        mixed = ((state ^ (state >> 15)) * (state | 1)) & _MASK
        mixed ^= (mixed + ((mixed ^ (mixed >> 7)) * (mixed | 61))) & _MASK
        mixed &= _MASK
        return (mixed ^ (mixed >> 14)) / 4294967296

    return draw
