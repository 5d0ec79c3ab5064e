-- Lists that were written out to be handed to somebody (incident I9). The canary is an address of
-- the sender's own that stands in that export alone.

CREATE TABLE list_export (
  id TEXT PRIMARY KEY,
  list_file TEXT NOT NULL,
  list_sha256 TEXT NOT NULL,
  export_path TEXT NOT NULL,
  export_sha256 TEXT NOT NULL,
  people INTEGER NOT NULL,
  handed_to TEXT NOT NULL,
  made_by TEXT NOT NULL,
  at_utc TEXT NOT NULL,
  canary_key TEXT UNIQUE,
  canary TEXT
);
