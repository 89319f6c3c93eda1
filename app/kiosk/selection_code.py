"""Writes a selection's ids into codes that bring it back when they are scanned. Pure.

`ZHANBAN:1/2:EXHIBIT/A*B*PROJECT/C`: capitals, because a code holds half as many again of them;
a name without a kind has the kind of the one before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from app.kiosk.codes import CAPITALS, MOST_CODES, Takeaway, drawn

_MARK: Final = "ZHANBAN"
_ID: Final = re.compile(r"[a-z]+/[a-z0-9][a-z0-9.-]*")
_CODE: Final = re.compile(rf"{_MARK}:([1-9])/([1-9]):([A-Z0-9./*-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Restored:
    """What codes said: the ids in order, and the numbers of codes that are still missing."""

    ids: tuple[str, ...] = ()
    missing: tuple[int, ...] = ()


def take_ids(ids: Sequence[str]) -> Takeaway:
    """The selection as codes; ids that found no room in three are counted in `left_out`."""
    strange = [given for given in ids if not _ID.fullmatch(given)]
    if strange:
        raise ValueError(f"not an id: {strange[0]}")
    room = CAPITALS - len(f"{_MARK}:1/3:")
    parts: list[list[str]] = [[]]
    written = 0
    for entry_id in dict.fromkeys(ids):
        if len(_body([*parts[-1], entry_id])) > room:
            if len(parts) == MOST_CODES or not parts[-1]:
                break
            parts.append([])
        parts[-1].append(entry_id)
        written += 1
    parts = [part for part in parts if part]
    texts = [f"{_MARK}:{n}/{len(parts)}:{_body(part)}" for n, part in enumerate(parts, start=1)]
    left_out = len(dict.fromkeys(ids)) - written
    return Takeaway(drawn(texts) if texts else (), left_out)


def restored(texts: Iterable[str]) -> Restored:
    """The selection that scanned codes carry, in whatever order they were scanned.

    Texts that are not ours say nothing; of differing sets the last one scanned counts.
    """
    parts: dict[int, str] = {}
    expected = 0
    for text in texts:
        found = _CODE.fullmatch(text.strip())
        if not found or int(found[1]) > int(found[2]):
            continue
        if int(found[2]) != expected:
            parts, expected = {}, int(found[2])
        parts[int(found[1])] = found[3].lower()
    ids = [entry_id for n in sorted(parts) for entry_id in _ids(parts[n])]
    missing = tuple(n for n in range(1, expected + 1) if n not in parts)
    return Restored(tuple(dict.fromkeys(ids)), missing)


def _body(ids: Sequence[str]) -> str:
    names = []
    kind = ""
    for entry_id in ids:
        own, _, slug = entry_id.partition("/")
        names.append(slug if own == kind else entry_id)
        kind = own
    return "*".join(names).upper()


def _ids(body: str) -> list[str]:
    ids = []
    kind = ""
    for name in body.split("*"):
        if "/" in name:
            kind = name.partition("/")[0]
        whole = name if "/" in name else f"{kind}/{name}"
        if _ID.fullmatch(whole):
            ids.append(whole)
    return ids
