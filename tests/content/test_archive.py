"""Packs that come as one file: unpacked inside the folder, or refused."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path

import pytest

from app.base.errors import AppError
from app.content import archive
from app.content.archive import unpack
from app.content.reader import DESCRIPTION


def packed(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, body in files.items():
            made.writestr(name, body)
    return path


def test_the_folder_with_the_description_is_found(tmp_path: Path) -> None:
    file = packed(tmp_path / "a.zip", {f"summit/{DESCRIPTION}": b"{}", "summit/x.csv": b"id\n"})
    folder = unpack(file, tmp_path / "out")
    assert folder == tmp_path / "out" / "summit"
    assert (folder / "x.csv").read_bytes() == b"id\n"


@pytest.mark.parametrize("name", ["../x.csv", "/x.csv", "a/../../x.csv", "C:/x.csv", "..\\x.csv"])
def test_names_that_lead_outside_are_refused(tmp_path: Path, name: str) -> None:
    file = packed(tmp_path / "a.zip", {DESCRIPTION: b"{}", name: b"x"})
    with pytest.raises(AppError) as told:
        unpack(file, tmp_path / "out" / "deep")
    assert told.value.code == "pack-unreadable"
    assert not list(tmp_path.rglob("x.csv"))


def test_links_are_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("x.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr(link, "/etc/passwd")
    with pytest.raises(AppError):
        unpack(tmp_path / "a.zip", tmp_path / "out")


def test_what_swells_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_TOTAL", 3 << 20)
    file = packed(tmp_path / "a.zip", {DESCRIPTION: b"{}", "x.csv": b"0" * (4 << 20)})
    with pytest.raises(AppError) as told:
        unpack(file, tmp_path / "out")
    assert told.value.code == "pack-unreadable"


def test_a_file_without_a_description_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(AppError) as told:
        unpack(packed(tmp_path / "a.zip", {"x.csv": b""}), tmp_path / "out")
    assert told.value.code == "pack-missing"
