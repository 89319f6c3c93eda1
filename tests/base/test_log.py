"""The diary of a run."""

from __future__ import annotations

import logging
from pathlib import Path

from app.base.log import FILE_NAME, start_log, stop_log


def test_the_diary_keeps_what_is_worth_it(tmp_path: Path) -> None:
    logger = start_log(tmp_path, "warning")
    logger.info("not this")
    logging.getLogger("zhanban.store").warning("数字 this")
    stop_log()
    assert "数字 this" in (tmp_path / FILE_NAME).read_text("utf-8")
    assert "not this" not in (tmp_path / FILE_NAME).read_text("utf-8")


def test_without_a_folder_to_write_there_is_no_diary_and_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    start_log(tmp_path / "file").warning("nobody hears this")
    stop_log()
