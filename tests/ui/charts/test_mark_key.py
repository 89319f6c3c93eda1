"""Every mark and fill has a sample that looks like nothing else."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.charts.mark_key import KINDS, MarkKey, ScopeKey
from app.ui.context import Context


def picture(qtbot: QtBot, widget: QWidget) -> QImage:
    qtbot.addWidget(widget)
    widget.resize(widget.sizeHint())
    return widget.grab().toImage()


def test_no_two_marks_look_alike(qtbot: QtBot, plain: Context) -> None:
    pictures = [picture(qtbot, MarkKey(plain, kind)) for kind in KINDS]
    assert all(left != right for left, right in combinations(pictures, 2))


def test_no_two_scopes_look_alike(qtbot: QtBot, plain: Context) -> None:
    scopes = ("solid", "hollow", "dotted", "mixed", "hatched")
    pictures = [picture(qtbot, ScopeKey(plain, scope)) for scope in scopes]
    assert all(left != right for left, right in combinations(pictures, 2))
