"""Reading a folder that someone else made: faults are gathered, nothing outside is touched."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app.base.errors import AppError
from app.content import reader
from app.content.reader import digest_of, pack_files, read_pack

MakePack = Callable[..., Path]


def codes(folder: Path) -> list[str]:
    return [problem.code for problem in read_pack(folder).problems]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(AppError, match="pack-missing"):
        read_pack(tmp_path / "none")


@pytest.mark.parametrize("body", ["", "[]", "{", '{"resources": [{}]}', '{"resources": 1}'])
def test_a_description_that_makes_no_sense_is_told(tmp_path: Path, body: str) -> None:
    (tmp_path / "datapackage.json").write_text(body, "utf-8")
    with pytest.raises(AppError, match="pack-unreadable"):
        read_pack(tmp_path)


@pytest.mark.parametrize("path", ["/etc/passwd", "../secret.csv", "a/../../b.csv", "C:\\x.csv"])
def test_a_table_outside_the_folder_is_never_read(make_pack: MakePack, path: str) -> None:
    folder = make_pack()
    file = folder / "datapackage.json"
    description = json.loads(file.read_text("utf-8"))
    description["resources"][0]["path"] = path
    file.write_text(json.dumps(description), "utf-8")
    with pytest.raises(AppError, match="pack-unreadable"):
        read_pack(folder)


def test_a_missing_table_is_told(make_pack: MakePack) -> None:
    folder = make_pack()
    (folder / "exhibits.csv").unlink()
    assert codes(folder) == ["file-missing"]


def test_bytes_of_no_encoding_are_told_with_their_row(make_pack: MakePack) -> None:
    folder = make_pack()
    path = folder / "exhibits.csv"
    path.write_bytes(path.read_bytes() + b"\xff\xff\xff\n")
    found = read_pack(folder).problems
    assert [(one.code, one.row) for one in found] == [("wrong-encoding", 3)]


def test_a_nul_character_is_told(make_pack: MakePack) -> None:
    folder = make_pack()
    path = folder / "exhibits.csv"
    path.write_bytes(path.read_bytes() + b"exhibit/\0\n")
    assert [(one.code, one.row) for one in read_pack(folder).problems] == [("nul-character", 3)]


def test_a_file_that_is_too_large_is_not_read(
    make_pack: MakePack, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_pack()
    monkeypatch.setattr(reader, "MAX_FILE", 300)
    assert "file-too-large" in codes(folder)


@pytest.mark.parametrize(
    ("header", "missing", "value"),
    [("key,name_zh", "name_en", "–"), ("key,name_zh,name_en,colour", "–", "colour"),
     ("key,name_zh,name_en,key", "–", "key")],
)  # fmt: skip
def test_a_wrong_header_is_told(make_pack: MakePack, header: str, missing: str, value: str) -> None:
    folder = make_pack()
    path = folder / "keys.csv"
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([header, *lines[1:2]]), "utf-8")
    found = next(one for one in read_pack(folder).problems if one.code == "wrong-header")
    assert (dict(found.facts)["missing"], found.value) == (missing, value)


def test_a_row_of_another_width_is_told(make_pack: MakePack) -> None:
    folder = make_pack()
    with (folder / "keys.csv").open("a", encoding="utf-8") as file:
        file.write("one,two\n")
    assert codes(folder) == ["wrong-width"]


def test_the_digest_changes_with_any_byte_and_only_then(make_pack: MakePack) -> None:
    folder = make_pack()
    before = digest_of(folder)
    for path in pack_files(folder):
        path.touch()
    assert digest_of(folder) == before
    (folder / "keys.csv").write_bytes((folder / "keys.csv").read_bytes() + b"\n")
    assert digest_of(folder) != before
