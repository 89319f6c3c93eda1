"""The counts as staff read them: in the terminal and in a spreadsheet."""

import csv
import io
from datetime import datetime
from pathlib import Path

import pytest

from app.base.words import Words
from app.kiosk.stats_report import as_table, rows, run_stats
from app.model.text import LANGUAGES
from app.store.statistics_report import Opens, Report, Searched
from app.store.visits import FILE_NAME, Visits

REPORT = Report(
    first_day="2026-11-23",
    last_day="2026-11-24",
    machines=1,
    sessions=5,
    by_hour=(0,) * 14 + (5,) + (0,) * 9,
    by_language=(("zh-Hans", 5),),
    by_day=(("2026-11-23", 5),),
    opens=(Opens("application/rongyitong", 3, 96.0),),
    found=4,
    empty=3,
    texts=(Searched("ryt", 4, 0), Searched("=cmd|' /c calc'!a1", 0, 3)),
    unpublished=2,
)


def counted(folder: Path, sessions: int) -> None:
    visits = Visits.open(folder / FILE_NAME)
    statistics = visits.statistics(lambda: datetime(2026, 11, 23, 14))
    for _ in range(sessions):
        statistics.begin("zh-Hans")
        statistics.opened("edition/2024", "zh-Hans")
        statistics.searched("榕医通", "zh-Hans", is_found=True)
        statistics.end()
    visits.close()


def test_every_count_is_a_row() -> None:
    told = {(row.what, row.key): row.count for row in rows(REPORT)}
    assert told["sessions", ""] == 5
    assert told["by-hour", "14"] == 5
    assert told["opens", "application/rongyitong"] == 3
    assert told["texts", "ryt"] == 4
    assert told["texts-empty", "=cmd|' /c calc'!a1"] == 3
    assert told["unpublished", ""] == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_is_for_spreadsheets_and_never_a_formula(language: str) -> None:
    data = as_table(REPORT, Words(language), name_of={"application/rongyitong": "榕医通"}.get)  # type: ignore[arg-type]
    assert data.startswith(b"\xef\xbb\xbf")
    table = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert len(table) == len(rows(REPORT)) + 1
    assert all(len(cells) == 5 for cells in table)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cells in table for cell in cells)
    assert ["application/rongyitong", "榕医通", "3", "96.0"] in [cells[1:] for cells in table]


def test_the_command_tells_the_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    counted(tmp_path, 3)
    assert run_stats(tmp_path, Words("zh-Hans"), name_of=lambda _: "第七届") == 0
    told = capsys.readouterr().out
    assert "触摸会话  3" in told
    assert "edition/2024  第七届" in told
    assert "榕医通" in told
    assert "2026-11-23 至 2026-11-23" in told


def test_the_command_writes_a_table(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    counted(tmp_path, 1)
    assert run_stats(tmp_path, Words("en"), csv=True) == 0
    told = capsysbinary.readouterr().out.decode("utf-8-sig")
    assert told.splitlines()[0] == "What,Of,Name,Count,Seconds"
    assert "Sessions,,,1," in told
    assert "榕医通" not in told


def test_several_machines_add_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    counted(tmp_path / "a", 2)
    counted(tmp_path / "b", 3)
    run_stats(tmp_path / "a", Words("en"), merged=[tmp_path / "b" / FILE_NAME])
    assert "Sessions  5" in capsys.readouterr().out


def test_where_nothing_was_counted_nothing_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_stats(tmp_path / "none", Words("en")) == 0
    assert capsys.readouterr().out == "Nothing counted yet.\n"
    assert list(tmp_path.iterdir()) == []
