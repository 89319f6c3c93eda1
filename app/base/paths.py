"""Where things are: in a checkout, in an installed wheel and in a frozen build."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parents[2]


def resources() -> Path:
    """Themes, words, fonts, pictures."""
    return _root() / "resources"


def seeds() -> Path:
    """The packs that are shipped."""
    return _root() / "seeds"


def default_data_dir() -> Path:
    """The folder that holds the content, visitor and settings files of this user."""
    if named := os.environ.get("ZHANBAN_DATA_DIR"):
        return Path(named)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "zhanban"
