"""Reads a pack folder: its description and its tables, safely; faults are gathered, not raised."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Final

from app.base.errors import AppError
from app.content.problems import Problem

DESCRIPTION: Final = "datapackage.json"
MAX_FILE: Final = 64 * 1024 * 1024
MAX_CELL: Final = 20_000


@dataclass(frozen=True, slots=True)
class Field:
    """A column as the description tells it."""

    name: str
    type: str = "string"
    required: bool = False
    unique: bool = False
    pattern: str = ""
    enum: frozenset[str] = frozenset()
    minimum: float | None = None
    maximum: float | None = None
    max_length: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A record with its place; `cells` has every column of the table."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the pack."""

    name: str
    file: str
    fields: tuple[Field, ...] = ()
    key: tuple[str, ...] = ("id",)
    references: Mapping[str, str] = field(default_factory=dict)  # column → table ("" itself)
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class RawPack:
    """A pack as it lies on disk, and what could not be read of it."""

    folder: Path
    description: Mapping[str, Any]
    tables: Mapping[str, Table]
    problems: tuple[Problem, ...] = ()

    def rows(self, table: str) -> tuple[Row, ...]:
        """The records of a table; none where the pack does not have it."""
        found = self.tables.get(table)
        return found.rows if found else ()


def read_pack(folder: Path) -> RawPack:
    """Read all tables. Raises AppError `pack-missing` or `pack-unreadable`."""
    description = _read_description(folder)
    problems: list[Problem] = []
    tables: dict[str, Table] = {}
    for resource in description["resources"]:
        table = _table_of(resource)
        try:
            rows = tuple(_read_rows(folder, table, problems))
        except (OSError, csv.Error) as fault:
            problems.append(Problem("file-unreadable", table.file, facts=(("cause", str(fault)),)))
            rows = ()
        tables[table.name] = Table(
            table.name, table.file, table.fields, table.key, table.references, rows
        )
    return RawPack(folder, description, tables, tuple(problems))


def pack_files(folder: Path) -> list[Path]:
    """The description and the tables it names, in a stable order."""
    names = sorted({str(resource["path"]) for resource in _read_description(folder)["resources"]})
    return [folder / DESCRIPTION, *(folder / name for name in names)]


def digest_of(folder: Path) -> str:
    """sha256 over names and bytes of the pack's files."""
    total = hashlib.sha256()
    for path in pack_files(folder):
        body = path.read_bytes() if path.is_file() else b""
        total.update(f"{path.name}\0{len(body)}\0".encode())
        total.update(body)
    return total.hexdigest()


def _read_description(folder: Path) -> dict[str, Any]:
    path = folder / DESCRIPTION
    try:
        read = json.loads(path.read_text("utf-8-sig"))
        resources = read["resources"]
        safe = all(_is_inside(str(resource["path"])) and resource["name"] for resource in resources)
    except FileNotFoundError as fault:
        raise AppError("pack-missing", path=folder) from fault
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise AppError("pack-unreadable", path=path, cause=fault) from fault
    if not safe or not isinstance(read, dict):
        raise AppError("pack-unreadable", path=path, cause="path")
    return read


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path.replace("\\", "/"))
    return not parts.is_absolute() and ".." not in parts.parts and ":" not in path


def _table_of(resource: Mapping[str, Any]) -> Table:
    schema = resource.get("schema", {})
    key = schema.get("primaryKey", [])
    references = {
        reference["fields"][0]: str(reference["reference"]["resource"])
        for reference in schema.get("foreignKeys", [])
    }
    return Table(
        name=str(resource["name"]), file=str(resource["path"]),
        fields=tuple(_field_of(told) for told in schema.get("fields", [])),
        key=(key,) if isinstance(key, str) else tuple(key), references=references,
    )  # fmt: skip


def _field_of(told: Mapping[str, Any]) -> Field:
    limits = told.get("constraints", {})
    return Field(
        name=str(told["name"]), type=str(told.get("type", "string")),
        required=bool(limits.get("required")), unique=bool(limits.get("unique")),
        pattern=str(limits.get("pattern", "")), enum=frozenset(map(str, limits.get("enum", ()))),
        minimum=limits.get("minimum"), maximum=limits.get("maximum"),
        max_length=int(limits.get("maxLength", 0)),
    )  # fmt: skip


def _read_rows(folder: Path, table: Table, problems: list[Problem]) -> Iterator[Row]:
    path = folder / table.file
    if not path.is_file():
        problems.append(Problem("file-missing", table.file))
        return
    if path.stat().st_size > MAX_FILE:
        problems.append(
            Problem("file-too-large", table.file, facts=(("limit", MAX_FILE // 1024 // 1024),))
        )
        return
    text = _decode(path.read_bytes(), table.file, problems)
    if text is None:
        return
    reader = csv.reader(io.StringIO(text, newline=""))
    header = next(reader, None)
    if not _is_header(header, table, problems):
        return
    width = len(header or ())
    for cells in reader:
        if not any(cells):
            continue
        if len(cells) != width:
            problems.append(Problem(
                "wrong-width", table.file, reader.line_num,
                facts=(("found", len(cells)), ("expected", width)),
            ))  # fmt: skip
            continue
        yield Row(reader.line_num, dict(zip(header or (), map(str.strip, cells), strict=True)))


def _decode(body: bytes, file: str, problems: list[Problem]) -> str | None:
    """UTF-8 with or without BOM, else GB18030 as Chinese Excel writes it."""
    if b"\0" in body:
        line = body[: body.index(b"\0")].count(b"\n") + 1
        problems.append(Problem("nul-character", file, line))
        return None
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        broken = fault.start
    try:
        return body.decode("gb18030")
    except UnicodeDecodeError:
        problems.append(Problem("wrong-encoding", file, body[:broken].count(b"\n") + 1))
    return None


def _is_header(header: list[str] | None, table: Table, problems: list[Problem]) -> bool:
    expected = [column.name for column in table.fields]
    found = [cell.strip() for cell in header or ()]
    if header is not None:
        header[:] = found
    missing = [name for name in expected if name not in found]
    strange = [name for name in found if name not in expected]
    doubled = [name for name in set(found) if found.count(name) > 1]
    if missing or strange or doubled:
        problems.append(Problem(
            "wrong-header", table.file, 1, value=", ".join([*strange, *doubled]) or "–",
            facts=(("missing", ", ".join(missing) or "–"),),
        ))  # fmt: skip
    return not missing and not doubled


# Patterns come from a pack: they are compiled once and only ever used on short cells.
_compiled: dict[str, re.Pattern[str]] = {}


def matches(pattern: str, value: str) -> bool:
    """Whether a cell matches the pattern of its column."""
    if pattern not in _compiled:
        _compiled[pattern] = re.compile(pattern)
    return len(value) <= MAX_CELL and _compiled[pattern].search(value) is not None
