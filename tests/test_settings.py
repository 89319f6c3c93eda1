"""Settings: kept, read back, never a reason not to start."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.settings import FILE_NAME, Settings


def test_what_is_kept_is_read_back(tmp_path: Path) -> None:
    kept = Settings(language="en", theme="dark", scale=1.3, reduced_motion=True, totem=True)
    kept.save(tmp_path)
    assert Settings.load(tmp_path) == kept


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    assert Settings.load(tmp_path) == Settings()


@pytest.mark.parametrize(
    "told", [b'{"scale": 9, "theme": "pink", "language": "fr"}', b"[]", b"\xff{", b""]
)
def test_what_makes_no_sense_becomes_the_default(tmp_path: Path, told: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(told)
    assert Settings.load(tmp_path) == Settings()
