"""The totem's decisions, without a window and without a clock."""

from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kiosk.hours import Hours, Light
from app.kiosk.policy import Mode, Policy, Timers


@pytest.fixture
def policy() -> Policy:
    return Policy(Timers(ask_after=60, count=15), now=0)


def test_the_first_touch_ends_attract_and_is_swallowed(policy: Policy) -> None:
    decision = policy.touch(5)
    assert (decision.mode, decision.swallow) == (Mode.BROWSE, True)
    assert not policy.touch(6).swallow


def test_attract_is_never_interrupted_by_the_question(policy: Policy) -> None:
    assert policy.tick(10_000).mode is Mode.ATTRACT


def test_after_sixty_quiet_seconds_it_asks_and_counts_down(policy: Policy) -> None:
    policy.touch(0)
    assert policy.tick(59.9).mode is Mode.BROWSE
    asked = policy.tick(60)
    assert (asked.mode, asked.remaining) == (Mode.ASK, 15)
    assert policy.tick(70.5).remaining == 5


def test_an_unanswered_question_resets_once(policy: Policy) -> None:
    policy.touch(0)
    policy.tick(60)
    assert policy.tick(75).reset
    after = policy.tick(76)
    assert (after.mode, after.reset) == (Mode.ATTRACT, False)


def test_staying_goes_on_with_the_visit(policy: Policy) -> None:
    policy.touch(0)
    policy.tick(60)
    assert policy.stay(65).mode is Mode.BROWSE
    assert policy.tick(124).mode is Mode.BROWSE


def test_a_touch_beside_the_answers_does_not_stop_the_countdown(policy: Policy) -> None:
    policy.touch(0)
    policy.tick(60)
    assert policy.touch(70).mode is Mode.ASK
    assert policy.tick(75).reset


def test_starting_over_resets_at_once(policy: Policy) -> None:
    policy.touch(0)
    assert policy.leave(3).reset


def test_nobody_is_asked_while_something_plays(policy: Policy) -> None:
    policy.touch(0)
    policy.media(10, seconds=120)
    assert policy.tick(129).mode is Mode.BROWSE
    assert policy.tick(190).mode is Mode.ASK


def test_a_staff_panel_left_alone_closes_and_resets(policy: Policy) -> None:
    policy.touch(0)
    assert policy.staff_in(1).mode is Mode.STAFF
    assert policy.tick(90).mode is Mode.STAFF
    assert policy.tick(91).reset


def test_touches_mean_nothing_while_the_glass_is_wiped(policy: Policy) -> None:
    policy.clean(0)
    assert policy.touch(10).swallow
    assert policy.tick(60).mode is Mode.ATTRACT


def test_closing_time_waits_for_the_visitor(policy: Policy) -> None:
    policy.touch(0)
    assert policy.light(1, Light.DIM).mode is Mode.BROWSE
    assert policy.leave(2).mode is Mode.DIM
    assert policy.light(3, Light.BLACK).mode is Mode.BLACK
    assert policy.touch(4).mode is Mode.BROWSE


@pytest.mark.parametrize("seconds", [9, 601])
def test_timers_outside_ten_to_six_hundred_are_refused(seconds: int) -> None:
    with pytest.raises(ValueError, match="not 10 to 600"):
        Timers(ask_after=seconds)


_ACTS = ("touch", "stay", "leave", "staff_in", "staff_out", "clean", "tick")


@given(st.lists(st.tuples(st.sampled_from(_ACTS), st.floats(0, 200)), max_size=60))
def test_whatever_happens_an_abandoned_totem_comes_back_to_attract(
    acts: list[tuple[str, float]],
) -> None:
    policy, now = Policy(Timers(), now=0), 0.0
    for act, pause in acts:
        now += pause
        getattr(policy, act)(now)
    for _ in range(2000):
        now += 0.25
        decision = policy.tick(now)
        assert 0 <= decision.remaining <= 60
    assert policy.mode is Mode.ATTRACT


HALL = Hours(opens=time(9), closes=time(17), days=(1, 2, 3, 4, 5), dim_minutes=15)
NIGHT = Hours(opens=time(18), closes=time(2), days=(5,), dim_minutes=30)


@pytest.mark.parametrize(
    ("hours", "moment", "light"),
    [
        (HALL, datetime(2026, 11, 23, 8, 59), Light.BLACK),
        (HALL, datetime(2026, 11, 23, 9, 0), Light.FULL),
        (HALL, datetime(2026, 11, 23, 17, 5), Light.DIM),
        (HALL, datetime(2026, 11, 23, 17, 15), Light.BLACK),
        (HALL, datetime(2026, 11, 22, 12, 0), Light.BLACK),
        (NIGHT, datetime(2026, 11, 28, 1, 59), Light.FULL),
        (NIGHT, datetime(2026, 11, 28, 2, 10), Light.DIM),
        (NIGHT, datetime(2026, 11, 28, 18, 30), Light.BLACK),
        (Hours(), datetime(2026, 11, 22, 3, 0), Light.FULL),
    ],
)
def test_the_clock_on_the_wall_sets_the_light(hours: Hours, moment: datetime, light: Light) -> None:
    assert hours.light(moment) is light
