-- Mails to staff on a case that are ordered and not written yet.
CREATE TABLE case_mail (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id     INTEGER NOT NULL REFERENCES complaint_case (id),
  message_id  INTEGER REFERENCES message (id),  -- what it shows; NULL: the one that began the case
  whom        TEXT NOT NULL,                    -- address or role; empty: whoever has the case
  headline    TEXT NOT NULL,
  text        TEXT NOT NULL,
  at          TEXT NOT NULL
) STRICT;
CREATE INDEX case_mail_case ON case_mail (case_id);

-- Folders of sent mail are watched too: what staff write themselves.
ALTER TABLE mailbox ADD COLUMN sent INTEGER NOT NULL DEFAULT 0;
