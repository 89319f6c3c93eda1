"""The one door for reading, on the shipped content."""

from __future__ import annotations

import contextlib
import gc
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.base.errors import AppError
from app.model.entry import KINDS
from app.model.query import FACETS, Query
from app.model.text import LANGUAGES
from app.store.library import Library


def test_the_pack_says_what_it_holds(library: Library) -> None:
    assert library.pack.id == "digital-china-summit"
    assert library.pack.counts["edition"] == 9
    assert sum(library.pack.counts.values()) > 1000
    assert all(library.pack.title.own(language) for language in LANGUAGES)


def test_every_entry_is_named_in_three_languages(library: Library) -> None:
    for kind in KINDS:
        for entry in library.entries(kind):
            assert all(entry.name.own(language) for language in LANGUAGES), entry.id


def test_every_fact_has_a_label_a_text_and_a_citation(library: Library) -> None:
    for kind in KINDS:
        if kind == "source":
            continue
        for entry in library.entries(kind):
            for fact in library.facts(entry.id):
                assert fact.citations, fact.id
                assert fact.label.zh_hans, fact.id
                assert fact.text.zh_hans, fact.id


def test_columns_are_told_as_facts_with_their_own_citations(library: Library) -> None:
    facts = {fact.key: fact for fact in library.facts("edition/2024")}
    assert facts["theme"].text.zh_hans == "释放数据要素价值，发展新质生产力"
    assert facts["dates"].text.en == "24–25 May 2024"
    assert facts["place"].text.en == "Fuzhou"
    assert library.fact("edition/2024#theme") == facts["theme"]


def test_columns_without_own_citation_take_those_of_the_entry(
    library: Library, content_file: Path
) -> None:
    with closing(sqlite3.connect(content_file)) as db, db:
        row = db.execute(
            "SELECT id, entry FROM fact WHERE sort = 'column'"
            " AND id NOT IN (SELECT fact FROM citation WHERE fact IS NOT NULL) LIMIT 1"
        ).fetchone()
    assert library.fact(row[0]).citations == library.citations(row[1])


def test_figures_keep_qualifier_unit_and_date(library: Library) -> None:
    points = library.series("indicator/fuzhou-digital-economy").points
    told = [(fact.as_of or fact.deadline, fact.text.zh_hans) for fact in points]
    assert ("2022", "超6100亿元") in told
    target = next(fact for fact in points if fact.status == "target")
    assert target.amount is not None
    assert (target.amount.value, target.amount.unit) == (8300, "yi-cny")
    assert target.deadline.startswith("2025")
    assert target.text.en == "aiming at over CNY 830 bn"


def test_series_run_in_order_of_time_scope_by_scope(library: Library) -> None:
    for indicator in library.entries("indicator"):
        points = library.series(indicator.id).points
        order = [(fact.scope, fact.as_of or fact.deadline) for fact in points]
        assert order == sorted(order)


def test_relations_can_be_walked_back(library: Library) -> None:
    for entry in library.entries("project"):
        for link in library.links(entry.id):
            back = library.links(link.other.id)
            found = [one for one in back if one.other.id == entry.id and one.role == link.role]
            assert any(one.forward != link.forward for one in found)
            assert link.label.zh_hans
            assert link.citations


def test_a_source_leads_to_all_that_it_supports(library: Library) -> None:
    supported = library.supported_by("source/plan-2025")
    assert len(supported) == library.support_count("source/plan-2025") > 100
    assert all(cited.source == "source/plan-2025" for _, _, cited in supported)
    assert any(fact is None and entry.id == "task/2025-09" for fact, entry, _ in supported)
    assert any(fact is not None and fact.entry == entry.id for fact, entry, _ in supported)


def test_an_unknown_id_names_the_nearest(library: Library) -> None:
    with pytest.raises(AppError) as caught:
        library.entry("edition/2o24")
    assert caught.value.code == "unknown-id"
    assert caught.value.facts["nearest"] == "edition/2024"
    assert not library.has("edition/\ud800")


def test_lists_come_in_the_order_asked_for(library: Library) -> None:
    numbers = [entry.columns["number"] for entry in library.entries("task", "number")]
    assert numbers == [str(n) for n in range(1, 30)]
    starts = [entry.start for entry in library.entries("edition", "date")]
    assert starts == sorted(starts, reverse=True)
    ranks = [entry.importance for entry in library.entries("exhibit")]
    assert ranks == sorted(ranks)
    english = [entry.name.en.lower() for entry in library.entries("person", "name-en")]
    assert english == sorted(english)


