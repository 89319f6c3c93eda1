"""An answer of the library read page by page, so that a long list costs what is looked at."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

from app.model.query import Hit, Query
from app.store.library import Library

PAGE: Final = 64
_KEPT: Final = 32


class FoundPages:
    """`total` and `counts` at once, hits when they are asked for; the last pages are kept."""

    def __init__(self, library: Library, query: Query) -> None:
        self._library = library
        self._query = query._replace(limit=PAGE, offset=0)
        first = library.find(self._query)
        self.total = first.total
        self.counts = first.counts
        self._pages: OrderedDict[int, tuple[Hit, ...]] = OrderedDict({0: first.hits})

    def hit(self, index: int) -> Hit:
        """The hit at this place of the whole answer."""
        number, place = divmod(index, PAGE)
        found = self._pages.get(number)
        if found is None:
            found = self._library.hits(self._query._replace(offset=number * PAGE))
            self._pages[number] = found
            while len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return found[place]
