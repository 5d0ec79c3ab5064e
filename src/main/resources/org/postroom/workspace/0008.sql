-- When the letters of a plan may leave: not before a time that a person chose. Written before the
-- plan itself, so that no plan stands here without the time that belongs to it.

CREATE TABLE IF NOT EXISTS departure (
  mailshot TEXT NOT NULL,
  revision INTEGER NOT NULL,
  not_before_utc TEXT NOT NULL,
  PRIMARY KEY (mailshot, revision)
);
