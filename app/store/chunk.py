"""Gathers the tokens of some thousand entries for all index tables, and writes them together."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np

from app.store import readings, schema, tokens
from app.store.fold import MARKS, SEAM, START, WORD
from app.store.postings import MOST_ENTRIES, Gathered, LetterCode, PairCode
from app.store.segment import SegmentWriter
from app.store.tokens import Numbered

_TIERS: Final = len(schema.TIERS)


class Chunk:
    """The tokens of the newest entries. Entries are numbered from 1 on, without a gap."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._first = 1  # number of the first entry gathered here
        self._size = 0
        self._batch = 0  # place of the first entry of the batch
        self._texts = Numbered()
        self._wholes = Numbered()
        self._tables = {
            name: _Table(db, name, LetterCode(START) if name == schema.READING else PairCode())
            for name in schema.INDEX_NAMES
        }

    def begin(self, entries: int) -> None:
        """Some more entries: what is added from now on belongs to them, in their order."""
        if self._size + entries > MOST_ENTRIES:
            self._write()
        self._batch = self._size
        self._size += entries

    def add_texts(self, zh: Sequence[str], en: Sequence[str]) -> None:
        """The squeezed texts of every tier of the entries: the names, the facts, the other ones."""
        codes, places = tokens.pairs(SEAM.join(zh))
        numbers, word_places = tokens.words(SEAM.join(en), self._texts)
        for tier, name in enumerate(schema.TIERS):
            table = self._tables[f"search_{name}"]
            for add, told, at in (
                (table.gathered.add_codes, codes, places),
                (table.gathered.add_texts, numbers, word_places),
            ):
                # The last tier has the texts of all of them.
                here = at % _TIERS == tier if tier < _TIERS - 1 else slice(None)
                add(told[here], at[here] // _TIERS + self._batch)

    def add_marked(self, tier: str, told: Iterable[Iterable[str]]) -> None:
        """Tokens of another sort for one tier, those of every entry."""
        every: list[str] = []
        places: list[int] = []
        for place, some in enumerate(told, self._batch):
            before = len(every)
            every += some
            places += [place] * (len(every) - before)
        numbers = self._texts.of(every)
        self._tables[f"search_{tier}"].gathered.add_texts(numbers, np.array(places, np.int64))

    def add_readings(self, told: Sequence[Sequence[str]]) -> None:
        """The syllables of the names of every entry."""
        plain: list[str] = []
        plain_places: list[int] = []
        texts: list[str] = []
        text_places: list[int] = []
        for place, names in enumerate(told, self._batch):
            for said in filter(None, names):
                tokens_of, variants = _said(said)
                plain += variants
                plain_places += [place] * len(variants)
                texts += tokens_of
                text_places += [place] * len(tokens_of)
        gathered = self._tables[schema.READING].gathered
        codes, which = tokens.letters(plain)
        gathered.add_codes(codes, np.array(plain_places, np.int64)[which])
        gathered.add_texts(self._wholes.of(texts), np.array(text_places, np.int64))

    def _write(self) -> None:
        for name, table in self._tables.items():
            texts = [*self._wholes] if name == schema.READING else self._marked()
            table.write(texts, self._first, self._size)
        self._first += self._size
        self._size = 0
        self._texts.clear()
        self._wholes.clear()

    def _marked(self) -> list[str]:
        """The texts of the tiers: what has no mark of its own is an English word."""
        return [text if text[:1] in MARKS else WORD + text for text in self._texts]

    def finish(self) -> None:
        """Write the last ones and merge all."""
        if self._size:
            self._write()
        for table in self._tables.values():
            table.finish()


def _said(syllables: str) -> tuple[list[str], list[str]]:
    """Tokens of a name that are texts, and the ways to say it that codes can tell."""
    said = readings.spelled(syllables)
    initials = "".join([syllable[0] for syllable in said.split(" ")])
    texts = [readings.whole_token(said.replace(" ", "")), readings.whole_token(initials)]
    variants = readings.variants(syllables) if syllables.isascii() else []
    return texts if variants else [*texts, *readings.tokens(syllables)], variants


class _Table:
    """One table with what is gathered for it."""

    def __init__(self, db: sqlite3.Connection, name: str, code: PairCode | LetterCode) -> None:
        self.gathered = Gathered(code, schema.prefixes(name))
        self._writer = SegmentWriter(db, name)

    def write(self, texts: Sequence[str], first: int, entries: int) -> None:
        self._writer.add_sizes(first, self.gathered.sizes(entries))
        for postings in self.gathered.take(texts, first):
            self._writer.add(postings)

    def finish(self) -> None:
        self._writer.finish()
