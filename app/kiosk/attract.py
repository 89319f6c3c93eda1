"""The attract loop: the river at night, and one thing after the other that the content tells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRegion,
    QResizeEvent,
    QShowEvent,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from app.kiosk.context import KioskContext
from app.kiosk.screens.panorama import Panorama, attract_view
from app.kiosk.screens.scene_paint import ScenePainter
from app.kiosk.screens.scenes import Scene, make_scenes
from app.ui.theme import Theme

SHIFTS: Final = ((0, 0), (24, 0), (24, 12), (0, 24), (-24, 12), (-24, 0), (-12, -12), (12, -12))
_KEPT: Final = 2  # pictures: the present scene and the next


class Attract(QWidget):
    """Runs while it is shown. `rewind` begins anew, as after every reset."""

    def __init__(
        self, ctx: KioskContext, *, with_exhibits: bool = True, scene_ms: int = 9000,
        clock: Callable[[], float] = monotonic, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ctx = ctx
        self._clock = clock
        self._with_exhibits = with_exhibits
        self.scenes: Sequence[Scene] = ()
        self.number = 0
        self._before = -1  # the scene that fades away, -1 for none
        self._since = 0.0
        self._pages: dict[int, QPixmap] = {}
        self._blanks: list[QPixmap] = []  # to be painted over: new ones cost two frames
        self._waiting: set[str] = set()
        self._night = Theme("dark", ctx.language, 1.0, "kiosk")
        self._panorama: Panorama | None = None
        self._frames = QTimer(self)
        self._frames.setTimerType(Qt.TimerType.PreciseTimer)
        self._frames.setInterval(33)
        self._frames.timeout.connect(self.advance)
        self._turns = QTimer(self)
        self._turns.setInterval(scene_ms)
        self._turns.timeout.connect(self.turn)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        ctx.covers.ready.connect(self._on_cover)

    # What the window calls

    def rewind(self) -> None:
        """The first scene, the river as at the beginning, the words of the session's language."""
        self._night = Theme("dark", self.ctx.language, 1.0, "kiosk")
        self.scenes = make_scenes(self.ctx, with_exhibits=self._with_exhibits)
        self.number, self._before = 0, -1
        self._forget_pages()
        if self._panorama is not None:
            self._panorama.seconds = 0.0
        told = self.scenes[0]
        self.setAccessibleName(self.ctx.words("kiosk.attract.touch"))
        self.setAccessibleDescription(f"{told.eyebrow} {told.title} {told.lead}")
        self.update()

    def show_scene(self, number: int) -> None:
        """One scene at once, without a fade."""
        self.number, self._before = number % max(1, len(self.scenes)), -1
        self.update()

    def set_pace(self, seconds: int, *, with_exhibits: bool) -> None:
        """Staff changed how long a scene stays and whether exhibits are among them."""
        self._turns.setInterval(seconds * 1000)
        self._with_exhibits = with_exhibits

    def is_waiting(self) -> bool:
        """Whether a print of the scene on show is still being painted."""
        return bool(self._waiting)

    def is_running(self) -> bool:
        """Whether scenes turn."""
        return self._turns.isActive()

    def is_fading(self) -> bool:
        """Whether two scenes are on show."""
        return self._before >= 0

    def river_strip(self) -> QRect:
        """The part that is painted anew with every frame."""
        return self._made().strip()

    # Time

    def turn(self) -> None:
        """On to the next scene, by a fade."""
        if len(self.scenes) < 2:
            return
        self._before, self.number = self.number, (self.number + 1) % len(self.scenes)
        self._since = self._clock()
        self._page(self.number)
        self._frames.start()
        self.update()

    def advance(self) -> None:
        """One frame."""
        panorama = self._made()
        panorama.seconds += 0 if self.ctx.settings.reduced_motion else 0.033
        if self._before >= 0:
            if self._share() >= 1:
                self._before = -1
                self._prepare_next()
                if self.ctx.settings.reduced_motion:
                    self._frames.stop()
            self.update()
            return
        self.update(panorama.strip())

    def _share(self) -> float:
        lasts = self.ctx.theme.duration("crossfade") / 1000
        return min(1.0, (self._clock() - self._since) / lasts) if lasts else 1.0

    # Pictures

    def _made(self) -> Panorama:
        """The river below everything, for this size; never shown by itself."""
        stage = self.ctx.stage
        if self._panorama is None:
            view = attract_view(self.ctx, stage.across, stage.down, is_portrait=stage.is_portrait)
            self._panorama = Panorama(self.ctx, view, self)
            self._panorama.hide()
            self._panorama.resize(self.size())
        return self._panorama

    def _painter_of(self, number: int) -> ScenePainter:
        return ScenePainter(self.ctx, self._night, self.scenes[number],
                            SHIFTS[number % len(SHIFTS)], (number, len(self.scenes)))  # fmt: skip

    def _page(self, number: int) -> QPixmap:
        found = self._pages.get(number)
        if found is not None:
            return found
        page, still, made = self._blank(), self._made().still(), self._painter_of(number)
        painter = QPainter(page)
        painter.drawPixmap(QPoint(0, 0), still)
        if made.scene.cover is not None:
            self._made().paint_bare_sky(painter)
        made.paint(painter, self._print(made))
        painter.end()
        self._pages[number] = page
        return page

    def _blank(self) -> QPixmap:
        """A picture to paint over: all there will ever be are made with the first."""
        if not self._pages and not self._blanks:
            self._blanks = [self._made().still().copy() for _ in range(_KEPT)]
        return self._blanks.pop() if self._blanks else self._pages.pop(next(iter(self._pages)))

    def _forget_pages(self) -> None:
        self._blanks += self._pages.values()
        self._pages.clear()

    def _print(self, made: ScenePainter) -> QPixmap | None:
        spec = made.scene.cover
        if spec is None:
            return None
        x, y, w, h = made.print_box()
        px = self.ctx.px
        size = QSize(px(x + w) - px(x), px(y + h) - px(y))
        found = self.ctx.covers.pixmap(*spec, size, self.devicePixelRatioF())
        if found is None:
            self._waiting.add(spec.seed)
        return found

    def _prepare_next(self) -> None:
        """Ask for the next scene's print while nobody looks at it yet."""
        following = self._painter_of((self.number + 1) % len(self.scenes))
        self._print(following)

    def _on_cover(self, key: str) -> None:
        seed = key.partition("|")[0]
        if seed in self._waiting:
            self._waiting.discard(seed)
            for number, scene in enumerate(self.scenes):
                if scene.cover is not None and scene.cover.seed == seed and number in self._pages:
                    self._blanks.append(self._pages.pop(number))
            self.update()

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size: everything is painted anew."""
        super().resizeEvent(event)
        if self._panorama is not None:
            self._panorama.deleteLater()
            self._panorama = None
        self._pages.clear()
        self._blanks.clear()

    def showEvent(self, event: QShowEvent) -> None:
        """Run."""
        super().showEvent(event)
        if not self.scenes:
            self.rewind()
        self._turns.start()
        if not self.ctx.settings.reduced_motion:
            self._frames.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing runs unseen."""
        super().hideEvent(event)
        self._turns.stop()
        self._frames.stop()
        self._before = -1

    def paintEvent(self, event: QPaintEvent) -> None:
        """The scene, or two of them fading; the bits over it."""
        painter = QPainter(self)
        region = event.region()
        box = region.boundingRect()
        page = self._page(self.number)
        if self._before >= 0:
            painter.drawPixmap(QPoint(0, 0), self._page(self._before))
            painter.setOpacity(self._share())
            painter.drawPixmap(QPoint(0, 0), page)
            painter.setOpacity(1)
        else:
            ratio = page.devicePixelRatio()
            source = QRectF(box.x() * ratio, box.y() * ratio, box.width() * ratio,
                            box.height() * ratio)  # fmt: skip
            painter.drawPixmap(QRectF(box), page, source)
        painter.setClipRegion(region.subtracted(self._covered()))
        self._made().paint_bits(painter)
        painter.end()

    def _covered(self) -> QRegion:
        """What stands before the river: the invitation, and a print that reaches into it."""
        covered = QRegion()
        for number in {self.number, self._before} - {-1}:
            for path in self._painter_of(number).foreground():
                scale = QTransform.fromScale(self.ctx.factor, self.ctx.factor)
                covered = covered.united(QRegion(path.toFillPolygon(scale).toPolygon()))
        return covered
