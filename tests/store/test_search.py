"""What visitors type, and what they should find first, on the shipped content."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.model.query import Query
from app.model.text import EN, ZH_HANS, ZH_HANT
from app.store.library import Library


def ids(library: Library, text: str, language: str = ZH_HANS, limit: int = 20) -> list[str]:
    return [hit.entry.id for hit in library.find(Query(text, language=language, limit=limit)).hits]


def shown(library: Library, text: str, language: str = ZH_HANS) -> str:
    """The first hit's name with what matched in brackets."""
    hit = library.find(Query(text, language=language)).hits[0]
    name = hit.entry.name.told(language)
    for start, end in reversed(hit.title_spans):
        name = f"{name[:start]}[{name[start:end]}]{name[end:]}"
    return name


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("福州市", "place/fuzhou"),
        ("榕医通", "application/rong-yi-tong"),
        ("榕醫通", "application/rong-yi-tong"),
        ("ryt", "application/rong-yi-tong"),
        ("rongyitong", "application/rong-yi-tong"),
        ("rongyit", "application/rong-yi-tong"),
        ("福元宇宙", "application/fu-metaverse"),
        ("天线玻璃", "exhibit/5g-antenna-glass"),
        ("５Ｇ天线", "exhibit/5g-antenna-glass"),
        ("天線玻璃", "exhibit/5g-antenna-glass"),
        ("5gtxbl", "exhibit/5g-antenna-glass"),
        ("antenna gl", "exhibit/5g-antenna-glass"),
        ("AI大模型", "exhibit/ai-model-practice-strand-2024"),
        ("ai 大模型", "exhibit/ai-model-practice-strand-2024"),
        ("第七届数字中国建设峰会", "edition/2024"),
        ("7th digital china summit", "edition/2024"),
        ("数字福州", "document/digital-fuzhou"),
        ("国家数据局", "organisation/nda"),
        ("gjsjj", "organisation/nda"),
        ("国务院国资委", "organisation/sasac"),
        ("8300亿", "task/2025-09"),
        ("8,300亿元", "task/2025-09"),
    ],
)
def test_the_expected_entry_comes_first(library: Library, text: str, first: str) -> None:
    assert ids(library, text)[:1] == [first]


@pytest.mark.parametrize("text", ["1.3万亿", "13000亿", "13,000亿元", "1.3 万亿", "1.3 trillion"])
def test_one_number_is_found_in_all_its_spellings(library: Library, text: str) -> None:
    assert "project/2018-2022-cumulative" in ids(library, text)


def test_a_number_is_not_found_inside_a_longer_one(library: Library) -> None:
    assert "document/digital-china-report-2018" in ids(library, "31.3万亿")
    assert "document/digital-china-report-2018" not in ids(library, "1.3万亿")


@pytest.mark.parametrize(("one", "other"), [("第七届 签约", "签约 第七届"), ("5g 玻璃", "玻璃 5G")])
def test_several_words_are_all_found_in_any_order(library: Library, one: str, other: str) -> None:
    found = ids(library, one, limit=500)
    assert found == ids(library, other, limit=500)
    first = set(ids(library, one.split(maxsplit=1)[0], limit=2000))
    assert set(found) == first & set(ids(library, one.split()[1], limit=2000))
    assert found


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("元宇宙数", ZH_HANS, "[元宇宙数]字人"),
        ("元宇宙数", ZH_HANT, "[元宇宙數]字人"),
        ("福yuan", ZH_HANS, ""),
        ("szzgjsfhzwh", ZH_HANS, "[数字中国建设峰会组委会]"),
        ("metaverse dig", EN, "[Metaverse] [dig]ital human"),
        ("5g天线", ZH_HANS, "[5G天线]玻璃"),
    ],
)
def test_what_matched_is_marked_in_the_name(
    library: Library, text: str, language: str, name: str
) -> None:
    if not name:
        assert ids(library, text) == []
    else:
        assert shown(library, text, language) == name


def test_the_snippet_shows_the_fact_that_matched(library: Library) -> None:
    hit = library.find(Query("扶贫", language=ZH_HANS)).hits
    for one in hit:
        told = one.snippet.told(ZH_HANS)
        assert all(told[start:end] == "扶贫" for start, end in one.spans)
    found = library.find(Query("8300亿", language=ZH_HANS)).hits[0]
    start, end = found.spans[0]
    assert found.snippet.zh_hans[start:end] == "8300亿"


@pytest.mark.parametrize("text", ["数据", "福州", "digital", "5G", "szzg", "数字 福州", "2025"])
@pytest.mark.parametrize("language", [ZH_HANS, ZH_HANT, EN])
def test_spans_lie_inside_what_is_shown(library: Library, text: str, language: str) -> None:
    for hit in library.find(Query(text, language=language, limit=200)).hits:
        for told, spans in (
            (hit.entry.name.told(language), hit.title_spans),
            (hit.snippet.told(language), hit.spans),
        ):
            places = [place for span in spans for place in span]
            assert places == sorted(places)
            assert all(0 <= start < end <= len(told) for start, end in spans)


