"""Builds the content file again beside the one in use, then puts it in its place."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

from app.base.errors import AppError
from app.base.files import replace_durably
from app.content.seeds import build_pack, default_pack
from app.store.library import Library
from app.ui.context import Context

_STAGING: Final = "rebuilt"


def rebuild(target: Path, progress: Callable[[float], None]) -> Path:
    """In a worker: a new file beside `target`, which is not touched."""
    staged = target.parent / _STAGING / target.name
    build_pack(default_pack(), staged, progress)
    return staged


def take_over(ctx: Context, staged: Path) -> None:
    """The new file takes the place of the old one; every page is filled from it.

    Raises AppError `not-writable`; the old file is then in use again.
    """
    target = ctx.library.path
    ctx.library.close()  # where an open file cannot be replaced
    try:
        for name in (staged, staged.with_suffix(".json")):
            replace_durably(name, target.with_suffix(name.suffix))
        shutil.rmtree(staged.parent, ignore_errors=True)
    except OSError as fault:
        raise AppError("not-writable", path=target, cause=fault.strerror) from fault
    finally:
        ctx.set_library(Library.open(target))
