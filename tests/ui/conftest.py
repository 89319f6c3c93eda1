"""Real things for screen tests: a library built from the shipped pack, a context, a window."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shiboken6
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.settings import Settings
from app.store.library import Library
from app.ui.context import Context
from app.ui.window import Window


def pytest_configure(config: pytest.Config) -> None:
    """The offscreen platform says this whenever a window may change its least size."""
    config.addinivalue_line("qt_log_ignore", "propagateSizeHints")


@pytest.fixture
def ctx(qapp: QApplication, library: Library) -> Iterator[Context]:
    """A context as `start` makes it, without motion."""
    qapp.setStyle("Fusion")
    made = Context(library, Settings(reduced_motion=True))
    made.dress()
    yield made
    made.covers.close()


Show = Callable[[QWidget], QWidget]


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Show]:
    """Show a widget and take it away after the test, before Python's collector gets to it."""
    kept: list[QWidget] = []

    def show(widget: QWidget) -> QWidget:
        kept.append(widget)
        widget.show()
        widget.activateWindow()
        assert QTest.qWaitForWindowActive(widget)
        return widget

    yield show
    for widget in kept:
        widget.close()
        shiboken6.delete(widget)


@pytest.fixture
def window(ctx: Context, shown: Show) -> Window:
    """The window, shown, at home."""
    made = Window(ctx)
    made.resize(1280, 800)
    ctx.go("home")
    shown(made)
    return made
