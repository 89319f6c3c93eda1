"""The shipped faces: only the files that the language on screen needs are loaded."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtGui import QFontDatabase

from app.base import paths
from app.ui.outlines import forget_faces

_FILES: Final[dict[str, tuple[str, ...]]] = {
    "zh-Hant": (
        "ZhanbanSansTC-Regular",
        "ZhanbanSansTC-Bold",
        "ZhanbanSerifTC-Bold",
        "ZhanbanSansSC-Regular",
        "ZhanbanSansSC-Bold",
    ),
    "": ("ZhanbanSansSC-Regular", "ZhanbanSansSC-Bold", "ZhanbanSerifSC-Bold"),
}
# System faces stand behind the shipped ones, should a character be missing in them.
_FAMILIES: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "zh-Hant": {
        "ui": ("Zhanban Sans TC", "Zhanban Sans SC", "Noto Sans CJK TC", "Microsoft JhengHei UI"),
        "display": (
            "Zhanban Serif TC",
            "Noto Serif CJK TC",
            "Songti TC",
            "PMingLiU",
            "Zhanban Sans SC",
        ),
    },
    "": {
        "ui": ("Zhanban Sans SC", "Noto Sans CJK SC", "Microsoft YaHei UI", "PingFang SC"),
        "display": ("Zhanban Serif SC", "Noto Serif CJK SC", "Songti SC", "SimSun"),
    },
}


def families(language: str, use: str) -> list[str]:
    """The families for `ui` or `display` in this language, nearest first."""
    key = language if language in _FAMILIES else ""
    _load(key)
    return list(_FAMILIES[key][use])


@cache
def _load(key: str) -> None:
    folder = paths.resources() / "fonts"
    for name in _FILES[key]:
        for path in (folder / f"{name}.otf", folder / f"{name}.ttf"):
            if path.is_file():
                QFontDatabase.addApplicationFont(str(path))
                forget_faces()
