"""A context without a library: charts are given their data."""

from __future__ import annotations

import pytest

from app.settings import Settings
from app.ui.context import Context


@pytest.fixture
def plain(qapp: object) -> Context:
    return Context(None, Settings())


@pytest.fixture
def english(qapp: object) -> Context:
    return Context(None, Settings(language="en"))
