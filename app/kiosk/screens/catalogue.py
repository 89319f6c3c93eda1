"""The screens of a visit by the name of their route."""

from __future__ import annotations

from app.kiosk.context import KioskContext
from app.kiosk.screens.base import Screen
from app.kiosk.screens.browse import BrowseScreen
from app.kiosk.screens.detail import DetailScreen
from app.kiosk.screens.home import HomeScreen
from app.kiosk.screens.listings import LISTED
from app.kiosk.screens.search import SearchScreen
from app.ui.routes import Route

# Names of the desktop's pages, so that one link leads to the same thing on both.
_OTHER_NAMES = {"zone": "exhibits", "plan": "tasks", "entry": "home"}


def known(ctx: KioskContext, route: Route) -> bool:
    """Whether there is such a place; AppError for an id that the library does not have."""
    if route.id:
        ctx.library.entry(route.id)
        return True
    name = _OTHER_NAMES.get(route.page, route.page)
    return name in ("home", "search") or name in LISTED


def make_screen(ctx: KioskContext, route: Route) -> Screen:
    """The screen of a route; the home screen for a place that is none."""
    if route.id:
        return DetailScreen(ctx, route)
    name = _OTHER_NAMES.get(route.page, route.page)
    if name == "search":
        return SearchScreen(ctx, route)
    if name in LISTED:
        return BrowseScreen(ctx, Route(name, "", route.params))
    return HomeScreen(ctx, Route("home"))
