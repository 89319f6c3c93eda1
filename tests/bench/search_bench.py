"""Measures building and searching: `python tests/bench/search_bench.py [entries …] [-o FILE]`.

Synthetic entries are put together from the words of the shipped pack (seeded). Every class of
questions is asked warm; beside it, in the same run, a LIKE scan and FTS5's trigram index answer
the Chinese classes. Times are milliseconds for the first 20 hits with snippets; recall is against
a plain look through all texts.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from app.content.reader import read_pack
from app.content.seeds import default_pack
from app.content.uniform import make_content
from app.model.content import Content, Told
from app.model.entry import Citation, Entry, Fact, Pack
from app.model.query import Query
from app.model.text import Text
from app.store.build import build
from app.store.library import Library

QUESTIONS = 300
SEED = 20180422


class Maker:
    """Makes entries out of pieces of real names and sentences."""

    def __init__(self, entries: int) -> None:
        self._real = make_content(read_pack(default_pack()), "")
        told = [one for one in self._real.entries if one.entry.kind != "source"]
        self._names = [_halves(one.entry.name.zh_hans) for one in told]
        self._english = [word for one in told for word in one.entry.name.en.split()]
        self._sentences = [one.entry.summary for one in told]
        self._count = entries

    def content(self) -> Content:
        """As much content as was asked for, made while it is read."""
        counts = {"exhibit": self._count, "source": 1}
        pack = Pack("bench", "1", Text("基准", "基準", "Bench"), "", counts)
        real = self._real
        return Content(
            pack, self._entries(), (), real.terms, real.units, real.qualifiers, real.roles
        )

    def _entries(self) -> Iterator[Told]:
        source = Entry("source/page", "source", Text("来源", "來源", "Source"), importance=1)
        yield Told(source)
        cited = (Citation("source/page", "1"),)
        for number in range(self._count):
            chance = random.Random(SEED + number)
            name = chance.choice(self._names)[0] + chance.choice(self._names)[1]
            english = " ".join(chance.sample(self._english, 4))
            summary, text = chance.sample(self._sentences, 2)
            entry = Entry(
                f"exhibit/{number}", "exhibit", Text(name, name, english), summary,
                category=chance.choice(("net", "ai", "data")),
                importance=1 + number * 4 // self._count,
            )  # fmt: skip
            fact = Fact(f"statement/{number}", entry.id, "feature", Text(), text, citations=cited)
            yield Told(entry, cited, (), (fact,))


def _halves(name: str) -> tuple[str, str]:
    return name[: len(name) // 2 + 1], name[len(name) // 2 :]


def questions(library: Library) -> dict[str, list[str]]:
    """Questions of every class, taken from what is there."""
    chance = random.Random(SEED)
    total = library.pack.counts["exhibit"]
    ids = [f"exhibit/{chance.randrange(total)}" for _ in range(QUESTIONS)]
    classes: dict[str, list[str]] = {}
    for length in (1, 2, 4, 8):
        classes[f"{length} characters"] = [
            _stretch(chance.choice([e.name.zh_hans, e.summary.zh_hans]), length, chance)
            for e in map(library.entry, ids)
        ]
    spelled = [_spelled(library.spelled(one)) for one in ids]
    classes["initials"] = ["".join(said[0] for said in one[:4]) for one in spelled]
    classes["pinyin"] = ["".join(one[:2]) for one in spelled]
    english = [library.entry(one).name.en.split() for one in ids]
    classes["English"] = [one[0][: chance.randint(2, 6)] for one in english]
    classes["two words"] = [f"{one[0]} {one[1][:3]}" for one in english]
    return classes


def _stretch(text: str, length: int, chance: random.Random) -> str:
    start = chance.randrange(max(1, len(text) - length))
    return text[start : start + length]


def _spelled(toned: str) -> list[str]:
    import unicodedata

    bare = "".join(c for c in unicodedata.normalize("NFD", toned) if not unicodedata.combining(c))
    return [said for said in bare.split() if said.isalpha() and said.isascii()] or ["sz"]


def timed(ask: Callable[[str], object], asked: list[str]) -> dict[str, float]:
    """Median, 95th percentile and worst, in milliseconds, after one warm-up."""
    ask(asked[0])
    times = []
    for text in asked:
        begun = time.perf_counter()
        ask(text)
        times.append((time.perf_counter() - begun) * 1e3)
    times.sort()
    return {
        "p50": round(statistics.median(times), 2),
        "p95": round(times[int(len(times) * 0.95)], 2),
        "max": round(times[-1], 2),
    }


class Peers:
    """What others would do: a scan by LIKE, and FTS5's own trigram index."""

    def __init__(self, content: Path, folder: Path) -> None:
        self._db = sqlite3.connect(folder / "peers.sqlite")
        self._db.execute("ATTACH ? AS c", (str(content),))
        self._db.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='trigram')")
        self._db.execute(
            "INSERT INTO t(rowid, x) SELECT number, title_zh || char(10) || fact_zh || char(10)"
            " || text_zh FROM c.search_page"
        )
        self._db.commit()

    def like(self, text: str) -> list[int]:
        sql = (
            "SELECT number FROM c.search_page WHERE title_zh LIKE ?1 OR fact_zh LIKE ?1"
            " OR text_zh LIKE ?1 LIMIT 20"
        )
        return [row[0] for row in self._db.execute(sql, (f"%{text}%",))]

    def trigram(self, text: str) -> list[int]:
        quoted = '"' + text.replace('"', '""') + '"'
        sql = "SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT 20"
        return [row[0] for row in self._db.execute(sql, (quoted,))]


def measure(entries: int, folder: Path) -> dict[str, object]:
    """One size: how fast it was built, how fast it answers."""
    path = folder / f"{entries}.sqlite"
    begun = time.perf_counter()
    build(Maker(entries).content(), path)
    seconds = time.perf_counter() - begun
    library = Library.open(path)
    peers = Peers(path, folder)
    results: dict[str, object] = {}
    for name, asked in questions(library).items():
        result: dict[str, object] = {"hits": timed(lambda q: library.hits(Query(q)), asked)}
        result["find"] = timed(lambda q: library.find(Query(q)), asked[:60])
        if "characters" in name:
            result["LIKE"] = timed(peers.like, asked[:60])
            result["trigram"] = timed(peers.trigram, asked[:60])
            found = sum(bool(peers.trigram(q)) for q in asked)
            result["recall"] = {
                "zhanban": sum(bool(library.hits(Query(q))) for q in asked) / len(asked),
                "trigram": found / len(asked),
            }
        results[name] = result
    library.close()
    return {
        "entries": entries, "build s": round(seconds, 1), "entries/s": round(entries / seconds),
        "file MB": round(path.stat().st_size / 1e6, 1),
        "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, "classes": results,
    }  # fmt: skip


def main() -> None:
    """Measure the sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("entries", type=int, nargs="*", default=[10_000])
    parser.add_argument("-o", "--output", type=Path)
    asked = parser.parse_args()
    results = []
    for entries in asked.entries:
        with tempfile.TemporaryDirectory() as folder:
            results.append(measure(entries, Path(folder)))
    told = json.dumps(results, ensure_ascii=False, indent=1)
    sys.stdout.write(told + "\n")
    if asked.output:
        asked.output.write_text(told + "\n", "utf-8")


if __name__ == "__main__":
    main()
