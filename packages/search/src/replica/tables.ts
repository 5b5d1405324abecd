/**
 * The tables of a replica. `doc` is small, so that thousands of rows are read in a few milliseconds; what only the page that is
 * shown needs stands in `content`. The words are in indexes without the text (`content=''`): one for subjects and organisations, one
 * for their titles alone, one for comments, which are many.
 */
const words = (columns: string, more = '') =>
  `USING fts5(${columns}, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0'${more})`;

export const tables = `
  CREATE TABLE doc (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    shown INTEGER NOT NULL,
    open INTEGER NOT NULL,
    parent TEXT,
    revision INTEGER NOT NULL,
    version INTEGER NOT NULL,
    programme TEXT,
    ward TEXT,
    status TEXT,
    origin TEXT,
    organisation TEXT,
    year INTEGER,
    published TEXT,
    support INTEGER NOT NULL,
    counts TEXT,
    trend REAL NOT NULL,
    closes TEXT
  );
  CREATE INDEX doc_parent ON doc (parent, kind) WHERE parent IS NOT NULL;
  CREATE INDEX doc_new ON doc (kind, shown, id);
  CREATE INDEX doc_top ON doc (kind, shown, support, id) WHERE kind <> 'comment';
  CREATE INDEX doc_trending ON doc (kind, shown, trend, id) WHERE kind <> 'comment';
  CREATE INDEX doc_closing ON doc (kind, shown, closes, id) WHERE closes IS NOT NULL;
  CREATE INDEX doc_ward ON doc (ward, kind, shown, programme, status, origin, year) WHERE ward IS NOT NULL;
  CREATE INDEX doc_facets ON doc (kind, shown, programme, status, origin, year, ward, organisation) WHERE kind <> 'comment';
  CREATE INDEX doc_organisation ON doc (organisation, kind, shown) WHERE organisation IS NOT NULL;

  CREATE TABLE content (
    n INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    body TEXT NOT NULL,
    row TEXT NOT NULL
  );
  CREATE TABLE doc_tag (tag TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (tag, n)) WITHOUT ROWID;
  CREATE INDEX doc_tag_n ON doc_tag (n);

  CREATE VIRTUAL TABLE subject_words ${words('title, summary, body, exact, place')};
  CREATE VIRTUAL TABLE title_words ${words('title', ", prefix='1 2 3'")};
  CREATE VIRTUAL TABLE comment_words ${words('body, exact')};
  INSERT INTO subject_words (subject_words, rank) VALUES ('secure-delete', 1);
  INSERT INTO title_words (title_words, rank) VALUES ('secure-delete', 1);
  INSERT INTO comment_words (comment_words, rank) VALUES ('secure-delete', 1);

  CREATE TABLE word (word TEXT PRIMARY KEY, folded TEXT NOT NULL, sound TEXT NOT NULL, docs INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX word_folded ON word (folded);
  CREATE INDEX word_sound ON word (sound);
  CREATE TABLE word_without (without TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (without, word)) WITHOUT ROWID;
  CREATE TABLE tag (folded TEXT NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (folded, tag)) WITHOUT ROWID;

  CREATE TABLE spelling (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    exact TEXT NOT NULL,
    folded TEXT NOT NULL,
    capital INTEGER NOT NULL,
    marked INTEGER NOT NULL,
    UNIQUE (exact, capital)
  );
  CREATE INDEX spelling_folded ON spelling (folded);
  CREATE TABLE said (n INTEGER PRIMARY KEY, wide INTEGER NOT NULL, words BLOB NOT NULL);

  CREATE TABLE place (shard INTEGER PRIMARY KEY, upto TEXT NOT NULL, id TEXT NOT NULL);
  CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;
