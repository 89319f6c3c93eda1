"""The five seed documents cut into the passages that locators name."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from functools import cache
from pathlib import Path

from opencc import OpenCC

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
FILES = {
    "source/feature-2024": "000",
    "source/feature-2023": "001",
    "source/plan-2025": "002",
    "source/fuzhou-daily-2021": "003",
    "source/press-2025": "004",
}
_ARTICLE_2021 = "《在福州，感受数字新脉动》"


def folder() -> Path | None:
    """Where the source texts are kept, if they are at hand."""
    told = os.environ.get("ZHANBAN_SOURCES")
    place = Path(told) if told else PROJECT.parent / "shared" / "sources"
    return place if place.is_dir() and all(place.glob(f"{n}_*") for n in FILES.values()) else None


def fold(text: str) -> str:
    """`text` without width, white space, Traditional forms, quotes and case."""
    flat = _simplified().convert(unicodedata.normalize("NFKC", text))
    flat = flat.translate(
        str.maketrans({"—": "-", "–": "-", "·": "", "•": "", "／": "/", "著": "着"})
    )
    return re.sub(r"[\s“”‘’\"'「」『』《》〈〉]", "", flat).casefold()


@cache
def _simplified() -> OpenCC:
    return OpenCC("t2s")


@cache
def passages(source: str) -> dict[str, str]:
    """Every passage of a seed document by its locator."""
    place = folder()
    assert place is not None
    text = next(place.glob(f"{FILES[source]}_*")).read_text(encoding="utf-8")
    if source == "source/plan-2025":
        found = _plan(text)
    elif source == "source/fuzhou-daily-2021":
        found = _web_article(text)
    elif source == "source/press-2025":
        found = _press_conference(text)
    else:
        found = _columns(text, source)
    return {**found, "全文": "".join(found.values())}


def passage(source: str, locator: str) -> str:
    """What stands at `locator`; several places joined by 、 are told together."""
    return "".join(passages(source)[part] for part in parts(source, locator))


def parts(source: str, locator: str) -> list[str]:
    """The passages that `locator` names; the article's title is told once for several."""
    known = passages(source)
    if locator in known:
        return [locator]
    title = locator[: locator.rfind("》") + 1]
    return [part if part in known else title + part for part in locator.split("、")]


def _columns(text: str, source: str) -> dict[str, str]:
    """A newspaper page: its short lines are joined by the list of line ranges."""
    lines = text.split("\n")
    ranges = json.loads((HERE / "paragraphs.json").read_text(encoding="utf-8"))[source]
    return {
        name: "".join(lines[n - 1].strip() for start, end in spans for n in range(start, end + 1))
        for name, spans in ranges.items()
    }


def _plan(text: str) -> dict[str, str]:
    """The work plan: its opening, its headings and 29 numbered tasks."""
    found: dict[str, str] = {}
    headings: list[str] = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        if match := re.match(r"(\d+)\.(?=\D)", line):
            found[f"任务{match[1]}"] = line
        elif not found:
            found["总体目标段"] = line
        else:
            headings.append(line)
    return {**found, "标题": "".join(headings)}


def _web_article(text: str) -> dict[str, str]:
    """The web page of 2021: a head, a caption, a byline, three headings and 21 paragraphs."""
    head, _, body = text.partition("<div>")
    parts = [re.sub(r"<[^>]+>", "", part).strip() for part in body.split("</p>")]
    found = {"网页页首": head}
    paragraph = heading = 0
    for number, part in enumerate(filter(None, parts)):
        if number < 2:
            key = ("图注", "署名")[number]
        elif len(part) < 20 and not part.endswith(("。", "—")):
            heading += part.endswith("新看点：")
            key = f"小标题{'一二三'[heading - 1]}"
        else:
            paragraph += 1
            key = f"第{paragraph}段"
        found[_ARTICLE_2021 + key] = found.get(_ARTICLE_2021 + key, "") + part
    return found


def _press_conference(text: str) -> dict[str, str]:
    """The press conference: who spoke, after which question, paragraph by paragraph."""
    repairs = json.loads((HERE / "mojibake.json").read_text(encoding="ascii"))
    for broken, whole in repairs.items():
        text = text.replace(broken, whole)
    lines = [line.strip() for line in _simplified().convert(text).split("\n") if line.strip()]
    start = next(n for n, line in enumerate(lines) if line.endswith("寿小丽:"))
    found = {
        "页首·标题": lines[0],
        "页首·来源": "".join(lines[1:start]),
        "页首·日期与来源": "".join(lines[1:start]),
        "页末·责任编辑": lines[-1],
    }
    for name, line in _speeches(lines[start:-1]):
        found[name] = found.get(name, "") + line
    return found


def _speeches(lines: list[str]) -> list[tuple[str, str]]:
    told: list[tuple[str, str]] = []
    question, section, paragraph = 0, "", 0
    for line in lines:
        if re.fullmatch(r"\d{4}-\d\d-\d\d [\d:]+", line):
            told.append(("各段时间戳", line))
        elif line.endswith(":") and len(line) < 45:
            who = line.rstrip(":")
            if who.endswith("记者"):
                question += 1
            section, paragraph = _section(who, question), 0
            told.append((_signature(section), line))
        else:
            paragraph += 1
            told.append((section, line))
            told.append((f"{section}·第{paragraph}段", line))
    return told


def _section(who: str, question: int) -> str:
    name = re.split(r"[\s、]", who)[-1]
    if who.endswith("记者"):
        return f"问{question}·记者提问"
    if name == "寿小丽":
        return "寿小丽开场" if question == 0 else f"寿小丽·问{question}之后"
    return f"{name}介绍" if question == 0 else f"问{question}·{name}答"


def _signature(section: str) -> str:
    """The line that names the speaker; a question is told with the medium that asked it."""
    return section if section.endswith(("记者提问", "之后")) else f"{section}·署名"
