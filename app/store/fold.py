"""One folding for the index and for the question, and the numbers in it.

Folding keeps the length of a text, so that a place in the folded text is the same place in the
text on screen. It maps capitals, full-width forms, accents and Traditional characters, each to
one plain character, by a table that lies in the content file: the same table made its index.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

HAN: Final = (
    "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
# Private-use characters tell tokens of another sort apart from words; no text contains them.
NUMBER: Final = "\ue000"
POINT: Final = "\ue001"
NUMBER_END: Final = "\ue002"
START: Final = "\ue003"
END: Final = "\ue004"
# Two marks before an English word: no pair of characters is as long as its shortest beginning.
WORD: Final = "\ue005\ue005"
START_WORD: Final = START + START
BEHIND_Z: Final = "{"  # the character that sorts behind all letters
LEAST_WORD: Final = 4  # shorter words have too many neighbours to be suggested

RUN: Final = re.compile(r"[^\W_]+")
HAN_RUN: Final = re.compile(f"[{HAN}]+")
SEAM: Final = "\x02"  # parts texts that are worked on together; a mark like any other
SPACES: Final = " \u2009\u00a0"
# Patterns begin with what they consume: so they are looked for at the speed of a plain search.
_GAP: Final = re.compile(
    f"[{SPACES},](?:(?<=[{HAN}][{SPACES}])[{SPACES}]*(?=[0-9a-z])"
    f"|(?<=[0-9a-z][{SPACES}])[{SPACES}]*(?=[{HAN}])"
    r"|(?<=\d,)(?=\d{3}(?!\d)))"
)
_MAGNITUDES: Final = {
    "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "万亿": 12,
    "k": 3, "million": 6, "m": 6, "billion": 9, "bn": 9, "trillion": 12, "tn": 12,
}  # fmt: skip
AMOUNT: Final = re.compile(
    r"(\d(?<![\d.]\d)\d{0,14}(?:,\d{3})*(?:\.\d{1,6})?)(?:"
    r"\s?(万亿|千万|百万|亿|万|千)|\s?(trillion|billion|million|tn|bn|m|k)(?![a-z0-9]))?"
)
_AROUND: Final = " \"'“”‘’「」『』《》〈〉()（）[]【】"
MARKS: Final = "".join(map(chr, range(0xE000, 0xE006)))


class Fold:
    """Folds texts by the table of a content file."""

    def __init__(self, written: str, folded: str) -> None:
        blank = " " * len(MARKS)
        self.table: dict[int, int] = str.maketrans(written + MARKS, folded + blank)

    def __call__(self, text: str) -> str:
        return text.translate(self.table)


def squeeze(folded: str) -> str:
    """A folded text without spaces between Han and Latin and without thousands separators."""
    return _GAP.sub("", folded)


def bare_name(squeezed: str) -> str:
    """A name without the quotes or brackets around all of it."""
    return squeezed.strip(_AROUND) or squeezed


@lru_cache(maxsize=10_000)
def canonical(number: str, magnitude: str = "") -> str:
    """One spelling for 1.3 万亿, 13000亿 and 1,300,000,000,000."""
    value = Decimal(number.replace(",", "")).scaleb(_MAGNITUDES.get(magnitude, 0))
    told = f"{value:f}"
    if "." in told:
        told = told.rstrip("0").rstrip(".")
    return NUMBER + told.replace(".", POINT) + NUMBER_END


def amounts(folded: str) -> Iterator[tuple[str, int, int]]:
    """The numbers of a text that have another spelling: canonical form, start, end."""
    for found in AMOUNT.finditer(folded):
        token = amount_of(found)
        if token:
            yield token, found.start(), found.end()


def amount_of(found: re.Match[str]) -> str:
    """The canonical form of a number, "" where it has no other spelling."""
    number, han, latin = found.groups()
    if han or latin or "," in number or len(number) >= 4:
        return canonical(number, han or latin or "")
    return ""


def amount_tokens(texts: Iterable[str]) -> set[str]:
    """The canonical numbers of several folded texts."""
    return {token for text in texts for token, _, _ in amounts(text)}
