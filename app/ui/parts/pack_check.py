"""Checks a pack in a worker: a folder or a zip file, all of its problems at once; no Qt."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.base.errors import AppError
from app.content.problems import Problem

#: What is done one after the other; the progress tells how many are done.
STEPS: Final = ("open", "read", "rules")


@dataclass(frozen=True, slots=True)
class PackCheck:
    """What was looked at and what was found."""

    name: str
    files: int
    rows: int
    problems: tuple[Problem, ...]


def check_pack(path: Path, progress: Callable[[float], None]) -> PackCheck:
    """Open, read, check. Raises AppError `pack-missing` or `pack-unreadable`."""
    if path.is_dir():
        return _check_folder(path, path.name, progress)
    from app.content.archive import unpack

    with tempfile.TemporaryDirectory(prefix="zhanban-check-") as folder:
        try:
            return _check_folder(unpack(path, Path(folder)), path.name, progress)
        except AppError as fault:  # the reader knows only the folder it was unpacked into
            raise AppError(fault.code, **{**fault.facts, "path": path}) from fault


def _check_folder(folder: Path, name: str, progress: Callable[[float], None]) -> PackCheck:
    from app.content.checks import check
    from app.content.reader import read_pack

    progress(1 / len(STEPS))
    raw = read_pack(folder)
    progress(2 / len(STEPS))
    problems = check(raw)
    progress(1.0)
    rows = sum(len(table.rows) for table in raw.tables.values())
    return PackCheck(name, len(raw.tables), rows, problems)
