"""Back and forward."""

from __future__ import annotations

from app.ui.history import History
from app.ui.routes import Route


def test_back_returns_to_where_a_page_was_left() -> None:
    history = History()
    history.push(Route("zone"))
    history.leave_at(420)
    history.push(Route("exhibit", "exhibit/x"))
    stop = history.step(-1)
    assert stop is not None
    assert (stop.route.page, stop.place) == ("zone", 420)
    assert history.can_step(1)


def test_going_somewhere_new_cuts_off_what_lay_ahead() -> None:
    history = History()
    for page in ("home", "zone", "projects"):
        history.push(Route(page))
    history.step(-1)
    history.push(Route("sources"))
    assert history.step(1) is None
    stop = history.step(-1)
    assert stop is not None
    assert stop.route.page == "zone"


def test_typing_a_search_makes_one_stop() -> None:
    history = History()
    history.push(Route("home"))
    history.push(Route("search"))
    for text in ("y", "yy", "yyz"):
        history.replace(Route("search").with_params(q=text))
    stop = history.step(-1)
    assert stop is not None
    assert stop.route.page == "home"
