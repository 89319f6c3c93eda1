"""Letters and the characters they are said with."""

from __future__ import annotations

import pytest

from app.ui.items.said import printed, said

NAME, SPELLED = "元宇宙数字人", "yuán yǔ zhòu shù zì rén"


@pytest.mark.parametrize(
    ("typed", "word", "letters"),
    [
        ("yyz", "元宇宙", ["y", "y", "z"]),
        ("szr", "数字人", ["s", "z", "r"]),
        ("YY Z", "元宇宙", ["y", "y", "z"]),
        ("yuanyu", "元宇", ["yuán", "yǔ"]),
        ("yuanyuz", "元宇宙", ["yuán", "yǔ", "z"]),
        ("zi", "字", ["zì"]),
    ],
)
def test_initials_and_spelling_are_marked(typed: str, word: str, letters: list[str]) -> None:
    met = said(NAME, SPELLED, typed)
    assert met.word is not None
    assert NAME[slice(*met.word)] == word
    assert [SPELLED[slice(*mark)] for mark in met.marks] == letters


@pytest.mark.parametrize("typed", ["", "qq", "元宇宙", "yuanx", "🙂"])
def test_what_is_not_said_so_has_no_marks(typed: str) -> None:
    assert said(NAME, SPELLED, typed) == (None, ())


def test_latin_and_signs_in_a_name_keep_their_places() -> None:
    name, spelled = "“三医一张网”2.0", "“ sān yī yī zhāng wǎng ”2.0"
    met = said(name, spelled, "syyzw")
    assert met.word is not None
    assert name[slice(*met.word)] == "三医一张网"
    assert [spelled[slice(*mark)] for mark in met.marks] == ["s", "y", "y", "z", "w"]


def test_a_spelling_that_does_not_fit_the_name_marks_nothing() -> None:
    assert said("元宇宙", "yuán yǔ", "yy") == (None, ())


def test_spaces_around_latin_words_keep_the_places() -> None:
    name, spelled = "openEuler Embedded 适配增强", "openEuler Embedded shì pèi zēng qiáng"
    met = said(name, spelled, "pzq")
    assert met.word is not None
    assert name[slice(*met.word)] == "配增强"
    assert [spelled[slice(*mark)] for mark in met.marks] == ["p", "z", "q"]


@pytest.mark.parametrize(
    ("spelled", "told"),
    [
        ("“ sān yī ”2.0", "“sān yī”2.0"),
        ("（2025 nián shù zì ）", "（2025 nián shù zì）"),
        ("qiān yuē 、 tuī jiè ： huó dòng", "qiān yuē、 tuī jiè： huó dòng"),
        ("yuán yǔ zhòu", "yuán yǔ zhòu"),
    ],
)
def test_signs_stand_at_the_word_they_belong_to(spelled: str, told: str) -> None:
    marks = tuple((at, at + 1) for at, char in enumerate(spelled) if char.isalnum())
    text, moved = printed(spelled, marks)
    assert text == told
    assert [text[slice(*mark)] for mark in moved] == [spelled[slice(*mark)] for mark in marks]
