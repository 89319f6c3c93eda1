"""Counts of a totem: anonymous, mergeable, untouched by new content."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.base.errors import AppError
from app.store.statistics import Statistics, normalised
from app.store.statistics_report import Opens, Report, Searched
from app.store.visits import FILE_NAME, Visits


class Clock:
    """A local clock moved by hand."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 23, 14, 0)

    def __call__(self) -> datetime:
        return self.moment

    def passes(self, **span: float) -> None:
        self.moment += timedelta(**span)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def visits(tmp_path: Path) -> Iterator[Visits]:
    opened = Visits.open(tmp_path / FILE_NAME)
    yield opened
    opened.close()


@pytest.fixture
def statistics(visits: Visits, clock: Clock) -> Statistics:
    return visits.statistics(clock)


def search(statistics: Statistics, text: str, *, is_found: bool = True, sessions: int = 1) -> None:
    for _ in range(sessions):
        statistics.begin("zh-Hans")
        statistics.searched(text, "zh-Hans", is_found=is_found)
        statistics.end()


def on_disk(folder: Path) -> bytes:
    """Every byte of the visitor file, its log and its backups."""
    return b"".join(file.read_bytes() for file in sorted(folder.glob("visits*")))


def test_a_new_totem_has_counted_nothing(statistics: Statistics) -> None:
    assert statistics.report() == Report()


def test_a_session_counts_its_hour_language_opens_and_dwell(
    statistics: Statistics, clock: Clock
) -> None:
    statistics.begin("zh-Hans")
    statistics.opened("edition/2024", "zh-Hans")
    clock.passes(seconds=30)
    statistics.opened("exhibit/a", "en")
    clock.passes(seconds=90)
    statistics.end(idle=75)
    report = statistics.report()
    assert (report.sessions, report.by_hour[14], sum(report.by_hour)) == (1, 1, 1)
    assert report.by_language == (("zh-Hans", 1),)
    assert report.by_day == (("2026-11-23", 1),)
    assert set(report.opens) == {Opens("edition/2024", 1, 30.0), Opens("exhibit/a", 1, 15.0)}


def test_nothing_is_on_disk_before_the_session_ends(
    statistics: Statistics, visits: Visits, tmp_path: Path
) -> None:
    before = on_disk(tmp_path)
    statistics.begin("en")
    statistics.opened("edition/2024", "en")
    statistics.searched("rongyitong", "en", is_found=True)
    assert on_disk(tmp_path) == before
    statistics.end()
    assert on_disk(tmp_path) != before


def test_dwell_is_never_negative_nor_endless(statistics: Statistics, clock: Clock) -> None:
    statistics.opened("exhibit/a", "en")
    clock.passes(days=2)
    statistics.opened("exhibit/b", "en")
    clock.passes(hours=-5)
    statistics.end()
    seconds = {told.entry: told.seconds for told in statistics.report().opens}
    assert seconds == {"exhibit/a": 600, "exhibit/b": 0}


def test_days_add_up_and_can_be_chosen(statistics: Statistics, clock: Clock) -> None:
    for _ in range(3):
        statistics.begin("en")
        statistics.opened("edition/2024", "en")
        statistics.end()
        clock.passes(days=1)
    assert statistics.report().opens[0].n == 3
    chosen = statistics.report("2026-11-24", "2026-11-24")
    assert (chosen.sessions, chosen.first_day, chosen.last_day) == (1, "2026-11-24", "2026-11-24")


def test_a_searched_text_is_unknown_until_its_third_session(
    statistics: Statistics, tmp_path: Path
) -> None:
    secret = "林小明的秘密"
    search(statistics, secret, sessions=2, is_found=False)
    report = statistics.report()
    assert (report.texts, report.unpublished, report.empty) == ((), 1, 2)
    assert secret.encode() not in on_disk(tmp_path)
    search(statistics, secret, is_found=True)
    report = statistics.report()
    assert report.texts == (Searched(secret, 1, 2),)
    assert (report.unpublished, report.found, report.empty) == (0, 1, 2)


def test_one_visitor_searching_thrice_is_still_one(statistics: Statistics) -> None:
    statistics.begin("en")
    for _ in range(5):
        statistics.searched("ryt", "en", is_found=True)
    statistics.end()
    report = statistics.report()
    assert (report.texts, report.found) == ((), 5)


def test_ways_of_writing_are_one_text(statistics: Statistics) -> None:
    for text in ("ＲＹＴ", " ryt ", "Ryt"):
        search(statistics, text)
    assert statistics.report().texts == (Searched("ryt", 3, 0),)
    assert normalised("  5G　 天线 ") == "5g 天线"


@pytest.mark.parametrize("text", ["13800138000", "a@b.cn", "很长" * 20, "ab123456cd"])
def test_what_looks_private_is_counted_and_never_kept(
    statistics: Statistics, tmp_path: Path, text: str
) -> None:
    search(statistics, text, sessions=4)
    report = statistics.report()
    assert (report.found, report.texts, report.unpublished) == (4, (), 0)
    assert text.encode() not in on_disk(tmp_path)


