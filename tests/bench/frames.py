"""How long frames of the main window take while one scrolls, pans, zooms, chooses and goes about.

    python tests/bench/frames.py [--frames N] [--entries N] [--only NAME …] [--xvfb] [--turns N]
                                 [--profile] [-o FILE]

The real window, 1280 × 800 with its motion, gets real wheel, pointer and key events. A frame lasts
from the event to the pixels that follow; what the event loop does between (covers that arrive, an
overview that follows) is told beside it. CPU is that of the screen's thread alone.

Exit code 1: scrolling the zone or panning and zooming the timeline has a 99th percentile over
16 ms, or a frame that is over 16 ms in every one of the `--turns` (3): one that is over it only
once was disturbed.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import json
import os
import pstats
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from frame_cases import Visitor


def cases() -> dict[str, Callable[[Visitor], None]]:
    """The cases by name; those of LIMITED have a limit."""
    import frame_cases as told

    return {
        "zone wheel, cold": told.zone_wheel, "zone wheel": told.zone_wheel_again,
        "zone touch pad": told.zone_touch, "zone page keys, cold": told.zone_keys,
        "zone rows": told.zone_rows, "timeline drag": told.timeline_drag,
        "timeline wheel": told.timeline_wheel, "timeline zoom": told.timeline_zoom,
        "timeline keys": told.timeline_keys, "river": told.river,
        "river pointer": told.hover_river, "projects": told.scrolling("projects"),
        "figures": told.scrolling("figures"), "plan": told.scrolling("plan"),
        "edition": told.scrolling("edition/2026"), "switches": told.switches,
        "10,000 on a timeline": told.crowded(10_000),
        "100,000 on a timeline": told.crowded(100_000),
    }  # fmt: skip


LIMITED = ("zone", "timeline")  # what begins so, with the shipped content


@contextmanager
def screen(*, is_real: bool) -> Iterator[None]:
    """A bare X server of our own, or none at all."""
    if not is_real:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        yield
        return
    display = f":{9000 + os.getpid() % 900}"
    command = [shutil.which("Xvfb") or "Xvfb", display, "-screen", "0", "1600x1000x24"]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    os.environ |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    try:
        time.sleep(1)
        yield
    finally:
        server.terminate()
        server.wait()


def content_of(entries: int, folder: Path) -> Path:
    """The shipped content, or as many entries like it."""
    from app.content.seeds import ensure_content
    from app.store.build import build

    if not entries:
        return ensure_content(folder).path
    from corpus import Corpus

    content, corpus = folder / "content.sqlite", Corpus(entries)
    build(replace(corpus.content(), entries=corpus.entries()), content)
    return content


class Run:
    """One window in one process, all cases in turn."""

    def __init__(self, content: Path, frames: int) -> None:
        from frame_cases import Visitor

        from app.settings import Settings
        from app.store.library import Library
        from app.ui.context import Context
        from app.ui.picture import make_application
        from app.ui.window import Window

        self.app = make_application()
        self.library = Library.open(content)
        self.ctx = Context(self.library, Settings())
        self.ctx.dress()
        window = Window(self.ctx)
        window.resize(1280, 800)
        self.ctx.go("home")
        window.show()
        window.activateWindow()
        self.visitor = Visitor(window, frames)
        self.visitor.still()
        gc.freeze()  # as the program does when its window stands

    def case(
        self, act: Callable[[Visitor], None], turns: int, *, is_profiled: bool
    ) -> dict[str, object]:
        """The turn with the least 99th percentile; the worst is that of frames alike in all."""
        from meter import Spread

        profile, found = cProfile.Profile(time.thread_time), []
        for _ in range(turns):
            self.visitor.meter.clear()
            if is_profiled:
                profile.enable()
            act(self.visitor)
            profile.disable()
            found.append((Spread.of(self.visitor.meter), tuple(self.visitor.meter.cpu)))
        if is_profiled:
            pstats.Stats(profile, stream=sys.stderr).sort_stats("tottime").print_stats(28)
            pstats.Stats(profile, stream=sys.stderr).sort_stats("cumtime").print_stats(45)
        best = min((one for one, _ in found), key=lambda one: one.p99)
        alike = zip(*(cpu for _, cpu in found), strict=False)
        return {**best._asdict(), "always": round(max(map(min, alike)), 2)}

    def close(self) -> None:
        """Leave nothing running."""
        self.visitor.window.close()
        self.ctx.covers.close()
        self.library.close()


def row(name: str, told: dict[str, object]) -> str:
    """A line of the table."""
    from meter import FRAME_MS

    shown = ("p50", "p95", "p99", "worst", "always", "wall_p50", "wall_p99", "between")
    values = [float(str(told[one])) for one in shown]
    numbers = "".join(f"{value:9.2f}" for value in values)
    return f"{name:24}{told['frames']:6}{numbers}{values[2] / FRAME_MS:8.2f}"


def is_kept(told: dict[str, object]) -> bool:
    """Whether no frame took longer than it may."""
    from meter import FRAME_MS

    return max(float(str(told[one])) for one in ("p99", "always")) <= FRAME_MS


def main() -> int:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, default=120)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--entries", type=int, default=0, help="0: the shipped content")
    parser.add_argument("--only", nargs="*", default=(), help="beginnings of names")
    parser.add_argument("--xvfb", action="store_true")
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("-o", "--output", type=Path)
    asked = parser.parse_args()
    heads = ("p50", "p95", "p99", "worst", "always", "wall p50", "wall p99", "between")
    print(f"{'CPU ms':24}{'frames':>6}" + "".join(f"{one:>9}" for one in heads) + "  p99/16")
    told: dict[str, dict[str, object]] = {}
    with screen(is_real=asked.xvfb), tempfile.TemporaryDirectory() as folder:
        run = Run(content_of(asked.entries, Path(folder)), asked.frames)
        for name, act in cases().items():
            if not asked.only or any(name.startswith(one) for one in asked.only):
                told[name] = run.case(act, asked.turns, is_profiled=asked.profile)
                print(row(name, told[name]), flush=True)
        run.close()
        if asked.output:
            asked.output.write_text(json.dumps({"entries": asked.entries, **told}) + "\n", "utf-8")
    over = [name for name, one in told.items() if name.startswith(LIMITED) and not is_kept(one)]
    print("over one frame:", ", ".join(over) or "none")
    return 1 if over else 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)
