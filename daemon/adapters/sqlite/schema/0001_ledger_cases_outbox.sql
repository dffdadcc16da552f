-- The ledger of messages, the cases they made, what is owed and what was sent.
-- Times are RFC 3339 in UTC ("2026-11-21T22:54:27Z"), which sorts as text.

-- One folder of one mailbox in one UIDVALIDITY (RFC 9051, 2.3.1.1).
CREATE TABLE mailbox (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  name         TEXT NOT NULL,
  folder       TEXT NOT NULL,
  validity     INTEGER NOT NULL,
  junk         INTEGER NOT NULL CHECK (junk IN (0, 1)),
  known_since  TEXT NOT NULL,
  last_polled  TEXT,
  UNIQUE (name, folder, validity)
) STRICT;

-- What the newest comparison of a folder with the ledger found.
CREATE TABLE reconciliation (
  mailbox_id  INTEGER PRIMARY KEY REFERENCES mailbox (id),
  at          TEXT NOT NULL,
  on_server   INTEGER NOT NULL,
  missing     INTEGER NOT NULL,  -- on the server, and not in the ledger
  uids        TEXT NOT NULL      -- of these, the first ones, JSON array
) STRICT;

-- Mailboxes whose last try failed. By name: a login can fail before any folder is known.
CREATE TABLE mailbox_trouble (
  name   TEXT PRIMARY KEY,
  text   TEXT NOT NULL,
  since  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE complaint_case (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  reference        TEXT NOT NULL UNIQUE,
  prefix           TEXT NOT NULL,
  year             INTEGER NOT NULL,
  number           INTEGER NOT NULL,
  status           TEXT NOT NULL CHECK (status IN ('received', 'acknowledged', 'triage',
                     'investigating', 'awaiting_complainant', 'responded', 'closed', 'escalated',
                     'final')),
  stage            INTEGER NOT NULL,
  received         TEXT NOT NULL,
  acknowledged_at  TEXT,
  mailbox          TEXT NOT NULL,
  UNIQUE (prefix, year, number)
) STRICT;

CREATE TABLE participant (
  case_id      INTEGER NOT NULL REFERENCES complaint_case (id),
  address_key  TEXT NOT NULL,
  address      TEXT NOT NULL,
  name         TEXT NOT NULL,
  role         TEXT NOT NULL CHECK (role IN ('complainant', 'other')),
  PRIMARY KEY (case_id, address_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX participant_address ON participant (address_key);
CREATE UNIQUE INDEX participant_complainant ON participant (case_id) WHERE role = 'complainant';

-- The ledger: one row per (mailbox, UID), for ever.
CREATE TABLE message (
  id                 INTEGER PRIMARY KEY AUTOINCREMENT,
  mailbox_id         INTEGER NOT NULL REFERENCES mailbox (id),
  uid                INTEGER NOT NULL,
  internal_date      TEXT NOT NULL,
  journalled_at      TEXT NOT NULL,
  size               INTEGER NOT NULL,
  history            INTEGER NOT NULL CHECK (history IN (0, 1)),   -- there before `start`
  relisted           INTEGER NOT NULL CHECK (relisted IN (0, 1)),  -- may be known from another UIDVALIDITY
  released           INTEGER NOT NULL DEFAULT 0 CHECK (released IN (0, 1)),  -- a person: it is a complaint
  state              TEXT NOT NULL CHECK (state IN ('journalled', 'recorded', 'held', 'duplicate',
                       'quarantined', 'history')),
  kind               TEXT CHECK (kind IN ('complaint', 'follow_up', 'enquiry', 'compliment',
                       'automatic', 'delivery_report', 'staff', 'own', 'junk', 'unreadable')),
  case_id            INTEGER REFERENCES complaint_case (id),
  message_id         TEXT,
  sender             TEXT,
  subject            TEXT,
  received           TEXT,
  content_digest     TEXT,
  held_because       TEXT,
  quarantine_reason  TEXT,
  marked             INTEGER NOT NULL DEFAULT 0 CHECK (marked IN (0, 1)),
  UNIQUE (mailbox_id, uid),
  CHECK (kind IS NOT NULL OR state IN ('journalled', 'quarantined'))
) STRICT;
CREATE INDEX message_journalled ON message (id) WHERE state = 'journalled';
CREATE INDEX message_waiting ON message (state, id) WHERE state IN ('held', 'quarantined');
CREATE INDEX message_unmarked ON message (mailbox_id, uid) WHERE marked = 0;
CREATE INDEX message_digest ON message (content_digest, id) WHERE content_digest IS NOT NULL;
CREATE INDEX message_message_id ON message (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX message_case ON message (case_id, id) WHERE case_id IS NOT NULL;

CREATE TRIGGER message_is_for_ever BEFORE DELETE ON message
BEGIN
  SELECT RAISE(ABORT, 'a ledger row is never deleted');
END;

-- The bytes as the server gave them, compressed by zstd.
CREATE TABLE raw_message (
  message_id  INTEGER PRIMARY KEY REFERENCES message (id),
  length      INTEGER NOT NULL,
  zstd        BLOB NOT NULL
) STRICT;

-- What the program read in it, as JSON. Apart, as bytes are: a row that grows is written whole again
-- at each change.
CREATE TABLE reading (
  message_id  INTEGER PRIMARY KEY REFERENCES message (id),
  json        TEXT NOT NULL
) STRICT;

-- A promise of time, of a case or of a message that has no case yet, and the clause that makes it.
CREATE TABLE deadline (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id     INTEGER REFERENCES complaint_case (id),
  message_id  INTEGER REFERENCES message (id),
  kind        TEXT NOT NULL CHECK (kind IN ('acknowledge', 'contact', 'respond', 'act', 'review')),
  stage       INTEGER NOT NULL,
  at          TEXT NOT NULL,
  clause      TEXT NOT NULL,
  arithmetic  TEXT NOT NULL,
  -- reopened: it was met and is not any more; a new open row stands for it.
  -- superseded: the message was judged anew, and what it is owed with it.
  state       TEXT NOT NULL CHECK (state IN ('open', 'met', 'reopened', 'superseded')),
  met_at      TEXT,
  told        INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)),  -- an overdue notice speaks of it
  CHECK ((case_id IS NULL) <> (message_id IS NULL)),
  CHECK ((met_at IS NULL) = (state IN ('open', 'superseded')))
) STRICT;
CREATE INDEX deadline_untold ON deadline (at)
  WHERE state = 'open' AND kind = 'acknowledge' AND told = 0;
CREATE INDEX deadline_open ON deadline (at) WHERE state = 'open';
CREATE INDEX deadline_case ON deadline (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX deadline_message ON deadline (message_id) WHERE message_id IS NOT NULL;

CREATE TABLE outbox (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  purpose          TEXT NOT NULL CHECK (purpose IN ('acknowledgement', 'duty_alert', 'staff_notice',
                     'letter', 'staff_letter')),
  template         TEXT NOT NULL,
  case_id          INTEGER REFERENCES complaint_case (id),
  serial           TEXT NOT NULL UNIQUE,
  message_id       TEXT NOT NULL UNIQUE,
  envelope_from    TEXT NOT NULL,
  recipient        TEXT NOT NULL,
  recipient_key    TEXT NOT NULL,
  recipient_domain TEXT NOT NULL,
  subject          TEXT NOT NULL,
  state            TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'sent', 'unknown', 'held',
                     'failed')),
  held_because     TEXT,
  created          TEXT NOT NULL,
  next_try         TEXT NOT NULL,
  attempts         INTEGER NOT NULL DEFAULT 0,  -- that count for its pauses; all are in delivery_attempt
  sent_at          TEXT
) STRICT;
CREATE INDEX outbox_next ON outbox (next_try) WHERE state IN ('pending', 'unknown');
-- In the order that mail is claimed: danger first.
CREATE INDEX outbox_due ON outbox (purpose <> 'duty_alert', next_try, id)
  WHERE state IN ('pending', 'unknown');
CREATE INDEX outbox_unfinished ON outbox (state) WHERE state <> 'sent';
CREATE INDEX outbox_case ON outbox (case_id) WHERE case_id IS NOT NULL;
-- The breaker against loops counts acknowledgements lately written, from these indices alone. They
-- hold no state, so that sending a mail does not change them.
CREATE INDEX outbox_recipient ON outbox (recipient_key, created) WHERE purpose = 'acknowledgement';
CREATE INDEX outbox_domain ON outbox (recipient_domain, created)
  WHERE purpose = 'acknowledgement';
CREATE INDEX outbox_created ON outbox (created) WHERE purpose = 'acknowledgement';

-- The composed mail, as it is sent.
CREATE TABLE outbox_bytes (
  outbox_id  INTEGER PRIMARY KEY REFERENCES outbox (id),
  bytes      BLOB NOT NULL
) STRICT;

CREATE TABLE delivery_attempt (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  outbox_id  INTEGER NOT NULL REFERENCES outbox (id),
  at         TEXT NOT NULL,
  state      TEXT NOT NULL,
  smtp_code  INTEGER NOT NULL,
  reply      TEXT NOT NULL
) STRICT;
CREATE INDEX delivery_attempt_outbox ON delivery_attempt (outbox_id, id);

-- What staff must be told; a key is recorded once.
CREATE TABLE notice (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  key         TEXT NOT NULL UNIQUE,
  kind        TEXT NOT NULL CHECK (kind IN ('held', 'failed', 'overdue', 'quarantined', 'junk',
                'serious', 'system')),
  at          TEXT NOT NULL,
  case_id     INTEGER REFERENCES complaint_case (id),
  message_id  INTEGER REFERENCES message (id),
  text        TEXT NOT NULL,
  told        INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)),
  told_by     INTEGER REFERENCES outbox (id)
) STRICT;
CREATE INDEX notice_untold ON notice (at, id) WHERE told = 0;

