"""A context without a library: the timeline is given its stations."""

from __future__ import annotations

import pytest

from app.settings import Settings
from app.ui.context import Context


@pytest.fixture
def still(qapp: object) -> Context:
    """Motion is not welcome."""
    return Context(None, Settings(reduced_motion=True))


@pytest.fixture
def moving(qapp: object) -> Context:
    return Context(None, Settings())
