"""Makes the fonts that are shipped: own-named subsets of Noto Sans and Serif CJK.

Run:  python packaging/fonts.py /usr/share/fonts/opentype/noto resources/fonts
"""

from __future__ import annotations

import argparse
import json
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont
from opencc import OpenCC

ROOT = Path(__file__).resolve().parent.parent
# pwid: English text takes quotation marks as wide as they are, not as wide as a Han character.
LAYOUT_FEATURES = ["ccmp", "kern", "liga", "lnum", "mark", "mkmk", "pnum", "pwid", "tnum"]
THIN_SPACES = (0x2009, 0x202F)
KEPT_NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # copyright, names, version, licence
KOREAN = [(0x1100, 0x11FF), (0x3130, 0x318F), (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xFFA0, 0xFFDC)]
# Latin, its extensions, Greek, punctuation, numbers in circles, arrows, signs, full width.
SIGNS = [(0x20, 0x24F), (0x370, 0x3FF), (0x2000, 0x27BF), (0x2E80, 0x33FF), (0xFE30, 0xFFEF)]

log = logging.getLogger("fonts")


@dataclass(frozen=True, slots=True)
class Face:
    """One file to make: what it is called, where it comes from, which characters it holds."""

    family: str
    weight: str
    collection: str
    source_family: str
    characters: str  # a key of `repertoires`

    @property
    def file_name(self) -> str:
        return f"{self.family.replace(' ', '')}-{self.weight}"


FACES = (
    Face("Zhanban Sans SC", "Regular", "NotoSansCJK-Regular.ttc", "Noto Sans CJK SC", "all"),
    Face("Zhanban Sans SC", "Bold", "NotoSansCJK-Bold.ttc", "Noto Sans CJK SC", "all"),
    Face("Zhanban Serif SC", "Bold", "NotoSerifCJK-Bold.ttc", "Noto Serif CJK SC", "simplified"),
    Face(
        "Zhanban Sans TC", "Regular", "NotoSansCJK-Regular.ttc", "Noto Sans CJK TC", "traditional"
    ),
    Face("Zhanban Sans TC", "Bold", "NotoSansCJK-Bold.ttc", "Noto Sans CJK TC", "traditional"),
    Face("Zhanban Serif TC", "Bold", "NotoSerifCJK-Bold.ttc", "Noto Serif CJK TC", "traditional"),
)


def encoded_characters(encoding: str) -> set[int]:
    """Every character that a double-byte encoding can write."""
    pairs = (bytes((lead, trail)) for lead in range(0x81, 0xFF) for trail in range(0x40, 0xFF))
    texts = (pair.decode(encoding, "ignore") for pair in pairs)
    return {ord(text) for text in texts if len(text) == 1}


def characters_in(ranges: Iterable[tuple[int, int]]) -> set[int]:
    return {code for first, last in ranges for code in range(first, last + 1)}


def shipped_texts() -> Iterator[str]:
    """The words of the content and of the interface."""
    for path in (*ROOT.glob("seeds/**/*.csv"), *ROOT.glob("seeds/**/*.json")):
        yield path.read_text("utf-8")
    for path in ROOT.glob("resources/i18n/*.json"):  # their characters may be \u-escaped
        yield json.dumps(json.loads(path.read_text("utf-8")), ensure_ascii=False)


def repertoires() -> dict[str, set[int]]:
    """The characters of each kind of face; `all` is limited by the source alone."""
    content = "".join(shipped_texts())
    everything = set(range(0x110000)) - characters_in(KOREAN)
    signs = characters_in(SIGNS) - characters_in(KOREAN)
    common_hkscs = {code for code in encoded_characters("big5hkscs") if code < 0x10000}
    return {
        "all": everything,
        "simplified": signs | encoded_characters("gbk") | set(map(ord, content)),
        "traditional": signs
        | encoded_characters("big5")
        | common_hkscs
        | set(map(ord, OpenCC("s2twp").convert(content))),
    }


def font_number(path: Path, family: str) -> int:
    """Which font of a collection carries this family name."""
    with TTCollection(str(path), lazy=True) as collection:
        names = [font["name"].getDebugName(1) for font in collection.fonts]
    return names.index(family)


def rename(font: TTFont, face: Face) -> None:
    """Gives the font its own name, so that it never meets a system copy of the original."""
    full = f"{face.family} {face.weight}"
    version = font["name"].getDebugName(5).split(";")[0].removeprefix("Version ")
    texts = {
        1: face.family,
        2: face.weight,
        3: f"{version};zhanban;{face.file_name}",
        4: full,
        6: face.file_name,
    }
    table = font["name"]
    table.names = [record for record in table.names if record.langID in (0, 0x409)]
    for name_id, text in texts.items():
        table.setName(text, name_id, 3, 1, 0x409)
    cff = font["CFF "].cff
    cff.fontNames[0] = face.file_name
    top = cff.topDictIndex[0]
    top.FamilyName, top.FullName = face.family, full


def subset_options(number: int) -> subset.Options:
    options = subset.Options()
    options.font_number = number
    options.layout_features = LAYOUT_FEATURES
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = KEPT_NAMES
    options.drop_tables += ["vmtx", "vhea", "VORG", "BASE"]  # nothing here is set vertically
    return options


def add_thin_spaces(font: TTFont) -> None:
    """The thin spaces between scripts, which Noto lacks: without them Qt borrows from the system.

    Noto's space is 0.22 em wide, about what a thin space is.
    """
    space = font.getBestCmap()[0x20]
    for table in font["cmap"].tables:
        if table.isUnicode():
            for character in THIN_SPACES:
                table.cmap.setdefault(character, space)


def make(face: Face, source: Path, target: Path, characters: set[int]) -> Path:
    """Writes one face and returns its file."""
    collection = source / face.collection
    options = subset_options(font_number(collection, face.source_family))
    font = subset.load_font(str(collection), options, lazy=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters & set(font.getBestCmap()))
    subsetter.subset(font)
    rename(font, face)
    add_thin_spaces(font)
    path = target / f"{face.file_name}.otf"
    subset.save_font(font, str(path), options)
    log.info("%s: %s characters, %.2f MB", path.name, len(font.getBestCmap()), size_mb(path))
    return path


def size_mb(path: Path) -> float:
    return path.stat().st_size / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path, help="folder of the Noto CJK collections (.ttc)")
    parser.add_argument("target", type=Path, help="folder to write the .otf files into")
    parser.add_argument("--only", default="", help="make only the files whose name contains this")
    given = parser.parse_args()
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    log.setLevel(logging.INFO)
    given.target.mkdir(parents=True, exist_ok=True)
    characters = repertoires()
    for face in FACES:
        if given.only in face.file_name:
            make(face, given.source, given.target, characters[face.characters])


if __name__ == "__main__":
    main()
