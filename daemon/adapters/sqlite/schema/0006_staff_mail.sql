-- Commands that staff gave by mail and that wait for a word from their registered address.

CREATE TABLE pending_order (
  serial      TEXT PRIMARY KEY,  -- of the mail that asks for the word
  case_id     INTEGER NOT NULL REFERENCES complaint_case (id),
  message_id  INTEGER NOT NULL REFERENCES message (id),
  commands    TEXT NOT NULL,     -- JSON array, as they were written; empty once settled or erased
  asked       TEXT NOT NULL,
  settled     TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX pending_order_case ON pending_order (case_id);
