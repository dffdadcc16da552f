-- Messages that came out of files. The digest is keyed and of their bytes without carriage returns; it
-- stays when a message is erased, so that the same file imported again adds nothing.
CREATE TABLE imported (
  digest      TEXT PRIMARY KEY,
  message_id  INTEGER NOT NULL REFERENCES message (id)
) STRICT, WITHOUT ROWID;
