"""Sources as one cites them."""

from __future__ import annotations

from app.base.words import Words
from app.model.entry import Entry
from app.model.text import Text
from app.store.library import Library
from app.ui.parts.citation_text import citation_text

PAPER = Entry(
    "source/p", "source", Text("数字福州", "數字福州", "Digital Fuzhou"), type="newspaper",
    start="2024-05-24",
    columns={"authors": "丁南、武艳杰、李韶辉、程晖", "publisher_zh": "福州日报",
             "publisher_en": "Fuzhou Daily", "language": "zh-Hans"},
)  # fmt: skip
PAGE = Entry(
    "source/w", "source", Text("开幕", "開幕", "The summit opens"), type="web",
    columns={"publisher_zh": "新华网", "publisher_en": "Xinhua", "language": "en",
             "address": "https://example.org/a"},
)  # fmt: skip


def test_a_paper_is_cited_by_the_national_standard() -> None:
    told = citation_text(PAPER, Words("zh-Hans"))
    assert told == "丁南, 武艳杰, 李韶辉, 等. 数字福州[N]. 福州日报, 2024-05-24."


def test_a_page_has_its_address_and_says_that_it_is_undated() -> None:
    told = citation_text(PAGE, Words("zh-Hans"))
    assert told == "The summit opens[EB/OL]. 新华网, 日期不详. https://example.org/a"


def test_english_cites_author_and_date() -> None:
    told = citation_text(PAPER, Words("en"))
    assert told == (
        "丁南, 武艳杰, 李韶辉, et al. (24 May 2024). 数字福州 [Digital Fuzhou]. Fuzhou Daily."
    )
    told = citation_text(PAGE, Words("en"))
    assert told == "Xinhua (n.d.). The summit opens. https://example.org/a"


def test_every_source_can_be_cited_in_every_language(library: Library) -> None:
    for source in library.entries("source"):
        for language in ("zh-Hans", "zh-Hant", "en"):
            told = citation_text(source, Words(language))
            assert "\n" not in told
            assert ". ." not in told
            assert source.columns.get("address", "") in told
