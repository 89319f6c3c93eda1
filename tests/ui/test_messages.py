"""Every fault has words."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import app
from app.base.errors import AppError
from app.base.words import Words
from app.model.text import LANGUAGES
from app.ui.messages import message


def codes() -> set[str]:
    """Every code that the program raises, as written."""
    found = set()
    for path in Path(app.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "AppError" and node.args:
                found |= {
                    leaf.value for leaf in ast.walk(node.args[0])
                    if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str)
                }  # fmt: skip
    return found


def test_every_code_has_words() -> None:
    words = Words("en")
    assert not sorted(code for code in codes() if not words.has(f"errors.{code}"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_id_names_the_nearest_if_there_is_one(language: str) -> None:
    words = Words(language)
    near = message(AppError("unknown-id", id="exhibit/5", nearest="exhibit/5g"), words)
    assert "exhibit/5g" in near
    alone = message(AppError("unknown-id", id="exhibit/5", nearest=""), words)
    assert "exhibit/5" in alone
    assert not alone.endswith(("是", "mean ?"))
