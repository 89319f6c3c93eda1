"""Writes a lock-down plan to a machine, compares it with what is there, and takes it back.

Before anything is changed, a ledger notes every file that will be, with a copy of what was there
before. Taking back works from that ledger alone, also after a power cut half way, and twice.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import stat
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Final

from app.base.errors import AppError
from app.base.files import write_atomically
from app.kiosk.lockdown_plan import Piece, Plan

SAVED: Final = ".zhanban-saved"
_LEDGER: Final = "ledger.json"


class State(Enum):
    """How a planned file stands on the machine."""

    OK = "ok"
    MISSING = "missing"
    CHANGED = "changed"


class Undone(Enum):
    """What became of a file when the lock-down was taken back."""

    REMOVED = "removed"
    RESTORED = "restored"
    SAVED = "saved"  # somebody had edited it: their version lies beside it
    GONE = "gone"  # it was as before already


@dataclass(frozen=True, slots=True)
class Ledger:
    """What an install notes: how it was asked for, folders that it made, files that it changed."""

    session: str
    user: str
    program: tuple[str, ...]
    folders: tuple[str, ...]
    files: tuple[dict[str, Any], ...]


class Disk:
    """A machine's files under `root`, and the folder that holds the ledger."""

    def __init__(self, root: Path, ledger_folder: str) -> None:
        self._root = root
        self._folder = self._at(ledger_folder)

    @property
    def ledger(self) -> Ledger | None:
        """What the last install noted, if one is there. AppError `lockdown-ledger-damaged`."""
        path = self._folder / _LEDGER
        try:
            kept = json.loads(path.read_text("utf-8"))
            kept["program"], kept["folders"] = tuple(kept["program"]), tuple(kept["folders"])
            return Ledger(**kept | {"files": tuple(kept["files"])})
        except FileNotFoundError:
            return None
        except OSError as fault:
            raise AppError("not-readable", path=path, cause=fault.strerror) from fault
        except (ValueError, TypeError, KeyError) as fault:
            raise AppError("lockdown-ledger-damaged", path=path, cause=fault) from fault

    def install(self, plan: Plan) -> None:
        """Write the plan; an earlier one is taken back first. All of it or nothing."""
        if self.ledger is not None:
            self.undo()
        for piece in plan.pieces:
            self._check_place(self._at(piece.path))
        try:
            self._note(plan)
            for piece in plan.pieces:
                self._put(piece)
        except OSError as fault:
            with contextlib.suppress(OSError, AppError):
                self.undo()
            raise AppError("not-writable", path=fault.filename, cause=fault.strerror) from fault

    def compare(self, pieces: Iterable[Piece]) -> list[tuple[Piece, State]]:
        """Every planned file and how it stands."""
        try:
            return [(piece, self._state(piece)) for piece in pieces]
        except OSError as fault:
            raise AppError("not-readable", path=fault.filename, cause=fault.strerror) from fault

    def has(self, path: str) -> bool:
        """Whether this program is on the machine."""
        return self._at(path).exists()

    def undo(self) -> list[tuple[str, Undone]]:
        """Put everything back as the ledger says; nothing if there is no ledger."""
        ledger = self.ledger
        if ledger is None:
            return []
        told: list[tuple[str, Undone]] = []
        fault: OSError | None = None
        for note in reversed(ledger.files):
            try:
                told.append((note["path"], self._take_back(note)))
            except OSError as refused:  # the others all the same; the ledger stays for this one
                fault = refused
        if fault is None:
            fault = self._forget(ledger)
        if fault is not None:
            raise AppError("not-writable", path=fault.filename, cause=fault.strerror) from fault
        return told

    def _forget(self, ledger: Ledger) -> OSError | None:
        try:
            self._remove_empty(ledger.folders)
            shutil.rmtree(self._folder)
            self._remove_empty(ledger.folders)  # those that were made for the ledger
        except OSError as fault:
            return fault
        return None

    def _remove_empty(self, folders: Sequence[str]) -> None:
        for folder in reversed(folders):
            with contextlib.suppress(OSError):  # something else lives in it by now
                self._at(folder).rmdir()

    def _at(self, path: str) -> Path:
        return self._root / path.lstrip("/")

    def _check_place(self, path: Path) -> None:
        """No link may lead out of the root, no folder lie where a file goes, or the reverse."""
        inside = path.parent.resolve().is_relative_to(self._root.resolve())
        nearest = next(parent for parent in path.parents if parent.exists())
        if not inside or not nearest.is_dir() or (path.is_dir() and not path.is_symlink()):
            raise AppError("lockdown-in-the-way", path=path)

    def _state(self, piece: Piece) -> State:
        path = self._at(piece.path)
        if not path.is_symlink() and not path.exists():
            return State.MISSING
        if piece.link:
            same = path.is_symlink() and str(path.readlink()) == piece.link
            return State.OK if same else State.CHANGED
        same = not path.is_symlink() and path.read_bytes() == piece.content.encode()
        mode = stat.S_IMODE(path.lstat().st_mode)
        return State.OK if same and (os.name != "posix" or mode == piece.mode) else State.CHANGED

    def _note(self, plan: Plan) -> None:
        folders = self._missing_folders([self._folder, *(self._at(p.path) for p in plan.pieces)])
        if self._folder.exists():  # of an install that ended before it changed anything
            shutil.rmtree(self._folder)
        self._folder.mkdir(parents=True)
        self._folder.chmod(0o700)
        files = [
            {"path": piece.path, "ours": _mark(piece), "before": self._kept(piece, number)}
            for number, piece in enumerate(plan.pieces)
        ]
        kept = {"session": plan.session, "user": plan.user, "program": plan.program,
                "folders": folders, "files": files}  # fmt: skip
        text = json.dumps(kept, ensure_ascii=False, indent=1) + "\n"
        write_atomically(self._folder / _LEDGER, text.encode())

    def _missing_folders(self, places: Iterable[Path]) -> list[str]:
        """The folders above these places that do not exist yet, outer ones first."""
        folders: dict[str, None] = {}
        for place in places:
            for parent in reversed(place.parents):
                if parent.is_relative_to(self._root) and not parent.exists():
                    folders["/" + parent.relative_to(self._root).as_posix()] = None
        return list(folders)

    def _kept(self, piece: Piece, number: int) -> dict[str, Any] | None:
        """What is at a piece's place now, copied into the ledger's folder."""
        path = self._at(piece.path)
        if path.is_symlink():
            return {"link": str(path.readlink())}
        if not path.exists():
            return None
        copy = self._folder / f"before-{number:02}"
        shutil.copy2(path, copy)
        about = path.stat()
        return {"copy": copy.name, "owner": [about.st_uid, about.st_gid]}

    def _put(self, piece: Piece) -> None:
        path = self._at(piece.path)
        path.parent.mkdir(parents=True, exist_ok=True)
        if piece.link:
            _link(path, piece.link)
            return
        staging = path.with_name(path.name + ".zhanban-new")
        staging.write_bytes(piece.content.encode())
        staging.chmod(piece.mode)
        staging.replace(path)

    def _take_back(self, note: dict[str, Any]) -> Undone:
        path = self._at(note["path"])
        before = note["before"]
        path.with_name(path.name + ".zhanban-new").unlink(missing_ok=True)
        if self._is_before(path, before):
            return Undone.GONE
        is_edited = _mark_of(path) not in (None, note["ours"])
        if is_edited:
            path.rename(path.with_name(path.name + SAVED))
        if before is None:
            path.unlink(missing_ok=True)
        elif "link" in before:
            _link(path, before["link"])
        else:
            self._restore(path, before)
        if is_edited:
            return Undone.SAVED
        return Undone.REMOVED if before is None else Undone.RESTORED

    def _is_before(self, path: Path, before: dict[str, Any] | None) -> bool:
        if before is None:
            return _mark_of(path) is None
        if "link" in before:
            return _mark_of(path) == f"link {before['link']}"
        return _mark_of(path) == _mark_of(self._folder / before["copy"])

    def _restore(self, path: Path, before: dict[str, Any]) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        staging = path.with_name(path.name + ".zhanban-new")
        shutil.copy2(self._folder / before["copy"], staging)
        if sys.platform != "win32":
            with contextlib.suppress(PermissionError):
                os.chown(staging, *before["owner"])
        staging.replace(path)


def _mark(piece: Piece) -> str:
    """A text that tells one content from another."""
    if piece.link:
        return f"link {piece.link}"
    return f"file {hashlib.sha256(piece.content.encode()).hexdigest()}"


def _mark_of(path: Path) -> str | None:
    if path.is_symlink():
        return f"link {path.readlink()}"
    if not path.exists():
        return None
    return f"file {hashlib.sha256(path.read_bytes()).hexdigest()}"


def _link(path: Path, target: str) -> None:
    staging = path.with_name(path.name + ".zhanban-new")
    staging.unlink(missing_ok=True)
    staging.symlink_to(target)
    staging.replace(path)
