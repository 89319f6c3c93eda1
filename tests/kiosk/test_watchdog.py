"""The totem's signs of life reach systemd's socket and the supervisor's pipe."""

import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.kiosk.watchdog import BEAT, Heart, is_safe_mode

pytestmark = pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no such sockets here")


@pytest.fixture(params=["path", "abstract"])
def watcher(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, socket.socket]]:
    """A listening socket as systemd has it, and its name in the environment."""
    if request.param == "abstract" and not sys.platform.startswith("linux"):
        pytest.skip("abstract sockets are Linux's")
    name = str(tmp_path / "notify") if request.param == "path" else f"@zhanban-{os.getpid()}"
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    listening.bind(name.replace("@", "\0", 1) if name.startswith("@") else name)
    listening.settimeout(5)
    yield name, listening
    listening.close()


def test_systemd_hears_ready_beats_status_and_stopping(watcher: tuple[str, socket.socket]) -> None:
    name, listening = watcher
    heart = Heart.from_environment({"NOTIFY_SOCKET": name, "WATCHDOG_USEC": "8000000"})
    assert heart.interval == 4.0
    heart.ready("展出中\nWATCHDOG=trigger")
    heart.beat()
    heart.say("attract")
    heart.stopping()
    heard = [listening.recv(4096).decode() for _ in range(4)]
    assert heard == [
        "READY=1\nSTATUS=展出中 WATCHDOG=trigger",
        "WATCHDOG=1",
        "STATUS=attract",
        "STOPPING=1",
    ]


def test_leaving_puts_the_mark_that_the_unit_looks_for(tmp_path: Path) -> None:
    mark = tmp_path / "left"
    Heart.from_environment({"ZHANBAN_LEAVE_FILE": str(mark)}).leave()
    assert mark.exists()


def test_the_supervisor_hears_beats_through_its_pipe() -> None:
    hearing, speaking = os.pipe()
    heart = Heart.from_environment({"ZHANBAN_HEARTBEAT": str(speaking)})
    assert heart.interval == 1.0
    heart.ready()
    heart.beat()
    assert os.read(hearing, 100) == BEAT * 2
    os.close(hearing)
    os.close(speaking)


def test_a_pipe_that_nobody_reads_never_blocks() -> None:
    hearing, speaking = os.pipe()
    heart = Heart.from_environment({"ZHANBAN_HEARTBEAT": str(speaking)})
    for _ in range(30_000):
        heart.beat()
    os.close(hearing)
    heart.beat()
    heart.beat()
    os.close(speaking)


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"NOTIFY_SOCKET": ""},
        {"NOTIFY_SOCKET": "relative", "WATCHDOG_USEC": "1000000"},
        {"NOTIFY_SOCKET": "/nowhere/at/all", "WATCHDOG_USEC": "soon"},
        {"ZHANBAN_HEARTBEAT": "987654"},
        {"ZHANBAN_HEARTBEAT": "one"},
        {"ZHANBAN_LEAVE_FILE": "/nowhere/at/all/left"},
    ],
)
def test_without_a_watcher_nothing_happens(environment: dict[str, str]) -> None:
    heart = Heart.from_environment(environment)
    assert heart.interval == 0
    heart.ready()
    heart.beat()
    heart.leave()


def test_safe_mode_is_asked_for_in_the_environment() -> None:
    assert is_safe_mode({"ZHANBAN_SAFE_MODE": "1"})
    assert not is_safe_mode({})
