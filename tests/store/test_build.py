"""The content file: whole or not there, open to any SQLite tool, documented in itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from app.base.errors import AppError
from app.content.reader import read_pack
from app.content.uniform import make_content
from app.model.content import Content, Relation
from app.store import schema
from app.store.build import build
from app.store.library import Library

MakePack = Callable[..., Path]


@pytest.fixture
def content(make_pack: MakePack) -> Content:
    """A small pack, uniform."""
    return make_content(read_pack(make_pack()), "digest-of-the-pack")


def test_the_file_says_what_it_is(content_file: Path) -> None:
    with closing(sqlite3.connect(content_file)) as db, db:
        assert db.execute("PRAGMA application_id").fetchone()[0] == schema.APPLICATION_ID
        assert db.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert db.execute("SELECT count(*) FROM pack").fetchone()[0] == 1
    db.close()


def test_other_tools_can_read_all_of_it(content_file: Path) -> None:
    db = Database(content_file)
    for table in db.tables:
        assert table.count >= 0
    assert db["entry"].get(1)["importance"] == 1
    assert {key.other_table for key in db["fact"].foreign_keys} == {"entry", "unit", "qualifier"}
    assert next(iter(db.query("SELECT * FROM series LIMIT 1")))["indicator"]
    db.close()


def test_the_schema_explains_itself(content_file: Path) -> None:
    with closing(sqlite3.connect(content_file)) as db, db:
        told = "\n".join(
            row[0] for row in db.execute("SELECT sql FROM sqlite_master WHERE sql <> ''")
        )
    db.close()
    for word in ("static rank", "one thing told of an entry", "which source tells it"):
        assert word in told


def test_progress_is_told_and_reaches_the_end(content: Content, tmp_path: Path) -> None:
    heard: list[tuple[int, int, str]] = []
    build(content, tmp_path / "c.sqlite", lambda *told: heard.append(told))
    assert heard[-1] == (5, 5, "index")


def test_a_failed_build_leaves_the_old_file_and_no_litter(content: Content, tmp_path: Path) -> None:
    target = tmp_path / "content" / "c.sqlite"
    build(content, target)
    before = target.read_bytes()
    lost = Relation("exhibit/glass", "exhibited_at", "edition/1900")
    with pytest.raises(AppError, match="content-rejected"):
        build(replace(content, relations=[lost]), target)
    assert target.read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == ["c.sqlite"]


def test_a_place_that_cannot_be_written_is_told(content: Content, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(AppError, match="not-writable"):
        build(content, tmp_path / "file" / "c.sqlite")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is full")
def test_a_full_disk_is_told(content: Content, tmp_path: Path, monkeypatch: object) -> None:
    import resource
    import signal

    # A limit on file size fails like a full disk does: in the middle of writing.
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, before[1]))
    try:
        with pytest.raises(AppError) as caught:
            build(content, tmp_path / "c.sqlite")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert caught.value.code in ("disk-full", "not-writable")
    assert list(tmp_path.glob("c.sqlite*")) == []


def test_rank_is_importance_then_recency(content: Content, tmp_path: Path) -> None:
    build(content, tmp_path / "c.sqlite")
    library = Library.open(tmp_path / "c.sqlite")
    order = [told.entry.id for told in content.entries]
    assert order[0] == "edition/2024"  # importance 1 and dated
    assert [entry.id for kind in ("edition", "exhibit") for entry in library.entries(kind)] == [
        "edition/2024", "exhibit/glass",
    ]  # fmt: skip
    library.close()
