-- Copies on the mail server that are to go with messages that were erased. Where one lies is in the
-- message's own row; the digest is keyed, of the bytes as the server gave them, and stays.
CREATE TABLE mailbox_copy (
  message_id  INTEGER PRIMARY KEY REFERENCES message (id),
  digest      TEXT NOT NULL,
  length      INTEGER NOT NULL,
  ordered     TEXT NOT NULL,
  -- found: it lay there byte for byte, and removing it has begun.
  state       TEXT NOT NULL CHECK (state IN ('ordered', 'found', 'erased', 'left')),
  settled     TEXT,
  CHECK ((settled IS NULL) = (state IN ('ordered', 'found')))
) STRICT;
CREATE INDEX mailbox_copy_open ON mailbox_copy (message_id) WHERE settled IS NULL;
CREATE INDEX mailbox_copy_digest ON mailbox_copy (digest);
