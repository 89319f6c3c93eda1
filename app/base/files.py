"""Files that are whole or not there: atomic writes and digests."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path` in one step: a reader sees the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    staging = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        staging.write_bytes(data)
        replace_durably(staging, path)
    finally:
        staging.unlink(missing_ok=True)


def replace_durably(staging: Path, target: Path) -> None:
    """Rename `staging` to `target` so that a power cut leaves one of them whole."""
    with staging.open("r+b") as file:
        os.fsync(file.fileno())
    staging.replace(target)
    # Only POSIX can sync a folder's entry.
    if os.name == "posix":
        with contextlib.suppress(OSError):
            folder = os.open(target.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)


def sha256(path: Path) -> str:
    """The digest of a file's bytes."""
    import hashlib  # it loads OpenSSL, and browsing needs no digest

    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
