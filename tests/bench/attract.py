"""What the attract loop costs: the CPU of every frame, and how much of a core it takes all day.

    python tests/bench/attract.py [--seconds N] [--xvfb] [--profile]

The real window, portrait and landscape, after a visitor has been there: its visit lies below the
loop. Real time goes by (70 s each by default), scenes turn as they do. A frame is a turn of the
event loop that painted; it is of the kind of what was on show: the river drifting, two scenes
fading, or the turn to another scene. CPU is that of the screen's thread; the share of a core is
that of the whole process, its painters too. Told as well: how much of it `hold_still` takes, which
keeps large words in place.

Exit code 1: a frame, or a turn that painted nothing, took longer than 16 ms.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import pstats
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from frames import screen

if TYPE_CHECKING:
    from kiosk_stage import Totem
    from PySide6.QtGui import QFont, QPainter

WAITING_S = 1.5  # until what is painted ahead is painted


class Held:
    """Counts what holding large words still costs, wherever it is done."""

    def __init__(self) -> None:
        self.calls, self.seconds = 0, 0.0

    def listen(self) -> None:
        """To every place that has the function under its own name."""
        from app.ui.outlines import hold_still as real

        def told(painter: QPainter, font: QFont | None = None) -> None:
            began = time.thread_time()
            real(painter, font)
            self.seconds += time.thread_time() - began
            self.calls += 1

        for module in [one for name, one in sys.modules.items() if name.startswith("app.")]:
            if getattr(module, "hold_still", None) is real:
                vars(module)["hold_still"] = told


class Watch:
    """Turns of the event loop, each by the kind of what it painted."""

    def __init__(self, totem: Totem, held: Held) -> None:
        from meter import Meter

        self.attract, self.held = totem.window.layers.attract, held
        self.meter = Meter(totem.window)
        self.frames: dict[str, list[float]] = defaultdict(list)
        self.other: list[float] = []
        self.holding: dict[str, float] = defaultdict(float)

    def look(self, seconds: float) -> float:
        """Watch for so long; the share of a core that the process took."""
        from PySide6.QtCore import QEventLoop
        from PySide6.QtWidgets import QApplication

        began, used = time.perf_counter(), time.process_time()
        while time.perf_counter() - began < seconds:
            before, number, spent = self.meter.painted, self.attract.number, time.thread_time()
            is_fading, held = self.attract.is_fading(), self.held.seconds
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            cpu = (time.thread_time() - spent) * 1e3
            kind = "fade" if is_fading else "river"
            kind = "turn" if self.attract.number != number else kind
            self.holding[kind] += (self.held.seconds - held) * 1e3
            if self.meter.painted > before:
                self.frames[kind].append(cpu)
            else:
                self.other.append(cpu)
        return (time.process_time() - used) / (time.perf_counter() - began)

    def rows(self) -> Iterator[tuple[str, list[float], float]]:
        """Kind, its frames, milliseconds of holding still in all of them."""
        every = [cpu for frames in self.frames.values() for cpu in frames]
        yield "all", every, sum(self.holding.values())
        for kind, frames in sorted(self.frames.items()):
            yield kind, frames, self.holding[kind]
        yield "no frame", self.other, 0.0


def visited(totem: Totem, look: Callable[[float], object]) -> None:
    """Somebody was here and walked off: a visit lies below the loop, as it does all day."""
    from sessions import wake, walked_off

    wake(totem)
    look(1)
    walked_off(totem)
    look(WAITING_S)


def told(name: str, frames: list[float], holding: float) -> str:
    """A line of the table."""
    from meter import percentile

    shares = "".join(f"{percentile(frames, one):9.2f}" for one in (50, 95, 99, 100))
    return f"{name:22}{len(frames):7}{shares}{holding / max(1, len(frames)):11.3f}"


@contextmanager
def profiled(*, is_wanted: bool) -> Iterator[None]:
    """Say where the time went."""
    profile = cProfile.Profile(time.thread_time)
    if is_wanted:
        profile.enable()
    yield
    profile.disable()
    if is_wanted:
        pstats.Stats(profile, stream=sys.stderr).sort_stats("tottime").print_stats(25)


def measure(asked: argparse.Namespace, size: tuple[int, int], held: Held) -> float:
    """One orientation; the worst frame."""
    from kiosk_stage import PORTRAIT, Running, standing

    name = "portrait" if size == PORTRAIT else "landscape"
    with (
        tempfile.TemporaryDirectory() as folder,
        standing(Path(folder), size, is_still=False, clock=Running()) as totem,
    ):
        held.listen()
        visited(totem, Watch(totem, held).look)
        gc.freeze()  # as the program does when its window stands
        watch = Watch(totem, held)
        with profiled(is_wanted=asked.profile):
            share = watch.look(asked.seconds)
        for kind, frames, holding in watch.rows():
            print(told(f"{name} {kind}", frames, holding), flush=True)
        print(f"{name}: {share:.1%} of a core, {held.calls} words held still", flush=True)
        return max(cpu for _, turns, _ in watch.rows() for cpu in turns)


def main() -> int:
    """Both orientations."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=70)
    parser.add_argument("--xvfb", action="store_true", help="on a bare X server of its own")
    parser.add_argument("--profile", action="store_true")
    asked = parser.parse_args()
    with screen(is_real=asked.xvfb):
        from kiosk_stage import LANDSCAPE, PORTRAIT
        from meter import FRAME_MS

        from app.ui.picture import make_application

        app = make_application()
        heads = ("frames", "p50", "p95", "p99", "worst", "held still")
        print(f"{'CPU ms':22}{heads[0]:>7}" + "".join(f"{one:>9}" for one in heads[1:5])
              + f"{heads[5]:>11}")  # fmt: skip
        held = Held()
        worst = max(measure(asked, size, held) for size in (PORTRAIT, LANDSCAPE))
        del app
        return 1 if worst > FRAME_MS else 0


if __name__ == "__main__":
    sys.exit(main())
