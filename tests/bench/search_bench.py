"""Measures building and searching: `python tests/bench/search_bench.py [entries …] [-o FILE]`.

Every size gets a process of its own. 300 questions of every class are taken from the entries,
asked once to warm up and three times measured; the best of the three counts, because other work
on the machine only ever adds. Milliseconds; memory of the whole process, its test data included.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from corpus import SEED, Clocked, Corpus
from peers import Peers

from app.model.query import Query
from app.store.build import build
from app.store.fold import HAN
from app.store.index import Index
from app.store.library import Library

QUESTIONS = 300
FEW = 30  # for what takes long
TRUTHS = 12  # questions whose answer is checked against a look through everything
_HAN_RUN = re.compile(f"[{HAN}]+")
_WORD = re.compile("[a-z]{2,}")
Asked = dict[str, list[str]]


def questions(library: Library) -> Asked:
    """Questions of every class, taken from what is there."""
    chance = random.Random(SEED)
    number = sum(library.pack.counts.values())
    rows = [library.hits(Query(limit=1, offset=chance.randrange(number)))[0].entry
            for _ in range(QUESTIONS)]  # fmt: skip
    asked: Asked = {}
    for size in (1, 2, 4, 8):
        asked[f"{size} Han"] = [_stretch(e.name.zh_hans + e.summary.zh_hans, size, chance)
                                for e in rows]  # fmt: skip
    asked["2 Han + 2 Han"] = [
        f"{_stretch(e.name.zh_hans, 2, chance)} {_stretch(e.summary.zh_hans, 2, chance)}"
        for e in rows
    ]
    said = [_spelled(library.spelled(entry.id)) for entry in rows]
    asked["initials"] = ["".join(w[0] for w in one[: chance.randint(1, 8)]) for one in said]
    asked["pinyin"] = [_cut("".join(one[: chance.randint(1, 4)]), chance) for one in said]
    words = [_WORD.findall(e.name.en.lower()) or ["digital"] for e in rows]
    asked["English"] = [_cut(chance.choice(one), chance) for one in words]
    asked["2 English"] = [f"{chance.choice(one)} {_cut(chance.choice(one), chance)}"
                          for one in words]  # fmt: skip
    return asked


def _stretch(text: str, size: int, chance: random.Random) -> str:
    runs = [run for run in _HAN_RUN.findall(text) if len(run) >= size] or ["数字中国建设峰会"]
    run = chance.choice(runs)
    start = chance.randrange(len(run) - size + 1)
    return run[start : start + size]


def _cut(text: str, chance: random.Random) -> str:
    return text[: chance.randint(1, len(text))]


def _spelled(toned: str) -> list[str]:
    bare = "".join(c for c in unicodedata.normalize("NFD", toned) if not unicodedata.combining(c))
    return [said for said in bare.lower().split() if said.isalpha() and said.isascii()] or ["sz"]


def timed(ask: Callable[[str], object], asked: Sequence[str]) -> dict[str, float]:
    """Median, 95th percentile and worst of the best of three."""
    times = []
    for text in asked:
        ask(text)
        best = 1e9
        for _ in range(3):
            begun = time.perf_counter()
            ask(text)
            best = min(best, time.perf_counter() - begun)
        times.append(best * 1e3)
    times.sort()
    return {name: round(times[min(len(times) - 1, int(len(times) * share))], 3)
            for name, share in (("p50", 0.5), ("p95", 0.95), ("max", 1))}  # fmt: skip


def recall(found: Callable[[str], Sequence[int]], truth: dict[str, set[int]]) -> float:
    """The share of the entries with a text that is found."""
    wanted = sum(map(len, truth.values()))
    met = sum(len(truth[text] & set(found(text))) for text in truth)
    return round(met / wanted, 4) if wanted else 1.0


def measure_search(path: Path, peers: Peers | None, total: int) -> dict[str, object]:
    """How fast every class is answered, and how completely."""
    library = Library.open(path)
    results: dict[str, object] = {}
    for name, asked in questions(library).items():
        result: dict[str, object] = {
            "hits": timed(lambda text: library.hits(Query(text)), asked),
            "find": timed(lambda text: library.find(Query(text)), asked[:FEW]),
        }
        if name in ("initials", "pinyin"):
            result["next letters"] = timed(library.next_letters, asked)
        if peers is not None:
            few = asked[:FEW]
            ways = {"trigram": peers.trigram, "LIKE": peers.like, "sqlite-utils": peers.utils}
            result |= {way: timed(ask, few[:12] if way == "LIKE" else few)
                       for way, ask in ways.items()}  # fmt: skip
            if re.fullmatch(r"\d Han", name):
                truth = {text: set(peers.like(text, total)) for text in asked[:TRUTHS]}
                result["recall"] = {
                    "zhanban": recall(lambda t: _numbers(library, t), truth),
                    **{way: recall(lambda t, ask=ask: ask(t, total), truth)
                       for way, ask in ways.items()},
                }  # fmt: skip
                result["false hits"] = sum(len(set(_numbers(library, t)) - truth[t]) for t in truth)
        results[name] = result
    library.close()
    return results


def _numbers(library: Library, text: str) -> list[int]:
    search = library._search
    return list(search.numbers(search.ask(text)))


class IndexClock:
    """How much of building goes into the search index: the rest are rows, keys and checks."""

    def __init__(self) -> None:
        self.seconds = 0.0
        for name in ("add", "finish"):
            setattr(Index, name, self._clocked(getattr(Index, name)))

    def _clocked(self, work: Callable[..., object]) -> Callable[..., object]:
        def clocked(*told: object) -> object:
            begun = time.process_time()
            done = work(*told)
            self.seconds += time.process_time() - begun
            return done

        return clocked


def measure(entries: int, folder: Path, *, with_peers: bool) -> dict[str, object]:
    """One size."""
    path = folder / f"{entries}.sqlite"
    corpus = Corpus(entries)
    clocked, index = Clocked(corpus.entries()), IndexClock()
    wall, cpu = time.perf_counter(), time.process_time()
    build(replace(corpus.content(), entries=clocked), path)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu - clocked.seconds
    told: dict[str, object] = {
        "entries": entries, "build s of one core": round(cpu, 1),
        "build s on the clock": round(wall, 1), "entries/s": round(entries / cpu),
        "index alone, entries/s": round(entries / index.seconds),
        "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "file MB": round(path.stat().st_size / 1e6, 1),
    }  # fmt: skip
    peers = Peers(path, folder / "peers.sqlite") if with_peers else None
    if peers is not None:
        told["peers, entries/s"] = {n: round(entries / s) for n, s in peers.seconds.items()}
    told["classes"] = measure_search(path, peers, entries)
    if peers is not None:
        peers.close()
    return told


def main() -> None:
    """Measure the sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("entries", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--no-peers", action="store_true", help="only zhanban")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        with tempfile.TemporaryDirectory() as folder:
            told = measure(asked.entries[0], Path(folder), with_peers=not asked.no_peers)
            print(json.dumps(told))
        return
    results = []
    for entries in asked.entries:
        command = [sys.executable, __file__, str(entries), "--one"]
        command += ["--no-peers"] if asked.no_peers else []
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        results.append(json.loads(done.stdout))
        text = json.dumps(results, ensure_ascii=False, indent=1)
        print(json.dumps(results[-1], ensure_ascii=False, indent=1), flush=True)
        if asked.output:
            asked.output.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
