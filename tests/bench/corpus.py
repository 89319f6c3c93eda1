"""Makes content of any size with the shipped pack's statistics, seeded, entry by entry.

Every synthetic entry takes a shipped one as its pattern: kind, facets, facts and the lengths of
all texts stay. Han is put together from pieces of 1 to 4 characters cut from all shipped texts,
English from shipped words, some of them joined into new ones, numbers from chance.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from app.content.reader import read_pack
from app.content.seeds import default_pack
from app.content.uniform import make_content
from app.model.content import Content, Told
from app.model.entry import Entry, Fact
from app.model.text import Text
from app.store.fold import HAN

SEED = 20180422
_PART = re.compile(rf"([{HAN}]+)|(\d+)|([A-Za-z]+)|([^{HAN}\dA-Za-z]+)")
_NEW_WORDS = 0.03


class Corpus:
    """The shipped entries and, behind them, as many synthetic ones as are missing."""

    def __init__(self, entries: int) -> None:
        self._real = make_content(read_pack(default_pack()), "")
        told = list(self._real.entries)
        self._patterns = [one for one in told if one.entry.kind not in ("source", "edition")]
        self._shipped = told[:entries]
        self._count = entries
        self._chance = random.Random(SEED)
        texts = [text for one in self._patterns for text in _texts(one)]
        self._pieces = self._cut(texts)
        self._words = [word for text in texts for word in re.findall("[A-Za-z]{2,}", text.en)]

    def content(self) -> Content:
        """As much content as was asked for, made while it is read."""
        counts = dict.fromkeys(self._real.pack.counts, 0) | {"exhibit": self._count}
        return replace(
            self._real, pack=self._real.pack._replace(counts=counts), entries=self.entries()
        )

    def entries(self) -> Iterator[Told]:
        """The same entries every time."""
        yield from self._shipped
        for number in range(len(self._shipped), self._count):
            chance = random.Random(SEED + number)
            yield self._entry(number, chance.choice(self._patterns), chance)

    def _cut(self, texts: list[Text]) -> list[tuple[str, str]]:
        """Pieces as frequent as they are in the texts, with their Traditional forms."""
        pieces: list[tuple[str, str]] = []
        for text in texts:
            same = len(text.zh_hans) == len(text.zh_hant)
            for run in re.finditer(f"[{HAN}]+", text.zh_hans):
                at = run.start()
                while at < run.end():
                    end = min(run.end(), at + self._chance.choice((1, 2, 2, 2, 3, 4)))
                    hant = text.zh_hant[at:end] if same else text.zh_hans[at:end]
                    pieces.append((text.zh_hans[at:end], hant))
                    at = end
        return pieces

    def _entry(self, number: int, pattern: Told, chance: random.Random) -> Told:
        old = pattern.entry
        made = f"{old.kind}/bench-{number}"
        columns = dict(old.columns)
        entry = old._replace(
            id=made, name=self._text(old.name, chance), importance=4,
            summary=self._text(old.summary, chance), columns=columns,
            aliases=tuple(self._han(alias, chance)[0] for alias in old.aliases),
        )  # fmt: skip
        key_facts = tuple(self._fact(fact, entry, chance) for fact in pattern.key_facts)
        statements = tuple(self._fact(fact, entry, chance) for fact in pattern.statements)
        return Told(entry, pattern.citations, key_facts, statements)

    def _fact(self, fact: Fact, entry: Entry, chance: random.Random) -> Fact:
        slug = entry.id.partition("/")[2]
        if "#" in fact.id:  # a column: its words are the same everywhere
            return fact._replace(id=f"{entry.id}#{fact.key}", entry=entry.id)
        return fact._replace(
            id=f"{fact.id}-{slug}", entry=entry.id, text=self._text(fact.text, chance),
            note=self._text(fact.note, chance),
        )  # fmt: skip

    def _text(self, text: Text, chance: random.Random) -> Text:
        hans, hant = self._han(text.zh_hans, chance)
        return Text(hans, hant, self._english(text.en, chance))

    def _han(self, pattern: str, chance: random.Random) -> tuple[str, str]:
        hans = hant = ""
        for kind, told in _parts(pattern):
            if kind == "han":
                some = chance.choices(self._pieces, k=len(told))
                end = len(hans) + len(told)
                hans = (hans + "".join([piece[0] for piece in some]))[:end]
                hant = (hant + "".join([piece[1] for piece in some]))[:end]
            else:
                same = _number(told, chance) if kind == "number" else told
                hans, hant = hans + same, hant + same
        return hans, hant

    def _english(self, pattern: str, chance: random.Random) -> str:
        told = ""
        for kind, part in _parts(pattern):
            if kind == "word" and len(part) > 1:
                word = chance.choice(self._words)
                if chance.random() < _NEW_WORDS:
                    word += chance.choice(self._words).lower()
                told += word
            else:
                told += _number(part, chance) if kind == "number" else part
        return told


class Clocked:
    """Passes entries on and keeps the time that making them takes out of a measurement."""

    def __init__(self, told: Iterator[Told]) -> None:
        self._told = told
        self.seconds = 0.0

    def __iter__(self) -> Iterator[Told]:
        while True:
            begun = time.process_time()
            one = next(self._told, None)
            self.seconds += time.process_time() - begun
            if one is None:
                return
            yield one


def _texts(told: Told) -> Iterator[Text]:
    yield from (told.entry.name, told.entry.summary)
    for fact in (*told.key_facts, *told.statements):
        if "#" not in fact.id:
            yield from (fact.text, fact.note)


@cache
def _parts(pattern: str) -> tuple[tuple[str, str], ...]:
    kinds = ("han", "number", "word", "other")
    return tuple((kinds[found.lastindex - 1], found.group()) for found in _PART.finditer(pattern)
                 if found.lastindex)  # fmt: skip


def _number(digits: str, chance: random.Random) -> str:
    return str(chance.randrange(10 ** (len(digits) - 1), 10 ** len(digits)))
