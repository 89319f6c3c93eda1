"""The events in view as a list beside the lanes: the timeline for those who read or hear it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.model.event import Event
from app.ui.context import Context
from app.ui.timeline.event_list import EventList
from app.ui.widgets.label import PlainLabel

_WIDTH = 320


class TimelineSide(QWidget):
    """`walked` tells the event that is selected here, `opened` the one to open."""

    walked = Signal(str)
    opened = Signal(str)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ctx.px(6))
        head = QHBoxLayout()
        head.addWidget(PlainLabel(ctx, ctx.words("timeline.list"), "h3", wrap=False))
        self.count = PlainLabel(ctx, "", "small", "ink2", wrap=False)
        head.addWidget(self.count)
        head.addStretch(1)
        column.addLayout(head)
        self.list = EventList(ctx, ctx.words("timeline.list"))
        self.list.walked.connect(self.walked)
        self.list.opened.connect(self.opened)
        self.empty = PlainLabel(ctx, ctx.words("timeline.list.none"), "small", "ink2")
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        self.setFixedWidth(ctx.px(_WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_events(self, events: Sequence[Event], current: str) -> None:
        """Show these; the current one is tinted."""
        self.count.set_words(self.ctx.words.count("timeline.count", len(events)))
        self.empty.setVisible(not events)
        self.list.setVisible(bool(events))
        self.list.show_events(events, current)

    def show_current(self, event_id: str) -> None:
        """Tint an event."""
        self.list.show_current(event_id)
