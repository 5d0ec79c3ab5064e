-- Of the cells of a list that single somebody out (rule E3) keyed fingerprints are kept too, so that
-- its people are known again where their addresses do not stand. "bytea" is PostgreSQL's name for
-- bytes; SQLite takes any. Lists that were imported before have none until they are read again.

CREATE TABLE list_words (
  list_no INTEGER PRIMARY KEY,
  form INTEGER NOT NULL,
  mark TEXT NOT NULL,
  people INTEGER NOT NULL,
  words BYTEA NOT NULL,
  FOREIGN KEY (list_no) REFERENCES list_seen (number)
);

CREATE TABLE list_cells (
  list_no INTEGER NOT NULL,
  piece INTEGER NOT NULL,
  cells BYTEA NOT NULL,
  PRIMARY KEY (list_no, piece),
  FOREIGN KEY (list_no) REFERENCES list_seen (number)
);
