"""A status never looks further than it is."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from app.store.library import Library
from app.ui.context import Context
from app.ui.parts.status import StageTag, stage


@pytest.mark.parametrize(
    ("status", "told"),
    [("in_use", "done"), ("under_construction", "begun"), ("pilot", "tried"),
     ("exploring", "tried"), ("planned", "meant"), ("announced", "meant"), ("new-one", "meant")],
)  # fmt: skip
def test_stages(status: str, told: str) -> None:
    assert stage(status) == told


def test_every_status_of_the_pack_has_a_stage_of_its_own(library: Library) -> None:
    from app.ui.parts.status import _STAGES

    used = {entry.status for kind in ("application", "exhibit", "activity", "document")
            for entry in library.entries(kind) if entry.status}  # fmt: skip
    assert used <= set(_STAGES)


def test_planned_is_outlined_in_gold_and_not_filled_as_done_is(ctx: Context) -> None:
    def colors(status: str) -> set[str]:
        tag = StageTag(ctx, status)
        tag.resize(tag.sizeHint())
        image = QImage(tag.size(), QImage.Format.Format_RGB32)
        image.fill(ctx.theme.color("paper"))
        tag.render(image)
        return {image.pixelColor(x, y).name() for x in range(image.width())
                for y in range(image.height())}  # fmt: skip

    theme = ctx.theme
    assert theme.color("gold").name() in colors("planned")
    assert theme.color("okTint").name() not in colors("planned")
    assert theme.color("okTint").name() in colors("in_use")


def test_the_tag_says_the_words_of_the_library(ctx: Context, library: Library) -> None:
    tag = StageTag(ctx, "planned", "2025")
    assert tag.accessibleName() == f"{library.term('status', 'planned').told('zh-Hans')} · 2025"
