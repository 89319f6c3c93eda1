"""Where one can be: a page, the entry it shows and what is asked of it."""

from __future__ import annotations

from typing import Final, NamedTuple
from urllib.parse import parse_qsl, quote

# The page that shows an entry of a kind; every other kind is shown by `entry`.
_PAGE_OF_KIND: Final = {
    "edition": "edition",
    "exhibit": "exhibit",
    "project": "project",
    "application": "application",
    "organisation": "organisation",
    "task": "plan",
    "source": "sources",
    "indicator": "figures",
}

# Pages that stand for something else when the route names an entry kind: `task/9`, `source/…`.
_SHORT: Final = {"task": "plan", "source": "sources", "indicator": "figures"}
#: These pages show a list beside what was chosen: another choice is not another place.
LISTS_WITH_DETAIL: Final = frozenset(_SHORT.values())

# The rail item that stays lit while a page is open.
SECTIONS: Final = {
    "home": "editions", "edition": "editions", "zone": "zone", "exhibit": "zone",
    "projects": "projects", "project": "projects", "figures": "figures",
    "applications": "apps", "application": "apps", "organisations": "orgs",
    "organisation": "orgs", "plan": "plan", "sources": "sources", "settings": "settings",
    "check": "settings", "timeline": "editions",
}  # fmt: skip


class Route(NamedTuple):
    """A page by name, the id of what it shows ("edition/2024") and parameters in order."""

    page: str
    id: str = ""
    params: tuple[tuple[str, str], ...] = ()

    @classmethod
    def to(cls, entry_id: str, **params: str) -> Route:
        """The route to the page that shows this entry."""
        kind = entry_id.partition("/")[0]
        return cls(_PAGE_OF_KIND.get(kind, "entry"), entry_id, tuple(params.items()))

    @classmethod
    def parse(cls, text: str) -> Route:
        """Read `zone?category=ai`, `exhibit/5g-antenna-glass`, `task/9`, `activity/x`."""
        place, _, asked = text.strip().partition("?")
        params = tuple(parse_qsl(asked, keep_blank_values=True))
        place = place.strip("/")
        if "/" not in place:
            return cls(_SHORT.get(place, place) or "home", "", params)
        return cls.to(place)._replace(params=params)

    def __str__(self) -> str:
        asked = "&".join(f"{name}={quote(value, safe='/-')}" for name, value in self.params)
        return (self.id or self.page) + (f"?{asked}" if asked else "")

    def param(self, name: str, default: str = "") -> str:
        """The first value of a parameter."""
        return next((value for key, value in self.params if key == name), default)

    def values(self, name: str) -> tuple[str, ...]:
        """Every value of a parameter: `zone?category=ai&category=net`."""
        return tuple(value for key, value in self.params if key == name and value)

    def with_params(self, **params: str | tuple[str, ...]) -> Route:
        """The same place with these parameters set; "" or () takes one away."""
        kept = [pair for pair in self.params if pair[0] not in params]
        for name, given in params.items():
            values = (given,) if isinstance(given, str) else given
            kept.extend((name, value) for value in values if value)
        return self._replace(params=tuple(kept))

    @property
    def section(self) -> str:
        """The rail item this place belongs to, "" for none."""
        return SECTIONS.get(self.page, "")
