"""Routes: written, read and changed."""

from __future__ import annotations

import pytest

from app.ui.catalogue import PAGES
from app.ui.routes import SECTIONS, Route


@pytest.mark.parametrize(
    "told",
    ["home", "zone?category=ai&edition=edition/2024", "exhibit/5g-antenna-glass", "task/9",
     "source/a?fact=x", "activity/opening", "search?q=%E5%85%83%E5%AE%87%E5%AE%99%20%26"],
)  # fmt: skip
def test_a_route_written_down_is_read_as_the_same(told: str) -> None:
    route = Route.parse(told)
    assert Route.parse(str(route)) == route


def test_kinds_lead_to_the_pages_that_show_them() -> None:
    kinds = ("edition", "exhibit", "task", "source", "indicator", "activity", "person")
    pages = {kind: Route.to(f"{kind}/x").page for kind in kinds}
    assert pages == {
        "edition": "edition", "exhibit": "exhibit", "task": "plan", "source": "sources",
        "indicator": "figures", "activity": "entry", "person": "entry",
    }  # fmt: skip


def test_parameters_keep_their_order_and_may_be_many() -> None:
    route = Route.parse("zone?category=ai&category=net&sort=name")
    assert route.values("category") == ("ai", "net")
    assert route.param("sort") == "name"
    changed = route.with_params(category=("data",), sort="")
    assert str(changed) == "zone?category=data"


def test_every_page_that_the_rail_lights_exists() -> None:
    assert set(SECTIONS) <= set(PAGES)
