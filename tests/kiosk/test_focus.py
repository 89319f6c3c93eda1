"""The ring of the keyboard: for whoever uses one, and gone with them."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.kiosk.policy import Mode
from app.ui.routes import Route
from app.ui.widgets.pressable import FocusRing


def rings(totem) -> list[FocusRing]:
    """Every ring that can be seen."""
    return [one for one in totem.window.findChildren(FocusRing) if one.isVisible()]


def test_touching_never_shows_a_ring(totem) -> None:
    totem.begin()
    totem.touch(totem.screen.doors[0])
    assert rings(totem) == []
    totem.touch(totem.visit.bar.items["search"])
    totem.touch(totem.screen.board.keys["R"])
    totem.touch(totem.screen.results[0])
    assert rings(totem) == []
    totem.touch(totem.named(totem.ctx.words("kiosk.detail.take")))
    totem.touch(totem.named(totem.ctx.words("kiosk.take.keep")))
    totem.touch(totem.visit.bar.items["back"])
    assert rings(totem) == []


def test_a_keyboard_shows_where_it_is_until_somebody_touches(totem) -> None:
    totem.begin()
    totem.visit.go(Route("exhibits"))
    totem.key(Qt.Key.Key_Tab)
    assert len(rings(totem)) == 1
    totem.touch(totem.visit.bar.items["home"])
    assert rings(totem) == []


def test_the_ring_of_the_last_visitor_is_gone_for_the_next(totem) -> None:
    first = totem.picture()
    totem.begin()
    home = totem.picture()
    totem.visit.go(Route("exhibits"))
    for _ in range(4):
        totem.key(Qt.Key.Key_Tab)
    assert rings(totem)
    totem.passes(80)
    assert totem.mode is Mode.ATTRACT
    assert rings(totem) == []
    assert totem.picture() == first
    totem.begin()
    assert totem.picture() == home
