"""Unpacks a pack that came as one zip file into a folder, and nothing outside of it."""

from __future__ import annotations

import shutil
import stat
import zipfile
from pathlib import Path, PurePosixPath
from typing import Final

from app.base.errors import AppError
from app.content.reader import DESCRIPTION, MAX_FILE

MAX_FILES: Final = 500
MAX_TOTAL: Final = 256 * 1024 * 1024
_BLOCK: Final = 1 << 20


def unpack(file: Path, folder: Path) -> Path:
    """The folder inside `folder` that has the description.

    Raises AppError `pack-unreadable`: not a zip file, too large, or names that lead outside.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            members = _members(file, archive)
            left = MAX_TOTAL
            for member in members:
                left -= _write(file, archive, member, folder, min(left, MAX_FILE))
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as fault:
        raise AppError("pack-unreadable", path=file, cause=fault) from fault
    found = sorted(folder.rglob(DESCRIPTION), key=lambda path: len(path.parts))
    if not found:
        raise AppError("pack-missing", path=file)
    return found[0].parent


def _members(file: Path, archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The files of the archive, if all of them are plain files with plain names."""
    members = [one for one in archive.infolist() if not one.is_dir()]
    if len(members) > MAX_FILES:
        raise AppError("pack-unreadable", path=file, cause=f"> {MAX_FILES}")
    for member in members:
        path = PurePosixPath(member.filename.replace("\\", "/"))
        linked = stat.S_ISLNK(member.external_attr >> 16)
        if path.is_absolute() or ".." in path.parts or ":" in member.filename or linked:
            raise AppError("pack-unreadable", path=file, cause=member.filename)
    return members


def _write(
    file: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path, limit: int
) -> int:
    """Write one file; its size is counted, not believed."""
    target = folder / PurePosixPath(member.filename.replace("\\", "/"))
    target.parent.mkdir(parents=True, exist_ok=True)
    written = 0
    with archive.open(member) as source, target.open("wb") as out:
        while block := source.read(_BLOCK):
            written += len(block)
            if written > limit:
                raise AppError("pack-unreadable", path=file, cause=f"> {limit // _BLOCK} MB")
            out.write(block)
    return written


def remove(folder: Path) -> None:
    """Let go of what was unpacked."""
    shutil.rmtree(folder, ignore_errors=True)
