"""The context of a totem: kiosk type, a factor for the window's size, one visitor's session."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap

from app.base.words import Words
from app.kiosk.codes import Takeaway
from app.kiosk.screens.spelling import Indexes
from app.kiosk.session import Session
from app.kiosk.stage import Stage
from app.settings import Settings
from app.store.library import Library
from app.ui.context import Context
from app.ui.theme import Theme

LARGE: Final = 1.3
_MOST_STILLS: Final = 4


class KioskContext(Context):
    """What the desktop's widgets know as `ctx`, with lengths of the kiosk's design.

    `px` knows the window's factor only; text also knows 大字. `type` is the same text for
    painters that are scaled as a whole.
    """

    def __init__(
        self, library: Library, settings: Settings, session: Session | None = None,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(library, settings, parent)
        self.session = session or Session(settings.language)
        self.stage = Stage.of(1080, 1920)
        self.factor = 1.0
        #: Pictures that take long to paint, by what they show: content, never a visitor's doing.
        self.stills: dict[object, QPixmap] = {}
        #: What is searched by letters: made when first asked for.
        self.indexes = Indexes()
        #: The codes of entries, by id and language: they take longer to draw than a screen.
        self.codes: dict[tuple[str, str], Takeaway] = {}
        self.library_changed.connect(self.stills.clear)
        self.library_changed.connect(self.codes.clear)
        self.library_changed.connect(self.indexes.clear)
        self._adopt()

    @property
    def type(self) -> Theme:
        """Text in the design's own pixels."""
        return self._type

    @property
    def is_large(self) -> bool:
        """大字."""
        return self.session.is_large

    @property
    def is_low(self) -> bool:
        """低位."""
        return self.session.is_low

    @property
    def least(self) -> float:
        """The y above which nothing may be touched, in pixels of the design."""
        return self.stage.reach

    def px(self, n: float) -> int:
        """A length of the design in pixels of this window."""
        return round(n * self.factor)

    def set_stage(self, stage: Stage) -> None:
        """The window has another size."""
        self.stage = stage
        self.factor = stage.factor
        self._adopt()

    def set_session(self, session: Session) -> None:
        """Another visitor, or the same one with another language or size."""
        self.session = session
        self._adopt()

    def keep_still(self, key: object, picture: QPixmap) -> QPixmap:
        """Keep a picture; the oldest goes when there are many."""
        while len(self.stills) >= _MOST_STILLS:
            del self.stills[next(iter(self.stills))]
        self.stills[key] = picture
        return picture

    def _adopt(self) -> None:
        language = self.session.language
        size = LARGE if self.session.is_large else 1.0
        motionless = self.settings.reduced_motion
        name = self.settings.theme
        self.language = language
        self.words = Words(language)
        self._type = Theme(name, language, size, "kiosk", reduced_motion=motionless)
        self.theme = Theme(name, language, size * self.factor, "kiosk", reduced_motion=motionless)
        self.dress()