-- The audit trail. Each row carries the hash of the one before and, in place of the personal payload,
-- a salted commitment to it: erasing takes payload and salt away, and the chain still verifies.
CREATE TABLE event (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  at          TEXT NOT NULL,
  actor       TEXT NOT NULL,
  what        TEXT NOT NULL,
  reference   TEXT,
  message_id  INTEGER REFERENCES message (id),
  facts       TEXT NOT NULL,
  personal    TEXT,
  salt        TEXT,
  commitment  BLOB NOT NULL,
  previous    BLOB NOT NULL,
  hash        BLOB NOT NULL,
  CHECK ((personal IS NULL) = (salt IS NULL))
) STRICT;
CREATE INDEX event_reference ON event (reference, id) WHERE reference IS NOT NULL;
CREATE INDEX event_message ON event (message_id, id) WHERE message_id IS NOT NULL;

CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN
  SELECT RAISE(ABORT, 'the audit trail is append-only');
END;
-- INSERT OR REPLACE would delete without the trigger above.
CREATE TRIGGER event_is_never_replaced BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'the audit trail is append-only');
END;
CREATE TRIGGER event_only_erases BEFORE UPDATE ON event
WHEN NOT (NEW.personal IS NULL AND NEW.salt IS NULL AND NEW.id IS OLD.id AND NEW.at IS OLD.at
          AND NEW.actor IS OLD.actor AND NEW.what IS OLD.what AND NEW.reference IS OLD.reference
          AND NEW.message_id IS OLD.message_id AND NEW.facts IS OLD.facts
          AND NEW.commitment IS OLD.commitment AND NEW.previous IS OLD.previous
          AND NEW.hash IS OLD.hash)
BEGIN
  SELECT RAISE(ABORT, 'the audit trail is append-only: only a personal payload and its salt may go');
END;
