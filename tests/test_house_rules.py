"""The rules of the house, checked like code: arrows, sizes, words, and nothing of one machine."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.model.text import LANGUAGES

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "app").rglob("*.py"))
WORDS = sorted((ROOT / "resources" / "i18n").glob("*.json"))
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
_PLACEHOLDER = re.compile(r"\{(\w*)")


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef):
            yield node


def body_lines(function: ast.FunctionDef) -> int:
    """Lines of a function without its docstring."""
    first = function.body[0]
    told = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    doc = (first.end_lineno or 0) - first.lineno + 1 if told else 0
    return (function.end_lineno or 0) - function.lineno + 1 - doc


def test_every_arrow_points_downwards() -> None:
    told = subprocess.run(
        [sys.executable, "-c",
         "import sys; from importlinter.cli import lint_imports;"
         "sys.exit(lint_imports(no_cache=True))"],
        capture_output=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert told.returncode == 0, told.stdout.decode()


def test_files_are_small() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in SOURCES}
    long = {str(path.relative_to(ROOT)): n for path, n in lengths.items() if n > LONGEST_FILE}
    assert not long


def test_functions_are_small() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{function.name}"
        for path in SOURCES
        for function in functions(path)
        if body_lines(function) > LONGEST_FUNCTION
    ]
    assert not long


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_opens_with_one_sentence(path: Path) -> None:
    told = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    assert told.split("\n")[0].endswith((".", ":", "…")), told[:80]


def test_no_drawers_called_anything() -> None:
    drawers = {"utils", "util", "misc", "common", "helpers", "helper", "tools"}
    assert not [path for path in SOURCES if path.stem in drawers]


def test_nothing_of_one_machine_is_in_the_files() -> None:
    folders = ("app", "tests", "resources", "seeds", "packaging")
    endings = {".py", ".json", ".csv", ".toml", ".md", ".qss"}
    machine = re.compile(re.escape(f"{ROOT}/"))
    found = [
        str(path.relative_to(ROOT))
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.suffix in endings and machine.search(path.read_text("utf-8", "replace"))
    ]
    assert not found


@pytest.mark.parametrize("path", WORDS, ids=lambda path: path.stem)
def test_words_exist_in_every_language_with_the_same_places(path: Path) -> None:
    table = json.loads(path.read_text("utf-8"))
    for key, told in table.items():
        assert set(told) == set(LANGUAGES), key
        assert all(isinstance(text, str) and text for text in told.values()), key
        places = [sorted(_PLACEHOLDER.findall(text)) for text in told.values()]
        if not key.endswith((".one", ".other")):
            assert places[0] == places[1] == places[2], key


def codes() -> set[str]:
    """Every code that an AppError is raised with."""
    found: set[str] = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "AppError":
                told = [n.value for n in ast.walk(node.args[0]) if isinstance(n, ast.Constant)]
                found.update(code for code in told if isinstance(code, str))
    return found


def test_every_fault_has_words() -> None:
    table = json.loads((ROOT / "resources" / "i18n" / "errors.json").read_text("utf-8"))
    assert len(codes()) > 10
    assert not codes() - set(table)


def test_every_problem_of_a_pack_has_words() -> None:
    table = json.loads((ROOT / "resources" / "i18n" / "problems.json").read_text("utf-8"))
    told = set()
    for name in ("checks", "reader"):
        text = (ROOT / "app" / "content" / f"{name}.py").read_text("utf-8")
        told |= set(re.findall(r'(?:_problem|Problem)\(\s*"([a-z-]+)"', text))
    assert len(told) > 10
    for code in told:
        assert f"{code}.cause" in table
        assert f"{code}.fix" in table
