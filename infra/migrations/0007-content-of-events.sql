-- A record under the id of another is a duplicate; whether it says the same is told by a hash of its bytes.

ALTER TABLE events ADD COLUMN content text;
COMMENT ON COLUMN events.content IS 'First 16 hexadecimal digits of SHA-256 over the bytes of the record that speaks for the event; null for those claimed before this was kept.';
