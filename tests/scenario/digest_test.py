"""The daily digest: what is open, to those whose it is, readable in ten seconds (SYS-06, CIM-10, CILEX-09)."""

import datetime
import unittest

import harness
from harness import ADMINISTRATOR, ANN, BOB, MANAGER, text_of
from mails import ABUSE, WORDS_OF_THE_COMPLAINT, complaint, mail
from mornings import CASEY, KIM, MAX, RECEIVED, Mornings


EVENING = "2026-03-02T21:00:00Z"


class Digests(Mornings):
    reminders, digest = False, True

    def setUp(self):
        super().setUp()
        self.redress.change_settings('gather = "1 day"', 'gather = "0 seconds"')

    def complained(self, sender: str = ANN, received: str = RECEIVED, **changes) -> str:
        """A complaint of that day, taken when nobody gets a digest any more; its reference."""
        return self.comes_in(complaint(sender, **changes), received,
                             now=f"{received[:10]}T21:00:00Z")["reference"]

    def part(self, person: str, heading: str) -> list:
        """The lines under a heading of the newest digest, each whole."""
        text = text_of(self.daily(person)[-1]).replace("\r\n", "\n")
        self.assertIn(heading, text)
        block = text.split(heading, 1)[1].split("\n\n", 1)[0]
        return [" ".join(line.split()) for line in block.split("\n- ")[1:]]


