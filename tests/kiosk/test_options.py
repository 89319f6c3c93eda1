"""A totem's options survive a restart, a bad value and a damaged file."""

import json
import stat
import sys
from datetime import time
from pathlib import Path

import pytest

from app.base.errors import AppError
from app.kiosk.options import FILE_NAME, Options, OptionsFile


def test_without_a_file_every_option_has_its_default(tmp_path: Path) -> None:
    file = OptionsFile.open(tmp_path)
    assert file.options == Options()
    assert not file.damaged
    assert file.options.timers.ask_after == 60
    assert list(tmp_path.iterdir()) == []


def test_what_was_changed_is_there_after_a_restart(tmp_path: Path) -> None:
    OptionsFile.open(tmp_path).change(ask_after=90, opens="09:00", closes="17:30", days=(1, 2))
    options = OptionsFile.open(tmp_path).options
    assert options.timers.ask_after == 90
    assert (options.hours.opens, options.hours.closes) == (time(9), time(17, 30))
    assert options.hours.days == (1, 2)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such bits")
def test_the_file_is_for_its_user_alone_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    file = OptionsFile.open(tmp_path)
    file.change(sound=True)
    file.change(sound=False)
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    assert [found.name for found in tmp_path.iterdir()] == [FILE_NAME]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ask_after", 5),
        ("ask_after", "60"),
        ("ask_after", True),
        ("sound", 1),
        ("corner", "middle"),
        ("orientation", ""),
        ("opens", "25:00"),
        ("opens", "09:00+01:00"),
        ("days", [1, 8]),
        ("days", 3),
        ("hold", 0.1),
        ("taps", 1),
        ("locked_until", float("nan")),
    ],
)
def test_one_bad_value_falls_back_and_is_named(tmp_path: Path, name: str, value: object) -> None:
    kept = {"count": 30, name: value, "of_a_later_version": 1}
    (tmp_path / FILE_NAME).write_text(json.dumps(kept), encoding="utf-8")
    file = OptionsFile.open(tmp_path)
    assert file.ignored == (name,)
    assert getattr(file.options, name) == getattr(Options(), name)
    assert file.options.count == 30
    with pytest.raises(ValueError, match=name):
        file.change(**{name: value})


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe\x00", b"null"])
def test_a_damaged_file_is_put_aside_and_stays_known_as_damaged(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    for _ in range(2):
        file = OptionsFile.open(tmp_path)
        assert file.damaged
        assert file.options == Options()
    file.change(sound=True)
    assert [found.name for found in tmp_path.iterdir()] == [FILE_NAME + ".damaged"]
    (tmp_path / (FILE_NAME + ".damaged")).unlink()
    assert not OptionsFile.open(tmp_path).damaged


def test_a_folder_that_cannot_be_is_said_and_memory_keeps_the_change(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    file = OptionsFile(tmp_path / "file" / FILE_NAME, Options())
    with pytest.raises(AppError) as caught:
        file.change(wrong=3)
    assert caught.value.code == "not-writable"
    assert file.options.wrong == 3
