-- Which letters somebody has looked at in the preview, by their place (the row, or the envelope's
-- number) and their digest: a letter that says something else by now was not looked at.

CREATE TABLE IF NOT EXISTS looked_at (
  mailshot TEXT NOT NULL,
  place TEXT NOT NULL,
  digest TEXT NOT NULL,
  at_utc TEXT NOT NULL,
  PRIMARY KEY (mailshot, place)
);

-- The same as it was when a plan was cleared, kept with its clearance.

CREATE TABLE IF NOT EXISTS clearance_looked (
  mailshot TEXT NOT NULL,
  revision INTEGER NOT NULL,
  kinds INTEGER NOT NULL,
  kinds_seen INTEGER NOT NULL,
  odd INTEGER NOT NULL,
  odd_seen INTEGER NOT NULL,
  PRIMARY KEY (mailshot, revision)
);