@unittest.skipUnless(harness.TEST_CLOCK, "needs the clock of a test build")
class Digest(Digests):
    def test_SYS_06_each_reads_of_what_is_theirs_and_the_team_of_all(self):
        first = self.complained()
        second = self.complained(sender=BOB)
        self.redress.act(second, "/assign max because he knows the matter", by=MANAGER, now=EVENING)
        self.morning("10")
        for person, yours, others in ((CASEY, first, second), (MAX, second, first)):
            text = self.daily_text(person)
            self.assertIn(yours, text)
            self.assertNotIn(others, text)
            self.assertNotIn("seen", text)  # the mailboxes are the team's
        team = self.daily_text(MANAGER)
        self.assertIn(first, team)
        self.assertIn(second, team)
        self.assertIn("Max Hall", team)
        self.assertEqual(len(self.daily(KIM)), 0)

    def test_SYS_06_once_a_day_on_working_days_and_in_working_hours(self):
        self.complained()
        for day, time, count in (("10", "08:59", 0), ("10", "09:00", 1), ("10", "15:00", 1),
                                 ("11", "20:00", 1), ("13", "12:00", 2), ("14", "09:00", 2),
                                 ("15", "09:00", 2), ("16", "09:00", 3), ("13", "13:00", 3)):
            self.morning(day, time)
            self.assertEqual((len(self.daily(CASEY)), len(self.daily(MANAGER))), (count, count),
                             f"{day} {time}")

    def test_SYS_06_at_an_hour_of_its_own(self):
        self.redress.change_settings("[digest]\n", '[digest]\nat = "13:30"\n')
        self.complained()
        for time, count in (("13:29", 0), ("13:30", 1)):
            self.morning("10", time)
            self.assertEqual(len(self.daily(CASEY)), count, time)

    def test_SYS_06_it_holds_all_that_wants_a_person(self):
        late = self.complained()
        soon = self.complained(sender=BOB, received="2026-03-06T10:30:00Z")
        waits = self.complained(sender="eve@example.net", received="2026-03-09T10:30:00Z")
        self.redress.act(waits, "/pause until 27 March because she is abroad", by=CASEY,
                         now="2026-03-10T09:30:00Z")
        self.morning("16")
        self.comes_in(mail("dan@example.net", ABUSE, subject="Bill"), "2026-03-17T08:00:00Z",
                      now="2026-03-17T08:05:00Z")
        self.morning("17")
        # Abuse opens a case like any complaint; its acknowledgement waits for a person.
        held, = [row["id"] for row in self.redress.outbox() if row["state"] == "held"]
        new, = [row["reference"] for row in self.redress.cases()
                if row["reference"] not in (late, soon, waits)]
        self.assertEqual(self.part(MANAGER, "OVERDUE"), [
            f"{late}: answer was due Monday 16 March 2026, 1 working day ago; stage 1"])
        due = self.part(MANAGER, "DUE WITHIN FIVE WORKING DAYS")
        self.assertIn(f"{soon}: answer due Friday 20 March 2026, in 3 working days; stage 1", due)
        self.assertEqual(self.part(MANAGER, "WAITING FOR THE COMPLAINANT"), [
            f"{waits}: the clock stands until Friday 27 March 2026; stage 1"])
        self.assertEqual(self.part(MANAGER, "NEW SINCE THE LAST DIGEST"), [f"{new}: stage 1"])
        waits_for_a_word = [f'{new}: the letter "acknowledgement" waits for a release; outbox {held}']
        for person in (MANAGER, CASEY):
            self.assertEqual(self.part(person, "WAITING FOR A DECISION"), waits_for_a_word)
        self.assertIn("MAILBOXES SINCE THE LAST DIGEST seen 1: complaint 1, duplicate 0, "
                      "quarantined 0; held 0 of these; unaccounted 0", self.daily_text(MANAGER))
        subject = str(self.daily(MANAGER)[-1]["Subject"])
        self.assertRegex(subject, r"^Complaints today: 1 overdue, \d due soon, 1 to decide$")

    def test_SYS_06_an_open_case_without_a_limit_is_not_forgotten(self):
        reference = self.complained()
        self.morning("10")
        for command in ("/outcome upheld: The letter was lost.", "/respond"):
            self.redress.act(reference, command, by=CASEY, now="2026-03-10T10:00:00Z")
        self.sent(reference, "2026-03-10T11:00:00Z")
        self.morning("11")  # answered, and nobody has closed it
        for person in (CASEY, MANAGER):
            self.assertEqual(self.part(person, "OPEN, WITHOUT A LIMIT"), [f"{reference}: stage 1"])
        self.assertEqual(str(self.daily(MANAGER)[-1]["Subject"]),
                         "Complaints today: 1 open without a limit")

    def test_SYS_06_where_nothing_is_to_do_the_team_hears_how_much_is_open(self):
        self.complained()
        self.morning("03")
        self.assertIn("1 new", str(self.daily(MANAGER)[-1]["Subject"]))
        self.morning("04")  # the answer is due in eight working days
        self.assertEqual(str(self.daily(MANAGER)[-1]["Subject"]),
                         "Complaints today: nothing to do today; 1 case is open")
        self.assertEqual(len(self.daily(CASEY)), 1)

    def test_SYS_06_a_start_in_the_morning_looks_into_the_mailboxes_first(self):
        self.redress.change_settings("[notices]\n", '[notices]\nunread_mailbox = "1 second"\n')
        self.servers.append(harness.COMMENTS, "INBOX", complaint(ANN).as_bytes(),
                            datetime.datetime.fromisoformat("2026-03-10T08:00:00Z"))
        self.redress.start("--now", "2026-03-10T09:00:00Z")
        self.servers.wait_for(lambda: self.daily(MANAGER), what="the digest")
        self.redress.stop()
        self.assertIn("seen 1:", self.daily_text(MANAGER))

    def test_SYS_06_the_first_counts_add_up_to_the_ledger(self):
        self.complained()
        self.complained(sender=BOB)
        self.morning("10")
        self.assertIn("seen 2: complaint 2, duplicate 0, quarantined 0; held 0 of these; "
                      "unaccounted 0", self.daily_text(MANAGER))
        self.assertEqual(self.redress.ledger()["seen"], 2)

    def test_SYS_06_reminders_and_digest_are_one_mail(self):
        self.redress.change_settings("reminders = false", "reminders = true")
        reference = self.complained()
        self.morning("12")
        text = self.daily_text(CASEY)
        self.assertEqual(len(self.daily(CASEY)), 1)
        self.assertIn(f"REMINDERS FOR YOU (1) - {reference}: answer due", text)
        self.assertNotIn("DUE WITHIN", text)  # said once
        self.assertIn("DUE WITHIN", self.daily_text(MANAGER))

    def test_SYS_06_long_lists_end_in_a_count(self):
        for number in range(11):
            self.servers.append(harness.COMMENTS, "INBOX",
                                complaint(f"person{number}@example.net").as_bytes(),
                                datetime.datetime.fromisoformat(RECEIVED))
        self.redress.once(now=EVENING)
        self.morning("16")
        self.assertEqual(self.part(CASEY, "DUE WITHIN FIVE WORKING DAYS (11)")[-1], "and 3 more")

    def test_SYS_06_who_is_away_is_stood_in_for(self):
        self.redress.change_settings("away = []", 'away = ["2026-03-10/2026-03-10"]')
        reference = self.complained()
        self.morning("10")
        self.assertEqual(len(self.daily(CASEY)), 0)
        self.assertIn(reference, self.daily_text(KIM))

    def test_SYS_06_the_team_hears_that_nothing_is_to_do_where_it_wants_to(self):
        self.morning("10")
        self.assertEqual(str(self.daily(MANAGER)[-1]["Subject"]), "Complaints today: nothing is open")
        self.assertIn("seen 0", self.daily_text(MANAGER))
        self.assertEqual(self.counts(), (0, 0, 0))
        self.redress.change_settings("[digest]\n", "[digest]\nall_clear = false\n")
        self.morning("11")
        self.assertEqual(len(self.daily(MANAGER)), 1)

    def test_SYS_06_another_role_may_read_for_the_team(self):
        self.redress.change_settings("[digest]\n", '[digest]\nteam_to = "administrator"\n')
        reference = self.complained()
        self.morning("10")
        self.assertIn(reference, self.daily_text(ADMINISTRATOR))
        self.assertEqual(len(self.daily(MANAGER)), 0)

    def test_CIM_10_no_word_and_no_name_of_a_complainant_stands_in_it(self):
        self.complained(sender=f"Ann Fairweather <{ANN}>", subject="My lost certificate")
        self.morning("10")
        for person in (CASEY, MANAGER):
            words = self.daily(person)[-1].as_string()
            for word in (*WORDS_OF_THE_COMPLAINT, "Fairweather", ANN, "lost"):
                self.assertNotIn(word, words)

    def test_CIM_10_names_stand_in_it_where_the_settings_say_so(self):
        self.redress.change_settings("[digest]\n", "[digest]\ncomplainant_names = true\n")
        self.redress.add_settings('\n[security]\nauthserv_id = "mx.example.org"\n')
        self.complained(sender=f"Ann Fairweather <{ANN}>", authentication_results=(
            "mx.example.org; dmarc=pass header.from=example.net"))
        self.morning("10")
        self.assertIn("of Ann Fairweather", self.daily_text(CASEY))
        self.assertNotIn("Fairweather", str(self.daily(CASEY)[-1]["Subject"]))

    def test_CILEX_09_staff_who_are_named_read_nothing_of_the_case(self):
        self.redress.add_settings('\n[[staff]]\nname = "Lee Grey"\nemail = "lee@example.org"\n'
                                  'roles = ["complaints-manager"]\n')
        reference = self.complained()
        other = self.complained(sender=BOB)
        self.redress.act(reference, "/staff-named casey", by=MANAGER, now=EVENING)
        self.redress.act(reference, "/staff-named jo", by="lee@example.org", now=EVENING)
        self.morning("10")
        for person in (CASEY, MANAGER):
            text = self.daily_text(person)
            self.assertNotIn(reference, text)
            self.assertIn(other, text)
        self.assertIn(reference, self.daily_text("lee@example.org"))

    def test_SYS_06_it_can_be_turned_off(self):
        self.redress.change_settings("[digest]\nenabled = true", "[digest]\nenabled = false")
        self.complained()
        self.morning("10")
        self.assertEqual((self.counts(), len(self.daily(MANAGER))), ((0, 0, 0), 0))


if __name__ == "__main__":
    harness.main()
