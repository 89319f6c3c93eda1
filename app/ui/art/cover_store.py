"""Covers as pixmaps: painted once in workers, kept up to a number of bytes, told when ready."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QPixmap

from app.ui.art.covers import cover_image

DEFAULT_LIMIT: Final = 64 * 1024 * 1024
_BYTES_PER_PIXEL: Final = 4
_WORKERS: Final = 2  # painting holds the interpreter; more would only take it from the screen


@dataclass(frozen=True, slots=True)
class CoverKey:
    """What makes one cover differ from another."""

    seed_id: str
    category: str
    edition_no: int
    width: int
    height: int
    dpr: float

    def __str__(self) -> str:
        return f"{self.seed_id}|{self.category}|{self.width}x{self.height}@{self.dpr:g}"

    @property
    def size(self) -> QSize:
        return QSize(self.width, self.height)


class _Studio(QObject):
    """Carries pictures from the workers to the thread of the screen."""

    painted = Signal(object, QImage)


class _PaintJob(QRunnable):
    """Paints one cover in a worker."""

    def __init__(self, key: CoverKey, studio: _Studio) -> None:
        super().__init__()
        self.setAutoDelete(True)
        self._key = key
        self._studio = studio

    def run(self) -> None:
        key = self._key
        image = cover_image(key.seed_id, key.category, key.edition_no, key.size, key.dpr)
        self._studio.painted.emit(key, image)


class CoverStore(QObject):
    """Gives covers at once if they are kept, else has them painted and says `ready`."""

    ready = Signal(str)  # the text of the key: see `key`

    def __init__(self, parent: QObject | None = None, limit: int = DEFAULT_LIMIT) -> None:
        super().__init__(parent)
        self._limit = limit
        self._bytes = 0
        self._kept: OrderedDict[CoverKey, QPixmap] = OrderedDict()
        self._asked: set[CoverKey] = set()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(_WORKERS)
        self._studio = _Studio(self)  # made after the pool, so that it outlives the last worker
        self._studio.painted.connect(self._on_painted, Qt.ConnectionType.QueuedConnection)
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(self.close)

    @staticmethod
    def key(seed_id: str, category: str, edition_no: int, size: QSize, dpr: float) -> CoverKey:
        return CoverKey(seed_id, category, edition_no, size.width(), size.height(), dpr)

    def pixmap(
        self, seed_id: str, category: str, edition_no: int, size: QSize, dpr: float
    ) -> QPixmap | None:
        """The cover, or None while it is being painted; then `ready` tells its key."""
        key = self.key(seed_id, category, edition_no, size, dpr)
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
            return kept
        if key not in self._asked and not size.isEmpty():
            self._asked.add(key)
            self._pool.start(_PaintJob(key, self._studio))
        return None

    def kept(
        self, seed_id: str, category: str, edition_no: int, size: QSize, dpr: float
    ) -> QPixmap | None:
        """The cover if it is there; nothing is begun."""
        return self._kept.get(self.key(seed_id, category, edition_no, size, dpr))

    def idle(self) -> bool:
        """Whether no cover is being painted."""
        return self._pool.activeThreadCount() == 0

    def bytes_kept(self) -> int:
        return self._bytes

    def close(self) -> None:
        """Forgets what is not begun and waits for what is: nothing is left running."""
        self._pool.clear()
        self._pool.waitForDone()
        self._asked.clear()

    def _on_painted(self, key: CoverKey, image: QImage) -> None:
        self._asked.discard(key)
        pixmap = QPixmap.fromImage(image)
        self._bytes += _size_of(pixmap)
        self._kept[key] = pixmap
        while self._bytes > self._limit and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= _size_of(oldest)
        self.ready.emit(str(key))


def _size_of(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * _BYTES_PER_PIXEL
