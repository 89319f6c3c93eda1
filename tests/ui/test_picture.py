"""Pictures of pages and the self-test, as the command line asks for them."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.base.errors import AppError
from app.settings import Settings
from app.store.library import Library
from app.store.visits import FILE_NAME, Visits
from app.ui import picture, selftest
from app.ui.catalogue import PAGES
from app.ui.routes import Route
from app.ui.start import checked_route


def take(library: Library, file: Path, **changed: object) -> QImage:
    settings = Settings(reduced_motion=True)
    for name, value in changed.items():
        setattr(settings, name, value)
    picture.save(library, Route("home"), QSize(1280, 800), file, settings)
    return QImage(str(file))


def test_two_pictures_of_a_page_are_the_same(
    qapp: QApplication, library: Library, tmp_path: Path
) -> None:
    one = take(library, tmp_path / "one.png")
    assert one.size() == QSize(1280, 800)
    assert one == take(library, tmp_path / "other.png")


def test_theme_and_language_show_in_the_picture(
    qapp: QApplication, library: Library, tmp_path: Path
) -> None:
    day = take(library, tmp_path / "day.png")
    night = take(library, tmp_path / "night.png", theme="dark")
    english = take(library, tmp_path / "english.png", language="en")
    assert night.pixelColor(700, 10).lightness() < 40
    assert day.pixelColor(700, 10).lightness() > 200
    assert english != day


def test_the_picture_of_the_favourites_shows_what_is_kept(
    qapp: QApplication, library: Library, tmp_path: Path
) -> None:
    def kept(file: Path) -> QImage:
        picture.save(library, Route("favourites"), QSize(1280, 800), file, Settings(),
                     data_dir=tmp_path)  # fmt: skip
        return QImage(str(file))

    before = kept(tmp_path / "before.png")
    with contextlib.closing(Visits.open(tmp_path / FILE_NAME)) as visits:
        visits.keep(library.entries("edition")[0].id)
    assert kept(tmp_path / "after.png") != before


def test_a_file_that_cannot_be_written_is_a_fault(
    qapp: QApplication, library: Library, tmp_path: Path
) -> None:
    with pytest.raises(AppError) as told:
        take(library, tmp_path / "no-such-folder" / "x.png")
    assert told.value.code == "not-writable"


def test_the_self_test_opens_every_page(qapp: QApplication, library: Library) -> None:
    out = io.StringIO()
    code = selftest.run(library, Settings(reduced_motion=True), out)
    lines = out.getvalue().splitlines()
    assert len(lines) == len(PAGES)
    assert code == 0, out.getvalue()
    assert all(line.startswith("ok") for line in lines)


@pytest.mark.parametrize("told", ["edition/1900", "nowhere"])
def test_a_place_that_does_not_exist_is_told_before_the_window_opens(
    library: Library, told: str
) -> None:
    with pytest.raises(AppError):
        checked_route(library, told)


def test_a_session_without_any_screen_is_told_instead_of_aborting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for way in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(way, raising=False)
    with pytest.raises(AppError, match="no-screen"):
        picture.make_application()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert picture.make_application() is QApplication.instance()
