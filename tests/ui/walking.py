"""Walks for tests: every page of the program, every widget that can be seen on it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEventLoop, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from app.store.library import Library
from app.ui.page import Page
from app.ui.routes import Route
from app.ui.selftest import routes

MORE = ("search?q=5g", "search?q=data", "search?q=yyz", "search?q=zzzzqqq", "zone?view=list",
        "projects?view=table", "indicator/fuzhou-digital-economy", "edition/2018",
        "project/2024-signing-ceremony")  # fmt: skip


def places(library: Library) -> list[Route]:
    """Every page, and some states that look different."""
    return [*routes(library), *(Route.parse(one) for one in MORE)]


def pass_events(milliseconds: int = 20) -> None:
    """Let layouts, timers and workers come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    QApplication.sendPostedEvents()


def settle(window: QWidget, milliseconds: int = 60) -> None:
    """Until no page waits for an answer any more, and a while longer."""
    for _ in range(200):
        pass_events(milliseconds)
        pages = [page for page in window.findChildren(Page) if page.isVisible()]
        if not any(page.is_waiting() for page in pages):
            break
    pass_events(milliseconds)


def seen(root: QWidget) -> Iterator[QWidget]:
    """The visible widgets below `root`, in the order of the tree."""
    for child in root.children():
        if isinstance(child, QWidget) and child.isVisibleTo(root) and not child.isWindow():
            yield child
            yield from seen(child)


def area_of(widget: QWidget) -> QScrollArea | None:
    """The scroll area whose content this is a part of."""
    step: QWidget | None = widget
    while step is not None:
        parent = step.parentWidget()
        above = parent.parentWidget() if parent is not None else None
        if isinstance(above, QScrollArea) and above.widget() is step:
            return above
        step = parent
    return None


def box_in(widget: QWidget, root: QWidget) -> QRect:
    """Where a widget is, in the coordinates of `root`."""
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


def can_be_tabbed(widget: QWidget) -> bool:
    """Whether Tab stops there."""
    if isinstance(widget, QAbstractButton) and widget.group() and widget.group().exclusive():
        return widget.isEnabled() and widget.isChecked()  # one stop; arrows lead to the others
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()
