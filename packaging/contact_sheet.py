"""Puts each screen beside its drawing: mockup | built by day | by night | Traditional | English.

    python packaging/contact_sheet.py MOCKUPS OUT [NAME …]

MOCKUPS is the folder of the drawings; every picture is made by `zhanban picture`. Screens that
nobody drew have no mockup: their sheets begin with what is built.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

GAP = 24


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen; the file name of its drawing, if there is one, starts with `name`."""

    name: str
    route: str
    size: str
    language: str = "zh-Hans"
    theme: str = "light"


SCREENS = (
    Screen("01_home_light", "home", "1280x800"),
    Screen("02_home_dark", "home", "1280x800", theme="dark"),
    Screen("17a_home_en", "home", "1280x800", language="en"),
    Screen("17c_home_zh-hant", "home", "1280x800", language="zh-Hant"),
    Screen("03_edition_detail", "edition/2023", "1280x2020"),
    Screen("04_zone_browse", "zone", "1440x900"),
    Screen("24b_zone_browse_dark", "zone", "1440x900", theme="dark"),
    Screen("05_exhibit_detail", "exhibit/ai-goldfish-screen", "1440x900"),
    Screen("06_projects", "projects", "1440x900"),
    Screen("07_project_detail", "project/2024-signing-ceremony", "1440x900"),
    Screen("08_figures", "figures", "1920x1080"),
    Screen("24a_figures_dark", "figures", "1920x1080", theme="dark"),
    Screen("09_search", "search?q=yyz", "1280x800"),
    Screen("10_source_viewer", "source/feature-2024", "1440x900"),
    Screen("18a_no_results", "search?q=量子咖啡机", "1280x800"),
    Screen("23_plan", "task/2025-09", "1440x900"),
    Screen("timeline", "timeline", "1440x900"),
    Screen("applications", "applications", "1440x900"),
    Screen("application", "application/fuyao-smart-factory", "1440x900"),
    Screen("organisations", "organisations", "1440x900"),
    Screen("organisation", "organisation/alibaba", "1440x900"),
    Screen("person", "person/liu-liehong", "1440x900"),
    Screen("place", "place/zone-2024", "1440x900"),
    Screen("activity", "activity/2025-experience-zone", "1440x900"),
    Screen("document", "document/data-twenty-measures", "1440x900"),
    Screen("search", "search", "1280x800"),
    Screen("favourites", "favourites", "1280x800"),
    Screen("settings", "settings", "1280x1400"),
    Screen("check", "check", "1280x800"),
    Screen("missing", "missing", "1280x800"),
)


def built(screen: Screen, folder: Path, language: str, theme: str) -> Image.Image:
    """The screen as the program paints it."""
    file = folder / f"{screen.name}-{language}-{theme}.png"
    command = [sys.executable, "-m", "app", "picture", "--open", screen.route]
    command += ["--size", screen.size, "--lang", language, "--theme", theme, "-o", str(file)]
    subprocess.run(command, check=True)
    return Image.open(file).convert("RGB")


def row(pictures: list[Image.Image]) -> Image.Image:
    """Beside each other."""
    width = sum(one.width for one in pictures) + GAP * (len(pictures) - 1)
    made = Image.new("RGB", (width, max(one.height for one in pictures)), "#808080")
    left = 0
    for one in pictures:
        made.paste(one, (left, 0))
        left += one.width + GAP
    return made


def sheet(screen: Screen, mockups: Path, folder: Path) -> Image.Image:
    """All pictures of one screen in one row."""
    other_theme = "dark" if screen.theme == "light" else "light"
    variants = [(screen.language, screen.theme), (screen.language, other_theme)]
    others = [name for name in ("zh-Hans", "zh-Hant", "en") if name != screen.language]
    variants += [(name, screen.theme) for name in others]
    drawn = [file for file in mockups.glob("*.png") if file.name.startswith(f"{screen.name}_")]
    pictures = [Image.open(file).convert("RGB") for file in drawn]
    pictures += [built(screen, folder, *variant) for variant in variants]
    return row(pictures)


def main() -> None:
    """Write one sheet for each screen that was asked for (all by default)."""
    mockups, out, wanted = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]
    out.mkdir(parents=True, exist_ok=True)
    for screen in SCREENS:
        if wanted and not any(screen.name.startswith(name) for name in wanted):
            continue
        with tempfile.TemporaryDirectory() as folder:
            sheet(screen, mockups, Path(folder)).save(out / f"{screen.name}.png")
        print(out / f"{screen.name}.png", flush=True)


if __name__ == "__main__":
    main()
