"""Every page as a screen reader and the keyboard find it: named, with roles, in reading order."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from app.store.library import Library
from app.ui.routes import Route
from app.ui.window import Window
from tests.ui.walking import MORE, area_of, box_in, can_be_tabbed, places, seen, settle

Role = QAccessible.Role
SENSIBLE = {
    Role.Button, Role.ButtonMenu, Role.CheckBox, Role.RadioButton, Role.Link, Role.EditableText,
    Role.ComboBox, Role.List, Role.ListItem, Role.Table, Role.Tree, Role.Chart, Role.Slider,
    Role.SpinBox, Role.PageTab, Role.Canvas, Role.Graphic,
}  # fmt: skip


def told(widget: QWidget) -> tuple[str, QAccessible.Role]:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name), interface.role()


def label(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{widget.accessibleName()}”"


def go(window: Window, place: Route) -> None:
    window.go(place)
    settle(window, 30)


def test_whatever_can_be_pressed_or_focused_says_what_it_is(
    window: Window, library: Library
) -> None:
    nameless, strange = set(), set()
    for place in places(library):
        go(window, place)
        for widget in seen(window):
            if not (can_be_tabbed(widget) or isinstance(widget, QAbstractButton)):
                continue
            name, role = told(widget)
            if not name.strip():
                nameless.add(f"{place}: {type(widget).__name__}")
            if role not in SENSIBLE:
                strange.add(f"{place}: {label(widget)} is {role.name}")
    assert not nameless
    assert not strange


def test_names_are_told_in_the_language_on_screen(window: Window, library: Library) -> None:
    window.ctx.set_language("en")
    found = set()
    for place in places(library)[:6]:
        go(window, place)
        for widget in (*seen(window.rail), *seen(window.topbar)):
            if can_be_tabbed(widget):
                found.add(told(widget)[0])
    own = {"简体中文", "繁體中文", "简体", "繁體", "简", "繁"}  # languages are named in themselves
    assert not [name for name in found - own if any("\u4e00" <= sign <= "\u9fff" for sign in name)
                and "展伴" not in name]  # fmt: skip


def stops(window: Window, most: int = 400) -> list[QWidget]:
    """Where Tab stops, from the first stop of the window until it comes round."""
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Tab)
    found: list[QWidget] = []
    while (at := window.focusWidget()) is not None and at not in found:
        found.append(at)
        assert len(found) < most, "Tab does not come round"
        QTest.keyClick(at, Qt.Key.Key_Tab)
    return found


def jumps_back(before: QRect, after: QRect) -> bool:
    """Whether `after` would have been read before `before`: above it, or left on its line."""
    share = min(before.bottom(), after.bottom()) - max(before.top(), after.top())
    on_a_line = share > 0.5 * min(before.height(), after.height())
    if on_a_line:
        return after.right() <= before.left()
    return after.bottom() <= before.top() and after.left() <= before.left()


def place_name(place: object) -> str:
    return str(place).replace("/", "-")


def all_places() -> list[str]:
    from app.ui.catalogue import PAGES

    return [*PAGES, *MORE]


@pytest.mark.parametrize("place", all_places(), ids=place_name)
def test_tab_reaches_everything_in_reading_order(
    window: Window, library: Library, qtbot: QtBot, place: str
) -> None:
    by_page = {route.page: route for route in places(library)[: -len(MORE)]}
    go(window, by_page.get(place) or Route.parse(place))
    wanted = [one for one in seen(window) if can_be_tabbed(one)]
    boxes = {one: box_in(one, window) for one in wanted}
    reached = stops(window)
    missed = [label(one) for one in wanted if one not in reached and one.isVisible()]
    assert not missed
    there = [one for one in reached if one in boxes]
    back = [
        f"{label(one)} → {label(other)}"
        for one, other in pairwise(there)
        if area_of(one) is area_of(other) and one.parentWidget() is not window
        and jumps_back(boxes[one], boxes[other])
    ]  # fmt: skip
    assert not back
