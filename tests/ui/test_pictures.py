"""Key pages against stored pictures at a quarter of their size: a visible change fails.

Tolerance: at most 1 in 1,000 pixels of the small picture may differ by more than 24 of 255 in a
channel – one word more or less is beyond it, another rounding of a curve is not.
Renew them after looking:  ZHANBAN_RENEW_PICTURES=1 pytest tests/ui/test_pictures.py
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from app.settings import Settings
from app.store.library import Library
from app.ui import picture
from app.ui.context import Context
from app.ui.routes import Route
from app.ui.widgets.label import PlainLabel
from app.ui.window import Window
from tests.ui.conftest import Show

STORED = Path(__file__).with_name("pictures")
SHRUNK = 4
VISIBLE = 24
ALLOWED = 0.001
LARGEST = 3_000_000  # bytes of all stored pictures
PAGES = {
    "home": "home",
    "edition": "edition/2023",
    "zone": "zone",
    "exhibit": "exhibit/ai-goldfish-screen",
    "projects": "projects",
    "figures": "figures",
    "plan": "task/2025-09",
    "search": "search?q=yyz",
    "sources": "source/feature-2024",
    "timeline": "timeline",
    "applications": "applications",
    "organisation": "organisation/alibaba",
}
VARIANTS = (("zh-Hans", "light"), ("zh-Hant", "dark"), ("en", "light"))
SIZE = QSize(1280, 800)
AWAY = QPoint(2000, 1500)
RENEW = bool(os.environ.get("ZHANBAN_RENEW_PICTURES"))


def small(file: Path) -> Image.Image:
    """A picture at a quarter of its size, each pixel the mean of sixteen."""
    with Image.open(file) as taken:
        return taken.convert("RGB").reduce(SHRUNK)


def share_changed(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that differ visibly in a channel."""
    if one.size != other.size:
        return 1.0
    channels = ImageChops.difference(one, other).split()
    most = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    return sum(most.histogram()[VISIBLE + 1 :]) / (one.width * one.height)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("language", "theme"), VARIANTS)
def test_the_page_looks_as_it_was_approved(
    qapp: QApplication, library: Library, tmp_path: Path, page: str, language: str, theme: str
) -> None:
    file, kept = tmp_path / "now.png", STORED / f"{page}-{language}-{theme}.png"
    settings = Settings(language=language, theme=theme, reduced_motion=True)
    QCursor.setPos(AWAY)  # a test before left the pointer where something lights up below it
    picture.save(library, Route.parse(PAGES[page]), SIZE, file, settings)
    now = small(file)
    if RENEW:
        STORED.mkdir(exist_ok=True)
        now.save(kept, optimize=True)
        pytest.skip("the stored picture was renewed")
    with Image.open(kept) as stored:
        changed = share_changed(now, stored.convert("RGB"))
    assert changed <= ALLOWED, f"{changed:.2%} of {kept.name} looks different; see {file}"


def test_one_word_less_is_a_visible_change(ctx: Context, shown: Show, tmp_path: Path) -> None:
    window = Window(ctx)
    window.resize(SIZE)
    ctx.go("home")
    shown(window)
    picture.render(window).save(str(tmp_path / "with.png"))
    labels = [one for one in window.findChildren(PlainLabel) if one.isVisible()]
    title = max(labels, key=PlainLabel.line_height)
    title.set_words(title.accessibleName()[:-2])
    picture.render(window).save(str(tmp_path / "without.png"))
    assert share_changed(small(tmp_path / "with.png"), small(tmp_path / "without.png")) > ALLOWED


def test_the_stored_pictures_are_few_and_small() -> None:
    files = list(STORED.glob("*.png"))
    assert {file.stem for file in files} == {
        f"{page}-{language}-{theme}" for page in PAGES for language, theme in VARIANTS
    }
    assert sum(file.stat().st_size for file in files) < LARGEST
