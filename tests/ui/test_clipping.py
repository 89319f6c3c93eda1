"""At 150 % in every language no text of any page is cut, covered or outside of its place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QScrollArea, QWidget

from app.model.text import LANGUAGES
from app.settings import Settings
from app.store.library import Library
from app.ui.context import Context
from app.ui.page import Page
from app.ui.widgets.button import Button
from app.ui.widgets.chip import Chip
from app.ui.widgets.fact_text import FactText
from app.ui.widgets.figure import Figure
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.seal import Seal
from app.ui.window import Window
from tests.ui.conftest import Show
from tests.ui.reading import listening
from tests.ui.walking import area_of, box_in, places, seen, settle


def name(widget: QWidget) -> str:
    told = widget.accessibleName().replace("\n", " ")
    return f"{type(widget).__name__} “{told[:40]}”"


def is_text(widget: QWidget) -> bool:
    """Widgets that are words, or are pressed by their words; not what only lies over them."""
    if isinstance(widget, QAbstractButton):
        return not widget.sizeHint().isEmpty()
    return isinstance(widget, PlainLabel | Figure)


def ink(widget: QWidget, root: QWidget) -> QRect:
    """Where the words of a widget really are."""
    box = box_in(widget, root)
    if isinstance(widget, PlainLabel) and not isinstance(widget, FactText):
        lines = widget.paragraph(widget.width())
        box.setSize(widget.size().boundedTo(widget.sizeHint()))
        box.setHeight(min(widget.height(), lines.height))
    area = area_of(widget)
    while area is not None:  # what is scrolled out of sight lies on nothing
        box = box.intersected(box_in(area.viewport(), root))
        area = area_of(area)
    return box


def too_small(widget: QWidget) -> str:
    """What its words need more than it has; "" if they fit."""
    if isinstance(widget, PlainLabel):
        needed = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else 0
        if needed > widget.height() + 1:
            return f"needs {needed} px of height, has {widget.height()}"
    elif isinstance(widget, Button | Chip | Seal):
        needs = widget.sizeHint()
        if needs.height() > widget.height() + 1 or needs.width() > widget.width() + 1:
            return f"needs {needs.toTuple()}, has {widget.size().toTuple()}"
    return ""


def cuts_hint(field: QLineEdit) -> bool:
    """Whether what an empty field says does not fit."""
    return field.fontMetrics().horizontalAdvance(field.placeholderText()) > field.width()


def clipped_by(widget: QWidget, root: QWidget) -> str:
    """The part around it that it hangs out of; a scroll area lets it hang out downwards."""
    step = widget.parentWidget()
    while step is not None and step is not root:
        box = box_in(widget, step)
        above = step.parentWidget()
        inside = above is not None and isinstance(above.parentWidget(), QScrollArea)
        if inside and above is not None:
            across = box_in(widget, above)
            if across.left() < -1 or across.right() > above.width() + 1:
                return f"hangs out of its scroll area: {across.left()}…{across.right()}"
        if not step.rect().adjusted(-2, -2, 2, 2).contains(box):
            return f"hangs out of {type(step).__name__} {box.getRect()} in {step.size().toTuple()}"
        if inside:
            return ""
        step = above
    return ""


def is_above(one: QWidget, other: QWidget) -> bool:
    return one.isAncestorOf(other) or other.isAncestorOf(one)


def overlaps(page: QWidget) -> Iterator[str]:
    """Words that lie on other words."""
    texts = [one for one in seen(page) if is_text(one)]
    boxes = [(one, box) for one in texts if not (box := ink(one, page)).isEmpty()]
    boxes.sort(key=lambda pair: pair[1].top())
    for place, (one, box) in enumerate(boxes):
        for other, there in boxes[place + 1 :]:
            if there.top() > box.bottom():
                break
            common = box.intersected(there)
            if common.width() > 3 and common.height() > 3 and not is_above(one, other):
                yield f"{name(one)} lies on {name(other)} {common.getRect()}"


def faults(window: Window) -> list[str]:
    """Everything that cannot be read on the page on show."""
    found: list[str] = []
    with listening() as reader:
        for page in window.findChildren(Page):
            if page.isVisible():
                page.paper().grab()
                page.grab()
        window.grab()
    found += [f"{who} cuts “{words[:50]}”" for who, words in sorted(reader.cut)]
    found += [f"{who} writes outside: “{words[:50]}”" for who, words in sorted(reader.outside)]
    found += [f"{name(field)} cuts its hint" for field in seen(window)
              if isinstance(field, QLineEdit) and cuts_hint(field)]  # fmt: skip
    for widget in seen(window):
        if is_text(widget):
            told = (too_small(widget), clipped_by(widget, window))
            found += [f"{name(widget)} {fault}" for fault in told if fault]
    return found + list(overlaps(window))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_can_be_read_at_150_percent(
    qapp: object, library: Library, shown: Show, language: str
) -> None:
    walk(Context(library, Settings(language=language, scale=1.5, reduced_motion=True)),
         (1280, 800), shown)  # fmt: skip


def test_every_word_can_be_read_in_the_smallest_window(
    qapp: object, library: Library, shown: Show
) -> None:
    walk(Context(library, Settings(language="en", reduced_motion=True)), (1120, 720), shown)


def walk(ctx: Context, size: tuple[int, int], shown: Show) -> None:
    """No page has a fault."""
    ctx.dress()
    window = Window(ctx)
    window.resize(*size)
    ctx.go("home")
    shown(window)
    found = []
    for place in places(ctx.library):
        window.go(place)
        settle(window)
        found += [f"{place}: {fault}" for fault in faults(window)]
    ctx.covers.close()
    assert not found


def test_a_text_that_is_cut_covered_or_hangs_out_is_found(window: Window) -> None:
    """The test above can fail: faults of each kind are made and told."""
    ctx, page = window.ctx, window.stack.page
    assert page is not None
    cut = PlainLabel(ctx, "潮信" * 60, wrap=False, parent=page)
    cut.setGeometry(0, 600, 200, 40)
    low = PlainLabel(ctx, "江潮" * 60, parent=page)
    low.setGeometry(0, 300, 200, 30)
    over = PlainLabel(ctx, "覆盖", parent=page)
    over.setGeometry(20, 302, 90, 26)
    outside = PlainLabel(ctx, "出界", parent=page)
    outside.setGeometry(-30, 400, 90, 26)
    for label in (cut, low, over, outside):
        label.show()
    told = "\n".join(faults(window))
    assert "cuts “潮信" in told
    assert "needs" in told
    assert "覆盖” lies on" in told or "lies on PlainLabel “覆盖" in told
    assert "“出界” hangs out of" in told
