#!/usr/bin/env python3
"""Sets everything up and opens 展伴, or runs its tests. Needs Python 3.11 or newer, nothing else.

    python3 packaging/start.py [arguments of zhanban]
    python3 packaging/start.py test [arguments of pytest]

It makes `.venv` beside pyproject.toml, installs exactly what requirements.lock names (checked by
hash) and looks whether Linux has the libraries that Qt loads. The second time it only starts.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements.lock"
TEST_PART = "# --- tests ---"

# Shared library that Qt loads -> Debian package, Fedora package.
CORE = {
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libGL.so.1": ("libgl1", "libglvnd-glx"),
    "libEGL.so.1": ("libegl1", "libglvnd-egl"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libX11.so.6": ("libx11-6", "libX11"),
}
XCB = {
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
}
# What the tests drive and read the real window with, where the machine can have it.
TEST_TOOLS = {
    "Xvfb": ("xvfb", "xorg-x11-server-Xvfb"),
    "xdotool": ("xdotool", "xdotool"),
    "openbox": ("openbox", "openbox"),
    "dbus-run-session": ("dbus-daemon", "dbus-daemon"),
    "/usr/libexec/at-spi-bus-launcher": (
        "at-spi2-core python3-pyatspi", "at-spi2-core python3-pyatspi"
    ),
    "pdftoppm": ("poppler-utils", "poppler-utils"),
}  # fmt: skip


def stop(message: str) -> None:
    """End with a message for a person."""
    sys.exit(f"\n{message}")


def run(*command: object, quiet: bool = False) -> int:
    """Run a command, return its exit status."""
    out = subprocess.DEVNULL if quiet else None
    return subprocess.run([str(part) for part in command], stdout=out, check=False).returncode


def is_root() -> bool:
    """Whether packages of the system may be installed."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def loads(library: str) -> bool:
    """Whether the dynamic linker finds this library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_system(names: list[tuple[str, str]], why: str, *, needed: bool) -> None:
    """Install packages of the system when root, otherwise say the exact line."""
    if not names:
        return
    apt, dnf = shutil.which("apt-get"), shutil.which("dnf")
    wanted = sorted({name[0] if apt else name[1] for name in names})
    tool = "apt-get" if apt else "dnf"
    line = f"{tool} install -y {' '.join(wanted)}"
    if is_root() and (apt or dnf):
        print(f"{why}: {line}", flush=True)
        os.environ.setdefault("DEBIAN_FRONTEND", "noninteractive")
        if apt and run("apt-get", "update", "-q", quiet=True):
            print("apt-get update did not succeed; trying with the lists that are here.")
        if run(*line.split(), quiet=True) == 0:
            return
    if needed:
        stop(f"{why}. Run this, then start again:\n  sudo {line}")


def make_venv() -> None:
    """Make the environment, with Debian's missing `venv` explained or installed."""
    if PYTHON.exists() and run(PYTHON, "-c", "", quiet=True) == 0:
        return
    print("Making .venv …", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    command = [sys.executable, "-m", "venv", VENV]
    if subprocess.run([str(part) for part in command], capture_output=True, check=False).returncode:
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        install_system([(package, "python3")], "Python here comes without venv", needed=True)
        if run(*command):
            stop(f"Python could not make an environment in {VENV}. Is the folder writable?")


def install(part: str, requirements: str) -> None:
    """Install one part of the lock file, unless exactly this part is there already."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    digest = hashlib.sha256(f"{version}\n{requirements}".encode()).hexdigest()
    stamp = VENV / f".{part}"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == digest:
        return
    print(f"Installing what {part} needs (once) …", flush=True)
    listing = VENV / f"{part}.txt"
    listing.write_text(requirements, encoding="utf-8")
    pip = [PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    if run(*pip, "--require-hashes", "-r", listing):
        stop("The packages could not be installed. Only the first start needs a network.")
    if part == "zhanban" and run(*pip, "-q", "--no-deps", "--no-build-isolation", "-e", ROOT):
        stop("zhanban itself could not be installed.")
    stamp.write_text(digest, encoding="utf-8")


def compile_modules() -> None:
    """Compile our own modules: without compiled files the start takes twice as long."""
    run(PYTHON, "-m", "compileall", "-q", ROOT / "app")


def check_libraries(*, tests: bool) -> None:
    """See to what Qt loads from the system (Linux only)."""
    if not sys.platform.startswith("linux"):
        return
    wanted = dict(CORE)
    if tests or os.environ.get("DISPLAY"):
        wanted |= XCB
    missing = [names for library, names in wanted.items() if not loads(library)]
    install_system(missing, "Qt needs libraries that this system does not have", needed=True)
    if tests:
        tools = [names for tool, names in TEST_TOOLS.items() if not shutil.which(tool)]
        install_system(tools, "Some tests drive a real window", needed=False)


def environment() -> dict[str, str]:
    """The environment for the program: compiled files may be written."""
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def test(arguments: list[str]) -> int:
    """Lint, types, then the tests; the exit status of the first that fails."""
    steps = [["-m", "pytest", *arguments]]
    if not arguments:
        steps = [
            ["-m", "ruff", "check"],
            ["-m", "ruff", "format", "--check"],
            ["-m", "mypy"],
            *steps,
        ]
    for step in steps:
        status = subprocess.run(
            [str(PYTHON), *step], cwd=ROOT, env=environment(), check=False
        ).returncode
        if status:
            return status
    return 0


def main() -> int:
    """Set up, then open the program or run the tests."""
    if sys.version_info < (3, 11):
        stop(f"展伴 needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    tests = sys.argv[1:2] == ["test"]
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    make_venv()
    program, _, for_tests = LOCK.read_text(encoding="utf-8").partition(TEST_PART)
    install("zhanban", program)
    if tests:
        install("tests", for_tests)
    check_libraries(tests=tests)
    compile_modules()
    if tests:
        return test(sys.argv[2:])
    command = [str(PYTHON), "-m", "app", *sys.argv[1:]]
    return subprocess.run(command, env=environment(), check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
