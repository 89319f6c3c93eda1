"""One visitor after the other at a totem; after each, nothing of the last one may be left.

    python tests/bench/sessions.py [SESSIONS] [ACTIONS] [SEED]   (100, 200 and 1 by default)

Half of the sessions in portrait, half in landscape, each in the real window (offscreen, its river
at rest) and ended by nobody being there. Then five pictures are compared pixel by pixel with
the first ones: attract, home, search, a list, an exhibit; every file of the user's (data, home,
temporary) by its digest; and the counts, which are meant to change, are looked through for words
that fewer than three sessions typed. One line a difference; the exit code is 1 if there is one.
"""

from __future__ import annotations

import hashlib
import os
import random
import sys
import tempfile
import time
from pathlib import Path

from kiosk_stage import LANDSCAPE, PORTRAIT, Totem, standing
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtTest import QTest

from app.kiosk.memory import hold_memory
from app.kiosk.policy import Mode
from app.kiosk.session import HOME, Session
from app.kiosk.widgets.touch import Touch
from app.store.visits import FILE_NAME
from app.ui.picture import make_application, render
from app.ui.routes import Route

KEYS = (Qt.Key.Key_R, Qt.Key.Key_S, Qt.Key.Key_Z, Qt.Key.Key_5, Qt.Key.Key_Space,
        Qt.Key.Key_Backspace, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Return,
        Qt.Key.Key_Left, Qt.Key.Key_Right)  # fmt: skip
EXHIBIT = Route.to("exhibit/5g-antenna-glass")
PUBLIC_FROM = 3
LONG = 6  # a shorter word may stand in a file's bytes by chance


KEPT = Path(tempfile.gettempdir())  # where pictures that differ can be looked at
FOLDERS = ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
           "XDG_STATE_HOME", "XDG_RUNTIME_DIR")  # fmt: skip


def move_in(world: Path) -> None:
    """Everything that this process may write goes below this folder. Before Qt begins."""
    for name in FOLDERS:
        folder = world / name.lower()
        folder.mkdir(mode=0o700)
        os.environ[name] = str(folder)
    tempfile.tempdir = os.environ["TMPDIR"]


class Visitor:
    """Acts on the window's handle, as a finger does, and mostly on what can be touched."""

    def __init__(self, totem: Totem, chance: random.Random) -> None:
        self.totem, self.window, self.chance = totem, totem.window, chance

    def act(self) -> None:
        """One thing that a visitor might do."""
        drawn = self.chance.random()
        if self.window.mode is not Mode.BROWSE:
            self.tap(self.somewhere())  # wakes it, or answers a question
        elif drawn < 0.75:
            self.tap(self.something())
        elif drawn < 0.80:
            self.tap(self.somewhere())
        elif drawn < 0.88:
            self.swipe()
        else:
            QTest.keyClick(self.window.windowHandle(), self.chance.choice(KEYS))
        self.totem.clock.now += self.chance.random() * 3
        QTest.qWait(0)
        self.window.tick()

    def tap(self, at: QPoint) -> None:
        QTest.mouseClick(self.window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)

    def swipe(self) -> None:
        handle, at = self.window.windowHandle(), self.somewhere()
        QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=at)
        end = QPoint(self.somewhere().x(), at.y())
        QTest.mouseMove(handle, end)
        QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=end)

    def somewhere(self) -> QPoint:
        chance, window = self.chance, self.window
        return QPoint(chance.randrange(window.width()), chance.randrange(window.height()))

    def something(self) -> QPoint:
        known = [one for one in self.window.findChildren(Touch)
                 if one.isVisibleTo(self.window) and one.isEnabled()]  # fmt: skip
        if not known:
            return self.somewhere()
        one = self.chance.choice(known)
        return one.mapTo(self.window, one.rect().center())


