"""The content file: its tables in SQL; the comments stay in the file and document it there.

One file holds one pack, made by `build` and never changed afterwards. It opens in any SQLite
tool. `entry`, `fact`, `link` and `citation` are what a reader needs; `series` is a view of the
figures in order of time; tables named `search_…` are the index and can be made again from the
others. Text columns end in _hans, _hant, _en.
"""

from __future__ import annotations

from typing import Final

FILE_NAME: Final = "content.sqlite"
APPLICATION_ID: Final = 0x5A42_4E43  # "ZBNC"
VERSION: Final = 4  # user_version: raised with every change of the tables below

TABLES: Final = """
CREATE TABLE pack (            -- what this file was made from: one row
  id TEXT PRIMARY KEY,         -- name of the pack
  version TEXT NOT NULL,
  title_hans TEXT NOT NULL, title_hant TEXT NOT NULL, title_en TEXT NOT NULL,
  digest TEXT NOT NULL,        -- sha256 over the files of the pack
  made_by TEXT NOT NULL        -- program and version
);
CREATE TABLE entry (           -- everything that has a page of its own
  number INTEGER PRIMARY KEY,  -- static rank: 1 is the most important, newest first
  id TEXT NOT NULL,            -- kind/slug, stable over versions; unique
  kind TEXT NOT NULL,          -- edition, activity, exhibit, project, application, …
  name_hans TEXT NOT NULL, name_hant TEXT NOT NULL, name_en TEXT NOT NULL,
  summary_hans TEXT NOT NULL, summary_hant TEXT NOT NULL, summary_en TEXT NOT NULL,
  aliases TEXT NOT NULL,       -- other names, parted by |
  category TEXT NOT NULL, type TEXT NOT NULL, field TEXT NOT NULL, status TEXT NOT NULL,
  site TEXT NOT NULL, detail TEXT NOT NULL, region TEXT NOT NULL,
  edition TEXT REFERENCES entry(id) DEFERRABLE INITIALLY DEFERRED,
  parent TEXT REFERENCES entry(id) DEFERRABLE INITIALLY DEFERRED,
  place TEXT REFERENCES entry(id) DEFERRABLE INITIALLY DEFERRED,
  start TEXT NOT NULL, "end" TEXT NOT NULL,   -- YYYY, YYYY-MM or YYYY-MM-DD
  importance INTEGER NOT NULL, -- 1 highest … 4
  "check" TEXT NOT NULL,       -- verified or unverified
  columns TEXT NOT NULL,       -- JSON: what only its kind has
  pinyin TEXT NOT NULL,        -- the name with tones, one word per character
  sort_zh TEXT NOT NULL, sort_en TEXT NOT NULL -- keys that order names as people do
);
CREATE TABLE fact (            -- one thing told of an entry: a column, a figure, a sentence
  id TEXT NOT NULL,            -- unique
  entry TEXT NOT NULL REFERENCES entry(id),
  position INTEGER NOT NULL,   -- order on the entry's page
  sort TEXT NOT NULL,          -- column, figure or statement
  key TEXT NOT NULL,           -- column name, id of the indicator, or key of the statement
  label_hans TEXT NOT NULL, label_hant TEXT NOT NULL, label_en TEXT NOT NULL,
  title_hans TEXT NOT NULL, title_hant TEXT NOT NULL, title_en TEXT NOT NULL,
  text_hans TEXT NOT NULL, text_hant TEXT NOT NULL, text_en TEXT NOT NULL,
  value REAL,                  -- the number in `unit`; `digits` is the same, exact
  digits TEXT NOT NULL, lower TEXT NOT NULL, upper TEXT NOT NULL,
  unit TEXT REFERENCES unit("key"), qualifier TEXT REFERENCES qualifier("key"),
  as_of TEXT NOT NULL, since TEXT NOT NULL, date_basis TEXT NOT NULL,
  status TEXT NOT NULL,        -- reported, target or estimate
  deadline TEXT NOT NULL, scope TEXT NOT NULL, "check" TEXT NOT NULL,
  conflicts_with TEXT NOT NULL, -- ids of facts that tell it otherwise, parted by |
  note_hans TEXT NOT NULL, note_hant TEXT NOT NULL, note_en TEXT NOT NULL
);
CREATE TABLE link (            -- a relation, read: from_id role to_id
  number INTEGER PRIMARY KEY,
  from_id TEXT NOT NULL REFERENCES entry(id), role TEXT NOT NULL REFERENCES role("key"),
  to_id TEXT NOT NULL REFERENCES entry(id),
  note_hans TEXT NOT NULL, note_hant TEXT NOT NULL, note_en TEXT NOT NULL,
  position INTEGER NOT NULL
);
CREATE TABLE citation (        -- which source tells it, and where in the source
  number INTEGER PRIMARY KEY,
  entry TEXT NOT NULL REFERENCES entry(id),
  fact TEXT REFERENCES fact(id),     -- empty with link: name and summary of the entry
  link INTEGER REFERENCES link(number),
  source TEXT NOT NULL REFERENCES entry(id),
  locator TEXT NOT NULL,
  "check" TEXT NOT NULL
);
CREATE TABLE term (            -- words of the vocabularies
  vocabulary TEXT NOT NULL, "key" TEXT NOT NULL,
  name_hans TEXT NOT NULL, name_hant TEXT NOT NULL, name_en TEXT NOT NULL,
  position INTEGER NOT NULL, PRIMARY KEY (vocabulary, "key")
);
CREATE TABLE unit (
  "key" TEXT PRIMARY KEY, pattern_hans TEXT NOT NULL, pattern_hant TEXT NOT NULL,
  pattern_en TEXT NOT NULL, scale_en TEXT NOT NULL, base TEXT NOT NULL, factor TEXT NOT NULL
);
CREATE TABLE qualifier (
  "key" TEXT PRIMARY KEY, pattern_hans TEXT NOT NULL, pattern_hant TEXT NOT NULL,
  pattern_en TEXT NOT NULL, bound TEXT NOT NULL
);
CREATE TABLE role (            -- words of a relation from both ends
  "key" TEXT PRIMARY KEY, name_hans TEXT NOT NULL, name_hant TEXT NOT NULL,
  name_en TEXT NOT NULL, reverse_hans TEXT NOT NULL, reverse_hant TEXT NOT NULL,
  reverse_en TEXT NOT NULL
);
CREATE TABLE search_fold (written TEXT NOT NULL, folded TEXT NOT NULL); -- character by character
CREATE TABLE search_sound (characters TEXT NOT NULL, sounds TEXT NOT NULL); -- in pinyin, by |
CREATE TABLE search_facet (    -- every choice of facet values that some entry has
  place INTEGER PRIMARY KEY, kind TEXT NOT NULL, edition TEXT NOT NULL, category TEXT NOT NULL,
  type TEXT NOT NULL, field TEXT NOT NULL, status TEXT NOT NULL, site TEXT NOT NULL,
  detail TEXT NOT NULL, region TEXT NOT NULL
);
CREATE TABLE search_facets (places BLOB NOT NULL); -- of entry 1, 2, 3 …: 32 bits each, low first
CREATE TABLE search_name (folded TEXT NOT NULL, number INTEGER NOT NULL REFERENCES entry(number));
CREATE TABLE search_page (     -- folded texts of an entry, one line per name, fact or sentence
  number INTEGER PRIMARY KEY REFERENCES entry(number),
  title_zh TEXT NOT NULL, title_en TEXT NOT NULL, fact_zh TEXT NOT NULL, fact_en TEXT NOT NULL,
  text_zh TEXT NOT NULL, text_en TEXT NOT NULL,
  amounts TEXT NOT NULL,       -- the numbers, each in its one spelling
  reading TEXT NOT NULL        -- pinyin of the name, with the other readings
);
"""

