"""A table file opens in a spreadsheet and runs nothing there."""

from __future__ import annotations

import csv
import io

import pytest

from app.base.csv_text import csv_bytes, safe_cell


def test_chinese_is_read_back_as_it_was() -> None:
    written = csv_bytes([("名称", "金额"), ("长乐，\n一期", "超 720")])
    assert written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))
    assert rows == [["名称", "金额"], ["长乐，\n一期", "超 720"]]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "  ="])
def test_a_formula_becomes_text(start: str) -> None:
    assert safe_cell(f"{start}1+1").startswith("'")


@pytest.mark.parametrize("text", ["-3.5", "+8", "319", "福州 = 榕城", ""])
def test_numbers_and_plain_text_stay(text: str) -> None:
    assert safe_cell(text) == text
