"""How long until the first painted, populated home window, against a minimal PySide6 window.

    python tests/bench/startup.py [ROUNDS]

Both cases are whole processes under one bare X server, run in turn; the clock starts before the
process does and stops when the first paint of the top window has reached the server. The minimal
window has a list of fifty Chinese titles from SQLite; the limit is a ratio to it. One more round,
untimed, compares the first frame with the one 1.5 s later: what changed by then had been missing.
Wall times are disturbed by whatever else the machine does; the CPU times (user, system) less so.
One JSON line goes to stdout; the exit code is 1 where a limit is not kept.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 2.0
MOST_LATER = 8.0  # per cent of the pixels: the covers come after the first frame, nothing else

WATCH = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
class Watch(QObject):
    # Stops the clock once the window has been painted and the server has taken the picture.
    def __init__(self, window):
        super().__init__(window)
        self.begun = False
        self.shown = window.windowHandle()
        self.shown.installEventFilter(self)
    def eventFilter(self, thing, event):
        kinds = (QEvent.Type.Expose, QEvent.Type.Paint, QEvent.Type.UpdateRequest)
        if not self.begun and event.type() in kinds and thing.isExposed():
            assert thing.width() >= 1000
            self.begun = True
            QTimer.singleShot(0, self.stop)
        return False
    def stop(self):
        # A question to the server: its answer comes when everything sent before has been done.
        # (QGuiApplication.sync would also run what waits for the time after the first frame.)
        self.shown.screen().grabWindow(self.shown.winId(), 0, 0, 1, 1)
        now = time.monotonic_ns()
        if len(sys.argv) > 2:
            self.first = self.grab()
            QTimer.singleShot(1500, self.compare)
            return
        sys.stdout.write(str(now)); sys.stdout.flush(); os._exit(0)
    def grab(self):
        return self.shown.screen().grabWindow(self.shown.winId()).toImage()
    def compare(self):
        last, first, count, other = self.grab(), self.first, 0, 0
        if sys.argv[2] != "-":
            first.save(sys.argv[2] + "-first.png"); last.save(sys.argv[2] + "-later.png")
        for y in range(0, last.height(), 4):
            for x in range(0, last.width(), 4):
                count += 1
                other += first.pixel(x, y) != last.pixel(x, y)
        sys.stdout.write(str(100 * other / count)); sys.stdout.flush(); os._exit(0)
"""

MINIMAL = (
    """
import sqlite3, sys
from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication, QListView
app = QApplication([])
rows = sqlite3.connect(sys.argv[1]).execute("select name_hans from entry limit 50")
view = QListView(); view.setModel(QStringListModel([row[0] for row in rows]))
view.resize(1280, 800); view.show()
"""
    + WATCH
    + """
watch = Watch(view); app.exec()
"""
)

OURS = """
import os, sys
from app import main
def watched():
    # The window shows itself as ever; the watch is set on it at that moment.
    import app.ui.window as module
    show = module.Window.show
    def shown(window):
        show(window)
        exec(WATCH, globals())
        window.watch = Watch(window)
    module.Window.show = shown
real = main._open_window
def opened(*args):
    import app.ui.start
    watched()
    return real(*args)
main._open_window = opened
os.environ["ZHANBAN_DATA_DIR"] = os.path.dirname(sys.argv[1])
main.main([])
"""


class Run(NamedTuple):
    """One process: until its first frame, in milliseconds."""

    wall: float
    cpu: float


def told(code: str, arguments: list[str], environment: dict[str, str]) -> tuple[str, float]:
    """What the process says, and its CPU time in milliseconds."""
    process = subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE,
                               text=True, env=environment, cwd=ROOT)  # fmt: skip
    assert process.stdout is not None
    with process.stdout as out:
        said = out.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"the window ended with {process.returncode}")
    return said, 1e3 * (used.ru_utime + used.ru_stime)


def timed(code: str, content: Path, environment: dict[str, str]) -> Run:
    """From before the process to its first painted window."""
    began = time.monotonic_ns()
    said, cpu = told(code, [str(content)], environment)
    return Run((int(said) - began) / 1e6, cpu)


def measured(rounds: int, content: Path, environment: dict[str, str]) -> dict[str, object]:
    """Medians of both windows, of their ratios, and what the first frame lacked."""
    ours_code = f"WATCH = {WATCH!r}\n{OURS}"
    pairs = []
    for turn in range(rounds + 2):
        pair = timed(MINIMAL, content, environment), timed(ours_code, content, environment)
        if turn >= 2:  # the first turns fill the caches
            pairs.append(pair)
    picture = os.environ.get("ZHANBAN_BENCH_PICTURE", "-")
    later, _ = told(ours_code, [str(content), picture], environment)
    median = statistics.median
    return {
        "minimal_ms": round(median(one.wall for one, _ in pairs), 1),
        "zhanban_ms": round(median(two.wall for _, two in pairs), 1),
        "ratio": round(median(two.wall / one.wall for one, two in pairs), 2),
        "least_ratio": round(min(b.wall for _, b in pairs) / min(a.wall for a, _ in pairs), 2),
        "least_ms": [round(min(one.wall for one in case), 1) for case in zip(*pairs, strict=True)],
        "minimal_cpu_ms": round(median(one.cpu for one, _ in pairs), 1),
        "zhanban_cpu_ms": round(median(two.cpu for _, two in pairs), 1),
        "cpu_ratio": round(median(two.cpu / one.cpu for one, two in pairs), 2),
        "least_cpu_ratio": round(min(b.cpu for _, b in pairs) / min(a.cpu for a, _ in pairs), 2),
        "later_percent": round(float(later), 2),
        "limit": LIMIT,
        "rounds": rounds,
    }


def main() -> int:
    """Print the medians and their ratio; 1 if one is over its limit."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    display = f":{9000 + os.getpid() % 900}"  # a screen of our own
    environment |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    server_command = [shutil.which("Xvfb") or "Xvfb", display, "-screen", "0", "1600x1000x24"]
    server = subprocess.Popen(server_command, stderr=subprocess.DEVNULL)
    try:
        with tempfile.TemporaryDirectory() as folder:
            time.sleep(1)
            from app.content.seeds import ensure_content

            result = measured(rounds, ensure_content(Path(folder)).path, environment)
    finally:
        server.terminate()
        server.wait()
    print(json.dumps(result))
    kept = float(str(result["ratio"])) <= LIMIT
    return 0 if kept and float(str(result["later_percent"])) <= MOST_LATER else 1


if __name__ == "__main__":
    sys.exit(main())
