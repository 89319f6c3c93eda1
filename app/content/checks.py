"""The rules of a pack, one function each; `check` lists every problem at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Final

from app.content.numbers import magnitude_of, numbers_in
from app.content.problems import Problem
from app.content.reader import Field, RawPack, Row, Table, matches
from app.content.uniform import TABLE_OF_KIND
from app.model.dates import first_day, is_moment, last_day

Rule = Callable[[RawPack], Iterator[Problem]]
_FACT_TABLES: Final = ("figures", "statements")
_SHOWN: Final = 80  # of a long value in a message


def check(pack: RawPack) -> tuple[Problem, ...]:
    """All problems, by file and row. A pack with none can be built."""
    found = [*pack.problems, *(problem for rule in RULES for problem in rule(pack))]
    order = {table.file: place for place, table in enumerate(pack.tables.values())}
    found.sort(key=lambda p: (order.get(p.file, -1), p.row, p.column))
    return tuple(dict.fromkeys(found))


def missing_value(pack: RawPack) -> Iterator[Problem]:
    """A required cell is empty: a name, a unit, a source …"""
    for table, row, column in _cells(pack):
        if column.required and not row[column.name]:
            code = "missing-name" if column.name.startswith("name_") else "missing-value"
            yield Problem(code, table.file, row.line, column.name)


def wrong_type(pack: RawPack) -> Iterator[Problem]:
    """A number that is none, a yes or no that is neither, or outside its limits."""
    for table, row, column in _cells(pack):
        value = row[column.name]
        if value and column.type in _TYPES and not _TYPES[column.type](value):
            yield _problem("wrong-type", table, row, column.name, type=column.type)
        elif _is_number(value) and (column.minimum is not None or column.maximum is not None):
            low, high = column.minimum, column.maximum
            number = Decimal(value)
            if (low is not None and number < Decimal(str(low))) or (
                high is not None and number > Decimal(str(high))
            ):
                limits = f"{'' if low is None else low} … {'' if high is None else high}".strip()
                yield _problem("out-of-limits", table, row, column.name, limits=limits)


def unknown_term(pack: RawPack) -> Iterator[Problem]:
    """A word that the column's list does not have."""
    for table, row, column in _cells(pack):
        value = row[column.name]
        if value and column.enum and value not in column.enum:
            allowed = ", ".join(sorted(column.enum))
            yield _problem("unknown-term", table, row, column.name, allowed=allowed)


def impossible_date(pack: RawPack) -> Iterator[Problem]:
    """Not YYYY, YYYY-MM or YYYY-MM-DD, a day that never was, or an end before its start."""
    for table in pack.tables.values():
        dated = [column for column in table.fields if _is_date(column)]
        for row in table.rows:
            wrong = [c.name for c in dated if row[c.name] and not is_moment(row[c.name])]
            for name in wrong:
                yield _problem("impossible-date", table, row, name)
            for first, last in (("start", "end"), ("since", "date")):
                if row[first] and row[last] and not wrong and _is_before(row[last], row[first]):
                    yield _problem("end-before-start", table, row, last, start=row[first])


def wrong_pattern(pack: RawPack) -> Iterator[Problem]:
    """An id or another cell that is not written as its column asks."""
    for table, row, column in _cells(pack):
        value = row[column.name]
        if value and column.pattern and not _is_date(column) and not matches(column.pattern, value):
            yield _problem("wrong-pattern", table, row, column.name, pattern=column.pattern)


def too_long(pack: RawPack) -> Iterator[Problem]:
    """A summary or sentence longer than its place on screen."""
    for table, row, column in _cells(pack):
        length = len(row[column.name])
        if column.max_length and length > column.max_length:
            yield _problem(
                "too-long", table, row, column.name, length=length, limit=column.max_length
            )


def duplicate_id(pack: RawPack) -> Iterator[Problem]:
    """Two rows with one key, or one value in a column whose values are unique."""
    for table in pack.tables.values():
        seen: dict[tuple[str, ...], int] = {}
        unique: dict[tuple[str, str], int] = {}
        for row in table.rows:
            key = tuple(row[name] for name in table.key)
            if key in seen:
                yield _problem(
                    "duplicate-id", table, row, table.key[0], " · ".join(key), other=seen[key]
                )
            seen.setdefault(key, row.line)
            for column in table.fields:
                told = (column.name, row[column.name])
                if column.unique and column.name not in table.key and told[1]:
                    if told in unique:
                        yield _problem("duplicate-id", table, row, column.name, other=unique[told])
                    unique.setdefault(told, row.line)


