"""Shows the generated cover of an entry: asks the store, paints what is there, never waits."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.model.entry import Entry
from app.ui.context import Context
from app.ui.theme import tokens

_BY_KIND = {
    "project": "project", "organisation": "org", "edition": "edition", "source": "source",
    "document": "source", "indicator": "data", "person": "org", "activity": "edition",
    "place": "edition", "task": "project",
}  # fmt: skip
_SETTLE_MS = 120  # a drag of the window asks for no new covers until it rests
TYPED_MS = 250  # whose next key comes sooner has no use for these covers: they hold the interpreter


class CoverSpec(NamedTuple):
    """What a cover is drawn from: the seed id, its category, the number of the edition."""

    seed: str
    category: str
    edition: int = 0

    @classmethod
    def of(cls, ctx: Context, entry: Entry) -> CoverSpec:
        """The cover of an entry."""
        known = tokens("shared")["category"]
        category = entry.category if entry.category in known else _BY_KIND.get(entry.kind, "civic")
        edition = entry.id if entry.kind == "edition" else entry.edition
        ordinal = ""
        if edition and ctx.library.has(edition):
            ordinal = ctx.library.entry(edition).columns.get("ordinal", "")
        return cls(entry.id, category, int(ordinal) if ordinal.isdigit() else 0)


class CoverSlot(QObject):
    """One cover inside a widget that paints itself; tells the widget when there is news."""

    def __init__(self, ctx: Context, spec: CoverSpec, owner: QWidget) -> None:
        super().__init__(owner)
        self._ctx = ctx
        self._spec = spec
        self._owner = owner
        self._size = QSize()
        self._kept: QPixmap | None = None
        self._waiting = False
        self._is_stale = True
        self._held = False
        self._rest: QTimer | None = None

    def show_cover(self, spec: CoverSpec, settle: int = 0) -> None:
        """Another cover in the same place; one to be painted first waits for `settle` ms."""
        self._spec = spec
        self._kept = None
        self._is_stale = True
        if settle:
            self._ask_after(settle)
        self._owner.update()

    def resize(self, size: QSize) -> None:
        """The place has another size. What is never painted never asks; a drag asks at rest."""
        if size == self._size or size.isEmpty():
            return
        self._size = size
        self._is_stale = True
        if self._kept is not None:
            self._ask_after(_SETTLE_MS)

    def hold(self) -> None:
        """Ask for nothing until `release`: what only flies by needs no picture."""
        self._held = True

    def release(self) -> None:
        """Ask now, if something was held back."""
        if self._held:
            self._held = False
            self._owner.update()

    @property
    def is_waiting(self) -> bool:
        """Whether the right picture is still being painted."""
        return self._waiting or self._held or self._rests

    @property
    def _rests(self) -> bool:
        return self._rest is not None and self._rest.isActive()

    def _ask_after(self, milliseconds: int) -> None:
        if self._rest is None:  # most covers are there already and need no clock
            self._rest = QTimer(self)
            self._rest.setSingleShot(True)
            self._rest.timeout.connect(self._on_rested)
        self._rest.start(milliseconds)

    def _on_rested(self) -> None:
        """What has been hidden meanwhile asks when it is painted again."""
        if self._owner.isVisible():
            self._ask()

    def _ask(self) -> None:
        self._is_stale = False
        ratio = self._owner.devicePixelRatioF()
        store = self._ctx.covers
        found = store.pixmap(*self._spec, self._size, ratio)
        if found is not None:
            self._kept = found
            self._stop_waiting()
            self._owner.update()
        elif not self._waiting:
            self._waiting = True
            store.ready.connect(self._on_ready)

    def _take_kept(self) -> bool:
        """A cover that was painted before is shown in the same paint: lists do not flicker."""
        if not self._ctx.has_covers:  # the first frame asks for none: their painters take 10 ms
            return False
        ratio = self._owner.devicePixelRatioF()
        found = self._ctx.covers.kept(*self._spec, self._size, ratio)
        if found is not None:
            self._kept, self._is_stale = found, False
            self._stop_waiting()
            if self._rest is not None:
                self._rest.stop()
        return found is not None

    def _on_ready(self, key: str) -> None:
        if key.startswith(self._spec.seed + "|"):
            self._ask()

    def _stop_waiting(self) -> None:
        if self._waiting:
            self._waiting = False
            self._ctx.covers.ready.disconnect(self._on_ready)

    def look(self, *, asks: bool = True) -> int:
        """A number that is another one as soon as the cover looks otherwise; asks for the cover."""
        rests = self._rests
        waits = self._held or self._size.isEmpty() or (rests and self._kept is not None)
        if self._is_stale and not waits and not self._take_kept() and asks and not rests:
            self._ask_after(0)  # not now: its worker would take the interpreter from this paint
        return self._kept.cacheKey() if self._kept is not None else 0

    def paint(self, painter: QPainter, box: QRectF, clip: QPainterPath | None = None) -> None:
        """The cover, or its ground while it is being painted."""
        self.look()
        self.draw(painter, box, clip)

    def draw(self, painter: QPainter, box: QRectF, clip: QPainterPath | None = None) -> None:
        """What there is now; nothing is asked for."""
        painter.save()
        if clip is not None:
            painter.setClipPath(clip)
        if self._kept is None:
            painter.fillRect(box, self._ctx.theme.category(self._spec.category).ground)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(box, self._kept, QRectF(self._kept.rect()))
        painter.restore()


class CoverView(QWidget):
    """A cover of a fixed size, or as large as it is given."""

    def __init__(
        self, ctx: Context, spec: CoverSpec, size: QSize | None = None, *, name: str = "",
        radius: int = 2, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx = ctx
        self._radius = radius
        self.slot = CoverSlot(ctx, spec, self)
        self.setAccessibleName(name or ctx.words("common.cover"))
        if size is not None:
            self.setFixedSize(ctx.px(size.width()), ctx.px(size.height()))
        else:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_cover(self, spec: CoverSpec, settle: int = 0) -> None:
        """Another cover in the same place."""
        self.slot.show_cover(spec, settle)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the size shown."""
        super().resizeEvent(event)
        self.slot.resize(event.size())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cover with the corners of a print."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip: QPainterPath | None = None
        if self._radius:
            clip = QPainterPath()
            radius = self.ctx.px(self._radius)
            clip.addRoundedRect(QRectF(self.rect()), radius, radius)
        self.slot.paint(painter, QRectF(self.rect()), clip)


def waiting_covers(root: QWidget) -> int:
    """How many covers under `root` are not yet painted: pictures wait for them."""
    slots = root.findChildren(CoverSlot, options=Qt.FindChildOption.FindChildrenRecursively)
    return sum(slot.is_waiting for slot in slots)