@pytest.mark.parametrize("text", ["", "数", "5G", "digital", "szzg"])
@pytest.mark.parametrize(
    "where",
    [{}, {"kind": ("exhibit", "project")}, {"edition": ("edition/2024",), "kind": ("exhibit",)}],
)
def test_counts_are_what_sql_counts(
    library: Library, content_file: Path, text: str, where: dict[str, tuple[str, ...]]
) -> None:
    everything = library.find(Query(text, limit=10_000))
    ids = {hit.entry.id for hit in everything.hits}
    found = library.find(Query(text, where, limit=10_000))
    assert found.total == len(found.hits)
    db = sqlite3.connect(content_file)
    db.execute("CREATE TEMP TABLE matched (id TEXT PRIMARY KEY)")
    db.executemany("INSERT INTO matched VALUES (?)", ((one,) for one in ids))
    for facet in FACETS:
        others = {name: values for name, values in where.items() if name != facet}
        condition = "".join(
            f" AND ifnull({name}, '') IN ({', '.join('?' * len(values))})"
            for name, values in others.items()
        )
        values = [value for chosen in others.values() for value in chosen]
        counted = db.execute(
            f"SELECT {facet}, count(*) FROM entry WHERE id IN matched AND ifnull({facet}, '') <> ''"
            f"{condition} GROUP BY 1",
            values,
        )
        assert dict(counted.fetchall()) == found.counts[facet]
    db.close()


def test_pages_of_hits_continue_without_gap_or_repeat(library: Library) -> None:
    for order in ("rank", "name", "date"):
        whole = [hit.entry.id for hit in library.find(Query("福州", order=order, limit=90)).hits]
        pages = [
            hit.entry.id
            for offset in range(0, 90, 30)
            for hit in library.find(Query("福州", order=order, limit=30, offset=offset)).hits
        ]
        assert pages == whole
        assert len(set(whole)) == len(whole) == 90


def test_an_unknown_facet_or_order_is_a_bug(library: Library) -> None:
    with pytest.raises(ValueError, match="facet"):
        library.find(Query(where={"colour": ("red",)}))
    with pytest.raises(ValueError, match="order"):
        library.find(Query(order="colour"))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(AppError, match="content-missing"):
        Library.open(tmp_path / "content.sqlite")


@pytest.mark.parametrize("body", [b"", b"not a database", b"SQLite format 3\0" + b"\xff" * 4096])
def test_another_file_is_damaged(tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "content.sqlite"
    path.write_bytes(body)
    with pytest.raises(AppError, match="content-damaged"):
        Library.open(path)


def test_a_file_of_another_version_is_outdated(tmp_path: Path, content_file: Path) -> None:
    path = tmp_path / "content.sqlite"
    path.write_bytes(content_file.read_bytes())
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA user_version = 999")
    db.close()
    with pytest.raises(AppError, match="content-outdated"):
        Library.open(path)


def test_a_folder_with_odd_characters_is_no_obstacle(tmp_path: Path, content_file: Path) -> None:
    folder = tmp_path / "a b?c#d%20 数字"
    folder.mkdir()
    path = folder / "content.sqlite"
    path.write_bytes(content_file.read_bytes())
    opened = Library.open(path)
    assert opened.has("edition/2024")
    opened.close()


def test_names_are_spelled_with_tones(library: Library) -> None:
    assert library.spelled("place/fuzhou").startswith("fú zhōu")


@pytest.mark.parametrize("text", ["数字", "the", "szzg", "福州市"])
def test_an_interrupted_question_leaves_nothing_open_that_the_next_would_be_stopped_by(
    library: Library, text: str
) -> None:
    connection = library._db._connection
    gc.disable()  # what is let go of only by a collection is open until then
    try:
        for calls in range(1, 400, 7):
            left = iter(range(calls))
            connection.set_progress_handler(lambda left=left: next(left, None) is None, 10)
            with contextlib.suppress(sqlite3.OperationalError):
                library.hits(Query(text))
            connection.set_progress_handler(None, 0)
            library.interrupt()
            assert library.hits(Query(text))
    finally:
        connection.set_progress_handler(None, 0)
        gc.enable()
