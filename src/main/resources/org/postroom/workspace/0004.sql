-- Who is not written to by a person's word: why. Empty where a server's reply says it.

ALTER TABLE suppression ADD COLUMN reason TEXT NOT NULL DEFAULT '';

-- Who is written to again, and why.

CREATE TABLE suppression_lifted (
  mailbox_key TEXT NOT NULL,
  reason TEXT NOT NULL,
  at_utc TEXT NOT NULL
);
