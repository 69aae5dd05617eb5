"""The tables of a corpus, as SQL; docs/how-to/corpus.md tells of them."""

# “amap” in letters: what tells our databases from others.
APPLICATION = 0x616D6170
# Another number makes databases of before be filled anew.
VERSION = 5

TABLES = """
CREATE TABLE maps (
    number INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    title TEXT,
    description TEXT,
    language TEXT,
    error TEXT
);
CREATE TABLE files (
    map INTEGER NOT NULL REFERENCES maps ON DELETE CASCADE,
    path TEXT NOT NULL,
    hash TEXT,
    PRIMARY KEY (map, path)
) WITHOUT ROWID;
CREATE TABLE claims (
    number INTEGER PRIMARY KEY,
    map INTEGER NOT NULL REFERENCES maps ON DELETE CASCADE,
    id TEXT NOT NULL,
    text TEXT NOT NULL,
    folded TEXT NOT NULL,
    label TEXT,
    note TEXT,
    status TEXT,
    standard TEXT,
    unstated INTEGER NOT NULL,
    home TEXT,
    "group" TEXT,
    is_thesis INTEGER NOT NULL,
    file TEXT NOT NULL,
    UNIQUE (map, id)
);
CREATE INDEX claims_by_words ON claims (folded);
CREATE TABLE arguments (
    map INTEGER NOT NULL REFERENCES maps ON DELETE CASCADE,
    id TEXT NOT NULL,
    target TEXT NOT NULL,
    kind TEXT NOT NULL,
    label TEXT,
    scheme TEXT,
    strength REAL,
    value TEXT,
    file TEXT NOT NULL,
    PRIMARY KEY (map, id)
) WITHOUT ROWID;
CREATE INDEX arguments_by_target ON arguments (map, target);
CREATE TABLE premises (
    map INTEGER NOT NULL REFERENCES maps ON DELETE CASCADE,
    argument TEXT NOT NULL,
    claim TEXT NOT NULL,
    PRIMARY KEY (map, argument, claim)
) WITHOUT ROWID;
CREATE INDEX premises_by_claim ON premises (map, claim);
CREATE TABLE contradictions (
    map INTEGER NOT NULL REFERENCES maps ON DELETE CASCADE,
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    PRIMARY KEY (map, one, other)
) WITHOUT ROWID;
CREATE TABLE sources (
    map INTEGER NOT NULL REFERENCES maps ON DELETE CASCADE,
    id TEXT NOT NULL,
    title TEXT,
    authors TEXT,
    container TEXT,
    publisher TEXT,
    year TEXT,
    url TEXT,
    folded TEXT NOT NULL,
    PRIMARY KEY (map, id)
) WITHOUT ROWID;
CREATE TABLE citations (
    map INTEGER NOT NULL REFERENCES maps ON DELETE CASCADE,
    bearer TEXT NOT NULL,
    source TEXT NOT NULL,
    at TEXT,
    quote TEXT,
    finding TEXT NOT NULL,
    file TEXT NOT NULL
);
CREATE INDEX citations_by_bearer ON citations (map, bearer);
CREATE TABLE verdicts (
    map INTEGER NOT NULL REFERENCES maps ON DELETE CASCADE,
    id TEXT NOT NULL,
    standing TEXT NOT NULL,
    label TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (map, id)
) WITHOUT ROWID;
CREATE TABLE tags (
    map INTEGER NOT NULL REFERENCES maps ON DELETE CASCADE,
    bearer TEXT NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (map, bearer, tag)
) WITHOUT ROWID;
CREATE TABLE questions (
    map INTEGER NOT NULL REFERENCES maps ON DELETE CASCADE,
    bearer TEXT NOT NULL,
    scheme TEXT NOT NULL,
    question TEXT NOT NULL,
    PRIMARY KEY (map, bearer, scheme)
) WITHOUT ROWID;
CREATE TABLE schemes (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    description TEXT NOT NULL
) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (
    claim, beside, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co M*'"
);
CREATE VIEW judged AS
    SELECT maps.path, claims.*, verdicts.standing, verdicts.reason
    FROM claims
    JOIN maps ON maps.number = claims.map
    JOIN verdicts ON verdicts.map = claims.map AND verdicts.id = claims.id;
"""

# Those that are filled with what a map has; a row of each is a row of `contents.Rows`.
OF_A_MAP = (
    *("claims", "arguments", "premises", "contradictions", "sources", "citations"),
    *("verdicts", "tags", "questions"),
)
# Those whose last column is the file in which something is written.
WITH_FILE = ("claims", "arguments", "citations")
# What is taken elsewhere, such as to Parquet.
EXPORTED = ("maps", *OF_A_MAP, "schemes")
