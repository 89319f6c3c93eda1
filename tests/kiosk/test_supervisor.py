"""The supervisor with real children that freeze, crash, leave and restart."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from app.base.errors import AppError
from app.kiosk.supervisor import Limits, Supervisor, own_command

SHORT = Limits(first_beat=5, beat=1.0, dump=0.5, look=0.04, fast=1.5, steady=60, pause=0.05,
               longest_pause=0.4, polite=1)  # fmt: skip

CHILD = """
import ctypes, os, sys, time
from pathlib import Path
from app.kiosk.watchdog import EXIT_RESTART, Heart, is_safe_mode

diary = Path(sys.argv[1])
told = diary.read_text().splitlines() if diary.exists() else []
act = sys.argv[2].split(",")[len(told)]
with diary.open("a") as file:
    file.write(f"{act} {time.monotonic()} safe={int(is_safe_mode())} {os.getpid()}\\n")
heart = Heart.from_environment()
heart.ready()
if act == "freeze":
    time.sleep(60)
if act == "segfault":
    ctypes.string_at(0)
if act == "kill":
    os.kill(os.getpid(), 9)
if act == "child":
    import subprocess
    held = os.open(os.environ["HELD"], os.O_WRONLY)
    os.write(held, b"x")
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], pass_fds=(held,))
    os._exit(3)
until = time.monotonic() + (2.5 if act.endswith("later") else 60 if act == "stay" else 0.1)
while time.monotonic() < until:
    heart.beat()
    time.sleep(0.05)
if act.startswith("crash"):
    os._exit(3)
if act.startswith("restart"):
    sys.exit(EXIT_RESTART)
"""


class Diary:
    """What the children wrote: act, when, safe mode, process."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "diary"
        self.script = folder / "child.py"
        self.script.write_text(CHILD, encoding="utf-8")

    def command(self, acts: str) -> list[str]:
        return [sys.executable, str(self.script), str(self.path), acts]

    @property
    def lines(self) -> list[list[str]]:
        if not self.path.exists():
            return []
        return [line.split() for line in self.path.read_text("utf-8").splitlines()]

    @property
    def acts(self) -> list[str]:
        return [line[0] for line in self.lines]

    @property
    def starts(self) -> list[float]:
        return [float(line[1]) for line in self.lines]

    @property
    def safe(self) -> list[bool]:
        return [line[2] == "safe=1" for line in self.lines]


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long the supervisor waited before each new start: what it asked for, not a clock."""
    asked: list[float] = []

    class Noted(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            if timeout is not None and timeout != SHORT.look:
                asked.append(timeout)
            return super().wait(timeout)

    monkeypatch.setattr(threading, "Event", Noted)
    return asked


@pytest.fixture
def diary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Diary:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parents[2]))
    return Diary(tmp_path)


def test_a_frozen_picture_stands_less_than_ten_seconds() -> None:
    limits = Limits()
    assert limits.beat + limits.look + limits.dump + limits.pause < 10


def test_exit_0_by_staff_ends_the_watch(diary: Diary) -> None:
    assert Supervisor(diary.command("leave"), SHORT).run() == 0
    assert diary.acts == ["leave"]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_frozen_child_is_ended_and_started_anew(
    diary: Diary, capfd: pytest.CaptureFixture[str]
) -> None:
    assert Supervisor(diary.command("freeze,leave"), SHORT).run() == 0
    assert diary.acts == ["freeze", "leave"]
    assert diary.starts[1] - diary.starts[0] > SHORT.beat
    assert "child.py" in capfd.readouterr().err, "where it hung is in the log"
    with pytest.raises(ProcessLookupError):
        os.kill(int(diary.lines[0][3]), 0)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("act", ["segfault", "kill", "crash"])
def test_a_crashed_child_is_started_anew_at_once(
    diary: Diary, pauses: list[float], act: str
) -> None:
    assert Supervisor(diary.command(f"{act},leave"), SHORT).run() == 0
    assert diary.acts == [act, "leave"]
    assert pauses == [SHORT.pause]
    assert diary.safe == [False, False]


def test_a_planned_restart_is_no_crash(diary: Diary) -> None:
    assert Supervisor(diary.command("restart,restart,restart,restart,leave"), SHORT).run() == 0
    assert diary.safe == [False] * 5


def test_three_fast_crashes_lead_to_safe_mode_with_growing_pauses(
    diary: Diary, pauses: list[float]
) -> None:
    assert Supervisor(diary.command("crash,crash,crash,crash,crash,leave"), SHORT).run() == 0
    assert diary.safe == [False, False, False, True, True, True]
    assert pauses == [0.05, 0.1, 0.2, 0.4, SHORT.longest_pause]


def test_crashes_after_a_good_while_do_not_lead_to_safe_mode(diary: Diary) -> None:
    acts = "crash,crash,crash-later,crash,crash,leave"
    assert Supervisor(diary.command(acts), SHORT).run() == 0
    assert not any(diary.safe)


def test_a_steady_run_ends_safe_mode(diary: Diary) -> None:
    steady = Limits(**{name: getattr(SHORT, name) for name in SHORT.__slots__} | {"steady": 2.0})
    assert Supervisor(diary.command("crash,crash,crash,crash-later,leave"), steady).run() == 0
    assert diary.safe == [False, False, False, True, False]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX process groups")
def test_what_the_child_started_ends_with_it(
    diary: Diary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = tmp_path / "held"
    os.mkfifo(pipe)
    monkeypatch.setenv("HELD", str(pipe))
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert Supervisor(diary.command("child,leave"), SHORT).run() == 0
    assert os.read(reading, 9) == b"x"
    _until(lambda: _has_ended(reading))
    os.close(reading)
    assert diary.acts == ["child", "leave"]


def test_stopping_the_watch_ends_the_child(diary: Diary) -> None:
    supervisor = Supervisor(diary.command("stay"), SHORT)
    watch = threading.Thread(target=supervisor.run)
    watch.start()
    _until(lambda: bool(diary.lines))
    supervisor.stop()
    watch.join(5)
    assert not watch.is_alive()
    assert diary.acts == ["stay"]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_sigterm_ends_supervisor_and_child(diary: Diary) -> None:
    code = (
        "import sys; from app.kiosk.supervisor import supervise; sys.exit(supervise(sys.argv[1:]))"
    )
    watch = subprocess.Popen([sys.executable, "-c", code, *diary.command("stay")])
    _until(lambda: bool(diary.lines))
    watch.send_signal(signal.SIGTERM)
    assert watch.wait(8) == 0
    with pytest.raises(ProcessLookupError):
        os.kill(int(diary.lines[0][3]), 0)


def test_a_command_that_does_not_exist_is_said(tmp_path: Path) -> None:
    with pytest.raises(AppError) as caught:
        Supervisor([str(tmp_path / "nothing")], SHORT).run()
    assert caught.value.code == "kiosk-not-started"


def test_it_knows_how_this_installation_is_started() -> None:
    assert own_command()[-3:] == ["-m", "app", "--kiosk"]
    assert own_command("--kiosk", "--lang", "en")[0] == sys.executable


def _has_ended(pipe: int) -> bool:
    """Whether nobody holds the other end any more; what lives would hold it for a minute."""
    try:
        return os.read(pipe, 9) == b""
    except BlockingIOError:
        return False


def _until(condition) -> None:  # type: ignore[no-untyped-def]
    for _ in range(200):
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError("it never came")
