"""How long a frame of the timeline takes: panning and zooming, shipped content and 100,000 events.

    python tests/bench/timeline.py [FRAMES]

The page's own lanes and river, 1104 × 640, painted offscreen. A frame is: move the scale by some
pixels (or zoom by some per cent), tell all who follow, then paint all of it into an image. Wall
time and the thread's own CPU time are told, because other processes disturb the first.
One JSON line goes to stdout; the exit code is 1 where p99 of the CPU time is over one frame.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

LIMIT_MS = 16.0
WIDTH, HEIGHT = 1104, 640
SYNTHETIC = 100_000


def synthetic(number: int) -> list[object]:
    """Events in all lanes over thirty years, crowded in some; a tenth tells only month or year."""
    from app.model.event import LANES, Event
    from app.model.text import Text

    draw = random.Random(20180422)
    first, days = date(2000, 1, 1).toordinal(), 365 * 27
    made: list[object] = []
    for place in range(number):
        at = first + int(days * draw.random() ** (1 + place % 3))
        day = date.fromordinal(at).isoformat()
        told = day[: (10, 10, 10, 10, 10, 10, 10, 10, 7, 4)[place % 10]]
        lane = LANES[min(int(draw.expovariate(0.5)), len(LANES) - 1)]
        name = f"第 {place} 件有日期的事"
        importance = 1 if place % 997 == 0 else 2 + place % 3
        made.append(Event(f"e/{place}", f"e/{place}", "activity", (lane,), Text(name, name, name),
                          told, importance=importance))  # fmt: skip
    return made


def timed(step: Callable[[int], None], paint: Callable[[], None], frames: int) -> dict[str, float]:
    """Wall and CPU time per frame."""
    wall, cpu = [], []
    for number in range(frames):
        began, used = time.perf_counter(), time.thread_time()
        step(number)
        paint()
        cpu.append((time.thread_time() - used) * 1e3)
        wall.append((time.perf_counter() - began) * 1e3)
    return {
        "p50": round(statistics.median(cpu), 2), "p99": round(percentile(cpu, 99), 2),
        "worst": round(max(cpu), 2), "wall_p50": round(statistics.median(wall), 2),
        "wall_p99": round(percentile(wall, 99), 2),
    }  # fmt: skip


def percentile(values: list[float], share: float) -> float:
    """The value that so many per cent do not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share / 100))]


def measured(events: list[object], ctx: object, frames: int) -> dict[str, object]:
    """Panning at four zooms, and zooming all the way in and out."""
    from PySide6.QtGui import QImage

    from app.ui.pages.timeline import reach_of
    from app.ui.parts.timeline_board import TimelineBoard

    board = TimelineBoard(ctx)  # type: ignore[arg-type]
    board.resize(WIDTH, HEIGHT)
    began = time.perf_counter()
    board.show_events(events, reach_of(tuple(events)))  # type: ignore[arg-type]
    loaded = time.perf_counter() - began
    board.show()
    canvas = board.canvas
    image = QImage(board.size(), QImage.Format.Format_RGB32)

    def paint() -> None:
        board.render(image)

    stage = canvas.stage
    result: dict[str, object] = {"events": len(events), "load_ms": round(loaded * 1e3, 1)}
    middle = stage.reach.first + stage.reach.days * 0.8
    for name, days in (("all", 9000), ("years", 3200), ("year", 365), ("month", 31), ("days", 9)):
        canvas.show_days(middle - days / 2, middle + days / 2, at_once=True)
        paint()
        result[f"pan_{name}"] = timed(
            lambda n: canvas.pan(9 if n % 120 < 60 else -9), paint, frames)  # fmt: skip
    canvas.show_days(stage.reach.first, stage.reach.last, at_once=True)
    paint()

    def zoom(number: int) -> None:
        stage.is_moving = True
        scale = stage.scale.zoomed(1.05 if number % 240 < 120 else 1 / 1.05, WIDTH * 0.6)
        canvas._on_glide(stage.reach.held(scale), is_moving=True)

    result["zoom"] = timed(zoom, paint, frames)
    board.hide()
    board.deleteLater()
    return result


def main() -> int:
    """Measure and tell."""
    frames = int(sys.argv[1]) if len(sys.argv) > 1 else 240
    from PySide6.QtWidgets import QApplication

    from app.content.seeds import ensure_content
    from app.model.query import Query
    from app.settings import Settings
    from app.store.library import Library
    from app.ui.context import Context

    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(ensure_content(Path(folder)).path)
        ctx = Context(library, Settings(reduced_motion=True))
        ctx.dress()
        shipped = measured(list(library.events(Query())), ctx, frames)
        crowded = measured(synthetic(SYNTHETIC), ctx, frames)
        library.close()
    result = {"shipped": shipped, "synthetic": crowded, "limit_ms": LIMIT_MS}
    print(json.dumps(result))
    del application
    worst = [part["p99"] for case in (shipped, crowded) for part in case.values()
             if isinstance(part, dict)]  # fmt: skip
    return 0 if max(worst) <= LIMIT_MS else 1


if __name__ == "__main__":
    sys.exit(main())
