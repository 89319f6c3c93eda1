"""What one visitor has done: gone when the session is reset. In memory only, never on disk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from app.model.text import ZH_HANS
from app.ui.routes import Route

_MOST_STOPS: Final = 100
_MOST_KEPT: Final = 40

HOME: Final = Route("home")


@dataclass(slots=True)
class Session:
    """Language, text size, reach, where the visitor was and what was kept."""

    language: str = ZH_HANS
    is_large: bool = False
    is_low: bool = False
    stops: list[Route] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    @property
    def route(self) -> Route:
        """Where the visitor is."""
        return self.stops[-1] if self.stops else HOME

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return len(self.stops) > 1

    def go(self, route: Route) -> None:
        """On to another place; the same place asked differently takes its place."""
        if self.stops and _same_place(self.stops[-1], route):
            self.stops[-1] = route
            return
        self.stops.append(route)
        del self.stops[:-_MOST_STOPS]

    def back(self) -> Route:
        """To the place before."""
        if self.can_go_back:
            self.stops.pop()
        return self.route

    def keep(self, entry_id: str) -> bool:
        """Put an entry on the visitor's list or take it off; whether it is on it now."""
        if entry_id in self.kept:
            self.kept.remove(entry_id)
            return False
        if len(self.kept) < _MOST_KEPT:
            self.kept.append(entry_id)
        return entry_id in self.kept


def _same_place(here: Route, there: Route) -> bool:
    return here.page == there.page and here.id == there.id
