"""The index against a plain look through every text: nothing missed, nothing made up."""

from __future__ import annotations

import re
from functools import lru_cache
from string import ascii_lowercase

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.model.entry import KINDS
from app.model.query import FACETS, Query
from app.model.text import LANGUAGES
from app.store import readings
from app.store.fold import HAN, LEAST_WORD, RUN
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


@lru_cache(maxsize=1)
def english(library: Library) -> dict[str, str]:
    """All English that is told of an entry, and what its names have of it."""
    told: dict[str, str] = {}
    for kind in KINDS:
        for entry in library.entries(kind):
            lines = [entry.name.en, entry.summary.en, *entry.aliases]
            for fact in library.facts(entry.id):
                if fact.key != "address":
                    lines += [fact.text.en, fact.note.en, fact.title.en]
                if fact.amount:
                    lines.append(fact.label.en)
            told[entry.id] = library._search.fold("\n".join(lines))
    return told


@lru_cache(maxsize=1)
def said(library: Library) -> dict[str, str]:
    """The readings of the names of every entry."""
    rows = library._db.rows(
        "SELECT e.id, p.reading FROM entry e JOIN search_page p ON p.number = e.number"
    )
    return {row[0]: row[1] for row in rows}


@_CALM
@given(data=st.data())
def test_any_beginning_of_any_english_word_is_found_and_nothing_else(
    library: Library, data: st.DataObject
) -> None:
    words = sorted({word for text in english(library).values()
                    for word in re.findall("[a-z]+", text)})  # fmt: skip
    word = data.draw(st.sampled_from(words))
    asked = word[: data.draw(st.integers(1, len(word)))]
    expected = {
        entry
        for entry, text in english(library).items()
        if re.search(rf"(?<![^\W_]){asked}", text)
        or asked in re.sub("(?<=[^a-z0-9]) (?=[a-z0-9])", "", texts(library)[entry])
        or readings.is_said(said(library)[entry], asked)
    }
    assert found(library, asked) == expected


@_CALM
@given(data=st.data())
def test_any_pinyin_of_any_name_is_found_however_much_of_it_is_typed(
    library: Library, data: st.DataObject
) -> None:
    entry = data.draw(st.sampled_from(sorted(said(library))))
    asked = typed(data, said(library)[entry])
    hits = library.hits(Query(asked, limit=10_000))
    by_name = {hit.entry.id for hit in hits if hit.via in ("initials", "pinyin")}
    every = {hit.entry.id for hit in hits}
    spoken = {one for one, told in said(library).items() if readings.is_said(told, asked)}
    assert entry in every
    assert by_name <= spoken <= every


def typed(data: st.DataObject, reading: str) -> str:
    """Letters that someone may type for a stretch of a name: initials, or spelled, cut off."""
    syllables = readings.parse(data.draw(st.sampled_from(reading.split("\n"))))[1]
    start = data.draw(st.integers(0, len(syllables) - 1)) if syllables else 0
    some = syllables[start : start + data.draw(st.integers(1, 8))] or [("s",)]
    ways = [data.draw(st.sampled_from(ways)) for ways in some]
    if data.draw(st.booleans()):
        return "".join(way[0] for way in ways)
    letters = "".join(ways)
    return letters[: data.draw(st.integers(1, len(letters)))]


@_CALM
@given(data=st.data())
def test_the_keypad_offers_the_letters_that_lead_on_and_no_others(
    library: Library, data: st.DataObject
) -> None:
    reading = said(library)[data.draw(st.sampled_from(sorted(said(library))))]
    prefix = typed(data, reading)[: data.draw(st.integers(0, 12))]
    lines = {line for told in said(library).values() for line in told.split("\n")}
    expected = set().union(*(readings.next_letters(line, prefix) for line in lines))
    assert library.next_letters(prefix) == {letter for letter in expected if letter.isascii()}


@_CALM
@given(data=st.data())
def test_pages_join_without_gaps(library: Library, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(["", "数", "福州", "数字中国", "data", "sz", "fuzhou", "5G"]))
    language = data.draw(st.sampled_from(LANGUAGES))
    facet = data.draw(st.sampled_from(FACETS))
    values = library.find(Query(text, language=language, limit=0)).counts[facet]
    where = {facet: (data.draw(st.sampled_from(sorted(values))),)} if values else {}
    order = data.draw(st.sampled_from(["rank", "importance", "name", "date", "edition"]))
    size = data.draw(st.integers(1, 90))
    whole = library.hits(Query(text, where, order, language, 10_000))
    pages = [
        library.hits(Query(text, where, order, language, size, offset))
        for offset in range(0, min(len(whole), 300) + size, size)
    ]
    joined = [hit for page in pages for hit in page]
    assert joined == list(whole[: len(joined)])
    assert len(joined) >= min(len(whole), 300)
    assert len({hit.entry.id for hit in whole}) == len(whole)
    if text or not where:
        assert library.find(Query(text, where, order, language, 0)).total == len(whole)


@_CALM
@given(data=st.data())
def test_a_word_with_one_wrong_letter_leads_to_one_that_is_there(
    library: Library, data: st.DataObject
) -> None:
    """Looking only where something begins so misses nothing that trying everything would find."""
    words = {word for text in english(library).values()
             for word in RUN.findall(text) if re.fullmatch("[a-z]+", word)}  # fmt: skip
    word = data.draw(st.sampled_from(sorted(word for word in words if len(word) > LEAST_WORD)))
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from(ascii_lowercase))
    wrong = data.draw(st.sampled_from([
        word[:place] + letter + word[place + 1 :], word[:place] + word[place + 1 :],
        word[:place] + letter + word[place:],
    ]))  # fmt: skip
    result = library.find(Query(wrong))
    near = _all_edits(wrong)
    if not result.total:
        assert result.meant in near
        assert result.meant in words or library.find(Query(result.meant)).total


def _all_edits(word: str) -> set[str]:
    parts = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    return {
        *(a + b[1:] for a, b in parts if b),
        *(a + c + b for a, b in parts for c in ascii_lowercase),
        *(a + c + b[1:] for a, b in parts if b for c in ascii_lowercase),
        *(a + b[1] + b[0] + b[2:] for a, b in parts if len(b) > 1),
    }