def test_blanks_are_no_search(statistics: Statistics) -> None:
    search(statistics, "  ")
    assert statistics.report().found == 0


def test_an_unpublished_text_is_dropped_after_a_month(
    visits: Visits, statistics: Statistics, clock: Clock
) -> None:
    search(statistics, "ryt", sessions=2)
    search(statistics, "kept", sessions=3)
    clock.passes(days=31)
    assert visits.statistics(clock).report().unpublished == 0
    assert [told.text for told in statistics.report().texts] == ["kept"]


def test_digests_differ_from_machine_to_machine(tmp_path: Path) -> None:
    digests = []
    for name in ("a", "b"):
        visits = Visits.open(tmp_path / name / FILE_NAME)
        search(visits.statistics(), "ryt")
        visits.close()
        with closing(sqlite3.connect(tmp_path / name / FILE_NAME)) as db, db:
            digests.append(db.execute("select digest from stat_texts").fetchone()[0])
        db.close()
    assert digests[0] != digests[1]


def test_counts_and_the_machine_stay_after_a_restart(
    visits: Visits, statistics: Statistics, tmp_path: Path
) -> None:
    search(statistics, "ryt", sessions=2)
    visits.close()
    again = Visits.open(tmp_path / FILE_NAME)
    reopened = again.statistics()
    assert reopened.machine == statistics.machine
    search(reopened, "ryt")
    assert reopened.report().texts[0].found == 3
    again.close()


def test_entries_that_new_content_no_longer_has_are_still_counted(
    statistics: Statistics, tmp_path: Path
) -> None:
    statistics.opened("exhibit/gone", "en")
    statistics.end()
    (tmp_path / "content.sqlite").write_bytes(b"another content file")
    assert statistics.report().opens[0].entry == "exhibit/gone"


def test_another_totems_counts_are_added_once(
    statistics: Statistics, clock: Clock, tmp_path: Path
) -> None:
    other = Visits.open(tmp_path / "stick" / FILE_NAME)
    theirs = other.statistics(clock)
    search(theirs, "ryt", sessions=4)
    search(theirs, "rare", sessions=1)
    theirs.opened("exhibit/a", "en")
    theirs.end()
    search(statistics, "ryt", sessions=3)
    for _ in range(2):  # while it is still open: what is only in its log is read too
        assert statistics.merge(tmp_path / "stick" / FILE_NAME) == (theirs.machine,)
    report = statistics.report()
    assert (report.sessions, report.machines) == (8, 2)
    assert report.texts == (Searched("ryt", 7, 0),)
    assert report.unpublished == 0
    statistics.merge(tmp_path / FILE_NAME)
    assert statistics.report() == report
    other.close()


def test_an_older_copy_merged_later_changes_nothing(
    statistics: Statistics, clock: Clock, tmp_path: Path
) -> None:
    stick = tmp_path / "stick" / FILE_NAME
    other = Visits.open(stick)
    search(other.statistics(clock), "ryt", sessions=3)
    other.close()
    older = tmp_path / "older.sqlite"
    older.write_bytes(stick.read_bytes())
    again = Visits.open(stick)
    search(again.statistics(clock), "ryt", sessions=2)
    again.close()
    statistics.merge(stick)
    newest = statistics.report()
    statistics.merge(older)
    assert statistics.report() == newest
    assert newest.sessions == 5


def test_a_file_that_is_no_visitor_file_is_refused(statistics: Statistics, tmp_path: Path) -> None:
    search(statistics, "ryt")
    before = statistics.report()
    (tmp_path / "letter.txt").write_text("no database at all" * 100, encoding="utf-8")
    sqlite3.connect(tmp_path / "empty.sqlite").close()
    for name in ("letter.txt", "empty.sqlite", "missing.sqlite"):
        with pytest.raises(AppError) as caught:
            statistics.merge(tmp_path / name)
        assert caught.value.code == "statistics-unreadable"
    assert statistics.report() == before


def test_forgetting_leaves_nothing_and_begins_under_a_new_name(statistics: Statistics) -> None:
    search(statistics, "ryt", sessions=3)
    name = statistics.machine
    statistics.forget()
    assert statistics.report() == Report()
    assert statistics.machine != name
    search(statistics, "ryt")
    assert statistics.report().sessions == 1


def test_a_disk_that_refuses_is_said_and_the_session_is_forgotten(
    tmp_path: Path, clock: Clock
) -> None:
    Visits.open(tmp_path / FILE_NAME).close()
    db = sqlite3.connect(f"file:{tmp_path / FILE_NAME}?mode=ro", uri=True)
    statistics = Statistics(db, clock)
    statistics.begin("en")
    with pytest.raises(AppError) as caught:
        statistics.end()
    assert caught.value.code == "visits-not-saved"
    statistics.end()
    db.close()
