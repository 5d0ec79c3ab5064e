-- What tells two states of a list apart, keyed like the address's fingerprint: the row where a
-- person stood, and a fingerprint of everything that the row said. Older imports have neither.

ALTER TABLE list_print ADD COLUMN row_no INTEGER;

ALTER TABLE list_print ADD COLUMN row_print TEXT;
