-- The first tables. A subset of SQL that SQLite and PostgreSQL both take; statements are separated
-- by an empty line. Times are UTC text in one fixed form, so that their order is the text's.

CREATE TABLE plan (
  mailshot TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision > 0),
  name TEXT NOT NULL,
  blind_copy INTEGER NOT NULL CHECK (blind_copy IN (0, 1)),
  letters INTEGER NOT NULL,
  people INTEGER NOT NULL,
  left_out INTEGER NOT NULL,
  inputs TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (mailshot, revision)
);

CREATE TABLE clearance (
  mailshot TEXT NOT NULL,
  revision INTEGER NOT NULL,
  plan_digest TEXT NOT NULL,
  practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
  account TEXT NOT NULL,
  provider TEXT NOT NULL,
  per_envelope INTEGER NOT NULL,
  per_day INTEGER NOT NULL,
  max_size BIGINT NOT NULL,
  PRIMARY KEY (mailshot, revision),
  FOREIGN KEY (mailshot, revision) REFERENCES plan (mailshot, revision)
);

CREATE TABLE acknowledgement (
  mailshot TEXT NOT NULL,
  revision INTEGER NOT NULL,
  place INTEGER NOT NULL,
  finding TEXT NOT NULL,
  address TEXT,
  part TEXT,
  places INTEGER,
  evidence TEXT,
  reason TEXT NOT NULL,
  PRIMARY KEY (mailshot, revision, place),
  FOREIGN KEY (mailshot, revision) REFERENCES plan (mailshot, revision)
);

-- Who stands behind a letter. Address, name, key and salt go to null when a person is erased; the
-- events stay provable, and content_mark still answers "was this sent to that address before?".

CREATE TABLE person (
  mailshot TEXT NOT NULL,
  revision INTEGER NOT NULL,
  letter INTEGER NOT NULL,
  place INTEGER NOT NULL,
  row_no INTEGER NOT NULL,
  address TEXT,
  name TEXT,
  mailbox_key TEXT,
  salt TEXT,
  content_mark TEXT NOT NULL,
  PRIMARY KEY (mailshot, revision, letter, place),
  FOREIGN KEY (mailshot, revision) REFERENCES plan (mailshot, revision)
);

CREATE INDEX person_content ON person (content_mark);

CREATE INDEX person_mailbox ON person (mailshot, revision, mailbox_key);

-- Append-only. place is null where the event is about the whole letter; a recipient of a blind copy
-- who fared otherwise than the letter has a place. Addresses in a server's reply stand masked.

CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  mailshot TEXT NOT NULL,
  revision INTEGER NOT NULL,
  letter INTEGER NOT NULL,
  place INTEGER,
  state TEXT NOT NULL CHECK (state IN ('PLANNED', 'CLAIMED', 'COMMITTING', 'ACCEPTED',
    'DEFERRED', 'REFUSED', 'IN_DOUBT', 'WITHDRAWN')),
  at_utc TEXT NOT NULL,
  phase TEXT,
  code INTEGER,
  enhanced TEXT,
  reply TEXT,
  reason TEXT,
  digest TEXT,
  message_id TEXT,
  sha256 TEXT,
  commitment TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
);

CREATE INDEX event_letter ON event (mailshot, revision, letter, seq);

CREATE TABLE list_seen (
  sha256 TEXT PRIMARY KEY,
  file_key TEXT NOT NULL,
  file_name TEXT NOT NULL,
  people INTEGER NOT NULL,
  left_out INTEGER NOT NULL,
  sender TEXT NOT NULL,
  kind TEXT NOT NULL,
  key_mark TEXT NOT NULL,
  first_seen TEXT NOT NULL,
  last_seen TEXT NOT NULL,
  forgotten_at TEXT,
  forgotten_why TEXT
);

CREATE TABLE list_print (
  print TEXT NOT NULL,
  list_sha256 TEXT NOT NULL,
  PRIMARY KEY (print, list_sha256),
  FOREIGN KEY (list_sha256) REFERENCES list_seen (sha256)
);

CREATE INDEX list_print_list ON list_print (list_sha256);

CREATE TABLE suppression (
  mailbox_key TEXT PRIMARY KEY,
  reply TEXT NOT NULL,
  mailshot TEXT NOT NULL,
  at_utc TEXT NOT NULL
);

-- What left through an account, by the minute, for rolling limits.

CREATE TABLE counter (
  account TEXT NOT NULL,
  minute_utc TEXT NOT NULL,
  letters INTEGER NOT NULL,
  people INTEGER NOT NULL,
  PRIMARY KEY (account, minute_utc)
);

CREATE TABLE account (
  name TEXT PRIMARY KEY,
  address TEXT NOT NULL,
  host TEXT NOT NULL,
  port INTEGER NOT NULL,
  security TEXT NOT NULL,
  login TEXT,
  plain_password INTEGER NOT NULL CHECK (plain_password IN (0, 1)),
  connections INTEGER NOT NULL,
  per_minute INTEGER NOT NULL
);

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  content TEXT NOT NULL
);

CREATE TABLE mailshot (
  id TEXT PRIMARY KEY,
  path TEXT NOT NULL,
  name TEXT NOT NULL,
  subject TEXT NOT NULL,
  people INTEGER NOT NULL,
  changed TEXT NOT NULL
);
