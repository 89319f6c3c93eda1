"""Traditional forms: OpenCC, characters only, and the pack's own glossary above it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from opencc import OpenCC


class Traditional:
    """Turns Simplified texts into Traditional ones; what was turned once is remembered."""

    def __init__(self, glossary: Mapping[str, str]) -> None:
        self._convert: Callable[[str], str] = OpenCC("s2t").convert
        self._glossary = dict(glossary)
        longest_first = sorted(glossary, key=len, reverse=True)
        self._own = re.compile("|".join(map(re.escape, longest_first))) if glossary else None
        self._known: dict[str, str] = {"": ""}

    def prepare(self, texts: Iterable[str]) -> None:
        """Turn many texts in one go: a call costs more than a line."""
        plain = [t for t in dict.fromkeys(texts) if t not in self._known and self._is_plain(t)]
        if plain:
            turned = self._convert("\n".join(plain)).split("\n")
            self._known.update(zip(plain, turned, strict=True))

    def __call__(self, text: str) -> str:
        if text not in self._known:
            self._known[text] = self._turn(text)
        return self._known[text]

    def _is_plain(self, text: str) -> bool:
        return "\n" not in text and not (self._own and self._own.search(text))

    def _turn(self, text: str) -> str:
        if self._own is None:
            return self._convert(text)
        told, place = [], 0
        for found in self._own.finditer(text):
            told += [self._convert(text[place : found.start()]), self._glossary[found.group()]]
            place = found.end()
        return "".join([*told, self._convert(text[place:])])
