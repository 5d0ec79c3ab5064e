-- A list has a short number, by which the fingerprints of its people belong to it.

ALTER TABLE list_seen ADD COLUMN number INTEGER;

UPDATE list_seen SET number =
  (SELECT COUNT(*) FROM list_seen other WHERE other.sha256 <= list_seen.sha256);

CREATE UNIQUE INDEX list_seen_number ON list_seen (number);
