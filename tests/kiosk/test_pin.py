"""The staff door: no default, no trivial PIN, and guessing takes ever longer."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.base.errors import AppError
from app.kiosk.options import FILE_NAME, OptionsFile
from app.kiosk.pin import (
    FREE_TRIES,
    LONGEST_LOCK,
    Door,
    Refusal,
    StaffDoor,
    hash_pin,
    is_pin,
    pause_after,
    refusal,
)

PIN = "482915"
WRONG = "482916"


class Clock:
    """Seconds since 1970, moved by hand."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def door(tmp_path: Path, clock: Clock) -> StaffDoor:
    made = StaffDoor(OptionsFile.open(tmp_path), clock)
    made.set_pin(PIN)
    return made


def test_there_is_no_default_pin(tmp_path: Path) -> None:
    door = StaffDoor(OptionsFile.open(tmp_path))
    assert door.state is Door.UNSET
    for pin in ("", "0000", "000000", "123456", PIN):
        assert not door.enter(pin).is_right


def test_only_a_hash_is_kept_and_only_the_pin_matches_it(tmp_path: Path, door: StaffDoor) -> None:
    text = (tmp_path / FILE_NAME).read_text("utf-8")
    assert PIN not in text
    assert json.loads(text)["pin"].startswith("$argon2id$")
    assert hash_pin(PIN) != hash_pin(PIN)
    assert is_pin(PIN, hash_pin(PIN))
    assert not is_pin(WRONG, hash_pin(PIN))
    assert not is_pin(PIN, "no hash at all")


def test_the_right_pin_opens(door: StaffDoor) -> None:
    assert not door.enter(WRONG).is_right
    assert door.left == FREE_TRIES - 1
    assert door.enter(PIN).is_right
    assert door.left == FREE_TRIES


@pytest.mark.parametrize(
    ("pin", "why"),
    [
        ("48291", Refusal.SHORT),
        ("", Refusal.NOT_DIGITS),
        ("48291a", Refusal.NOT_DIGITS),
        ("４８２９１５", Refusal.NOT_DIGITS),
        ("4829154829154", Refusal.LONG),
        *((pin, Refusal.TRIVIAL) for pin in (
            "000000", "111222", "123456", "654321", "890123", "135791", "121212", "123123",
            "112233", "123321", "147258", "100000", "11223344", "20202020",
        )),
        (PIN, None),
        ("115588", None),
        ("20241123", None),
    ],
)  # fmt: skip
def test_weak_pins_are_refused(pin: str, why: Refusal | None) -> None:
    assert refusal(pin) is why


def test_a_refused_pin_changes_nothing(door: StaffDoor) -> None:
    with pytest.raises(AppError) as caught:
        door.set_pin("123456")
    assert (caught.value.code, caught.value.facts["why"]) == ("pin-refused", "trivial")
    assert door.enter(PIN).is_right


@given(st.text(alphabet="0123456789", min_size=6, max_size=6))
def test_most_pins_are_fine_and_judging_never_fails(pin: str) -> None:
    assert refusal(pin) in (None, Refusal.TRIVIAL)


def test_fewer_than_a_twentieth_of_all_pins_are_refused() -> None:
    refused = sum(refusal(f"{n:06}") is not None for n in range(0, 1_000_000, 7))
    assert refused / (1_000_000 / 7) < 0.05


def test_after_five_wrong_ones_the_door_stays_shut_even_for_the_right_one(
    door: StaffDoor, clock: Clock
) -> None:
    tries = [door.enter(WRONG) for _ in range(5)]
    assert [told.left for told in tries] == [4, 3, 2, 1, 0]
    assert [told.wait for told in tries] == [0, 0, 0, 0, 300]
    assert door.state is Door.LOCKED
    assert not door.enter(PIN).is_right
    clock.now += 299
    assert not door.enter(PIN).is_right
    clock.now += 1
    assert door.state is Door.READY
    assert door.enter(PIN).is_right


def test_the_pause_grows_with_every_further_wrong_one(door: StaffDoor, clock: Clock) -> None:
    waits = []
    for _ in range(5 + 6):
        waits.append(door.enter(WRONG).wait)
        clock.now += waits[-1]
    assert waits[4:] == [300, 600, 1200, 2400, 3600, 3600, 3600]
    assert pause_after(10**6) == LONGEST_LOCK


def test_a_restart_does_not_shorten_the_pause(
    tmp_path: Path, door: StaffDoor, clock: Clock
) -> None:
    for _ in range(5):
        door.enter(WRONG)
    clock.now += 100
    again = StaffDoor(OptionsFile.open(tmp_path), clock)
    assert again.state is Door.LOCKED
    assert again.wait() == 200
    clock.now += 200
    assert again.enter(WRONG).wait == 600


def test_a_clock_that_was_set_back_does_not_lock_for_years(door: StaffDoor, clock: Clock) -> None:
    for _ in range(5):
        door.enter(WRONG)
    clock.now -= 10 * 365 * 86_400
    assert door.wait() == 300


def test_a_try_is_counted_before_it_is_judged(tmp_path: Path, door: StaffDoor) -> None:
    seen = []

    class Watching(OptionsFile):
        def change(self, **changes: object):  # type: ignore[no-untyped-def]
            seen.append(changes["wrong"])
            return super().change(**changes)

    watched = Watching(tmp_path / FILE_NAME, OptionsFile.open(tmp_path).options)
    assert StaffDoor(watched).enter(PIN).is_right
    assert seen == [1, 0]


def test_a_lost_pin_is_recovered_by_deleting_its_line(tmp_path: Path, door: StaffDoor) -> None:
    path = tmp_path / FILE_NAME
    for _ in range(5):
        door.enter(WRONG)
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if '"pin"' not in line), encoding="utf-8")
    found = StaffDoor(OptionsFile.open(tmp_path))
    assert found.state is Door.UNSET
    found.set_pin("918274")
    assert found.enter("918274").is_right


def test_an_unreadable_file_keeps_the_door_shut_until_it_is_deleted(
    tmp_path: Path, door: StaffDoor
) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"\0" * 100)
    shut = StaffDoor(OptionsFile.open(tmp_path))
    assert shut.state is Door.DAMAGED
    assert not shut.enter(PIN).is_right
    with pytest.raises(AppError) as caught:
        shut.set_pin("918274")
    assert caught.value.code == "kiosk-options-damaged"
    (tmp_path / (FILE_NAME + ".damaged")).unlink()
    assert StaffDoor(OptionsFile.open(tmp_path)).state is Door.UNSET
