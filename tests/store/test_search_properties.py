"""The index against a plain look through every text: nothing missed, nothing made up."""

from __future__ import annotations

import re
from functools import lru_cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.model.entry import KINDS
from app.model.query import Query
from app.store.fold import HAN
from app.store.library import Library

_HAN_RUN = re.compile(f"[{HAN}]+")
_CALM = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@lru_cache(maxsize=1)
def texts(library: Library) -> dict[str, str]:
    """All Chinese that is told of an entry, one text per id."""
    told: dict[str, str] = {}
    for kind in KINDS:
        for entry in library.entries(kind):
            lines = [entry.name.zh_hans, *entry.aliases, entry.summary.zh_hans]
            for fact in library.facts(entry.id):
                if fact.key != "address":
                    lines += [fact.text.zh_hans, fact.note.zh_hans, fact.title.zh_hans]
                if fact.amount:
                    lines.append(fact.label.zh_hans)
            told[entry.id] = library._search.fold("\n".join(lines))
    return told


@lru_cache(maxsize=1)
def runs(library: Library) -> list[str]:
    return sorted({run for text in texts(library).values() for run in _HAN_RUN.findall(text)})


def found(library: Library, text: str) -> set[str]:
    return {hit.entry.id for hit in library.hits(Query(text, limit=10_000))}


@_CALM
@given(data=st.data())
def test_any_stretch_of_any_text_is_found_and_nothing_else(
    library: Library, data: st.DataObject
) -> None:
    run = data.draw(st.sampled_from(runs(library)))
    start = data.draw(st.integers(0, len(run) - 1))
    end = data.draw(st.integers(start + 1, min(len(run), start + 12)))
    asked = run[start:end]
    expected = {entry for entry, text in texts(library).items() if asked in text}
    assert found(library, asked) == expected


@_CALM
@given(data=st.data())
def test_characters_put_together_by_chance_are_found_only_where_they_stand(
    library: Library, data: st.DataObject
) -> None:
    letters = sorted({char for run in runs(library)[:300] for char in run})
    asked = data.draw(st.text(st.sampled_from(letters), min_size=2, max_size=4))
    expected = {entry for entry, text in texts(library).items() if asked in text}
    assert found(library, asked) == expected


@_CALM
@given(text=st.text(max_size=40))
def test_no_text_at_all_is_an_error(library: Library, text: str) -> None:
    result = library.find(Query(text))
    assert result.total == len(found(library, text)) or not text.strip()


@pytest.mark.parametrize("char", "数福字中国的在月新")
def test_a_single_character_is_found_everywhere(library: Library, char: str) -> None:
    expected = {entry for entry, text in texts(library).items() if char in text}
    assert found(library, char) == expected
    assert expected
