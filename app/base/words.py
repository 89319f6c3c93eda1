"""The words of the interface: one small table per namespace, in three languages."""

from __future__ import annotations

import json
from functools import cache
from typing import cast

from app.base import paths

_ONE_OR_OTHER = ("en",)


@cache
def _table(namespace: str) -> dict[str, dict[str, str]]:
    path = paths.resources() / "i18n" / f"{namespace}.json"
    return cast("dict[str, dict[str, str]]", json.loads(path.read_text("utf-8")))


class Words:
    """Says `home.title` in one language: `Words("en")("zone.found", n=3)`."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str, **facts: object) -> str:
        """The words for `namespace.key`, with `{facts}` put in; KeyError if there are none."""
        namespace, _, name = key.partition(".")
        told = _table(namespace)[name][self.language]
        return told.format(**facts) if facts else told

    def count(self, key: str, n: int, **facts: object) -> str:
        """The words for `n` things: `key.one` or `key.other`; Chinese needs only `.other`."""
        form = "one" if n == 1 and self.language in _ONE_OR_OTHER else "other"
        return self(f"{key}.{form}", n=n, **facts)

    def has(self, key: str) -> bool:
        """Whether there are words for this key."""
        namespace, _, name = key.partition(".")
        path = paths.resources() / "i18n" / f"{namespace}.json"
        return path.is_file() and name in _table(namespace)
