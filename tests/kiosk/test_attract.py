"""The attract loop: scenes from the content with their sources, short frames, no burn-in."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage, QPainter, QPixmap, QRegion

from app.kiosk.attract import SHIFTS, Attract
from app.kiosk.policy import Mode
from app.kiosk.screens.panorama import Panorama
from app.kiosk.screens.scenes import make_scenes
from app.ui.timeline.river_timeline import RiverTimeline

CALLS = 12_000  # 7,450 were counted; 64 bits of gold in the water are most of them


def test_scenes_come_from_the_library_and_carry_their_sources(totem) -> None:
    scenes = make_scenes(totem.ctx, with_exhibits=True)
    library = totem.ctx.library
    names = {one.name.zh_hans for one in library.entries("exhibit")}
    assert len(scenes) >= 5
    assert all(scene.citations for scene in scenes)
    assert any(scene.title in names for scene in scenes)
    assert any(scene.parts[1] for scene in scenes)


def test_staff_may_leave_out_exhibits(totem) -> None:
    scenes = make_scenes(totem.ctx, with_exhibits=False)
    assert not any(scene.cover for scene in scenes)


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_every_scene_can_be_painted(totem_of, size, language) -> None:
    totem = totem_of(size, language=language)
    pictures = []
    for number in range(len(totem.window.layers.attract.scenes)):
        totem.window.layers.attract.show_scene(number)
        pictures.append(totem.picture())
    assert len({bytes(one.constBits()) for one in pictures}) == len(pictures)


def test_scenes_move_a_little_against_burn_in() -> None:
    assert len(set(SHIFTS)) == len(SHIFTS)
    assert max(abs(n) for shift in SHIFTS for n in shift) == 24


def test_the_loop_turns_and_begins_anew_after_a_reset(totem) -> None:
    attract = totem.window.layers.attract
    attract.turn()
    totem.now += 1
    attract.advance()
    assert attract.number == 1
    totem.begin()
    totem.passes(80)
    assert totem.mode is Mode.ATTRACT
    assert attract.number == 0


def test_nothing_runs_while_a_visitor_is_there(totem) -> None:
    attract = totem.window.layers.attract
    assert attract.is_running()
    totem.begin()
    assert not attract.isVisible()
    assert not attract.is_running()


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_the_visit_below_rests_until_somebody_touches(totem_of, size) -> None:
    totem = totem_of(size)
    totem.ctx.settings = replace(totem.ctx.settings, reduced_motion=False)
    totem.ctx.set_session(totem.ctx.session)
    totem.window.reset()
    assert not is_flowing(totem)
    totem.begin()
    assert is_flowing(totem)
    totem.passes(61)
    assert totem.mode is Mode.ASK
    assert is_flowing(totem)
    totem.passes(16)
    assert totem.mode is Mode.ATTRACT
    assert not is_flowing(totem)


def is_flowing(totem) -> bool:
    """Whether gold drifts on the visitor's first screen."""
    return any(one.is_moving() for kind in (Panorama, RiverTimeline)
               for one in totem.visit.findChildren(kind))  # fmt: skip


def test_pictures_are_painted_over_instead_of_made_anew(totem) -> None:
    attract = totem.window.layers.attract
    totem.picture()
    attract.turn()
    known = {page.cacheKey() >> 32 for page in pages(attract)}
    for _ in range(4):
        attract.turn()
    totem.begin()
    totem.passes(80)
    totem.picture()
    assert {page.cacheKey() >> 32 for page in pages(attract)} == known


def pages(attract: Attract) -> list[QPixmap]:
    """All pictures that the loop holds."""
    return [*attract._pages.values(), *attract._blanks]


def test_a_frame_of_the_river_is_little_work(totem_of) -> None:
    """Counted, not timed: only the strip is painted, from what is there, in a few calls."""
    totem = totem_of((1920, 1080))
    attract = totem.window.layers.attract
    totem.picture()
    image = QImage(totem.window.size(), QImage.Format.Format_RGB32)
    region = QRegion(attract.river_strip())
    strip = region.boundingRect()
    assert strip.width() * strip.height() < 0.45 * image.width() * image.height()
    calls = 0

    def count(_frame: object, event: str, _told: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    painter = QPainter(image)
    attract.render(painter, strip.topLeft(), region)
    sys.setprofile(count)
    try:
        attract.render(painter, strip.topLeft(), region)
    finally:
        sys.setprofile(None)
    painter.end()
    assert 0 < calls < CALLS