def dangling_reference(pack: RawPack) -> Iterator[Problem]:
    """A reference to a unit, place, edition, source … that no row has."""
    keys = {table.name: {row[table.key[0]] for row in table.rows} for table in pack.tables.values()}
    for table in pack.tables.values():
        for column, target in table.references.items():
            known = keys.get(target or table.name, set())
            for row in table.rows:
                if row[column] and row[column] not in known:
                    code = "unknown-unit" if target == "units" else "dangling-reference"
                    file = pack.tables[target or table.name].file if target else table.file
                    yield _problem(code, table, row, column, target=file)


def dangling_subject(pack: RawPack) -> Iterator[Problem]:
    """A figure, sentence, link or citation of something that is not there."""
    entries = _entry_ids(pack)
    facts = {row["id"]: name for name in _FACT_TABLES for row in pack.rows(name)}
    links = {_triple(row) for row in pack.rows("links")}
    for name, columns in (("figures", ("subject",)), ("statements", ("subject",)),
                          ("links", ("from", "to"))):  # fmt: skip
        for row in pack.rows(name):
            for column in columns:
                if row[column] and row[column] not in entries:
                    yield _problem("dangling-link", pack.tables[name], row, column)
    for row in pack.rows("citations"):
        subject = row["subject"]
        if subject and subject not in entries and subject not in facts and subject not in links:
            yield _problem("dangling-link", pack.tables["citations"], row, "subject")
    for row in pack.rows("figures"):
        for other in filter(None, row["conflicts_with"].split("|")):
            if other not in facts:
                yield _problem(
                    "dangling-link", pack.tables["figures"], row, "conflicts_with", other
                )


def without_citation(pack: RawPack) -> Iterator[Problem]:
    """An entry, figure or sentence that no source tells; a source tells itself."""
    cited = {row["subject"] for row in pack.rows("citations")}
    tables = [name for kind, name in TABLE_OF_KIND.items() if kind != "source"]
    for name in (*tables, *_FACT_TABLES):
        for row in pack.rows(name):
            if row["id"] not in cited:
                yield _problem("without-citation", pack.tables[name], row, "id")


def target_without_deadline(pack: RawPack) -> Iterator[Problem]:
    """A target that does not say by when."""
    for row in pack.rows("figures"):
        if row["status"] == "target" and not row["deadline"]:
            yield _problem("target-without-deadline", pack.tables["figures"], row, "deadline")


def digits_differ(pack: RawPack) -> Iterator[Problem]:
    """A number whose digits are not those of its Chinese text."""
    patterns = {row["key"]: row["pattern_zh"] for row in pack.rows("units")}
    for row in pack.rows("figures"):
        if not _is_number(row["value"]) or not row["text"]:
            continue
        value = Decimal(row["value"])
        told = set(numbers_in(row["text"]))
        bounds = [Decimal(row[n]) for n in ("lower", "upper") if _is_number(row[n])]
        if value in told or value * magnitude_of(patterns.get(row["unit"], "{}")) in told:
            continue
        if bounds and all(bound in told for bound in bounds):
            continue
        yield _problem("digits-differ", pack.tables["figures"], row, "value", text=row["text"])


RULES: Final[tuple[Rule, ...]] = (
    missing_value, wrong_type, unknown_term, impossible_date, wrong_pattern, too_long,
    duplicate_id, dangling_reference, dangling_subject, without_citation,
    target_without_deadline, digits_differ,
)  # fmt: skip


def _cells(pack: RawPack) -> Iterator[tuple[Table, Row, Field]]:
    for table in pack.tables.values():
        for row in table.rows:
            for column in table.fields:
                yield table, row, column


def _problem(
    code: str, table: Table, row: Row, column: str, value: str | None = None, **facts: object
) -> Problem:
    told = row[column] if value is None else value
    short = told if len(told) <= _SHOWN else told[: _SHOWN - 1] + "…"
    return Problem(code, table.file, row.line, column, short, tuple(facts.items()))


def _entry_ids(pack: RawPack) -> set[str]:
    return {row["id"] for name in TABLE_OF_KIND.values() for row in pack.rows(name)}


def _triple(row: Row) -> str:
    return f"{row['from']}>{row['role']}>{row['to']}"


def _is_date(column: Field) -> bool:
    return column.pattern.startswith(r"^\d{4}(-")


def _is_before(moment: str, other: str) -> bool:
    return last_day(moment) < first_day(other)


def _is_number(value: str) -> bool:
    try:
        return Decimal(value).is_finite()
    except InvalidOperation:
        return False


def _is_integer(value: str) -> bool:
    return _is_number(value) and Decimal(value) == int(Decimal(value)) and "e" not in value.lower()


def _is_boolean(value: str) -> bool:
    return value.lower() in ("true", "false", "1", "0")


_TYPES: Final[dict[str, Callable[[str], bool]]] = {
    "number": _is_number, "integer": _is_integer, "boolean": _is_boolean,
}  # fmt: skip
