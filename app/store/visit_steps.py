"""The visitor file's schema as a list of named steps: only ever append to it.

sqlite-utils is imported here alone: a file that is up to date is opened without it.
"""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

steps = Migrations("visits")


@steps()
def favourites(db: Database) -> None:
    """What the visitor keeps, by the stable id of the entry, with a note."""
    db.table("favourites").create(
        {"id": str, "added": str, "note": str},
        pk="id",
        not_null={"id", "added", "note"},
        defaults={"note": ""},
    )


@steps()
def searches(db: Database) -> None:
    """What the visitor searched for, newest last."""
    db.table("searches").create({"text": str, "asked": str}, pk="text", not_null={"text", "asked"})


@steps()
def statistics(db: Database) -> None:
    """Anonymous counts of a totem, per day and machine, so that several can be added up.

    A searched text is kept only from its third visitor on; before, there is a salted digest.
    """
    db.table("stat_visits").create(
        {"machine": str, "day": str, "hour": int, "language": str, "n": int},
        pk=("machine", "day", "hour", "language"),
    )
    db.table("stat_opens").create(
        {"machine": str, "day": str, "entry": str, "language": str, "n": int, "seconds": float},
        pk=("machine", "day", "entry", "language"),
    )
    db.table("stat_searches").create(
        {"machine": str, "day": str, "language": str, "found": int, "empty": int},
        pk=("machine", "day", "language"),
    )
    db.table("stat_texts").create(
        {"machine": str, "digest": str, "text": str, "found": int, "empty": int, "last": str},
        pk=("machine", "digest"),
    )
    db.table("stat_machine").create({"id": str, "salt": str}, pk="id")


def apply(connection: sqlite3.Connection) -> None:
    """Bring the file up to date; every step is one transaction."""
    steps.apply(Database(connection))
