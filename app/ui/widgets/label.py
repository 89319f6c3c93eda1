"""Every text on screen: plain text in a role of the type table, wrapped at the design's lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.context import Context
from app.ui.widgets.paragraph import Paragraph, moved_spans
from app.ui.widgets.typeset import plain_tip, typeset

_NATURAL = -1  # instead of a width: as wide as it takes
_MEASURE = 38  # Han characters a line, DESIGN §1


class PlainLabel(QLabel):
    """A text of one role and colour. A QLabel, so that screen readers know it; painted by us."""

    def __init__(
        self,
        ctx: Context,
        text: str = "",
        role: str = "body",
        color: str = "ink1",
        *,
        wrap: bool = True,
        max_lines: int = 0,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        measure: int = _MEASURE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._role = role
        self._color = color
        self._wrap = wrap
        self._max_lines = max_lines if wrap else 1
        self._align = align
        self._measure = measure
        self._marks: list[tuple[int, int]] = []
        self._made: dict[int, Paragraph] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        if wrap:
            policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
            policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_words(text)

    def set_words(self, text: str, marks: Sequence[tuple[int, int]] = ()) -> None:
        """Say this; `marks` are (start, end) of what a search found in it."""
        shown = typeset(text, self.ctx.language)
        self._marks = moved_spans(text, shown, marks)
        self.setText(shown)
        self.setAccessibleName(text)
        self._forget()

    def set_color(self, name: str) -> None:
        """Paint in another colour token."""
        if name != self._color:
            self._color = name
            self.update()

    def set_role(self, role: str) -> None:
        """Paint in another role of the type table."""
        self._role = role
        self._forget()

    @property
    def role(self) -> str:
        """The role of the type table."""
        return self._role

    def label_font(self) -> QFont:
        """The font the words are painted in."""
        return self.ctx.theme.font(self._role)

    def line_height(self) -> int:
        """The height of one line."""
        return self.ctx.theme.line(self._role)

    def paragraph(self, width: int) -> Paragraph:
        """The text broken for this width; kept, because layouts ask many times."""
        if self._wrap:
            width = min(width, self.measure())
        elif self._natural_width() <= width and self._made[_NATURAL].lines == 1:
            return self._made[_NATURAL]  # broken already, for its size hint
        found = self._made.get(width)
        if found is None:
            if len(self._made) > 8:
                self._made.clear()
            found = self._made[width] = Paragraph(
                self.text(), self.label_font(), self.line_height(), width, self._max_lines
            )
        return found

    def measure(self) -> int:
        """The widest a line may get."""
        return self._measure * self.ctx.theme.size(self._role)

    def is_cut(self) -> bool:
        """Whether some of the text does not fit into the lines it may take."""
        return self.paragraph(self.width()).elided

    def _forget(self) -> None:
        self._made.clear()
        self.updateGeometry()
        self.update()

    def _natural_width(self) -> int:
        found = self._made.get(_NATURAL)
        if found is None:
            found = self._made[_NATURAL] = Paragraph(
                self.text(), self.label_font(), self.line_height(), 0
            )
        return int(found.natural_width) + 2

    def sizeHint(self) -> QSize:
        """One line where that fits the measure, else as many as it takes."""
        width = self._natural_width()
        if not self._wrap:
            return QSize(width, self.line_height())
        width = min(width, self.measure())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Wrapped text may get narrow, a single line may be cut."""
        few = self.ctx.theme.size(self._role) * 4
        return QSize(min(few, self._natural_width()), self.line_height())

    def hasHeightForWidth(self) -> bool:
        """Whether the text is wrapped."""
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at this width."""
        return self.paragraph(width).height

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is cut is told by the tool tip."""
        super().resizeEvent(event)
        if self._max_lines:
            self.setToolTip(plain_tip(self.text()) if self.is_cut() else "")

    def changeEvent(self, event: QEvent) -> None:
        """A new theme, language or text size: measure again."""
        if event.type() == QEvent.Type.StyleChange:
            self._forget()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw marks, then the lines."""
        painter = QPainter(self)
        broken = self.paragraph(self.width())
        top = self._top(broken)
        self._paint_marks(painter, broken, top)
        color = self.ctx.theme.color(self._color)
        broken.paint(painter, QPointF(0, top), color, self._align, self.width())

    def _top(self, broken: Paragraph) -> float:
        if self.alignment() & Qt.AlignmentFlag.AlignTop:
            return 0
        return max(0, (self.height() - broken.height) / 2) if not self._wrap else 0

    def _paint_marks(self, painter: QPainter, broken: Paragraph, top: float) -> None:
        for start, end in self._marks:
            for box in broken.boxes(start, end):
                box.translate(0, top)
                inner = box.adjusted(0, self.line_height() * 0.12, 0, -self.line_height() * 0.12)
                painter.fillRect(inner, self.ctx.theme.color("goldTint"))
