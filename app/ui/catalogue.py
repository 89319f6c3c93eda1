"""The pages by name: each is imported at its first visit, none on the way to the first window."""

from __future__ import annotations

from importlib import import_module
from typing import Final, cast

from app.base.errors import AppError
from app.ui.context import Context
from app.ui.page import Page

PAGES: Final = {
    "home": "home:HomePage",
    "edition": "edition:EditionPage",
    "zone": "zone:ZonePage",
    "exhibit": "exhibit:ExhibitPage",
    "projects": "projects:ProjectsPage",
    "project": "project:ProjectPage",
    "figures": "figures:FiguresPage",
    "applications": "applications:ApplicationsPage",
    "application": "application:ApplicationPage",
    "organisations": "organisations:OrganisationsPage",
    "organisation": "organisation:OrganisationPage",
    "plan": "plan:PlanPage",
    "sources": "sources:SourcesPage",
    "search": "search:SearchPage",
    "entry": "entry:EntryPage",
    "settings": "settings:SettingsPage",
    "check": "check:CheckPage",
    "missing": "missing:MissingPage",
    "favourites": "favourites:FavouritesPage",
    "timeline": "timeline:TimelinePage",
}


def make_page(name: str, ctx: Context) -> Page:
    """The page of this name, new. AppError("unknown-page") if there is none."""
    place = PAGES.get(name)
    if place is None:
        raise AppError("unknown-page", page=name)
    module, _, class_name = place.partition(":")
    made = getattr(import_module(f"app.ui.pages.{module}"), class_name)
    return cast("Page", made(ctx))
