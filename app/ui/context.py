"""What every screen is handed: library, settings, words, theme, covers, and the news of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from app.base.words import Words
from app.ui import icons, style
from app.ui.routes import Route
from app.ui.theme import SCALES, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from app.settings import Settings
    from app.store.library import Library
    from app.store.visits import Visits
    from app.ui.art.cover_store import CoverStore


class Context(QObject):
    """Handed from `start` down to every page and widget; nothing here is importable alive."""

    language_changed = Signal(str)
    theme_changed = Signal(str)
    scale_changed = Signal(float)
    library_changed = Signal()
    settings_changed = Signal()
    visits_changed = Signal()  # something was kept, noted or dropped
    route_asked = Signal(object)  # Route
    message_told = Signal(str, object)  # words of a toast, what its undo calls or None

    def __init__(self, library: Library, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = library
        self.settings = settings
        self.language = settings.language
        self.words = Words(settings.language)
        self.theme = self._make_theme(settings.theme, settings.scale)
        self._covers: CoverStore | None = None
        #: The visitor file: opened after the first paint, None before and where it cannot be.
        self.visits: Visits | None = None
        self.visits_tried = False

    @property
    def scale(self) -> float:
        """The text size: 0.9 to 1.5."""
        return self.theme.scale

    @property
    def has_covers(self) -> bool:
        """Whether a cover has been asked for."""
        return self._covers is not None

    @property
    def covers(self) -> CoverStore:
        """The generated covers, painted in workers."""
        if self._covers is None:
            from app.ui.art.cover_store import CoverStore

            self._covers = CoverStore(self)
        return self._covers

    def px(self, n: float) -> int:
        """A length of the design in scaled pixels."""
        return self.theme.px(n)

    def go(self, route: Route | str) -> None:
        """Ask the window to show a place."""
        self.route_asked.emit(Route.parse(route) if isinstance(route, str) else route)

    def tell(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Show a toast; with `undo` it offers to take the act back."""
        self.message_told.emit(text, undo)

    def icon(self, name: str, color: str = "ink1", size: int = 20) -> QIcon:
        """One of our icons for an action or a menu."""
        return icons.icon(name, self.theme.color(color), self.px(size))

    def draw_icon(self, painter: QPainter, box: QRectF, name: str, color: str = "ink1") -> None:
        """Paint one of our icons into a square box."""
        icons.paint(painter, box, name, self.theme.color(color))

    def set_language(self, language: str) -> None:
        """Speak another language, at once."""
        if language == self.language:
            return
        self.language = language
        self.words = Words(language)
        self.settings.language = language
        self._dress(self.theme.name, self.scale)
        self.language_changed.emit(language)
        self.settings_changed.emit()

    def set_theme(self, name: str) -> None:
        """Day or night, at once."""
        if name == self.theme.name:
            return
        self.settings.theme = name
        self._dress(name, self.scale)
        self.theme_changed.emit(name)
        self.settings_changed.emit()

    def set_scale(self, scale: float) -> None:
        """Larger or smaller text, at once; the nearest step is taken."""
        scale = min(SCALES, key=lambda step: abs(step - scale))
        if scale == self.scale:
            return
        self.settings.scale = scale
        self._dress(self.theme.name, scale)
        self.scale_changed.emit(scale)
        self.settings_changed.emit()

    def step_scale(self, steps: int) -> None:
        """One step up or down the sizes."""
        place = SCALES.index(self.scale) + steps
        self.set_scale(SCALES[max(0, min(place, len(SCALES) - 1))])

    def set_reduced_motion(self, reduced: bool) -> None:  # noqa: FBT001 - what a switch tells
        """Move less, or as designed, from the next movement on."""
        if reduced == self.settings.reduced_motion:
            return
        self.settings.reduced_motion = reduced
        self._dress(self.theme.name, self.scale)
        self.theme_changed.emit(self.theme.name)
        self.settings_changed.emit()

    def set_totem(self, totem: bool) -> None:  # noqa: FBT001 - what a switch tells
        """Whether the program opens as a public totem from the next start on."""
        self.settings.totem = totem
        self.settings_changed.emit()

    def set_library(self, library: Library) -> None:
        """Another content file has taken the place of this one."""
        self.library = library
        self.library_changed.emit()

    def set_visits(self, visits: Visits | None) -> None:
        """The visitor file has been opened, or cannot be."""
        self.visits, self.visits_tried = visits, True
        self.visits_changed.emit()

    def dress(self) -> None:
        """Put the theme on the application: once at start, then by the setters."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            style.apply(app, self.theme)

    def _dress(self, theme: str, scale: float) -> None:
        self.theme = self._make_theme(theme, scale)
        self.dress()

    def _make_theme(self, name: str, scale: float) -> Theme:
        motionless = self.settings.reduced_motion
        return Theme(name, self.language, scale, reduced_motion=motionless)