# Made when the tables are filled: sorted at once, keys are put in several times as fast.
INDEXES: Final = """
CREATE UNIQUE INDEX entry_id ON entry(id);
CREATE UNIQUE INDEX fact_id ON fact(id);
CREATE INDEX entry_kind ON entry(kind, number);
CREATE INDEX entry_edition ON entry(edition, kind);
CREATE INDEX entry_parent ON entry(parent) WHERE parent IS NOT NULL;
CREATE INDEX entry_place ON entry(place) WHERE place IS NOT NULL;
CREATE INDEX fact_entry ON fact(entry, position);
CREATE INDEX fact_key ON fact("key");
CREATE INDEX link_from ON link(from_id);
CREATE INDEX link_to ON link(to_id);
CREATE INDEX citation_entry ON citation(entry);
CREATE INDEX citation_fact ON citation(fact) WHERE fact IS NOT NULL;
CREATE INDEX citation_link ON citation(link) WHERE link IS NOT NULL;
CREATE INDEX citation_source ON citation(source);
CREATE INDEX search_name_folded ON search_name(folded, number);
CREATE VIEW series AS          -- figures of one indicator in order of time
  SELECT f."key" AS indicator, i.name_hans, i.name_en, coalesce(nullif(f.as_of, ''), f.deadline)
    AS moment, f.value, f.unit, f.qualifier, f.status, f.scope, f.text_hans, f.id AS fact, f.entry
  FROM fact f JOIN entry i ON i.id = f."key" WHERE f.sort = 'figure'
  ORDER BY f."key", f.scope, moment;
"""

# Contentless, without positions: rowid is entry.number, so hits come in rank order and nothing
# is scored. Sizes of documents stay in: without them other tools cannot count or scan the tables.
# Each tier has one table of character pairs and English words; prefix indexes answer single
# characters and unfinished words (behind their two marks).
TIERS: Final = ("title", "fact", "whole")
READING: Final = "search_reading"
INDEX_NAMES: Final = (*(f"search_{tier}" for tier in TIERS), READING)
# List the terms of an index: the letters that can follow what was typed, the words that begin so.
TERMS: Final = (
    "CREATE VIRTUAL TABLE search_reading_terms USING fts5vocab(search_reading, instance)",
    "CREATE VIRTUAL TABLE search_terms USING fts5vocab(search_whole, instance)",
)


def prefixes(name: str) -> tuple[int, ...]:
    """How many characters each prefix index of an index table has."""
    return (1, 2, 3, 4, 5) if name == READING else (1, 3, 4, 5, 6, 7)


def index_table(name: str) -> str:
    """The SQL that makes one index table."""
    sizes = " ".join(map(str, prefixes(name)))
    return (
        f"CREATE VIRTUAL TABLE {name} USING fts5(x, content='',"
        f" tokenize='ascii', detail=none, prefix='{sizes}')"
    )
