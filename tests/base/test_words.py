"""The words of the interface: complete in every language, and every word asked for is there."""

from __future__ import annotations

import ast
import json
import string
from pathlib import Path

import pytest

from app.base import paths
from app.base.words import Words
from app.model.text import LANGUAGES

TABLES = sorted((paths.resources() / "i18n").glob("*.json"))
APP = Path(__file__).parents[2] / "app"


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_every_word_is_told_in_every_language_with_the_same_facts(table: Path) -> None:
    for key, told in json.loads(table.read_text("utf-8")).items():
        assert set(told) == set(LANGUAGES), key
        assert all(told.values()), key
        facts = [placeholders(text) for text in told.values()]
        if key.endswith(".one"):  # "one" may be written out: then the number is not put in
            facts = [found - {"n", "count"} for found in facts]
        assert all(found == facts[0] for found in facts), key


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_what_is_counted_has_one_and_other(table: Path) -> None:
    keys = set(json.loads(table.read_text("utf-8")))
    for key in keys:
        if key.endswith(".one"):
            assert f"{key.removesuffix('.one')}.other" in keys


def asked_keys() -> list[tuple[str, str]]:
    """Every `words("a.b")`, `.words.count("a.b", …)` written out in the program."""
    found = []
    for path in sorted(APP.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = ast.unparse(node.func)
                key = node.args[0].value
                if isinstance(key, str) and name.endswith("words"):
                    found.append((key, path.name))
                elif isinstance(key, str) and name.endswith("words.count"):
                    found.append((f"{key}.other", path.name))
    return found


def test_every_word_the_program_asks_for_exists() -> None:
    words = Words("en")
    missing = [(key, where) for key, where in asked_keys() if "." in key and not words.has(key)]
    assert not missing


def test_facts_are_put_in() -> None:
    assert Words("zh-Hans")("common.seal.range", first=1, last=4) == "源1–4"
    assert Words("en")("common.seal.single", n=2) == "S2"


def test_english_tells_one_from_many() -> None:
    words = Words("en")
    assert words.count("common.items", 1) == "1 item"
    assert words.count("common.items", 3) == "3 items"
    assert Words("zh-Hant").count("common.items", 1) == "1 項"


def test_an_unknown_word_is_a_bug() -> None:
    with pytest.raises(KeyError):
        Words("en")("common.no-such-word")
