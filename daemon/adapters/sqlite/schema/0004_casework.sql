-- What lists, limits and intake read of a case. All of it is the fold of its events, written anew
-- with every one.
ALTER TABLE complaint_case ADD COLUMN priority TEXT NOT NULL DEFAULT '';
ALTER TABLE complaint_case ADD COLUMN area TEXT NOT NULL DEFAULT '';
ALTER TABLE complaint_case ADD COLUMN owner TEXT NOT NULL DEFAULT '';       -- address of staff, or a role
ALTER TABLE complaint_case ADD COLUMN channel TEXT NOT NULL DEFAULT 'email';
ALTER TABLE complaint_case ADD COLUMN finding TEXT NOT NULL DEFAULT '';
ALTER TABLE complaint_case ADD COLUMN closed_at TEXT;
ALTER TABLE complaint_case ADD COLUMN merged_into INTEGER REFERENCES complaint_case (id);

ALTER TABLE deadline ADD COLUMN subject TEXT NOT NULL DEFAULT '';  -- where a case has several: "action 2"
DROP INDEX deadline_untold;
CREATE INDEX deadline_untold ON deadline (at) WHERE state = 'open' AND told = 0;

-- Measures that hold against somebody, looked up by address when mail comes.
CREATE TABLE contact_restriction (
  case_id      INTEGER NOT NULL REFERENCES complaint_case (id),
  number       INTEGER NOT NULL,
  address_key  TEXT NOT NULL,
  measure      TEXT NOT NULL,
  effect       TEXT NOT NULL,
  route_to     TEXT NOT NULL,   -- address of staff; empty: nobody in particular
  starts       TEXT NOT NULL,
  last_day     TEXT,            -- a date; null: until it is lifted
  lifted       TEXT,
  PRIMARY KEY (case_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_restriction_address ON contact_restriction (address_key);

CREATE TABLE incident (
  case_id     INTEGER NOT NULL REFERENCES complaint_case (id),
  number      INTEGER NOT NULL,
  category    TEXT NOT NULL,
  at          TEXT NOT NULL,
  message_id  INTEGER REFERENCES message (id),
  PRIMARY KEY (case_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE corrective_action (
  case_id     INTEGER NOT NULL REFERENCES complaint_case (id),
  number      INTEGER NOT NULL,
  preventive  INTEGER NOT NULL CHECK (preventive IN (0, 1)),
  owner       TEXT NOT NULL,
  due         TEXT NOT NULL,    -- a date
  done        TEXT,
  PRIMARY KEY (case_id, number)
) STRICT, WITHOUT ROWID;

-- Staff whom a complaint names: they get nothing of it.
CREATE TABLE named_staff (
  case_id      INTEGER NOT NULL REFERENCES complaint_case (id),
  address_key  TEXT NOT NULL,
  PRIMARY KEY (case_id, address_key)
) STRICT, WITHOUT ROWID;
