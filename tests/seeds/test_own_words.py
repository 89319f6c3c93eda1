"""No sentence of a source document is copied; names and titles are excepted by list."""

from __future__ import annotations

import re

import pytest
from sources import FILES, passages
from tables import ENTRIES, HERE, OWN_WORDS, Tables, names_of

RUN = 18
_HAN = re.compile(r"[^\u4e00-\u9fff]")

pytestmark = pytest.mark.usefixtures("texts")


def test_no_text_shares_a_long_run_with_a_source(pack: Tables) -> None:
    ground = "|".join(_han(passages(source)["全文"]) for source in FILES)
    allowed = _names(pack) | _listed()
    copied = []
    for table, entries in pack.items():
        for row in entries:
            for column in OWN_WORDS:
                run = _copied(row.get(column) or "", ground, allowed)
                if run:
                    copied.append(f"{table} {row.get('id', row.get('from'))} {column}: {run}")
    assert not copied, "\n".join(copied)


def test_every_allowed_run_is_still_needed(pack: Tables) -> None:
    texts = "|".join(
        _han(row.get(column) or "")
        for rows in pack.values()
        for row in rows
        for column in OWN_WORDS
    )
    assert not [run for run in _listed() if run not in texts]


def _copied(text: str, ground: str, allowed: set[str]) -> str:
    """The first run of RUN Han characters that `text` shares with `ground`."""
    flat = _han(text)
    for start in range(len(flat) - RUN + 1):
        run = flat[start : start + RUN]
        if run in ground and not any(run in name for name in allowed):
            return run
    return ""


def _han(text: str) -> str:
    return _HAN.sub("", text)


def _names(pack: Tables) -> set[str]:
    return {_han(name) for table in ENTRIES for row in pack[table] for name in names_of(row)}


def _listed() -> set[str]:
    text = (HERE / "allowed_runs.txt").read_text(encoding="utf-8")
    return {_han(line) for line in text.splitlines() if line and not line.startswith("#")}
