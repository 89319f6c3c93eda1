"""How it looks and opens: language, colours, text size with a sample, motion, totem."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.model.text import EN, LANGUAGES, ZH_HANS, ZH_HANT
from app.settings import THEMES
from app.ui.context import Context
from app.ui.theme import SCALES
from app.ui.widgets.label import PlainLabel
from app.ui.widgets.rows import Rule
from app.ui.widgets.segment import Segment
from app.ui.widgets.switch import Switch

# Each language names itself.
_NAMES: Final = {ZH_HANS: "简体", ZH_HANT: "繁體", EN: "English"}


class SettingRow(QWidget):
    """A setting: its name and note, the control below or at the right."""

    def __init__(
        self, ctx: Context, title: str, note: str, control: QWidget, *, beside: bool = False
    ) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(Rule(ctx))
        outer.addSpacing(ctx.px(14))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(ctx, title, "bodyStrong"))
        if note:
            words.addWidget(PlainLabel(ctx, note, "small", "ink2"))
        if beside:
            row = QHBoxLayout()
            row.setSpacing(ctx.px(16))
            row.addLayout(words, 1)
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
            outer.addLayout(row)
        else:
            outer.addLayout(words)
            outer.addSpacing(ctx.px(8))
            outer.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addSpacing(ctx.px(16))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)


class LookSettings(QWidget):
    """Every change is seen at once."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        words = ctx.words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(PlainLabel(ctx, words("settings.look"), "h2"))
        self._column.addSpacing(ctx.px(12))
        told = [(key, _NAMES[key]) for key in LANGUAGES]
        self.language = Segment(ctx, words("window.language"), told, ctx.language)
        self.language.chosen.connect(ctx.set_language)
        self._add("language", self.language)
        told = [(key, words(f"settings.theme.{key}")) for key in THEMES]
        self.theme = Segment(ctx, words("settings.theme"), told, ctx.theme.name)
        self.theme.chosen.connect(ctx.set_theme)
        self._add("theme", self.theme)
        ctx.theme_changed.connect(self.theme.set_current)
        self._add_sizes()
        self.motion = Switch(ctx, words("settings.motion"), checked=ctx.settings.reduced_motion)
        self.motion.clicked.connect(self._on_motion)
        self._add("motion", self.motion, beside=True)
        self.totem = Switch(ctx, words("settings.totem"), checked=ctx.settings.totem)
        self.totem.clicked.connect(self._on_totem)
        self._add("totem", self.totem, beside=True)

    def _add(self, key: str, control: QWidget, *, beside: bool = False) -> None:
        words = self.ctx.words
        title, note = words(f"settings.{key}"), words(f"settings.{key}.note")
        self._column.addWidget(SettingRow(self.ctx, title, note, control, beside=beside))

    def _add_sizes(self) -> None:
        ctx, words = self.ctx, self.ctx.words
        sizes = [(str(scale), f"{round(scale * 100)}%") for scale in SCALES]
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ctx.px(10))
        self.text_size = Segment(ctx, words("settings.size"), sizes, str(ctx.scale))
        self.text_size.chosen.connect(self._on_size)
        column.addWidget(self.text_size)
        self.sample = PlainLabel(ctx, words("settings.size.sample"), "body")
        column.addWidget(self.sample)
        row = SettingRow(ctx, words("settings.size"), words("settings.size.note"), holder)
        holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._column.addWidget(row)

    def _on_size(self, key: str) -> None:
        self.ctx.set_scale(float(key))

    def _on_motion(self) -> None:
        self.ctx.set_reduced_motion(self.motion.isChecked())

    def _on_totem(self) -> None:
        self.ctx.set_totem(self.totem.isChecked())
