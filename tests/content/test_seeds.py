"""First start and later ones: a current content file, whatever state the data folder is in."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.base.errors import AppError
from app.content.seeds import ensure_content
from app.store.library import Library

MakePack = Callable[..., Path]


def opened(path: Path) -> int:
    library = Library.open(path)
    count = sum(library.pack.counts.values())
    library.close()
    return count


def test_the_first_start_builds_and_the_next_one_does_not(
    make_pack: MakePack, tmp_path: Path
) -> None:
    folder = make_pack()
    shares: list[float] = []
    first = ensure_content(tmp_path / "data", shares.append, folder)
    assert first.done == "first"
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    before = first.path.stat().st_mtime_ns
    assert ensure_content(tmp_path / "data", None, folder).done == ""
    assert first.path.stat().st_mtime_ns == before


def test_a_changed_pack_is_built_again(make_pack: MakePack, tmp_path: Path) -> None:
    folder = make_pack()
    path = ensure_content(tmp_path / "data", pack=folder).path
    make_pack(exhibits={"name_en": "Another name"})
    assert ensure_content(tmp_path / "data", pack=folder).done == "changed"
    library = Library.open(path)
    assert library.entry("exhibit/glass").name.en == "Another name"
    library.close()


def test_files_that_were_only_copied_are_not_built_again(
    make_pack: MakePack, tmp_path: Path
) -> None:
    folder = make_pack()
    ensure_content(tmp_path / "data", pack=folder)
    for path in folder.iterdir():
        os.utime(path, (1, 1))
    assert ensure_content(tmp_path / "data", pack=folder).done == ""


@pytest.mark.parametrize("harm", ["truncated", "zeroed", "one byte", "emptied", "other"])
def test_a_damaged_file_is_built_again_and_said(
    make_pack: MakePack, tmp_path: Path, harm: str
) -> None:
    folder = make_pack()
    path = ensure_content(tmp_path / "data", pack=folder).path
    body = bytearray(path.read_bytes())
    if harm == "truncated":
        body = body[: len(body) // 2]
    elif harm == "zeroed":
        body[8192:16384] = bytes(8192)
    elif harm == "one byte":
        place = body.find("天线玻璃".encode())
        body[place] ^= 0xFF
    else:
        body = bytearray(b"" if harm == "emptied" else b"something else")
    time.sleep(0.01)  # a file written in the same tick of the clock looks untouched
    path.write_bytes(body)
    assert ensure_content(tmp_path / "data", pack=folder).done == "damaged"
    assert opened(path) == 5


def test_a_file_without_its_note_is_looked_at(make_pack: MakePack, tmp_path: Path) -> None:
    folder = make_pack()
    path = ensure_content(tmp_path / "data", pack=folder).path
    path.with_suffix(".json").write_text("{", "utf-8")
    assert ensure_content(tmp_path / "data", pack=folder).done == "changed"
    assert json.loads(path.with_suffix(".json").read_text("utf-8"))["digest"]


def test_a_file_of_another_version_is_built_again(make_pack: MakePack, tmp_path: Path) -> None:
    folder = make_pack()
    path = ensure_content(tmp_path / "data", pack=folder).path
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA user_version = 999")
    db.close()
    assert ensure_content(tmp_path / "data", pack=folder).done == "outdated"


def test_without_a_pack_the_file_that_is_there_is_used(make_pack: MakePack, tmp_path: Path) -> None:
    folder = make_pack()
    path = ensure_content(tmp_path / "data", pack=folder).path
    assert ensure_content(tmp_path / "data", pack=tmp_path / "gone").path == path
    with pytest.raises(AppError, match="pack-missing"):
        ensure_content(tmp_path / "empty", pack=tmp_path / "gone")


def test_a_rejected_pack_leaves_the_old_file(make_pack: MakePack, tmp_path: Path) -> None:
    folder = make_pack()
    path = ensure_content(tmp_path / "data", pack=folder).path
    before = path.read_bytes()
    make_pack(figures={"unit": "furlong"})
    with pytest.raises(AppError, match="pack-rejected") as caught:
        ensure_content(tmp_path / "data", pack=folder)
    assert caught.value.facts["n"] == 1
    assert path.read_bytes() == before
    assert opened(path) == 5


def test_a_data_folder_that_cannot_be_written_is_told(make_pack: MakePack, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(AppError, match="not-writable"):
        ensure_content(tmp_path / "file", pack=make_pack())
