"""Whether every character that we ship can be drawn with the fonts that we ship."""

from __future__ import annotations

import csv
import json
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from opencc import OpenCC

from app.base import paths
from app.model.wording import THIN_SPACE

FONTS = paths.resources() / "fonts"
FALLBACK = ("ZhanbanSansSC-Regular", "ZhanbanSansSC-Bold")
FACES = {
    "ZhanbanSansSC-Regular": ("Zhanban Sans SC", "Regular", 400),
    "ZhanbanSansSC-Bold": ("Zhanban Sans SC", "Bold", 700),
    "ZhanbanSerifSC-Bold": ("Zhanban Serif SC", "Bold", 700),
    "ZhanbanSansTC-Regular": ("Zhanban Sans TC", "Regular", 400),
    "ZhanbanSansTC-Bold": ("Zhanban Sans TC", "Bold", 700),
    "ZhanbanSerifTC-Bold": ("Zhanban Serif TC", "Bold", 700),
}
LIMIT_MB = 40


@cache
def characters(face: str) -> frozenset[str]:
    with TTFont(FONTS / f"{face}.otf", lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


def seed_texts() -> str:
    texts = []
    for path in sorted(paths.seeds().glob("**/*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            texts += ["".join(row) for row in csv.reader(file)]
    return "".join(texts)


def interface_texts(language: str) -> str:
    texts = []
    for path in sorted((paths.resources() / "i18n").glob("*.json")):
        for words in json.loads(path.read_text("utf-8")).values():
            texts.append(words[language])
    return "".join(texts)


def missing(text: str, *faces: str) -> list[str]:
    """The characters of a text that none of the faces draws, each with its code."""
    held = frozenset().union(*map(characters, faces))
    drawn = {letter for letter in text if unicodedata.category(letter) not in ("Cc", "Cf")}
    return [f"{letter} U+{ord(letter):04X}" for letter in sorted(drawn - held)]


@pytest.mark.parametrize("face", FALLBACK)
def test_every_character_of_the_content_is_in_the_simplified_font(face: str) -> None:
    assert missing(seed_texts(), face) == []


@pytest.mark.parametrize("face", ["ZhanbanSansTC-Regular", "ZhanbanSansTC-Bold"])
def test_every_traditional_form_of_the_content_is_in_its_font_or_the_fallback(face: str) -> None:
    assert missing(OpenCC("s2twp").convert(seed_texts()), face, "ZhanbanSansSC-Bold") == []


def test_every_character_of_a_headline_is_in_its_serif_font_or_the_fallback() -> None:
    text = seed_texts()
    assert missing(text, "ZhanbanSerifSC-Bold", "ZhanbanSansSC-Bold") == []
    traditional = OpenCC("s2twp").convert(text)
    assert missing(traditional, "ZhanbanSerifTC-Bold", "ZhanbanSansSC-Bold") == []


@pytest.mark.parametrize(
    ("language", "faces"),
    [
        ("zh-Hans", FALLBACK),
        ("en", FALLBACK),
        ("zh-Hant", ("ZhanbanSansTC-Regular", "ZhanbanSansTC-Bold")),
    ],
)
def test_every_word_of_the_interface_is_in_the_font_of_its_language(
    language: str, faces: tuple[str, ...]
) -> None:
    # 简体中文 names itself in its own script, whatever the language around it.
    words = interface_texts(language).replace("简体中文", "")
    for face in faces:
        assert missing(words, face) == []


@pytest.mark.parametrize("face", FACES)
def test_a_font_has_the_thin_space_that_stands_between_scripts(face: str) -> None:
    assert missing(THIN_SPACE, face) == []


@pytest.mark.parametrize("face", FACES)
def test_a_font_carries_its_own_name_its_weight_and_its_licence(face: str) -> None:
    family, style, weight = FACES[face]
    with TTFont(FONTS / f"{face}.otf", lazy=True) as font:
        names = font["name"]
        assert (names.getDebugName(1), names.getDebugName(2)) == (family, style)
        assert font["OS/2"].usWeightClass == weight
        assert "Adobe" in names.getDebugName(0)
        assert "SIL Open Font License" in names.getDebugName(13)


@pytest.mark.parametrize("face", [face for face in FACES if "Sans" in face])
def test_digits_are_tabular_so_that_columns_of_numbers_line_up(face: str) -> None:
    with TTFont(FONTS / f"{face}.otf", lazy=True) as font:
        glyphs = font.getBestCmap()
        widths = {font["hmtx"][glyphs[ord(digit)]][0] for digit in "0123456789"}
    assert len(widths) == 1


def test_the_folder_of_fonts_stays_small_and_holds_its_licence() -> None:
    files = [path for path in FONTS.iterdir() if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= LIMIT_MB * 1_000_000
    assert {path.stem for path in files if path.suffix == ".otf"} == set(FACES)
    assert "SIL OPEN FONT LICENSE" in Path(FONTS / "OFL.txt").read_text("utf-8")
