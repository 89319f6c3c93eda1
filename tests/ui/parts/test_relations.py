"""Relations are grouped by role, folded, and lead to the other end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.store.library import Library
from app.ui.context import Context
from app.ui.parts.relations import RelationGroup, RelationsBlock, group_links
from app.ui.routes import Route
from app.ui.widgets.seal_book import SealBook

BUSY = "organisation/fuzhou-data-bureau"


def test_every_relation_is_in_one_group(library: Library) -> None:
    links = library.links(BUSY)
    groups = group_links(links, "zh-Hans")
    shown = {(group.label, link.other.id) for group in groups for link in group.links}
    assert shown == {(link.label.zh_hans, link.other.id) for link in links}


def test_guesses_come_last(library: Library) -> None:
    groups = group_links(library.links(BUSY), "zh-Hans")
    assert groups[-1].links[0].role == "possibly_same"


def test_a_long_group_unfolds(ctx: Context, library: Library) -> None:
    longest = max(group_links(library.links(BUSY), "zh-Hans"), key=lambda group: len(group.links))
    group = RelationGroup(ctx, longest, SealBook(), rows_at_first=3)
    assert len(group.rows) == 3
    group._on_more()
    assert [row.entry_id for row in group.rows] == [link.other.id for link in longest.links]


def test_a_row_leads_to_the_other_end(ctx: Context, library: Library, qtbot: QtBot) -> None:
    block = RelationsBlock(ctx, group_links(library.links(BUSY), "zh-Hans"), SealBook())
    qtbot.addWidget(block)
    row = block.groups[0].rows[0]
    with qtbot.waitSignal(ctx.route_asked) as asked:
        qtbot.keyClick(row, Qt.Key.Key_Return)
    assert asked.args == [Route.to(row.entry_id)]