def drawn(totem: Totem) -> QImage:
    """What is shown at this very moment."""
    window = totem.window
    image = QImage(window.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    window.render(painter, QPoint(), QRegion(QRect(QPoint(), window.size())))
    painter.end()
    return image


def wake(totem: Totem) -> None:
    """The touch that ends attract."""
    window = totem.window
    if window.mode is Mode.ATTRACT:
        middle = QPoint(window.width() // 2, window.height() // 2)
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=middle)
    assert window.mode in (Mode.BROWSE, Mode.ASK), window.mode


def walked_off(totem: Totem) -> None:
    """Nobody is there any more: the question, the countdown, attract."""
    wake(totem)  # the last act may have been “done”
    for _ in range(400):
        if totem.window.mode is Mode.ATTRACT:
            return
        totem.clock.now += 0.25
        totem.window.tick()
    raise AssertionError(f"still {totem.window.mode}")


def pictures(totem: Totem) -> dict[str, QImage]:
    """What the next visitor sees. Called right after the reset, in attract."""
    window = totem.window
    seen = {"attract": drawn(totem)}
    wake(totem)
    render(window)  # until its prints are painted
    seen["home"] = drawn(totem)
    visit = window.visit
    assert visit is not None
    visit.go(Route("search"))
    seen["search"] = drawn(totem)
    for name, route in (("list", Route("exhibits")), ("exhibit", EXHIBIT)):
        visit.go(route)
        seen[name] = render(window)
    walked_off(totem)
    return seen


def files(root: Path) -> dict[str, str]:
    """Every file of this user by its digest, but the counts."""
    return {
        str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.name.startswith(FILE_NAME)
    }


def told_by_counts(totem: Totem, data: Path) -> list[str]:
    """What the counts tell of a visitor that they must not."""
    rare = {text for text, sessions in totem.tally.heard.items() if len(sessions) < PUBLIC_FROM}
    kept = b"".join(path.read_bytes() for path in sorted(data.glob(FILE_NAME + "*")))
    long = [text for text in sorted(rare) if len(text) >= LONG]
    faults = [f"“{text}” is in the file of the counts" for text in long if text.encode() in kept]
    report = totem.visits.statistics().report()
    faults += [f"“{one.text}” was published" for one in report.texts if one.text in rare]
    if totem.visits.favourites() or totem.visits.searches():
        faults.append("favourites or searches were kept")
    return faults


def compared(totem: Totem, first: dict[str, QImage]) -> list[str]:
    """Everything that does not look as it did before the visitor came."""
    faults = []
    fresh = Session(totem.window.file.options.language, stops=[HOME])
    if totem.ctx.session != fresh:
        faults.append(f"the session is {totem.ctx.session}")
    for name, image in pictures(totem).items():
        if image != first[name]:
            faults.append(f"the picture of {name} differs")
            image.save(str(KEPT / f"{name}-differs.png"))
            first[name].save(str(KEPT / f"{name}-first.png"))
    return faults


def play(world: Path, size: tuple[int, int], sessions: int, actions: int, seed: int) -> int:
    """How many sessions left something."""
    failed, data = 0, world / f"data{size[0]}"
    with standing(data, size, is_still=True) as totem:
        pictures(totem)  # prints are painted once; counts begin
        first, before = pictures(totem), files(world)
        for number in range(sessions):
            visitor = Visitor(totem, random.Random(seed * 1000 + number))
            for _ in range(actions):
                visitor.act()
            walked_off(totem)
            faults = compared(totem, first) + told_by_counts(totem, data)
            if (now := files(world)) != before:
                faults.append(f"files: {sorted(set(now.items()) ^ set(before.items()))}")
            failed += bool(faults)
            for fault in faults:
                print(f"{size} session {number}: {fault}", flush=True)
        print(f"{size[0]}x{size[1]}: {sessions} sessions of {actions}, {len(before)} files,"
              f" {len(totem.tally.heard)} texts searched; {failed} sessions left something",
              flush=True)  # fmt: skip
    return failed


def main() -> int:
    asked = [int(word) for word in sys.argv[1:]]
    sessions, actions, seed = asked + [100, 200, 1][len(asked) :]
    with tempfile.TemporaryDirectory() as folder:
        world = Path(folder)
        move_in(world)
        hold_memory()
        make_application()
        started = time.perf_counter()
        failed = play(world, PORTRAIT, (sessions + 1) // 2, actions, seed)
        failed += play(world, LANDSCAPE, sessions // 2, actions, seed + 1)
        took = time.perf_counter() - started
    print(f"{sessions} sessions in {took:.0f} s; {failed} left something")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
