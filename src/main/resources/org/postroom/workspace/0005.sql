-- Where a list came from (incident I6): the sheet and the place of its file, when the file was last
-- changed as far as its disk says, why these people may be written to, and who imported it first.

ALTER TABLE list_seen ADD COLUMN sheet TEXT;

ALTER TABLE list_seen ADD COLUMN path TEXT NOT NULL DEFAULT '';

ALTER TABLE list_seen ADD COLUMN modified TEXT;

ALTER TABLE list_seen ADD COLUMN basis TEXT NOT NULL DEFAULT '';

ALTER TABLE list_seen ADD COLUMN first_by TEXT NOT NULL DEFAULT '';

-- The list of a plan, as it was known then, and what it was used for. Null in older plans.

ALTER TABLE plan ADD COLUMN list_file TEXT;

ALTER TABLE plan ADD COLUMN list_sheet TEXT;

ALTER TABLE plan ADD COLUMN list_sha256 TEXT;

ALTER TABLE plan ADD COLUMN list_imported TEXT;

ALTER TABLE plan ADD COLUMN list_imported_by TEXT;

ALTER TABLE plan ADD COLUMN list_basis TEXT;

ALTER TABLE plan ADD COLUMN sender TEXT;

ALTER TABLE plan ADD COLUMN kind TEXT;

CREATE INDEX plan_list ON plan (list_sha256, recorded_at);

-- Lists that are to be forgotten leave nothing but the reason.

CREATE TABLE list_forgotten (
  sha256 TEXT NOT NULL,
  file_name TEXT NOT NULL,
  reason TEXT NOT NULL,
  at_utc TEXT NOT NULL
);

INSERT INTO list_forgotten (sha256, file_name, reason, at_utc)
  SELECT sha256, file_name, forgotten_why, forgotten_at FROM list_seen
  WHERE forgotten_at IS NOT NULL AND forgotten_why IS NOT NULL;

DELETE FROM list_seen WHERE forgotten_at IS NOT NULL;
