"""Where one has been: back and forward, each place with how far it was scrolled."""

from __future__ import annotations

from typing import NamedTuple

from app.ui.routes import Route

_MOST = 200


class Stop(NamedTuple):
    """A place visited and how far it was scrolled."""

    route: Route
    place: int = 0


class History:
    """A list with a finger on the current stop; going somewhere new cuts off what lay ahead."""

    def __init__(self) -> None:
        self._stops: list[Stop] = []
        self._at = -1

    @property
    def current(self) -> Stop | None:
        """The stop under the finger."""
        return self._stops[self._at] if self._stops else None

    def push(self, route: Route) -> None:
        """Go on to a new place."""
        self._stops = [*self._stops[: self._at + 1], Stop(route)][-_MOST:]
        self._at = len(self._stops) - 1

    def replace(self, route: Route) -> None:
        """Stay, but asked differently: typing a search makes one stop, not one per letter."""
        if self._stops:
            self._stops[self._at] = Stop(route)
        else:
            self.push(route)

    def leave_at(self, place: int) -> None:
        """Remember how far the current page is scrolled."""
        if self._stops:
            self._stops[self._at] = self._stops[self._at]._replace(place=place)

    def step(self, steps: int) -> Stop | None:
        """Move the finger; None if there is nothing there."""
        place = self._at + steps
        if not 0 <= place < len(self._stops):
            return None
        self._at = place
        return self._stops[place]

    def can_step(self, steps: int) -> bool:
        """Whether there is a stop that way."""
        return 0 <= self._at + steps < len(self._stops)
