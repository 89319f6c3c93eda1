"""Keeps the memory of a process that runs for weeks from growing.

Large pictures go back at once: glibc raises its threshold for separate blocks with every large
block that is freed; after a day of prints of all sizes they would lie in a heap that never shrinks.

What a visit leaves is collected after it: Python alone would wait for many visits, and their fonts
would keep font files open that long.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from typing import Final

_ARENA_MAX: Final = -8
_MMAP_THRESHOLD: Final = -3
_TRIM_THRESHOLD: Final = -1
_LARGE: Final = 256 * 1024
_SLACK: Final = 8 * 1024 * 1024


def hold_memory() -> bool:
    """Ask for it; False where the C library is another one."""
    if not sys.platform.startswith("linux"):
        return False
    option = getattr(ctypes.CDLL(None), "mallopt", None)
    if option is None:
        return False
    wishes = ((_MMAP_THRESHOLD, _LARGE), (_TRIM_THRESHOLD, _SLACK), (_ARENA_MAX, 2))
    return all(option(name, value) == 1 for name, value in wishes)


def settle_memory() -> None:
    """What is there now stays as long as the window: looking through it again would take 0.1 s."""
    gc.collect()
    gc.freeze()


def tidy_memory() -> None:
    """Nobody is there: what the last visitor left goes."""
    gc.collect()
