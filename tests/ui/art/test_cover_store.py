"""Covers are painted beside the screen's thread and kept within bounds."""

from __future__ import annotations

from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from app.ui.art.cover_store import CoverStore

SIZE = QSize(40, 40)
BYTES = 40 * 40 * 4


def painted(qtbot: QtBot, store: CoverStore, seed_id: str) -> None:
    with qtbot.waitSignal(store.ready) as told:
        assert store.pixmap(seed_id, "net", 7, SIZE, 1.0) is None
    assert told.args == [str(store.key(seed_id, "net", 7, SIZE, 1.0))]


def test_a_cover_is_told_when_it_is_ready_and_then_given_at_once(qtbot: QtBot) -> None:
    store = CoverStore()
    painted(qtbot, store, "exhibit/a")
    given = store.pixmap("exhibit/a", "net", 7, SIZE, 1.0)
    assert given is not None
    assert given.size() == SIZE
    store.close()


def test_a_cover_asked_for_twice_is_painted_once(qtbot: QtBot) -> None:
    store, told = CoverStore(), []
    store.ready.connect(told.append)
    with qtbot.waitSignal(store.ready):
        store.pixmap("exhibit/a", "net", 7, SIZE, 1.0)
        store.pixmap("exhibit/a", "net", 7, SIZE, 1.0)
    store.close()
    qtbot.wait(20)
    assert len(told) == 1


def test_sizes_and_screens_are_kept_apart(qtbot: QtBot) -> None:
    store = CoverStore()
    painted(qtbot, store, "exhibit/a")
    with qtbot.waitSignal(store.ready):
        assert store.pixmap("exhibit/a", "net", 7, SIZE, 2.0) is None
    sharp = store.pixmap("exhibit/a", "net", 7, SIZE, 2.0)
    assert sharp is not None
    assert sharp.width() == 80
    store.close()


def test_the_cover_not_seen_for_longest_goes_first(qtbot: QtBot) -> None:
    store = CoverStore(limit=2 * BYTES)
    painted(qtbot, store, "exhibit/a")
    painted(qtbot, store, "exhibit/b")
    assert store.pixmap("exhibit/a", "net", 7, SIZE, 1.0) is not None
    painted(qtbot, store, "exhibit/c")
    assert store.bytes_kept() == 2 * BYTES
    assert store.pixmap("exhibit/a", "net", 7, SIZE, 1.0) is not None
    assert store.pixmap("exhibit/c", "net", 7, SIZE, 1.0) is not None
    painted(qtbot, store, "exhibit/b")
    store.close()


def test_closing_leaves_nothing_running(qtbot: QtBot) -> None:
    store = CoverStore()
    for number in range(40):
        store.pixmap(f"exhibit/{number}", "civic", 7, QSize(200, 200), 1.0)
    store.close()
    assert store.idle()
