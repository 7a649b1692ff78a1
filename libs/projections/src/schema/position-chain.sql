-- The chain of the log up to the position, so that what arrives over a topic can be proved to follow. Null where the position was reached before this column was there.
ALTER TABLE read.position ADD COLUMN chain bytea;
