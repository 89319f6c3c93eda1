"""The reader, run by the system's Python: walks the tree as a screen reader does, and acts."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pyatspi

PATIENCE_S = 25.0
DEEPEST = 40


def program():
    """The program on the reader's desktop, once it is there with a window."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        for one in pyatspi.Registry.getDesktop(0):
            if one is not None and "zhanban" in (one.name or "") and one.childCount:
                return one
        time.sleep(0.2)
    sys.exit("the program did not come up on the reader's desktop")


def states(thing):
    return [pyatspi.stateToString(one) for one in thing.getState().getStates()]


def acts(thing):
    try:
        asked = thing.queryAction()
    except NotImplementedError:
        return ""
    return ",".join(asked.getName(place) for place in range(asked.nActions))


def walk(thing, depth=0):
    """Every part that is on show, with its depth."""
    if depth > DEEPEST:
        return
    yield thing, depth
    for place in range(thing.childCount):
        child = thing.getChildAtIndex(place)
        if child is not None and "showing" in states(child):
            yield from walk(child, depth + 1)


def line(thing, depth):
    """Role, name, description, state and actions of a part, as they are heard."""
    told = [thing.getRoleName(), f"“{thing.name}”"]
    if thing.description:
        told.append(f"({thing.description})")
    told += [one for one in ("focusable", "focused", "checked") if one in states(thing)]
    if names := acts(thing):
        told.append(f"[{names}]")
    return "  " * depth + " ".join(told).replace("\n", " ")


def write(app, file):
    """What is on show now; the window's name comes first."""
    window = app.getChildAtIndex(0)
    told = [line(thing, depth) for thing, depth in walk(window)]
    file.write_text("\n".join(told) + "\n", "utf-8")
    return told


def find(app, role, words):
    """A part of this role with these words in its name."""
    for thing, _ in walk(app.getChildAtIndex(0)):
        if words in (thing.name or "") and (not role or thing.getRoleName() == role):
            return thing
    sys.exit(f"the reader finds no {role} “{words}”")


def wait_for(app, words):
    """Until the window's title says this, or something on show does."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        if any(words in (thing.name or "") for thing, _ in walk(app.getChildAtIndex(0))):
            return
        time.sleep(0.2)
    sys.exit(f"“{words}” did not appear")


def press(thing):
    """Its first action that presses it."""
    asked = thing.queryAction()
    names = [asked.getName(place) for place in range(asked.nActions)]
    asked.doAction(next(names.index(name) for name in ("Press", "Toggle") if name in names))


def main():
    out = Path(sys.argv[1])
    app = program()
    wait_for(app, "已选")
    time.sleep(0.5)
    write(app, out / "atspi-home.txt")
    press(find(app, "", "体验区"))
    wait_for(app, "人工智能")
    time.sleep(1)
    write(app, out / "atspi-zone.txt")
    field = find(app, "text", "搜索")
    field.queryEditableText().setTextContents("榕医通")
    wait_for(app, "打开“榕医通”")
    write(app, out / "atspi-search.txt")


if __name__ == "__main__":
    main()
