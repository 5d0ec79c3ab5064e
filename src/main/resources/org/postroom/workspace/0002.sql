-- What an account may send where that is not the provider's profile (-1: the profile), where these
-- numbers stand, and when the account last passed its connection test.

ALTER TABLE account ADD COLUMN per_hour INTEGER NOT NULL DEFAULT -1;

ALTER TABLE account ADD COLUMN per_day INTEGER NOT NULL DEFAULT -1;

ALTER TABLE account ADD COLUMN limit_source TEXT NOT NULL DEFAULT '';

ALTER TABLE account ADD COLUMN tested_at TEXT;
