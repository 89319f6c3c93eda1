"""Weeks without a restart: what a visit leaves does not wait for the next ones."""

from __future__ import annotations

import gc
import weakref

from app.kiosk.policy import Mode
from app.ui.routes import Route


def test_what_a_visit_leaves_is_collected_when_it_ends(totem) -> None:
    gc.disable()
    try:
        totem.begin()
        totem.visit.go(Route("exhibits"))
        totem.touch(totem.screen.cards[0])
        left = [weakref.ref(totem.visit), weakref.ref(totem.screen), weakref.ref(totem.visit.bar)]
        totem.passes(80)
        assert totem.mode is Mode.ATTRACT
        totem.settle()
        totem.settle()
        assert [one() for one in left] == [None, None, None]
    finally:
        gc.enable()