def test_tiers_come_in_order_and_rank_inside_a_tier(library: Library) -> None:
    hits = library.find(Query("福州", limit=2000)).hits
    names = [hit.entry.name.zh_hans for hit in hits]
    tiers = [0 if n == "福州" else 1 if n.lstrip("（“《").startswith("福州") else 2 if "福州" in n
             else 3 for n in names]  # fmt: skip
    without_aliases = [t for hit, t in zip(hits, tiers, strict=True) if not hit.entry.aliases]
    assert without_aliases == sorted(without_aliases)


def test_asking_twice_gives_one_order(library: Library) -> None:
    assert ids(library, "数字", limit=500) == ids(library, "数字", limit=500)


def test_filters_narrow_what_was_found(library: Library) -> None:
    where = {"kind": ("exhibit",), "edition": ("edition/2024",)}
    narrowed = library.find(Query("5G", where, limit=500)).hits
    assert narrowed
    whole = library.find(Query("5G", limit=500)).hits
    expected = [
        h.entry.id for h in whole if h.entry.kind == "exhibit" and h.entry.edition == "edition/2024"
    ]
    assert [hit.entry.id for hit in narrowed] == expected


@pytest.mark.parametrize(
    "text",
    ['"', "'", "a' OR 1=1 --", "AND", "NEAR(", "x:y", "*", "-", "C++", "\0", "数\0字", "\ud800",
     "\udfff数", "\u202e数字", "😀", "😀数字", "x" * 10_000, "数" * 10_000, "a " * 5_000, " ",
     "\n\t", "\ue000", "\ue0031", "%", "_", "\\", "(", "{",
     "１２３，４５６", "ｓｚｚｇ", "ſ", "İ", "ﬁ"],
)  # fmt: skip
@pytest.mark.parametrize("language", [ZH_HANS, EN])
def test_hostile_input_is_only_text(library: Library, text: str, language: str) -> None:
    found = library.find(Query(text, language=language))
    assert found.total >= len(found.hits)
    library.next_letters(text)


def test_blank_text_lists_everything(library: Library) -> None:
    assert library.find(Query("  ")).total == sum(library.pack.counts.values())


def test_text_without_letters_finds_nothing(library: Library) -> None:
    assert library.find(Query("？！")).total == 0


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("福洲", "福州"), ("榕衣通", "榕医通"), ("榕医桶", "榕医通"), ("digitel", "digital"),
        ("sumit", "summit"), ("antena", "antenna"), ("玻离", "玻璃"), ("rongyitomg", "rongyitong"),
    ],
)  # fmt: skip
def test_one_wrong_letter_leads_to_what_was_meant(library: Library, wrong: str, right: str) -> None:
    found = library.find(Query(wrong))
    assert (found.total, found.meant) == (0, right)
    assert library.find(Query(right)).total > 0


def test_meant_is_told_in_traditional_to_those_who_read_it(library: Library) -> None:
    assert library.find(Query("玻離", language=ZH_HANT)).meant == "玻璃"
    assert library.find(Query("榕衣通", language=ZH_HANT)).meant == "榕醫通"


def test_nothing_is_suggested_when_something_was_found(library: Library) -> None:
    assert library.find(Query("福州")).meant == ""
    assert library.find(Query("qqqqqqqq")).meant == ""


def test_the_keypad_offers_exactly_the_letters_that_lead_on(library: Library) -> None:
    for prefix in ("", "s", "sz", "szz", "shu", "shuzi", "shuzizh", "5g", "rongyit"):
        offered = library.next_letters(prefix)
        for letter in "abcdefghijklmnopqrstuvwxyz":
            typed = prefix + letter
            said = {hit.via for hit in library.hits(Query(typed, limit=2000))}
            leads = bool(said & {"initials", "pinyin"})
            if leads:
                assert letter in offered, typed
    assert library.next_letters("qqqq") == frozenset()
    assert "g" in library.next_letters("szz")


def test_hits_alone_are_the_hits_of_find(library: Library) -> None:
    for text in ("数据", "", "szzg"):
        query = Query(text, {"kind": ("document",)}, limit=30)
        assert library.hits(query) == library.find(query).hits


@pytest.mark.parametrize("text", ["数字", "yyz", "data", "  ", "zzzzqq"])
def test_hits_that_are_chosen_by_kind_are_told_as_in_the_whole_page(
    library: Library, text: str
) -> None:
    kinds: list[str] = []

    def every_other(told: Sequence[str]) -> Sequence[int]:
        kinds.extend(told)
        return range(0, len(told), 2)

    page = library.hits(Query(text)) if text.strip() else ()
    assert library.best(Query(text), every_other) == page[::2]
    assert kinds == [hit.entry.kind for hit in page]
