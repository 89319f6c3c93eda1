"""Our icon names: equal to qtawesome's own tables, drawn crisp, found without importing it."""

from __future__ import annotations

import json
import subprocess
import sys

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from app.base import paths
from app.ui import icons
from app.ui.rail import PLACES

TABLE = json.loads((paths.resources() / "icons.json").read_text("utf-8"))


def test_the_small_table_equals_the_charmaps_of_qtawesome() -> None:
    charmaps = {}
    for prefix, font in TABLE["fonts"].items():
        name = font.replace("-webfont", "-webfont-charmap") if "webfont" in font else (
            font.replace("phosphor-", "phosphor-charmap-")
        )  # fmt: skip
        path = icons.font_folder() / name.replace(".ttf", ".json")
        charmaps[prefix] = json.loads(path.read_text("utf-8"))
    for name, (theirs, code) in TABLE["icons"].items():
        prefix, _, told = theirs.partition(".")
        assert int(charmaps[prefix][told], 16) == int(code, 16), name


def test_every_icon_leaves_ink_inside_its_box(qapp: QApplication) -> None:
    for name in TABLE["icons"]:
        image = icons.pixmap(name, QColor("black"), 24, 2.0).toImage()
        assert image.width() == 48
        inked = sum(image.pixelColor(x, y).alpha() > 0 for x in range(48) for y in range(48))
        assert inked > 20, name


def test_every_place_of_the_rail_has_an_icon_at_rest_and_when_current() -> None:
    for key in PLACES:
        assert icons.has(key)
        assert icons.has(f"{key}-fill")


def test_the_way_to_the_window_imports_neither_qtawesome_nor_a_page() -> None:
    code = (
        "import sys, app.ui.start\n"
        "heavy = [m for m in sys.modules if m.split('.')[0] in "
        "('qtawesome','qtpy','sqlite_utils','pypinyin','opencc','numpy')"
        " or m.startswith('app.ui.pages.')]\n"
        "print(heavy)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
