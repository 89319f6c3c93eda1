"""The program's own diary: a small file in the data folder that turns over by itself."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

FILE_NAME: Final = "zhanban.log"
LEVELS: Final = ("debug", "info", "warning", "error")
_MAX_BYTES: Final = 512 * 1024


def start_log(data_dir: Path, level: str = "warning") -> logging.Logger:
    """Write the diary of this run to the data folder; without it where that cannot be written.

    A windowed build has no stderr, so a file is the only place to look at afterwards.
    """
    logger = logging.getLogger("zhanban")
    logger.setLevel(level.upper())
    stop_log()
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            data_dir / FILE_NAME, maxBytes=_MAX_BYTES, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
    logger.propagate = False
    return logger


def stop_log() -> None:
    """Let go of the file."""
    logger = logging.getLogger("zhanban")
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
