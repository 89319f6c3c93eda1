"""What the pack says stands in the five source documents, where it says so."""

from __future__ import annotations

import pytest
from evidence import is_told
from sources import FILES, fold, parts, passage, passages
from tables import ENTRIES, HERE, Tables, citations_of, names_of, rows

pytestmark = pytest.mark.usefixtures("texts")


def test_every_locator_of_a_seed_document_names_a_passage(pack: Tables) -> None:
    lost = [
        f"{row['subject']}: {row['source']} {row['locator']}"
        for row in pack["citations"]
        if row["source"] in FILES and not _resolves(row["source"], row["locator"])
    ]
    assert not lost, "\n".join(lost)


def test_every_number_stands_in_the_cited_passage(pack: Tables) -> None:
    cited = citations_of(pack)
    wrong = [
        f"{figure['id']}: {figure['text']} is not in {row['source']} {row['locator']}"
        for figure in pack["figures"]
        for row in cited[figure["id"]]
        if row["source"] in FILES
        and not is_told(figure["text"], passage(row["source"], row["locator"]))
    ]
    assert not wrong, "\n".join(wrong)


def test_every_name_stands_in_the_cited_passages(pack: Tables) -> None:
    cited = citations_of(pack)
    described = {row["id"] for row in rows(HERE / "described_names.csv")}
    missing = []
    for table in ENTRIES:
        if table in ("indicators", "sources"):
            continue  # their names are ours, or titles that stand outside the passages
        for entry in pack[table]:
            if entry["id"] in described:
                continue
            for source in {row["source"] for row in cited[entry["id"]]} & set(FILES):
                places = [r["locator"] for r in cited[entry["id"]] if r["source"] == source]
                ground = "|".join(fold(passage(source, place)) for place in places)
                if not any(fold(name) in ground for name in names_of(entry)):
                    missing.append(f"{entry['id']} {names_of(entry)}: {source} {places}")
    assert not missing, "\n".join(missing)


def test_described_names_are_entries_and_still_needed(pack: Tables) -> None:
    known = {entry["id"] for table in ENTRIES for entry in pack[table]}
    listed = rows(HERE / "described_names.csv")
    assert all(row["reason"] for row in listed)
    assert not {row["id"] for row in listed} - known


def _resolves(source: str, locator: str) -> bool:
    return all(part in passages(source) for part in parts(source, locator))
