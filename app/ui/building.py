"""The first start: content is built off the screen's thread, with a gauge if it takes long."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from app.base.words import Words
from app.ui.tasks import Task
from app.ui.theme import Theme

SHOW_AFTER_MS: Final = 300

Build = Callable[[Callable[[float], None]], Path]


class BuildingWindow(QWidget):
    """The name of the house, one sentence and how far the building is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = Words(theme.language)
        self._done = 0.0
        self.setWindowTitle(self._words("window.name"))
        self.setAccessibleName(self._words("window.building"))
        self.setFixedSize(theme.px(560), theme.px(240))

    def set_done(self, share: float) -> None:
        """0 to 1."""
        self._done = max(self._done, min(1.0, share))
        self.setAccessibleDescription(f"{self._done:.0%}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, words, gauge."""
        painter = QPainter(self)
        theme, px = self._theme, self._theme.px
        painter.fillRect(self.rect(), theme.color("paper"))
        painter.setPen(theme.color("ink1"))
        painter.setFont(theme.font("h1"))
        painter.drawText(QPointF(px(40), px(84)), self._words("window.name"))
        painter.setPen(theme.color("ink2"))
        painter.setFont(theme.font("body"))
        box = QRectF(px(40), px(100), self.width() - px(80), px(52))
        wrap = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(box, wrap, self._words("window.building"))
        self._paint_gauge(painter, px(40), self.width() - px(40), px(196))

    def _paint_gauge(self, painter: QPainter, left: int, right: int, base: int) -> None:
        theme, px = self._theme, self._theme.px
        for place in range(41):
            x = round(left + (right - left) * place / 40)
            strong = place % 5 == 0
            height = px(18 if strong else 8)
            painter.fillRect(x, base - height, 1, height,
                             theme.color("lineStrong" if strong else "line"))  # fmt: skip
        painter.fillRect(left, base, right - left, 1, theme.color("lineStrong"))
        reach = left + (right - left) * self._done
        painter.fillRect(QRectF(left, base - 1, reach - left, px(4)), theme.color("river"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("lacquer"))
        tip = QPointF(reach, base - px(3))
        half, high = px(9), px(16)
        painter.drawPolygon(
            QPolygonF([tip, tip + QPointF(-half, -high), tip + QPointF(half, -high)])
        )


class ContentBuilding:
    """Runs `build(progress)` in a worker while the gauge can paint; told its path or its fault."""

    def __init__(self, build: Build, theme: Theme) -> None:
        self._theme = theme
        self._window: BuildingWindow | None = None
        self._loop = QEventLoop()
        self._result: Path | Exception | None = None
        self._share = 0.0
        self._build = build
        self._task = Task(self._work)
        self._task.done.connect(self._on_done)
        self._task.progressed.connect(self._on_progressed, Qt.ConnectionType.QueuedConnection)
        self._wait = QTimer()
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._on_long)

    def run(self) -> Path:
        """The path of the content file; raises the AppError of the builder."""
        self._wait.start(SHOW_AFTER_MS)
        self._task.start()
        self._loop.exec()
        self._wait.stop()
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
        assert self._result is not None
        if isinstance(self._result, Exception):
            raise self._result
        return self._result

    def _work(self, progress: Callable[[float], None]) -> Path | Exception:
        """In the worker. Every fault is carried over, so that the loop always ends."""
        try:
            return self._build(progress)
        except Exception as fault:
            return fault

    def _on_long(self) -> None:
        self._window = BuildingWindow(self._theme)
        self._window.set_done(self._share)
        self._window.show()

    def _on_progressed(self, share: float) -> None:
        self._share = share
        if self._window is not None:
            self._window.set_done(share)

    def _on_done(self, result: Path | Exception) -> None:
        self._result = result
        self._loop.quit()
