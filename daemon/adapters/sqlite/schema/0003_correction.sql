-- What a person says that a message is, beside what the program read in it then. The newest row of a
-- message counts; none is changed, so that tables of words can be judged by all of them.
CREATE TABLE correction (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  message_id  INTEGER NOT NULL REFERENCES message (id),
  at          TEXT NOT NULL,
  actor       TEXT NOT NULL,
  kind        TEXT NOT NULL,
  read_as     TEXT NOT NULL,
  reading     TEXT NOT NULL   -- the evidence of the time, JSON
) STRICT;
CREATE INDEX correction_message ON correction (message_id, id);
