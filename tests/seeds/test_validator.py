"""The shipped pack passes an independent validator and opens in a spreadsheet."""

from __future__ import annotations

import json

from frictionless import validate
from tables import FOLDER, Tables


def test_the_pack_is_a_valid_data_package() -> None:
    report = validate(str(FOLDER / "datapackage.json"))
    errors = [error.message for task in report.tasks for error in task.errors]
    assert report.valid, "\n".join([*errors, *(error.message for error in report.errors)])


def test_every_table_is_listed_and_every_file_is_a_table() -> None:
    listed = {resource["path"] for resource in json.loads(_descriptor()).get("resources", [])}
    assert listed == {path.name for path in FOLDER.glob("*.csv")}


def test_tables_are_plain_utf_8_without_a_mark(pack: Tables) -> None:
    """The validator takes a byte-order mark for part of the first column's name."""
    for name in pack:
        raw = (FOLDER / f"{name}.csv").read_bytes()
        assert not raw.startswith(b"\xef\xbb\xbf"), name
        assert b"\r" not in raw, name
        raw.decode("utf-8")


def test_cells_have_no_line_breaks_and_no_stray_space(pack: Tables) -> None:
    odd = [
        f"{name} {row}"
        for name, rows in pack.items()
        for row in rows
        if any(cell != cell.strip() or "\n" in cell for cell in row.values())
    ]
    assert not odd


def _descriptor() -> str:
    return (FOLDER / "datapackage.json").read_text(encoding="utf-8")
