"""A card: cover, title, two small facts. The whole card is the target."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.context import Context
from app.ui.widgets.cover_view import CoverSlot, CoverSpec
from app.ui.widgets.imprint import Imprint
from app.ui.widgets.paragraph import Paragraph
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.typeset import typeset


class Card(Pressable):
    """`ratio` is the cover's height by its width; without `frame` only cover and words."""

    def __init__(
        self, ctx: Context, spec: CoverSpec, title: str, meta: str = "", meta_right: str = "",
        *, ratio: float = 0.746, frame: bool = True, title_lines: int = 2,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(ctx, parent)
        self.entry_id = spec.seed
        self._ratio = ratio
        self._frame = frame
        self._lines = title_lines
        self._title = typeset(title, ctx.language)
        self._meta = typeset(meta, ctx.language)
        self._meta_right = typeset(meta_right, ctx.language)
        self._made: dict[int, tuple[Paragraph, Paragraph, Paragraph]] = {}
        self.setAccessibleName(", ".join(part for part in (title, meta, meta_right) if part))
        self.slot = CoverSlot(ctx, spec, self)
        self._imprint = Imprint(self)
        self.on_paper = False  # whether what lies below is plain paper: then its look is kept
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def shape_radius(self) -> float:
        """Cards 4, bare covers 2."""
        return self.ctx.px(4 if self._frame else 2)

    def measure_again(self) -> None:
        """Lines may break elsewhere."""
        self._made.clear()
        self._imprint.forget()

    def _pad(self) -> int:
        return self.ctx.px(14) if self._frame else 0

    def _cover_height(self, width: int) -> int:
        return round(width * self._ratio)

    def _texts(self, width: int) -> tuple[Paragraph, Paragraph, Paragraph]:
        """Title, left meta, right meta, broken for this width."""
        found = self._made.get(width)
        if found is None:
            theme = self.ctx.theme
            room = width - 2 * self._pad()
            title = Paragraph(
                self._title, theme.font("bodyStrong"), self.ctx.px(22), room, self._lines
            )
            small, line = theme.font("caption"), theme.line("caption")
            right = Paragraph(self._meta_right, small, line, room * 0.6, 1)
            taken = right.natural_width + self.ctx.px(8) if self._meta_right else 0
            lines = 1 if self._meta_right else 2
            left = Paragraph(self._meta, small, line, max(1, room - taken), lines)
            if left.elided and self._meta_right:  # too narrow for both: one below the other
                both = f"{self._meta}\n{self._meta_right}"
                left, right = Paragraph(both, small, line, room, 2), Paragraph("", small, line, 1)
            if len(self._made) > 3:  # layouts ask for the least, the usual and the real width
                self._made.clear()
            found = self._made[width] = title, left, right
        return found

    def sizeHint(self) -> QSize:
        """A card of the zone grid."""
        width = self.ctx.px(237)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """It may shrink with the grid."""
        width = self.ctx.px(120)
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        """The cover keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Cover, title, meta and the room around."""
        title, meta, _ = self._texts(width)
        px = self.ctx.px
        text = title.height + (meta.height if self._has_meta() else 0)
        around = px(10) + px(14) if self._frame else px(7) + px(2)
        return self._cover_height(width) + text + around + px(2 if self._frame else 0)

    def _has_meta(self) -> bool:
        return bool(self._meta or self._meta_right)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cover is as wide as the card."""
        super().resizeEvent(event)
        self._fit_cover()

    def _fit_cover(self) -> None:
        inset, width = 2 if self._frame else 0, self.width()
        self.slot.resize(QSize(width - inset, self._cover_height(width) - inset // 2))

    def prepare(self) -> None:
        """Paint what it will look like when it comes into view."""
        self._fit_cover()
        look, paper = self.slot.look(asks=False), self.ctx.theme.color("paper")
        self._imprint.prepare(look, paper, self.draw, self.devicePixelRatioF())

    def paintEvent(self, event: QPaintEvent) -> None:
        """At rest it is a picture."""
        look = self.slot.look()
        if self.on_paper and not (self.hovered or self.isDown()):
            self._imprint.paint(look, self.ctx.theme.color("paper"), self.draw)
        else:
            self.draw(QPainter(self))

    def draw(self, painter: QPainter) -> None:
        """Paper, cover, words, edge."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px = self.ctx.theme, self.ctx.px
        box, lit = QRectF(self.rect()), self.hovered or self.isDown()
        clip = QPainterPath()
        inner = box.adjusted(1, 1, -1, -1) if self._frame else box
        clip.addRoundedRect(inner, self.shape_radius(), self.shape_radius())
        if self._frame:
            self.paint_box(painter, box, "surface")
        cover = QRectF(inner.left(), inner.top(), inner.width(),
                       self._cover_height(self.width()) - inner.top())  # fmt: skip
        self.slot.draw(painter, cover, clip)
        top = cover.bottom() + px(10 if self._frame else 7)
        self._paint_words(painter, top, "river" if lit else "ink1")
        if self._frame:
            self.paint_box(painter, box, "", "river" if lit else "line", px(2) if lit else 1)
        elif lit:
            painter.fillRect(
                QRectF(0, cover.bottom() - px(3), cover.width(), px(3)), theme.color("river")
            )

    def _paint_words(self, painter: QPainter, top: float, ink: str) -> None:
        theme = self.ctx.theme
        pad = self._pad()
        title, left, right = self._texts(self.width())
        title.paint(painter, QPointF(pad, top), theme.color(ink))
        top += title.height
        soft = theme.color("ink2")
        left.paint(painter, QPointF(pad, top), soft)
        if self._meta_right:
            corner = self.width() - pad - right.natural_width
            right.paint(painter, QPointF(corner, top), soft)
