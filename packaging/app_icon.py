"""Draws resources/images/zhanban.svg: the seal 展伴 as outlines, so that no font is needed.

python packaging/app_icon.py resources/fonts/ZhanbanSerifSC-Bold.otf
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parents[1] / "resources" / "images" / "zhanban.svg"
LACQUER, PAPER = "#B93A24", "#FEFCF6"


def outline(font: TTFont, character: str) -> str:
    """The SVG path of one character in font units, y upwards."""
    glyphs = font.getGlyphSet()
    pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:g}")
    glyphs[font.getBestCmap()[ord(character)]].draw(pen)
    return pen.getCommands()


def main() -> None:
    """Write the icon: a 256 px square with the two characters one above the other."""
    font = TTFont(sys.argv[1], fontNumber=0)
    scale = 104 / font["head"].unitsPerEm
    paths = [
        f'<path fill="{PAPER}" transform="translate(76 {baseline}) scale({scale:g} {-scale:g})" '
        f'd="{outline(font, character)}"/>'
        for character, baseline in (("展", 114), ("伴", 222))
    ]
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256">'
        f'<rect x="28" y="8" width="200" height="240" rx="18" fill="{LACQUER}"/>'
        + "".join(paths)
        + "</svg>\n"
    )
    TARGET.write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
