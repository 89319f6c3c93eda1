"""Puts each screen of the totem beside its drawing: mockup | three languages | 大字 | 低位.

    python packaging/kiosk_sheet.py MOCKUPS OUT [--single] [NAME …]

MOCKUPS is the folder of the drawings. What has no drawing (lists, editions, projects, sheets, the
staff panel's sections, the other orientation) stands beside a grey field. `--single` writes every
picture by itself as well, at its own size.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from contact_sheet import row
from PIL import Image
from PySide6.QtCore import QSize

from app.content.seeds import ensure_content
from app.kiosk.picture import save
from app.settings import Settings
from app.store.library import Library
from app.ui.routes import Route

PORTRAIT, LANDSCAPE = (1080, 1920), (1920, 1080)
EXHIBIT, KEPT = "exhibit/5g-antenna-glass", "application/rong-yi-tong"
PLAIN = ("zh-Hans", "zh-Hant", "en")


@dataclass(frozen=True, slots=True)
class Screen:
    """A place and its drawings by orientation: the names that their files start with."""

    name: str
    route: str
    portrait: str = ""
    landscape: str = ""
    has_modes: bool = True


SCREENS = (
    Screen("attract", "attract?scene=0", landscape="11_", has_modes=False),
    Screen("attract-exhibit", "attract?scene=2", has_modes=False),
    Screen("attract-edition", "attract?scene=1", has_modes=False),
    Screen("home", "home", "13_", "12_"),
    Screen("exhibits", "exhibits", landscape="12b_"),
    Screen("search", "search?q=R", "14_"),
    Screen("search-start", "search"),
    Screen("search-none", "search?q=QQQ"),
    Screen("exhibit", EXHIBIT, "15_"),
    Screen("edition", "edition/2024"),
    Screen("project", "project/2024-signing-ceremony"),
    Screen("application", KEPT),
    Screen("projects", "projects"),
    Screen("figures", "figures"),
    Screen("applications", "applications"),
    Screen("editions", "editions"),
    Screen("take", f"{EXHIBIT}?sheet=take&kept={KEPT}"),
    Screen("list", f"home?sheet=take&kept={KEPT}&kept={EXHIBIT}"),
    Screen("sources", f"{EXHIBIT}?sheet=sources"),
    Screen("language", "home?sheet=language"),
    Screen("ask", f"ask?over={EXHIBIT}", "20_"),
    Screen("pin", "pin", landscape="16a_", has_modes=False),
    Screen("operator", "operator", landscape="16b_", has_modes=False),
    Screen("operator-idle", "operator?section=idle", has_modes=False),
    Screen("operator-stats", "operator?section=stats", has_modes=False),
    Screen("operator-screen", "operator?section=screen", has_modes=False),
    Screen("operator-pin", "operator?section=pin", has_modes=False),
    Screen("operator-log", "operator?section=log", has_modes=False),
    Screen("cleaning", "cleaning", has_modes=False),
    Screen("crash", "crash", has_modes=False),
)


def variants(screen: Screen) -> Iterator[tuple[str, str, str]]:
    """Name, language, what is added to the route."""
    for language in PLAIN:
        yield language, language, ""
    if screen.has_modes:
        yield "large", "zh-Hans", "large=1"
        yield "low", "zh-Hans", "low=1"
        yield "large-low-en", "en", "large=1&low=1"


def built(library: Library, screen: Screen, size: tuple[int, int], file: Path, language: str,
          more: str) -> Image.Image:  # fmt: skip
    """The screen as the program paints it."""
    told = screen.route + (("&" if "?" in screen.route else "?") + more if more else "")
    settings = Settings(language=language, reduced_motion=True)
    save(library, Route.parse(told), QSize(*size), file, settings)
    return Image.open(file).convert("RGB")


def sheet(library: Library, screen: Screen, size: tuple[int, int], mockups: Path, out: Path,
          stem: str) -> Image.Image:  # fmt: skip
    """The drawing and all pictures of one screen in one orientation."""
    start = screen.portrait if size == PORTRAIT else screen.landscape
    drawing = next(mockups.glob(f"{start}*.png")) if start else None
    pictures = [
        Image.open(drawing).convert("RGB") if drawing else Image.new("RGB", size, "#909090")
    ]
    for name, language, more in variants(screen):
        file = out / f"{stem}-{name}.png"
        pictures.append(built(library, screen, size, file, language, more))
    return row(pictures)


def main() -> None:
    """Write one sheet for each screen and orientation that was asked for (all by default)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mockups", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--single", action="store_true")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(ensure_content(Path(folder)).path)
        singles = asked.out if asked.single else Path(folder)
        for screen in SCREENS:
            for size, kind in ((PORTRAIT, "portrait"), (LANDSCAPE, "landscape")):
                stem = f"{screen.name}-{kind}"
                if asked.names and screen.name not in asked.names:
                    continue
                sheet(library, screen, size, asked.mockups, singles, stem).save(
                    asked.out / f"sheet-{stem}.png"
                )
                print(asked.out / f"sheet-{stem}.png", flush=True)
        library.close()


if __name__ == "__main__":
    main()
