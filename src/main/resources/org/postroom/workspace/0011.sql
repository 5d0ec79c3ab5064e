-- What a plan says to everybody: keyed fingerprints of its sentences, in their order, and of its
-- files, eight bytes each. A later letter that takes it back is compared with them. Older plans have none.

CREATE TABLE IF NOT EXISTS plan_said (
  mailshot TEXT NOT NULL,
  revision INTEGER NOT NULL,
  sentences BYTEA NOT NULL,
  files BYTEA NOT NULL,
  PRIMARY KEY (mailshot, revision)
);
