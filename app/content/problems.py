"""What is wrong in a pack: where, what, and by which rule; the words are in `problems.json`."""

from __future__ import annotations

from dataclasses import dataclass

from app.base.words import Words


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: file, row as a spreadsheet counts it (0: the file itself), column, value."""

    code: str
    file: str
    row: int = 0
    column: str = ""
    value: str = ""
    facts: tuple[tuple[str, object], ...] = ()

    def cause(self, words: Words) -> str:
        """What is wrong."""
        return words(f"problems.{self.code}.cause", **self._told())

    def fix(self, words: Words) -> str:
        """What to do about it."""
        return words(f"problems.{self.code}.fix", **self._told())

    def place(self, words: Words) -> str:
        """Where it is: `figures.csv, row 12, column value`."""
        if not self.row:
            return self.file
        if not self.column:
            return words("problems.place.row", file=self.file, row=self.row)
        return words("problems.place.cell", file=self.file, row=self.row, column=self.column)

    def line(self, words: Words) -> str:
        """All of it in one line."""
        return words(
            "problems.line",
            place=self.place(words), cause=self.cause(words), fix=self.fix(words),
        )  # fmt: skip

    def _told(self) -> dict[str, object]:
        return {"value": self.value, "column": self.column, "file": self.file, **dict(self.facts)}
