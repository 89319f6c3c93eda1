"""A long answer is read page by page and says what the library says."""

from __future__ import annotations

from app.model.query import Query
from app.store.library import Library
from app.ui.items.found_pages import PAGE, FoundPages


def test_every_hit_is_the_one_of_the_whole_answer(library: Library) -> None:
    query = Query(where={"kind": ("application",)}, order="name", limit=10_000)
    whole = library.find(query)
    pages = FoundPages(library, query)
    assert pages.total == whole.total > 2 * PAGE
    assert pages.counts == whole.counts
    for index in (0, PAGE - 1, PAGE, whole.total - 1, 1):
        assert pages.hit(index).entry.id == whole.hits[index].entry.id
