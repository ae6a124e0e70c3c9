-- Version 1 of the ledger. Days are ISO 8601 text, so that the file can be queried by hand; offsets are UTF-16.

CREATE TABLE coder (            -- what coded a document: versions and hashes
  key       INTEGER PRIMARY KEY,
  program   TEXT NOT NULL,
  model     TEXT NOT NULL,
  knowledge TEXT NOT NULL,
  UNIQUE (program, model, knowledge)
);

CREATE TABLE run (
  key       INTEGER PRIMARY KEY,
  coder     INTEGER NOT NULL REFERENCES coder,
  started   TEXT NOT NULL,
  ended     TEXT,               -- null where the run was cut off
  recoded   INTEGER NOT NULL,
  added     INTEGER NOT NULL DEFAULT 0,
  changed   INTEGER NOT NULL DEFAULT 0,
  mentions  INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE document (
  key       INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  hash      BLOB NOT NULL,      -- of text, date, title, publisher: an unchanged document is skipped
  texthash  INTEGER NOT NULL,   -- of the text alone, folded: an exact reprint has the same
  origin    INTEGER NOT NULL,   -- key of the document that it reprints; its own where independent
  date      TEXT,
  title     TEXT,
  text      TEXT NOT NULL,
  publisher TEXT,
  url       TEXT,
  language  TEXT,
  sentences INTEGER NOT NULL,
  mentions  INTEGER NOT NULL,
  coder     INTEGER NOT NULL REFERENCES coder,
  run       INTEGER NOT NULL REFERENCES run
);
CREATE INDEX document_texthash ON document (texthash);
CREATE INDEX document_date ON document (date);
CREATE INDEX document_publisher ON document (publisher, date);
CREATE INDEX document_coder ON document (coder);

CREATE TABLE mention (          -- one act as one document tells it
  key         INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  document    INTEGER NOT NULL REFERENCES document,
  event       INTEGER NOT NULL,
  tstart      INTEGER NOT NULL, -- the trigger
  tend        INTEGER NOT NULL,
  words       BLOB,             -- hashed content words of the sentence
  reason      TEXT NOT NULL,    -- why it was joined to its event
  score       REAL NOT NULL,
  answers     TEXT,             -- id of the mention that it is told to answer
  body        TEXT NOT NULL     -- the coder's record as JSON
);
CREATE INDEX mention_document ON mention (document, tstart);
CREATE INDEX mention_event ON mention (event);
CREATE INDEX mention_answers ON mention (answers) WHERE answers IS NOT NULL;

CREATE TABLE event (            -- one occurrence, however often told
  key          INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,
  block        TEXT NOT NULL,   -- act class and parties: only events of one block can be the same
  source       TEXT,
  source_name  TEXT,
  source_json  TEXT,
  target       TEXT,
  target_name  TEXT,
  target_json  TEXT,
  pair         TEXT,            -- both parties in alphabetical order, for questions of either direction
  cameo        TEXT NOT NULL,
  label        TEXT NOT NULL,
  plover       TEXT,
  mode         TEXT,
  contexts     TEXT,
  quad         INTEGER NOT NULL,
  goldstein    REAL NOT NULL,
  measure      TEXT,
  count        INTEGER,
  low          INTEGER,
  high         INTEGER,
  rank         TEXT,
  post         TEXT,
  reason       TEXT,
  status       INTEGER NOT NULL,
  background   INTEGER NOT NULL,
  day          TEXT,
  precision    INTEGER NOT NULL,
  basis        INTEGER NOT NULL,
  threatened   TEXT,
  announced    TEXT,
  inforce      TEXT,
  effective    TEXT,
  deadline     TEXT,
  place        TEXT,
  country      TEXT,
  lat          REAL,
  lon          REAL,
  placing      INTEGER,
  mentions     INTEGER NOT NULL,
  documents    INTEGER NOT NULL,
  reports      INTEGER NOT NULL,
  publishers   TEXT NOT NULL,   -- JSON array
  confidence   REAL NOT NULL,
  conflicts    TEXT,            -- JSON array
  best         INTEGER NOT NULL,-- key of the most certain mention
  sentence     TEXT NOT NULL,
  first        TEXT,
  last         TEXT,
  counted      INTEGER NOT NULL,
  review       INTEGER NOT NULL,
  answering    INTEGER NOT NULL,-- 1 where a mention says that it answers something
  print        INTEGER NOT NULL,-- fingerprint of the row: an event that comes out the same is not changed
  changed      INTEGER NOT NULL -- position in the feed of changes
);
CREATE INDEX event_block ON event (block, day);
CREATE INDEX event_day ON event (day);
CREATE INDEX event_dyad ON event (source, target, day, counted, quad, goldstein, basis);
CREATE INDEX event_target ON event (target, day);
CREATE INDEX event_source ON event (source, day);
CREATE INDEX event_pair ON event (pair, day);
CREATE INDEX event_measure ON event (measure, day) WHERE measure IS NOT NULL;
CREATE INDEX event_pairmeasure ON event (pair, day) WHERE measure IS NOT NULL;
CREATE INDEX event_queue ON event (review, confidence);
CREATE INDEX event_cameo ON event (cameo, day);
CREATE INDEX event_country ON event (country, day);

CREATE TABLE event_alias (      -- ids of events that were merged into another or refounded
  id    TEXT PRIMARY KEY,
  event INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX event_alias_event ON event_alias (event);

CREATE TABLE measure (          -- the life of a measure; what it is stands in its event
  event    INTEGER PRIMARY KEY,
  pair     TEXT,
  stage    INTEGER NOT NULL,
  lifted   TEXT,
  liftedby INTEGER
);
CREATE INDEX measure_stage ON measure (stage);

CREATE TABLE exchange (         -- an answer has one provocation; a provocation may have many answers
  response    INTEGER PRIMARY KEY,
  provocation INTEGER NOT NULL,
  pair        TEXT NOT NULL,
  day         TEXT NOT NULL,    -- of the response
  lag         INTEGER NOT NULL,
  told        INTEGER NOT NULL,
  proportion  REAL,
  mirror      INTEGER NOT NULL,
  confidence  REAL NOT NULL,
  reasons     TEXT NOT NULL,    -- JSON array
  cue         TEXT              -- id of the mention that tells of it
);
CREATE INDEX exchange_provocation ON exchange (provocation);
CREATE INDEX exchange_pair ON exchange (pair, day);

CREATE TABLE dyad_day (         -- counted events a day and direction: all that a chart reads
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  day    TEXT NOT NULL,
  q1     INTEGER NOT NULL,
  q2     INTEGER NOT NULL,
  q3     INTEGER NOT NULL,
  q4     INTEGER NOT NULL,
  goldstein REAL NOT NULL,
  undated   INTEGER NOT NULL,   -- of these, dated by their report alone
  PRIMARY KEY (source, target, day)
) WITHOUT ROWID;
CREATE INDEX dyad_day_by_day ON dyad_day (day, source, target, q1, q2, q3, q4, goldstein);

CREATE TABLE actor (
  code    TEXT PRIMARY KEY,
  name    TEXT NOT NULL,
  country TEXT,
  sources INTEGER NOT NULL,
  targets INTEGER NOT NULL,
  first   TEXT,
  last    TEXT
) WITHOUT ROWID;

CREATE TABLE actor_name (       -- how often a code goes by a name
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  n    INTEGER NOT NULL,
  PRIMARY KEY (code, name)
) WITHOUT ROWID;
CREATE INDEX actor_name_name ON actor_name (name COLLATE NOCASE);

CREATE TABLE change (           -- the latest change of each event, in order
  seq   INTEGER PRIMARY KEY,
  id    TEXT NOT NULL UNIQUE,
  born  INTEGER NOT NULL,       -- position at which it first appeared
  gone  INTEGER NOT NULL
);

CREATE TABLE correction (       -- append-only
  key     INTEGER PRIMARY KEY AUTOINCREMENT,
  action  INTEGER NOT NULL,
  author  TEXT NOT NULL,
  time    TEXT NOT NULL,
  event   TEXT,
  fields  TEXT,                 -- JSON object
  undoes  INTEGER,
  note    TEXT,
  request TEXT NOT NULL,        -- JSON, as asked
  applied INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE anchor (           -- the mentions that a correction speaks of, by their place
  correction INTEGER NOT NULL,
  document   TEXT NOT NULL,
  tstart     INTEGER NOT NULL,
  tend       INTEGER NOT NULL,
  part       INTEGER NOT NULL,
  PRIMARY KEY (document, tstart, tend, correction, part)
) WITHOUT ROWID;
CREATE INDEX anchor_correction ON anchor (correction);

CREATE VIRTUAL TABLE document_words USING fts5 (title, text, content='document', content_rowid='key', tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE mention_words USING fts5 (sentence, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2");
