"""Words for the world's faults, in the language on screen."""

from __future__ import annotations

from app.base.errors import AppError
from app.base.words import Words


def message(fault: AppError, words: Words) -> str:
    """What happened, in one sentence; `code.alone` where a fact is empty."""
    key = f"errors.{fault.code}"
    if not all(str(value) for value in fault.facts.values()) and words.has(f"{key}.alone"):
        key = f"{key}.alone"
    return words(key, **fault.facts)
