"""The real `zhanban --kiosk` on a display of its own: a visit, the next visitor, and no way out."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import zxingcpp
from PIL import Image, ImageChops

from app.kiosk.widgets.touch import Touch
from app.store.visits import FILE_NAME
from app.ui.routes import Route

RONG_YI_TONG = "application/rong-yi-tong"
NEUTRAL = (540, 300)  # look-only art on every screen
CHORDS = ("alt+F4", "ctrl+q", "Escape", "F11", "alt+Tab", "super+d", "alt+space", "ctrl+w")
OTHER_WINDOW = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.setWindowTitle("another")
window.setStyleSheet("background: magenta")
window.resize(500, 400)
window.show()
app.exec()
"""


def digests(folder: Path) -> dict[str, str]:
    """Every file by its digest, but the counts."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(FILE_NAME) and "log" not in path.name
    }


def difference(one: Image.Image, other: Image.Image) -> tuple[int, int, int, int] | None:
    """The box in which two pictures differ; None if they are the same."""
    return ImageChops.difference(one, other).getbbox()


def woken(display, live, at) -> Image.Image:
    """The first screen of a visit; the pointer rests where nothing is."""
    live.becomes("attract")
    display.settled()
    display.tap(at)
    live.becomes("browse")
    display.xdotool("mousemove", *map(str, NEUTRAL))
    return display.settled()


def test_the_first_touch_is_swallowed_and_the_next_visitor_sees_nothing_of_the_last(
    display, live, places
) -> None:
    before = digests(live.data_dir)
    visit = places.window.visit
    home = woken(display, live, places.of(visit.screen_now.doors[0]))
    # Had the touch reached the door below attract, its list would be shown.
    display.tap(places.of(visit.bar.items["home"]))
    display.xdotool("mousemove", *map(str, NEUTRAL))
    assert difference(display.settled(), home) is None
    # Three taps: search, the letter R, the card.
    display.tap(places.of(visit.bar.items["search"]))
    visit.go(Route("search"))
    display.settled()
    display.tap(places.of(visit.screen_now.board.keys["R"]))
    visit.typed("R")
    display.settled()
    card = next(one for one in visit.screen_now.results if one.entry_id == RONG_YI_TONG)
    display.tap(places.of(card))
    visit.go(Route.to(RONG_YI_TONG))
    shown = display.settled()
    assert difference(shown, home) is not None
    # It is taken away: the phone reads it from the panel.
    words = places.ctx.words("kiosk.detail.take")
    take = next(one for one in visit.screen_now.findChildren(Touch)
                if one.accessibleName() == words)  # fmt: skip
    display.tap(places.of(take))
    assert any("榕医通" in one.text for one in zxingcpp.read_barcodes(display.settled()))
    # Nobody is there any more.
    live.becomes("ask")
    live.becomes("attract")
    assert difference(woken(display, live, NEUTRAL), home) is None
    assert digests(live.data_dir) == before


def test_no_key_of_a_window_manager_closes_it_or_shows_what_is_below(display, live) -> None:
    display.start(sys.executable, "-c", OTHER_WINDOW)
    assert display.xdotool("search", "--sync", "--onlyvisible", "--name", "^another$")
    home = woken(display, live, NEUTRAL) if live.mode == "attract" else display.settled()
    for chord in CHORDS:
        display.key(chord)
        display.tap(NEUTRAL)
        assert live.process.poll() is None
        assert difference(display.settled(), home) is None, chord
    window = display.xdotool("search", "--onlyvisible", "--pid", str(live.process.pid))
    told = display.xdotool("getwindowgeometry", "--shell", window.split()[-1])
    assert {"X=0", "Y=0", "WIDTH=1080", "HEIGHT=1920"} <= set(told.split())
