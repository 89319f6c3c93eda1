"""Pieces flow over sheets: nothing is lost, nothing hangs over, headings do not stand alone."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from app.ui.paper.flow import Piece, bound, sheets, with_gap


def blank(painter: QPainter, left: float, top: float) -> None:
    """Paints nothing."""


def piece(height: float, **more: object) -> Piece:
    return Piece(height, blank, **more)  # type: ignore[arg-type]


def test_every_piece_is_on_a_sheet_and_none_reaches_over_its_end() -> None:
    given = [piece(30, gap=7) for _ in range(50)]
    made = sheets(given, 200, 160)
    assert sum(len(sheet) for sheet in made) == 50
    for number, sheet in enumerate(made):
        room = 200 if number == 0 else 160
        assert all(one.top + one.piece.height <= room for one in sheet)
        tops = [one.top for one in sheet]
        assert tops == sorted(tops)


def test_a_gap_is_lost_at_the_top_of_a_sheet() -> None:
    made = sheets([piece(90), piece(90, gap=40)], 100, 100)
    assert [sheet[0].top for sheet in made] == [0, 0]


def test_a_heading_goes_with_what_it_heads() -> None:
    made = sheets([piece(80), piece(15, keep=True), piece(30)], 100, 100)
    assert [len(sheet) for sheet in made] == [1, 2]


def test_the_last_line_of_a_text_is_never_alone() -> None:
    made = sheets([piece(40), *bound([piece(20) for _ in range(4)])], 100, 100)
    assert [len(sheet) for sheet in made] == [3, 2]


def test_what_parts_two_things_is_left_out_where_a_sheet_begins() -> None:
    line = piece(1, keep=True, parts=True)
    made = sheets([piece(95), line, piece(50)], 100, 100)
    assert [[one.piece.height for one in sheet] for sheet in made] == [[95], [50]]


def test_more_bound_together_than_a_sheet_holds_is_cut_all_the_same() -> None:
    made = sheets(bound([piece(60) for _ in range(5)], whole=True), 100, 100)
    assert len(made) == 5


def test_no_pieces_have_no_gap() -> None:
    assert with_gap([], 5) == []
