"""What is taken away says what the library says, and who says it."""

from __future__ import annotations

import pytest

from app.base.words import Words
from app.model.text import LANGUAGES
from app.store.library import Library
from app.ui.parts.take_away import as_text

BUSY = "application/national-data-infrastructure"


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_names_entry_facts_and_sources(library: Library, language: str) -> None:
    text = as_text(library, Words(language), BUSY)
    entry = library.entry(BUSY)
    assert text.startswith(entry.name.told(language))
    assert entry.summary.told(language) in text
    for fact in library.facts(BUSY):
        if fact.id.startswith("statement/"):
            assert fact.text.told(language) in text
        for cited in fact.citations:
            assert library.entry(cited.source).name.told(language) in text
    assert library.pack.version in text


def test_targets_and_unverified_facts_are_marked(library: Library) -> None:
    text = as_text(library, Words("zh-Hans"), BUSY)
    targets = [fact for fact in library.facts(BUSY) if fact.status == "target"]
    assert targets
    assert text.count("目标") >= len(targets)
