"""PDFs of entries and selections: read back with poppler where it is there, and looked into."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from app.base.errors import AppError
from app.model.text import LANGUAGES
from app.settings import Settings
from app.store.library import Library
from app.store.visits import Favourite
from app.ui import picture
from app.ui.context import Context
from app.ui.printing import entry_pdf, selection_pdf
from app.ui.routes import Route
from app.ui.widgets.figure import fact_parts

EDITION = "edition/2024"
KEPT = (
    Favourite(EDITION, "2026-05-01T08:30:00+00:00", "先看这里"),
    Favourite("exhibit/ai-goldfish-screen", "2026-05-01T08:31:00+00:00", ""),
    Favourite("exhibit/gone-from-the-pack", "2026-05-01T08:33:00+00:00", ""),
)
needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="poppler-utils are not installed"
)


def read(file: Path) -> str:
    """The text of all sheets, in the order in which it was painted."""
    told = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True)
    return squeezed(told.stdout.decode("utf-8"))


def squeezed(text: str) -> str:
    """Only letters and digits, radicals as the characters whose glyphs they share."""
    return re.sub(r"[^\w\u2e80-\u2eff]+", "", unicodedata.normalize("NFKC", text))


def missing(said: list[str], text: str) -> list[str]:
    """What is not there; some characters are read back as radicals without a standard twin."""
    patterns = ["".join(f"(?:{sign}|[\u2e80-\u2eff])" for sign in squeezed(one)) for one in said]
    return [one for one, told in zip(said, patterns, strict=True) if not re.search(told, text)]


def first_sheet(file: Path, folder: Path) -> QImage:
    subprocess.run(["pdftoppm", "-r", "60", "-png", "-singlefile", str(file), str(folder / "one")],
                   check=True)  # fmt: skip
    return QImage(str(folder / "one.png"))


def test_an_entry_of_many_facts_takes_several_sheets(ctx: Context, tmp_path: Path) -> None:
    file = tmp_path / "edition.pdf"
    assert entry_pdf(ctx, EDITION, file) > 2
    assert file.read_bytes().startswith(b"%PDF-")


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheets_say_what_the_library_says(ctx: Context, tmp_path: Path, language: str) -> None:
    ctx.set_language(language)
    sheets = entry_pdf(ctx, EDITION, tmp_path / "edition.pdf")
    text, entry, library = read(tmp_path / "edition.pdf"), ctx.library.entry(EDITION), ctx.library
    said = [entry.name.told(language), entry.summary.told(language),
            ctx.words("paper.page", n=sheets, m=sheets)]  # fmt: skip
    said += [library.entry(one.source).name.told(language) for one in library.citations(EDITION)]
    said += [link.other.name.told(language) for link in library.links(EDITION)]
    said += ["".join(fact_parts(ctx, fact)) for fact in library.facts(EDITION) if fact.amount]
    assert not missing(said, text)


@needs_poppler
def test_paper_is_light_and_has_its_cover_strip_and_margins(ctx: Context, tmp_path: Path) -> None:
    ctx.set_theme("dark")
    entry_pdf(ctx, EDITION, tmp_path / "edition.pdf")
    sheet = first_sheet(tmp_path / "edition.pdf", tmp_path)
    assert abs(sheet.height() / sheet.width() - 297 / 210) < 0.01
    assert sheet.pixelColor(5, 5).name() == "#ffffff"
    assert sheet.pixelColor(sheet.width() // 4, 60).lightness() < 120  # the cover strip
    inked = [x for x in range(sheet.width()) for y in range(0, sheet.height(), 2)
             if sheet.pixelColor(x, y).lightness() < 200]  # fmt: skip
    assert min(inked) > sheet.width() * 0.07
    assert max(inked) < sheet.width() * 0.93


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_selection_has_each_entry_its_note_and_all_sources(
    ctx: Context, tmp_path: Path, language: str
) -> None:
    ctx.set_language(language)
    assert selection_pdf(ctx, KEPT, tmp_path / "mine.pdf") >= 1
    text = read(tmp_path / "mine.pdf")
    there = [ctx.library.entry(one.id) for one in KEPT[:2]]
    said = [*(one.name.told(language) for one in there), KEPT[0].note, ctx.words("detail.sources")]
    assert not missing(said, text)


@needs_poppler
def test_only_our_own_fonts_are_put_in(ctx: Context, tmp_path: Path) -> None:
    entry_pdf(ctx, "exhibit/ai-goldfish-screen", tmp_path / "x.pdf")
    told = subprocess.run(["pdffonts", str(tmp_path / "x.pdf")], capture_output=True, check=True)
    rows = told.stdout.decode().splitlines()[2:]
    assert any("Zhanban" in row and "Serif" in row for row in rows)
    assert all(re.search(r"\byes\b", row) for row in rows)  # embedded


def test_a_place_that_cannot_be_written_is_a_fault(ctx: Context, tmp_path: Path) -> None:
    with pytest.raises(AppError) as told:
        entry_pdf(ctx, EDITION, tmp_path / "nowhere" / "x.pdf")
    assert told.value.code == "not-writable"


@pytest.mark.parametrize("route", [EDITION, "settings"])
def test_the_command_writes_a_pdf_of_any_page(
    ctx: Context, library: Library, tmp_path: Path, route: str
) -> None:
    file = tmp_path / "page.pdf"
    picture.save(library, Route.parse(route), QSize(1280, 800), file, Settings(reduced_motion=True))
    assert file.read_bytes().startswith(b"%PDF-")
