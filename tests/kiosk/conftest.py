"""A totem that tests can touch, and an independent reader of the codes on its screen."""

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
import shiboken6
import zxingcpp
from PIL import Image
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.kiosk.codes import QUIET, Code
from app.kiosk.context import KioskContext
from app.kiosk.mode import KioskWindow
from app.kiosk.options import OptionsFile
from app.kiosk.policy import Mode
from app.kiosk.screens.base import Screen
from app.kiosk.session import Session
from app.kiosk.tally import Tally
from app.kiosk.visit import Visit
from app.kiosk.widgets.touch import Touch
from app.settings import Settings
from app.store.library import Library
from app.store.visits import FILE_NAME, Visits
from app.ui.picture import render


def pytest_configure(config: pytest.Config) -> None:
    """The offscreen platform says these whenever a window asks for what it cannot do."""
    for line in ("propagateSizeHints", "This plugin does not support"):
        config.addinivalue_line("qt_log_ignore", line)


def photographed(code: Code, pixels: int = 5) -> Image.Image:
    """The code as the screen paints it: five pixels a module and a white margin."""
    side = code.side + 2 * QUIET
    small = Image.new("L", (side, side), 255)
    for y, row in enumerate(code.modules, start=QUIET):
        for x, is_dark in enumerate(row, start=QUIET):
            if is_dark:
                small.putpixel((x, y), 0)
    return small.resize((side * pixels, side * pixels), Image.Resampling.NEAREST)


@pytest.fixture
def scan() -> Callable[[Code], str]:
    """What a reader gives back for one code; level M is part of the agreement."""

    def scanned(code: Code) -> str:
        (found,) = zxingcpp.read_barcodes(photographed(code), formats=zxingcpp.BarcodeFormat.QRCode)
        assert found.ec_level == "M"
        return str(found.text)

    return scanned


class Totem:
    """A real window with a clock of its own; touched through its handle, as by a finger."""

    def __init__(self, library: Library, folder: Path, size: tuple[int, int], **options: object):
        self.now = 1000.0
        self.wall = datetime(2026, 4, 29, 12)
        self.folder = folder
        self.visits = Visits.open(folder / FILE_NAME)
        self.file = OptionsFile.open(folder)
        if options:
            self.file.change(**options)
        settings = Settings(language=self.file.options.language, reduced_motion=True)
        self.ctx = KioskContext(library, settings, Session(settings.language))
        self.window = KioskWindow(
            self.ctx, self.file, tally=Tally(self.visits.statistics()), clock=self._clock,
            wall_clock=self._wall, is_windowed=True,
        )  # fmt: skip
        self.window.resize(QSize(*size))
        self.window.show()
        assert QTest.qWaitForWindowExposed(self.window)

    def _clock(self) -> float:
        return self.now

    def _wall(self) -> datetime:
        return self.wall

    @property
    def visit(self) -> Visit:
        assert self.window.visit is not None
        return self.window.visit

    @property
    def screen(self) -> Screen:
        assert self.visit.screen_now is not None
        return self.visit.screen_now

    @property
    def mode(self) -> Mode:
        return self.window.mode

    @property
    def handle(self) -> QWindow:
        handle = self.window.windowHandle()
        assert handle is not None
        return handle

    def passes(self, seconds: float) -> None:
        """Time goes by; the window's timer ticks."""
        end = self.now + seconds
        while self.now < end:
            self.now = min(end, self.now + 0.25)
            self.window.tick()

    def press(self, x: float, y: float) -> None:
        QTest.mousePress(self.handle, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))

    def move(self, x: float, y: float) -> None:
        QTest.mouseMove(self.handle, QPoint(round(x), round(y)))

    def release(self, x: float, y: float) -> None:
        QTest.mouseRelease(self.handle, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))

    def tap(self, x: float, y: float) -> None:
        self.press(x, y)
        self.release(x, y)
        self.settle()

    def touch(self, widget: QWidget) -> None:
        """Tap the middle of something."""
        point = widget.mapTo(self.window, widget.rect().center())
        self.tap(point.x(), point.y())

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.handle, key, held)
        self.settle()

    def settle(self) -> None:
        """What was asked for later is done, and what was let go of is gone."""
        QTest.qWait(1)

    def begin(self) -> None:
        """The touch that ends attract."""
        self.tap(self.window.width() / 2, self.window.height() / 2)
        assert self.mode is Mode.BROWSE

    def touches(self) -> list[Touch]:
        """Everything on show that can be touched."""
        found = self.window.findChildren(Touch)
        return [one for one in found if one.isVisibleTo(self.window) and one.isEnabled()
                and one.window() is self.window]  # fmt: skip

    def named(self, name: str) -> Touch:
        """The target with this name."""
        found = [one for one in self.touches() if one.accessibleName().startswith(name)]
        assert found, f"nothing called {name}: {[one.accessibleName() for one in self.touches()]}"
        return found[0]

    def picture(self) -> QImage:
        return render(self.window)

    def close(self) -> None:
        self.ctx.covers.close()
        self.window.allow_close()
        self.window.close()
        shiboken6.delete(self.window)
        self.visits.close()


MakeTotem = Callable[..., Totem]


@pytest.fixture
def totem_of(
    qapp: QApplication, qtbot: QtBot, library: Library, tmp_path: Path
) -> Iterator[MakeTotem]:
    """`totem_of((1080, 1920), language="en")`: a totem, taken away after the test."""
    qapp.setStyle("Fusion")
    made: list[Totem] = []

    def make(size: tuple[int, int] = (1080, 1920), **options: object) -> Totem:
        totem = Totem(library, tmp_path / f"totem{len(made)}", size, **options)
        made.append(totem)
        return totem

    yield make
    for totem in made:
        totem.close()


@pytest.fixture
def totem(totem_of: MakeTotem) -> Totem:
    """A portrait totem, in attract."""
    return totem_of()
