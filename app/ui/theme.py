"""Named tokens become colours, fonts and sizes: of one theme, one language, one text size."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from app.base import paths
from app.model.text import EN
from app.ui import fonts

if TYPE_CHECKING:
    from PySide6.QtCore import QEasingCurve

THEMES: Final = ("light", "dark")
_WIDTHS: Final = 1_000  # of lines that are kept
SCALES: Final = (0.9, 1.0, 1.15, 1.3, 1.5)


class Palette(NamedTuple):
    """The five inks of a category's covers, and its names."""

    ground: QColor
    dark: QColor
    tone: QColor
    pale: QColor
    disc: QColor


@cache
def tokens(name: str) -> dict[str, Any]:
    """One of the token files: light, dark, shared."""
    path = paths.resources() / "themes" / f"{name}.json"
    return cast("dict[str, Any]", json.loads(path.read_text("utf-8")))


class Theme:
    """What a painter asks for by name. A new one is made for every change; none is altered."""

    def __init__(
        self,
        name: str = "light",
        language: str = "zh-Hans",
        scale: float = 1.0,
        form: str = "desktop",
        *,
        reduced_motion: bool = False,
    ) -> None:
        self.name = name
        self.language = language
        self.scale = scale
        self.form = form
        self.reduced_motion = reduced_motion
        self._colors: dict[str, QColor] = {}
        self._lengths: dict[float, int] = {}
        self._fonts: dict[str, QFont] = {}
        self._made: dict[tuple[float, str, int], QFont] = {}
        self._widths: dict[tuple[str, float, int], float] = {}
        self._roles: dict[str, list[Any]] = tokens("shared")["type"][form]

    @property
    def is_dark(self) -> bool:
        """Whether this is the night theme."""
        return self.name == "dark"

    def color(self, name: str) -> QColor:
        """A colour by token: `river`, `ink1` …; `dusk.text` and `#RRGGBB` are told as well."""
        found = self._colors.get(name)
        if found is None:
            found = self._colors[name] = QColor(self._hex(name))
        return found

    def _hex(self, name: str) -> str:
        if name.startswith("#"):
            return name
        group, _, key = name.partition(".")
        if key:
            return str(tokens("shared")[group][key])
        return str(tokens(self.name)["color"][name])

    def motif(self) -> dict[str, Any]:
        """River, hill and bit colours of this theme."""
        return cast("dict[str, Any]", tokens(self.name)["motif"])

    def scrim(self) -> QColor:
        """The veil behind a sheet."""
        base, alpha = tokens(self.name)["scrim"]
        color = QColor(base)
        color.setAlphaF(alpha)
        return color

    def category(self, key: str) -> Palette:
        """The palette of a category: net, ai … source; an unknown one is shown as `org`."""
        table = tokens("shared")["category"]
        inks = table.get(key) or table["org"]
        return Palette(*(QColor(inks[part]) for part in Palette._fields))

    def font(self, role: str) -> QFont:
        """The font of a role of DESIGN §3, scaled: display h1 h2 h3 body bodyStrong small …"""
        found = self._fonts.get(role)
        if found is None:
            size, _, use, weight = self._roles[role]
            found = self._fonts[role] = self.make_font(size, use, weight)
        return found

    def make_font(self, size: float, use: str = "ui", weight: int = 400) -> QFont:
        """A font outside the table: size in unscaled px, use `ui` or `display`.

        A copy of a kept one: copies share what Qt finds out about a font when it is first used.
        """
        found = self._made.get((size, use, weight))
        if found is None:
            found = self._made[size, use, weight] = self._new_font(size, use, weight)
        return QFont(found)

    def width(self, text: str, size: float, weight: int = 400) -> float:
        """How wide a line is in `make_font(size, "ui", weight)`; laying out and painting ask."""
        key = text, size, weight
        found = self._widths.get(key)
        if found is None:
            if len(self._widths) >= _WIDTHS:
                self._widths.clear()
            metrics = QFontMetricsF(self.make_font(size, "ui", weight))
            found = self._widths[key] = metrics.horizontalAdvance(text)
        return found

    def _new_font(self, size: float, use: str, weight: int) -> QFont:
        font = QFont(fonts.families(self.language, use))
        font.setPixelSize(max(1, round(size * self.scale)))
        font.setWeight(QFont.Weight(weight))
        font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        # In English quotation marks are as wide as they are, not as a Han character. Said in every
        # language: what a font leaves out, a painter takes from the widget it draws on.
        font.setFeature(QFont.Tag("pwid"), int(self.language == EN))
        return font

    def size(self, role: str) -> int:
        """The scaled pixel size of a role."""
        return self.px(self._roles[role][0])

    def line(self, role: str) -> int:
        """The scaled line height of a role."""
        return self.px(self._roles[role][1])

    def px(self, n: float) -> int:
        """A length of the design in scaled pixels; hairlines (≤ 1) stay as they are."""
        found = self._lengths.get(n)  # the same few are asked for thousands of times a page
        if found is None:
            found = self._lengths[n] = round(n) if abs(n) <= 1 else round(n * self.scale)
        return found

    def duration(self, name: str) -> int:
        """Milliseconds of tap, state, panel, page, float …; 0 where motion is reduced."""
        full = int(tokens("shared")["motion"]["duration"][name])
        if self.reduced_motion:
            return 200 if name == "crossfade" else 0
        return full

    def easing(self, name: str = "standard") -> QEasingCurve:
        """The curve standard, enter or exit."""
        from PySide6.QtCore import QEasingCurve

        x1, y1, x2, y2 = tokens("shared")["motion"]["easing"][name]
        curve = QEasingCurve(QEasingCurve.Type.BezierSpline)
        curve.addCubicBezierSegment(QPointF(x1, y1), QPointF(x2, y2), QPointF(1, 1))
        return curve
