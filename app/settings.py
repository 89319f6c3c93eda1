"""What a person may change: one typed value, kept in its own small file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Final

from app.base.errors import AppError
from app.base.files import write_atomically
from app.model.text import LANGUAGES, ZH_HANS

FILE_NAME: Final = "settings.json"
THEMES: Final = ("light", "dark")
LEAST_SCALE: Final = 0.9
MOST_SCALE: Final = 1.5


@dataclass(slots=True)
class Settings:
    """Every setting with its default."""

    language: str = ZH_HANS
    theme: str = "light"
    scale: float = 1.0
    reduced_motion: bool = False
    totem: bool = False  # opens as a public totem, see --kiosk
    folder: str = ""  # where the last file was saved

    @classmethod
    def load(cls, data_dir: Path) -> Settings:
        """The settings of this data folder; what is missing or makes no sense is the default."""
        try:
            told = json.loads((data_dir / FILE_NAME).read_text("utf-8"))
        except (OSError, ValueError):
            told = {}
        settings = cls()
        if isinstance(told, dict):
            for setting in fields(cls):
                value = told.get(setting.name)
                if _makes_sense(setting.name, value):
                    setattr(settings, setting.name, value)
        return settings

    def save(self, data_dir: Path) -> None:
        """Write all of them in one step; AppError `not-writable`."""
        body = json.dumps(asdict(self), ensure_ascii=False, indent=1).encode()
        try:
            write_atomically(data_dir / FILE_NAME, body)
        except OSError as fault:
            raise AppError("not-writable", path=data_dir, cause=fault.strerror) from fault


def _makes_sense(name: str, value: object) -> bool:
    if name == "language":
        return value in LANGUAGES
    if name == "theme":
        return value in THEMES
    if name == "folder":
        return isinstance(value, str)
    if name == "scale":
        return (
            isinstance(value, int | float)
            and not isinstance(value, bool)
            and LEAST_SCALE <= value <= MOST_SCALE
        )
    return isinstance(value, bool)
