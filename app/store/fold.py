"""One folding for the index and for the question, and the tokens that both are made of.

Folding keeps the length of a text, so that a place in the folded text is the same place in the
text on screen. It maps capitals, full-width forms, accents and Traditional characters, each to
one plain character, by a table that lies in the content file: the same table made its index.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property, lru_cache
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
SEAM: Final = "\x02"  # parts texts that are worked on together; a mark like any other
_SPACE: Final = " \u2009\u00a0"
# Patterns begin with what they consume: so they are looked for at the speed of a plain search.
_GAP: Final = re.compile(
    f"[{_SPACE},](?:(?<=[{HAN}][{_SPACE}])[{_SPACE}]*(?=[0-9a-z])"
    f"|(?<=[0-9a-z][{_SPACE}])[{_SPACE}]*(?=[{HAN}])"
    r"|(?<=\d,)(?=\d{3}(?!\d)))"
)
# The first character of a run alone: its first pair tells as much.
_FIRST: Final = re.compile(f"   [^ {SEAM}] ")
_FIRST_OF_ALL: Final = re.compile(f"{SEAM}[^ {SEAM}] ")
_MAGNITUDES: Final = {
    "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "万亿": 12,
    "k": 3, "million": 6, "m": 6, "billion": 9, "bn": 9, "trillion": 12, "tn": 12,
}  # fmt: skip
AMOUNT: Final = re.compile(
    r"(\d(?<![\d.]\d)\d{0,14}(?:,\d{3})*(?:\.\d{1,6})?)(?:"
    r"\s?(万亿|千万|百万|亿|万|千)|\s?(trillion|billion|million|tn|bn|m|k)(?![a-z0-9]))?"
)
_AROUND: Final = " \"'“”‘’「」『』《》〈〉()（）[]【】"
_BLANK: Final = ord(" ")
_PRIVATE: Final = "".join(map(chr, range(0xE000, 0xE006)))


class Fold:
    """Folds texts by the table of a content file."""

    def __init__(self, written: str, folded: str) -> None:
        blank = " " * len(_PRIVATE)
        self._table = str.maketrans(written + _PRIVATE, folded + blank)

    def __call__(self, text: str) -> str:
        return text.translate(self._table)

    def many(self, joined: str) -> str:
        """The same for very long texts: few characters change, and only those are touched."""
        return self._changing.sub(lambda found: self._plain[found[0]], joined)

    @cached_property
    def _changing(self) -> re.Pattern[str]:
        return re.compile(f"[{re.escape(''.join(self._plain))}]")

    @cached_property
    def _plain(self) -> dict[str, str]:
        return {chr(char): chr(plain) for char, plain in self._table.items()}


def squeeze(folded: str) -> str:
    """A folded text without spaces between Han and Latin and without thousands separators."""
    return _GAP.sub("", folded)


def bare_name(squeezed: str) -> str:
    """A name without the quotes or brackets around all of it."""
    return squeezed.strip(_AROUND) or squeezed


def words(squeezed: str) -> str:
    """The runs of a text, marked as English words and parted by spaces; seams stay."""
    told = " ".join(_unmarked(squeezed).replace(SEAM, f" {SEAM} ").split())
    return f" {told}".replace(" ", f" {WORD}").replace(f" {WORD}{SEAM}", SEAM) if told else ""


def pairs(squeezed: str) -> str:
    """Every pair of neighbours and the last character of each run alone, for prefix queries.

    Pairs are parted by spaces, what stood between seams by seams. Works on all characters at
    once: building the index spends most of its time here.
    """
    first = array("I", _unmarked(f"{SEAM}{squeezed}{SEAM}").encode("utf-32-le", "surrogatepass"))
    told = array("I", [_BLANK]) * (3 * len(first))
    told[0::3] = first
    told[1:-2:3] = first[1:]
    made = told.tobytes().decode("utf-32-le", "surrogatepass")
    made = made.replace(f"{SEAM} {SEAM}", SEAM)[:-3]
    return _FIRST.sub("   ", _FIRST_OF_ALL.sub(SEAM, made))[1:]


def _unmarked(text: str) -> str:
    """With a space for every mark, seams apart; a text has few different ones."""
    for char in set(text):
        if not char.isalnum() and char not in f"{SEAM} ":
            text = text.replace(char, " ")
    return text


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
        number, han, latin = found.groups()
        if han or latin or "," in number or len(number) >= 4:
            yield canonical(number, han or latin or ""), found.start(), found.end()


def amount_tokens(texts: Iterable[str]) -> set[str]:
    """The canonical numbers of several folded texts."""
    return {token for text in texts for token, _, _ in amounts(text)}
