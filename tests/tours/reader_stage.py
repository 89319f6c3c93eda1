"""Inside a session bus of its own: display, window manager, reader's bus, program, reader."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path


def start_display() -> tuple[subprocess.Popen[bytes], str]:
    """Xvfb on a free display; it tells the number it took."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    display = subprocess.Popen(
        command, pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(write)
    with os.fdopen(read) as told:
        return display, f":{told.readline().strip()}"


def main() -> int:
    """The exit code of the reader."""
    data_dir, out, launcher, python, script = sys.argv[1:]
    Path(out).mkdir(parents=True, exist_ok=True)
    display, number = start_display()
    os.environ["DISPLAY"] = number
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    started = [display]
    try:
        started.append(subprocess.Popen(["openbox"], **quiet))
        started.append(subprocess.Popen([launcher, "--launch-immediately"], **quiet))
        time.sleep(1)
        program = [sys.executable, "-m", "app", "--data-dir", data_dir, "--lang", "zh-Hans"]
        started.append(subprocess.Popen(program))
        return subprocess.run([python, script, out], check=False, timeout=90).returncode
    finally:
        for process in reversed(started):
            process.terminate()
        for process in reversed(started):
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


if __name__ == "__main__":
    sys.exit(main())
