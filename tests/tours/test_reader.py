"""The real window on a display of its own, read by a real screen reader's interface (AT-SPI)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.store.library import Library

READER = Path(__file__).with_name("reader_script.py")
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
SYSTEM_PYTHON = Path("/usr/bin/python3")
OUT = "ZHANBAN_READER_OUT"  # a folder to keep what was read in


def what_is_missing() -> str:
    """Why this cannot be done here; "" if it can."""
    if not sys.platform.startswith("linux"):
        return "AT-SPI is the reader's interface of Linux desktops"
    for tool in ("Xvfb", "dbus-run-session", "openbox"):
        if shutil.which(tool) is None:
            return f"{tool} is not installed"
    if not LAUNCHER.exists():
        return "at-spi2-core is not installed"
    if not SYSTEM_PYTHON.exists():
        return "there is no system Python for pyatspi"
    asked = subprocess.run(
        [SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False
    )
    return "python3-pyatspi is not installed" if asked.returncode else ""


WHY_NOT = what_is_missing()
pytestmark = pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT or "everything is there")


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory, content_file: Path) -> Path:
    """What the reader told of home, of the exhibition zone, and after pressing in them."""
    kept = os.environ.get(OUT)
    folder = Path(kept) if kept else tmp_path_factory.mktemp("read")
    runtime = tmp_path_factory.mktemp("runtime")
    runtime.chmod(0o700)
    surroundings = {
        **os.environ, "XDG_RUNTIME_DIR": str(runtime), "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "NO_AT_BRIDGE": "0",
    }  # fmt: skip
    told = subprocess.run(
        ["dbus-run-session", sys.executable, str(READER.with_name("reader_stage.py")),
         str(content_file.parent), str(folder), str(LAUNCHER), str(SYSTEM_PYTHON), str(READER)],
        env=surroundings, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert told.returncode == 0, told.stdout + told.stderr
    return folder


def lines(readings: Path, name: str) -> list[str]:
    return (readings / f"atspi-{name}.txt").read_text("utf-8").splitlines()


def test_the_reader_finds_window_navigation_and_search(readings: Path) -> None:
    told = "\n".join(lines(readings, "home"))
    assert "frame" in told
    for place in ("届次", "体验区", "项目", "数字", "应用", "机构", "任务", "来源", "设置"):
        assert f"“{place}”" in told
    assert [line for line in lines(readings, "home") if "text" in line and "搜索" in line]


def test_the_reader_hears_where_on_the_river_one_is(readings: Path, library: Library) -> None:
    [river] = [line for line in lines(readings, "home") if "第" in line and "已选" in line
               and ("chart" in line or "届，20" in line)]  # fmt: skip
    assert "focusable" in river


def test_the_reader_hears_sources_as_buttons(readings: Path) -> None:
    seals = [line for line in lines(readings, "home") if "出处" in line]
    assert seals
    assert all("push button" in line and "Press" in line for line in seals)


def test_pressing_through_the_reader_opens_the_page(readings: Path) -> None:
    told = lines(readings, "zone")
    assert "体验区" in told[0]
    assert [line for line in told if "check box" in line and "人工智能" in line]


def test_typing_through_the_reader_searches(readings: Path) -> None:
    told = "\n".join(lines(readings, "search"))
    assert "榕医通" in told


def test_nothing_that_can_be_pressed_is_nameless(readings: Path) -> None:
    for name in ("home", "zone", "search"):
        nameless = [line for line in lines(readings, name) if "Press" in line and "“”" in line]
        assert not nameless, name
