"""Tours start where the tests of a totem start."""

from __future__ import annotations

from tests.kiosk.conftest import pytest_configure, scan, totem, totem_of

__all__ = ["pytest_configure", "scan", "totem", "totem_of"]
