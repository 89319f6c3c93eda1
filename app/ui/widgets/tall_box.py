"""A box as high as its layout needs at the width it has, not at the width its words would like."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget


class TallBox(QWidget):
    """WORKAROUND for box layouts, whose least height is that of the narrowest width.

    Inside a scroll area that leaves an empty strip below whatever wraps.
    """

    def __init__(self, least_width: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least_width = least_width
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the layout at this width."""
        layout = self.layout()
        if layout is None:
            return 0
        height = layout.totalHeightForWidth(width)
        return height if height >= 0 else layout.totalSizeHint().height()

    def sizeHint(self) -> QSize:
        """For the width it has."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """No less than its words need at this width."""
        height = self.heightForWidth(self.width()) if self.width() > 0 else 0
        return QSize(self._least_width, height)
