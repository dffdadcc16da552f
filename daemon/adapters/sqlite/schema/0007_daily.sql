-- The daily mails of staff: written for everybody in one transaction, at most once a day.
CREATE TABLE daily_round (
  day             TEXT PRIMARY KEY,   -- a date of the house's zone
  at              TEXT NOT NULL,
  newest_case     INTEGER NOT NULL,   -- what is above is new to the next round
  newest_message  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who was reminded of which limit. A limit that moves is another one.
CREATE TABLE reminder (
  promise  TEXT NOT NULL,             -- reference or message, kind, stage, subject and end
  person   TEXT NOT NULL,             -- key of the address
  rung     INTEGER NOT NULL,          -- working days after the day of the limit
  at       TEXT NOT NULL,
  PRIMARY KEY (promise, person, rung)
) STRICT, WITHOUT ROWID;

ALTER TABLE complaint_case ADD COLUMN paused_from TEXT;   -- the newest pause, from then
ALTER TABLE complaint_case ADD COLUMN paused_until TEXT;  -- to that date, its last day
UPDATE complaint_case SET (paused_from, paused_until) = (
  SELECT e.at, json_extract(e.facts, '$.until') FROM event e
  WHERE e.reference = complaint_case.reference AND e.what IN ('paused', 'information_asked')
    AND json_extract(e.facts, '$.until') IS NOT NULL ORDER BY e.id DESC LIMIT 1)
WHERE status = 'awaiting_complainant';
CREATE INDEX complaint_case_waiting ON complaint_case (received)
  WHERE status = 'awaiting_complainant';

-- Danger first, and what nobody outside waits for last.
DROP INDEX outbox_due;
CREATE INDEX outbox_due ON outbox (
    CASE WHEN purpose = 'duty_alert' THEN 0 WHEN template = 'digest' THEN 2 ELSE 1 END,
    next_try, id)
  WHERE state IN ('pending', 'unknown');
