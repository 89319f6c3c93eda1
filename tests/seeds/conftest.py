"""Fixtures of the pack's tests: the shipped tables, and the source texts where they are at hand."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import sources
import tables


@pytest.fixture(scope="session")
def pack() -> tables.Tables:
    return tables.read()


@pytest.fixture(scope="session")
def texts() -> None:
    """Skip where the five source documents are not kept beside the project."""
    if sources.folder() is None:
        pytest.skip("the five source documents are not at hand (set ZHANBAN_SOURCES)")
