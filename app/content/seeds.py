"""Sees to it that a whole, current content file lies in the data folder."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.base import paths
from app.base.errors import AppError
from app.base.files import sha256, write_atomically
from app.store import schema
from app.store.database import Database

DEFAULT_PACK: Final = "digital-china-summit"
Progress = Callable[[float], None]  # how much is done, 0 to 1
Seen = list[list[object]]  # name, size, mtime of files


@dataclass(frozen=True, slots=True)
class Prepared:
    """A content file ready to be opened.

    `done`: "" where nothing was needed, else first, changed, outdated or damaged.
    """

    path: Path
    done: str = ""


def default_pack() -> Path:
    """The folder of the shipped pack."""
    return paths.seeds() / DEFAULT_PACK


def ensure_content(
    data_dir: Path, progress: Progress | None = None, pack: Path | None = None
) -> Prepared:
    """The content file of `pack`: the one that is there, or a new one.

    Raises AppError: `pack-missing` when there is neither file nor pack, `pack-rejected` with
    `problems`, `not-writable`, `disk-full`. A file that stands is never lost by these.
    """
    folder = pack or default_pack()
    target = data_dir / schema.FILE_NAME
    needed = _needed(target, folder)
    if needed:
        build_pack(folder, target, progress)
    return Prepared(target, needed)


def is_untouched(data_dir: Path, pack: Path | None = None) -> bool:
    """Whether content file and pack look as they did when the one was made from the other.

    Only looks at sizes and dates: a start that finds nothing new begins with this.
    """
    folder, target = pack or default_pack(), data_dir / schema.FILE_NAME
    note = _read_note(target)
    if note is None or note.get("content") != _seen_file(target):
        return False
    seen = note.get("pack_files")
    if not isinstance(seen, list) or not seen:
        return False
    # The description is one of them: while it is the same, it names the same tables.
    return all(isinstance(one, list) and one and _seen_file(folder / str(one[0])) == one
               for one in seen)  # fmt: skip


def build_pack(folder: Path, target: Path, progress: Progress | None = None) -> None:
    """Read, check and build a pack; what only building needs is imported here."""
    from app.content.checks import check
    from app.content.reader import digest_of, read_pack
    from app.content.uniform import make_content
    from app.store.build import build

    tell = progress or _silent
    tell(0.02)
    seen = _look(folder)
    with _without_collecting():
        raw = read_pack(folder)
        problems = check(raw)
        if problems:
            raise AppError("pack-rejected", path=folder, n=len(problems), problems=problems)
        digest = digest_of(folder)
        content = make_content(raw, digest)
        tell(0.25)
        build(content, target, _Share(tell))
    _write_note(target, digest, seen)
    tell(1.0)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Building makes many values and no circles: looking for circles costs a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Share:
    """Turns what the builder tells into a share of the whole."""

    def __init__(self, tell: Progress) -> None:
        self._tell = tell

    def __call__(self, done: int, total: int, stage: str) -> None:
        self._tell(0.9 if stage == "index" else 0.25 + 0.6 * done / max(total, 1))


def _silent(_share: float) -> None:
    return


def _needed(target: Path, folder: Path) -> str:
    """Why a new content file is needed, "" if the one that is there will do."""
    if not target.is_file():
        return "first"
    note = _read_note(target)
    state = _state(target, note)
    if state or not (folder / "datapackage.json").is_file():
        return state
    seen = _look(folder)
    if note and note.get("pack_files") == seen:
        return ""
    from app.content.reader import digest_of

    digest = digest_of(folder)
    if note and note.get("digest") == digest:
        _write_note(target, digest, seen)  # the same bytes with another date
        return ""
    return "changed"


def _state(target: Path, note: dict[str, object] | None) -> str:
    """damaged or outdated, or "" for a file that is as it was made."""
    try:
        database = Database.open(target)
    except AppError as fault:
        return "outdated" if fault.code == "content-outdated" else "damaged"
    try:
        if note and note.get("content") == _seen_file(target):
            return ""
        # Touched since it was made, or its note is gone: look at every byte.
        known = str(note.get("sha256")) if note else ""
        whole = sha256(target) == known if known else database.quick_check()
    except (AppError, OSError):
        whole = False
    finally:
        database.close()
    return "" if whole else "damaged"


def _look(folder: Path) -> Seen:
    from app.content.reader import pack_files

    return [_seen_file(path) for path in pack_files(folder)]


def _seen_file(path: Path) -> list[object]:
    if not path.is_file():
        return [path.name, -1, 0]
    told = path.stat()
    return [path.name, told.st_size, told.st_mtime_ns]


def _note_path(target: Path) -> Path:
    return target.with_suffix(".json")


def _write_note(target: Path, digest: str, seen: Seen) -> None:
    note = {
        "about": "what content.sqlite was made from and how it looked then",
        "digest": digest, "pack_files": seen,
        "content": _seen_file(target), "sha256": sha256(target),
    }  # fmt: skip
    try:
        write_atomically(_note_path(target), json.dumps(note, indent=1).encode())
    except OSError as fault:
        raise AppError("not-writable", path=target.parent, cause=fault) from fault


def _read_note(target: Path) -> dict[str, object] | None:
    try:
        note = json.loads(_note_path(target).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return note if isinstance(note, dict) else None
