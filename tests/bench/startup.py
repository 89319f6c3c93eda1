"""How long until the first painted, populated home window, against a minimal PySide6 window.

    python tests/bench/startup.py [ROUNDS]

Both cases are whole processes under one bare X server, run in turn; the clock starts before the
process does and stops when the first paint of the top window has reached the server. The limit is
a ratio: 2.0 times the minimal window with a list of fifty Chinese titles from SQLite.
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

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 2.0

WATCH = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
class Watch(QObject):
    # Stops the clock once the top window has been painted and the server has taken the picture.
    painted = False
    def eventFilter(self, thing, event):
        if event.type() == QEvent.Type.UpdateRequest and thing.isWidgetType() \\
                and thing.isWindow() and thing.width() >= 1000 and not Watch.painted:
            Watch.painted = True
            QTimer.singleShot(0, self.stop)
        return False
    def stop(self):
        QGuiApplication.sync()
        sys.stdout.write(str(time.monotonic_ns())); sys.stdout.flush(); os._exit(0)
"""

MINIMAL = WATCH + """
import sqlite3
from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication, QListView
app = QApplication([]); watch = Watch(); app.installEventFilter(watch)
rows = sqlite3.connect(sys.argv[1]).execute("select name_hans from entry limit 50")
view = QListView(); view.setModel(QStringListModel([row[0] for row in rows]))
view.resize(1280, 800); view.show(); app.exec()
"""

OURS = """
import sys
import app.ui.start as start
from pathlib import Path
made = start.make_application
def watched():
    global watch
    app = made()
    exec(WATCH, globals())
    watch = Watch(); app.installEventFilter(watch)
    return app
start.make_application = watched
start.run(start.Options(data_dir=Path(sys.argv[1]).parent))
"""


def timed(code: str, content: Path, environment: dict[str, str]) -> float:
    """Milliseconds from before the process to its first painted window."""
    command = [sys.executable, "-c", code, str(content)]
    began = time.monotonic_ns()
    told = subprocess.run(
        command, capture_output=True, text=True, env=environment, cwd=ROOT, check=True, timeout=60
    )
    return (int(told.stdout) - began) / 1e6


def main() -> int:
    """Print and write the medians and their ratio; 1 if it is over the limit."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"DISPLAY": ":97", "QT_QPA_PLATFORM": "xcb"}
    server_command = [shutil.which("Xvfb") or "Xvfb", ":97", "-screen", "0", "1600x1000x24"]
    server = subprocess.Popen(server_command, stderr=subprocess.DEVNULL)
    try:
        with tempfile.TemporaryDirectory() as folder:
            time.sleep(1)
            from app.content.seeds import ensure_content

            content = ensure_content(Path(folder)).path
            ours_code = f"WATCH = {WATCH!r}\n{OURS}"
            minimal, ours = [], []
            for turn in range(rounds + 2):
                pair = (
                    timed(MINIMAL, content, environment),
                    timed(ours_code, content, environment),
                )
                if turn >= 2:  # the first turns fill the caches
                    minimal.append(pair[0])
                    ours.append(pair[1])
    finally:
        server.terminate()
        server.wait()
    result = {
        "minimal_ms": round(statistics.median(minimal), 1),
        "zhanban_ms": round(statistics.median(ours), 1),
        "ratio": round(
            statistics.median(b / a for a, b in zip(minimal, ours, strict=True)), 2
        ),
        "limit": LIMIT,
        "rounds": rounds,
    }
    print(json.dumps(result))
    return 0 if result["ratio"] <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
