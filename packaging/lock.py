"""Writes requirements.lock from pyproject.toml: what the program needs, then what its tests add.

Needs uv. Run it after changing dependencies: `python packaging/lock.py`.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TEST_PART = "# --- tests ---"
_PIN = re.compile(r"^(?P<name>[A-Za-z0-9][\w.-]*)==", re.MULTILINE)


def compiled(*extras: str) -> dict[str, str]:
    """The pinned, hashed block of every package, by name, for all platforms."""
    command = ["uv", "pip", "compile", "--universal", "--generate-hashes", "--no-header"]
    command += ["--no-annotate", "--no-emit-index-url", "--python-version", "3.11"]
    command += [f"--extra={extra}" for extra in extras]
    command += ["pyproject.toml", "packaging/build-tools.in"]
    text = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    starts = [found.start() for found in _PIN.finditer(text)]
    blocks = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    pins: dict[str, str] = {}
    for block in blocks:
        name = _PIN.match(block)
        assert name
        pins[name["name"]] = pins.get(name["name"], "") + block
    return pins


def main() -> None:
    """Write the lock file."""
    runtime = compiled()
    tests = {name: block for name, block in compiled("test").items() if name not in runtime}
    head = "# Written by packaging/lock.py. Every package with its hashes; the part below the\n"
    head += "# marker is needed for the tests only.\n"
    text = head + "".join(runtime.values()) + TEST_PART + "\n" + "".join(tests.values())
    (ROOT / "requirements.lock").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
