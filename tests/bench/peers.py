"""What others would do with the same texts: LIKE, FTS5's trigrams, sqlite-utils' default search."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from sqlite_utils import Database

PAGE = 20


class Peers:
    """Three tables over the folded texts of a content file: folding is a present to them."""

    def __init__(self, content: Path, path: Path) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -65536"):
            self._db.execute(f"PRAGMA {pragma}")
        self._db.execute("ATTACH ? AS c", (str(content),))
        self._db.execute("CREATE TABLE doc (id INTEGER PRIMARY KEY, x TEXT)")
        self._db.execute(
            "INSERT INTO doc SELECT number, title_zh || char(10) || title_en || char(10) ||"
            " fact_zh || char(10) || fact_en || char(10) || text_zh || char(10) || text_en"
            " FROM c.search_page ORDER BY number"
        )
        self.seconds = {"trigram": self._make_trigram(), "sqlite-utils": self._make_utils()}

    def _make_trigram(self) -> float:
        begun = time.process_time()
        self._db.execute("BEGIN")
        self._db.execute("CREATE VIRTUAL TABLE t USING fts5(x, content='doc', content_rowid='id',"
                         " tokenize='trigram')")  # fmt: skip
        self._db.execute("INSERT INTO t(t) VALUES ('rebuild')")
        self._db.execute("COMMIT")
        return time.process_time() - begun

    def _make_utils(self) -> float:
        begun = time.process_time()
        self._utils = Database(self._db).table("doc")
        self._db.execute("BEGIN")
        self._utils.enable_fts(["x"])
        self._db.execute("COMMIT")
        return time.process_time() - begun

    def like(self, text: str, limit: int = PAGE) -> list[int]:
        """A look through every text."""
        sql = "SELECT id FROM doc WHERE x LIKE ? LIMIT ?"
        return [row[0] for row in self._db.execute(sql, (f"%{text}%", limit))]

    def trigram(self, text: str, limit: int = PAGE) -> list[int]:
        """The quickest that FTS5 can give: no order, no snippet."""
        quoted = '"' + text.replace('"', '""') + '"'
        sql = "SELECT rowid FROM t WHERE t MATCH ? LIMIT ?"
        return [row[0] for row in self._db.execute(sql, (quoted, limit))]

    def utils(self, text: str, limit: int = PAGE) -> list[int]:
        """`table.search(text)`, ordered by its rank."""
        found = self._utils.search(text, columns=["id"], limit=limit, quote=True)
        return [row["id"] for row in found]

    def close(self) -> None:
        """Let go of the files."""
        self._db.close()
