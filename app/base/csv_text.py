"""Tables as CSV that a spreadsheet opens rightly and that cannot run anything in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

# A cell that starts with one of these is a formula for a spreadsheet; full-width ones too.
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with BOM, so that Excel reads Chinese; cells that look like formulas are quoted."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([safe_cell(one) for one in row]
                                                      for row in rows)  # fmt: skip
    return text.getvalue().encode("utf-8-sig")


def safe_cell(text: str) -> str:
    """The text as it may stand in a cell: plain numbers as they are, no formulas."""
    if text.lstrip(" \u3000").startswith(_FORMULA_STARTS) and not _is_number(text):
        return f"'{text}"
    return text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
