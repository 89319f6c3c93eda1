"""A source as one cites it: GB/T 7714 in Chinese, author–date in English; no Qt."""

from __future__ import annotations

import re
from typing import Final

from app.base.words import Words
from app.model.entry import Entry
from app.model.text import EN, ZH_HANT
from app.model.wording import period

_MARKS: Final = {
    "newspaper": "N", "plan": "Z", "press_conference": "Z", "official": "Z", "report": "R",
    "web": "EB", "broadcast": "EB", "encyclopedia": "EB",
}  # fmt: skip
_AUTHORS: Final = 3  # more are told as 等, et al.
_BETWEEN: Final = re.compile(r"[、，,;；]\s*")


def citation_text(source: Entry, words: Words) -> str:
    """One line without the text of the source: who, what, where, when, which address."""
    return _author_date(source, words) if words.language == EN else _standard(source, words)


def _standard(source: Entry, words: Words) -> str:
    """丁南, 武艳杰, 李韶辉, 等. 题名[N]. 报名, 2024-05-24."""
    address = source.columns.get("address", "")
    mark = _MARKS.get(source.type, "Z")
    carrier = f"[{mark}/OL]" if address else f"[{mark}]"
    place = ", ".join(filter(None, (_publisher(source, words.language),
                                    source.start or words("sources.cite.undated"))))  # fmt: skip
    told = [_authors(source, words), f"{_title(source, words.language)}{carrier}", place, address]
    return ". ".join(part for part in told if part) + ("" if address else ".")


def _author_date(source: Entry, words: Words) -> str:
    """Lin, R., Xie, X. (23 March 2021). Title [in Chinese]. Publisher. https://…"""
    address = source.columns.get("address", "")
    who = _authors(source, words) or _publisher(source, EN)
    when = period(source.start, "", EN) if source.start else words("sources.cite.undated")
    title = source.name.en or source.name.told(EN)
    if source.columns.get("language", "").startswith("zh") and source.name.zh_hans:
        title = f"{source.name.zh_hans} [{title}]"
    publisher = "" if who == _publisher(source, EN) else _publisher(source, EN)
    told = [f"{who} ({when})" if who else f"({when})", title, publisher, address]
    return ". ".join(part for part in told if part) + ("" if address else ".")


def _authors(source: Entry, words: Words) -> str:
    names = [name for name in _BETWEEN.split(source.columns.get("authors", "")) if name]
    some = names[:_AUTHORS]
    if len(names) > _AUTHORS:
        some.append(words("sources.cite.others"))
    return ", ".join(some)


def _title(source: Entry, language: str) -> str:
    """The title as the source has it: an English source keeps its English one."""
    if source.columns.get("language") == EN and source.name.en:
        return source.name.en
    return source.name.told(language)


def _publisher(source: Entry, language: str) -> str:
    endings = {EN: ("_en", "_zh"), ZH_HANT: ("_hant", "_zh")}.get(language, ("_zh",))
    found = (source.columns.get(f"publisher{ending}", "") for ending in endings)
    return next(filter(None, found), "")
