"""The visitor file keeps what a visitor keeps, whatever happens around it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.base.errors import AppError
from app.store import visit_steps
from app.store.visits import STEPS, Visits


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "visits.sqlite"


@pytest.fixture
def visits(path: Path) -> Iterator[Visits]:
    opened = Visits.open(path)
    yield opened
    opened.close()


def test_a_kept_entry_is_there_after_reopening(visits: Visits, path: Path) -> None:
    visits.keep("edition/2024", "看第三天")
    visits.close()
    again = Visits.open(path)
    assert [(kept.id, kept.note) for kept in again.favourites()] == [("edition/2024", "看第三天")]
    again.close()


def test_keeping_again_changes_the_note_and_not_the_place(visits: Visits) -> None:
    visits.keep("edition/2023")
    visits.keep("edition/2024")
    visits.keep("edition/2023", "again")
    assert [kept.id for kept in visits.favourites()] == ["edition/2023", "edition/2024"]


def test_what_was_dropped_can_be_put_back_where_it_was(visits: Visits) -> None:
    visits.keep("edition/2023", "note")
    visits.keep("edition/2024")
    dropped = visits.drop("edition/2023")
    assert dropped is not None
    assert not visits.is_favourite("edition/2023")
    visits.restore(dropped)
    assert visits.favourites()[0] == dropped


def test_the_last_search_comes_first_and_once(visits: Visits) -> None:
    for text in ("榕医通", "5g", "榕医通"):
        visits.remember_search(text)
    assert visits.searches() == ("榕医通", "5g")
    visits.forget_searches()
    assert visits.searches() == ()


def test_the_file_carries_the_number_of_steps() -> None:
    assert len(visit_steps.steps._migrations) == STEPS


def test_an_up_to_date_file_opens_without_sqlite_utils(visits: Visits, path: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys; from pathlib import Path; from app.store.visits import Visits;"
        f"Visits.open(Path({str(path)!r})).close(); print('sqlite_utils' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


def test_a_damaged_file_is_put_aside_and_a_new_one_begun(path: Path) -> None:
    path.write_bytes(b"no database at all" * 100)
    visits = Visits.open(path)
    assert visits.rescued is not None
    assert visits.rescued.read_bytes().startswith(b"no database")
    assert visits.favourites() == ()
    visits.close()


def test_a_file_of_a_later_version_is_refused_and_left_as_it_is(visits: Visits, path: Path) -> None:
    visits.keep("edition/2024")
    visits.close()
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(f"pragma user_version = {STEPS + 1}")
    db.close()
    with pytest.raises(AppError) as caught:
        Visits.open(path)
    assert caught.value.code == "visits-newer"
    with closing(sqlite3.connect(path)) as db, db:
        assert db.execute("select id from favourites").fetchall() == [("edition/2024",)]
    db.close()


def test_an_older_file_is_backed_up_before_it_is_migrated(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("pragma application_id = 0x5A564953")
        db.execute("create table favourites_old (id text)")
    db.close()
    Visits.open(path).close()
    with closing(sqlite3.connect(path.with_name("visits.sqlite.backup"))) as backup, backup:
        names = [row[0] for row in backup.execute("select name from sqlite_master")]
    backup.close()
    assert names == ["favourites_old"]


def test_a_folder_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("file", encoding="utf-8")
    with pytest.raises(AppError) as caught:
        Visits.open(tmp_path / "blocked" / "visits.sqlite")
    assert caught.value.code == "not-writable"
