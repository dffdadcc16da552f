"""Staff act by answering the mails that they get (SYS-09), and nobody else can."""

import re

import harness
from harness import ANN, COMMENTS, DUTY, MALLORY, MANAGER, hours_from_now, text_of
from mails import complaint, out_of_office, reply

PROOF = "mx.example.org; dmarc=pass header.from=example.org"
MARKER = "=== Answer above this line ==="
ROBIN = "robin@example.org"


class StaffMailScenario(harness.Scenario):
    """Ann's complaint is Jo's, who got a mail about it."""

    def setUp(self):
        super().setUp()
        self.redress.add_settings('\n[security]\nauthserv_id = "mx.example.org"\n')
        case, _ = self.acknowledged_complaint(complaint(ANN))
        self.reference = case["reference"]
        self.redress.act(self.reference, "/assign Jo Bloggs")
        self.redress.once()
        self.notice, = self.mail_of(MANAGER)

    def sends(self, made, proof: str = PROOF, now: str = "") -> None:
        """A mail that the receiving server says this of."""
        if proof:
            made["Authentication-Results"] = proof
        self.writes(made)
        self.redress.once(now=now)

    def answers(self, text: str, to=None, by: str = MANAGER, proof: str = PROOF, now: str = ""):
        """The answer of a member of staff to a mail of ours, and what comes back to Jo."""
        before = len(self.answered())
        self.sends(reply(to or self.notice, by, text), proof, now)
        return self.servers.wait_for(lambda: self.answered()[before:], what="an answer")[0]

    def answered(self) -> list:
        """What answered Jo's mails, oldest first; notices are no answers."""
        self.servers.wait_until_delivered()
        return [one for one in self.servers.mails(MANAGER)
                if str(one["Subject"]) == f"[{self.reference}] Your answer"]

    def does_nothing(self, made, proof: str = PROOF, now: str = "") -> dict:
        """The mail changes the case in nothing; the ledger's row of it."""
        before = self.redress.case(self.reference)
        letters = len(self.servers.mails(ANN))
        self.sends(made, proof, now)
        after = self.redress.case(self.reference)
        for what in ("status", "owner", "outcome", "due"):
            self.assertEqual(after[what], before[what])
        self.assertEqual(self.notes(), [])
        self.assertEqual(len(self.servers.mails(ANN)), letters)
        return self.redress.messages()[-1]

    def owner(self) -> str:
        return self.redress.case(self.reference)["owner"]

    def notes(self) -> list:
        return [event for event in self.redress.case(self.reference)["events"]
                if event["what"] == "noted"]


class Acting(StaffMailScenario):
    def test_SYS_09_a_command_is_done_and_answered_in_its_thread(self):
        back = self.answers("/assign Robin Lee because she knows it")
        self.assertEqual(self.owner(), ROBIN)
        text = text_of(back)
        self.assertIn("Done:", text)
        self.assertIn("/assign to robin@example.org because she knows it", " ".join(text.split()))
        self.assertEqual(back["In-Reply-To"], self.servers.mails(COMMENTS)[-1]["Message-ID"])
        self.assertEqual(back["Auto-Submitted"], "auto-generated")
        row = self.redress.messages()[-1]
        self.assertEqual((row["kind"], row["state"], row["reference"]),
                         ("staff", "recorded", self.reference))
        actors = [event["actor"] for event in self.redress.case(self.reference)["events"]
                  if event["what"] == "assigned"]
        self.assertIn(MANAGER, actors[-1])

    def test_SYS_09_several_commands_each_with_its_answer(self):
        text = text_of(self.answers("Hello,\n/record cause: the post was late\n/assign nobody\n"
                                    "/assign Robin Lee\nThanks, Jo"))
        self.assertEqual(self.owner(), ROBIN)
        self.assertEqual(self.redress.case(self.reference)["records"]["cause"],
                         "the post was late")
        refused = text[text.index("Not done:"):]
        self.assertIn("/assign nobody", refused)
        self.assertNotIn("Robin", refused)

    def test_SYS_09_plain_words_are_a_note_and_say_so_first(self):
        text = text_of(self.answers("I telephoned her, and she is well."))
        first = text.replace(MARKER, "").strip().splitlines()[0]
        self.assertIn("NOT SENT to the complainant", first)
        self.assertEqual(len(self.notes()), 1)
        self.assertEqual(len(self.mail_of(ANN)), 1)  # the acknowledgement

    def test_SYS_09_what_goes_outside_waits_for_a_yes_to_its_preview(self):
        asked = self.answers("/ask: Please send us the letter of 3 March.")
        text = text_of(asked)
        self.assertIn("NOT DONE YET", text)
        self.assertIn("| To: ann@example.net", text)
        self.assertIn("Please send us the letter of 3 March.", text)
        self.assertEqual(len(self.mail_of(ANN)), 1)
        done = text_of(self.answers("Yes.", to=asked))
        self.assertIn("Done:", done)
        letter = self.mail_of(ANN, 2)[-1]
        self.assertIn("Please send us the letter of 3 March.", text_of(letter))
        self.assertEqual(self.redress.case(self.reference)["status"], "awaiting_complainant")
        again = text_of(self.answers("yes, please", to=asked))
        self.assertIn("Nothing was done again", again)
        self.assertEqual(len(self.mail_of(ANN, 2)), 2)

    def test_SYS_09_without_a_yes_nothing_goes_out(self):
        asked = self.answers("/ask: Please send us the letter.")
        text = text_of(self.answers("no, wait", to=asked))
        self.assertIn("NOT DONE", text)
        late = self.answers("yes", to=asked, now=hours_from_now(24 * 8))
        self.assertIn("Nothing was done", text_of(late))
        self.assertEqual(len(self.mail_of(ANN)), 1)

    def test_SYS_09_an_old_address_brings_a_fresh_one_to_the_registered_address(self):
        later = hours_from_now(24 * 31)
        fresh = self.answers("/assign Robin Lee", now=later)
        self.assertIn("Nothing was done", text_of(fresh))
        self.assertEqual(self.owner(), MANAGER)
        self.answers("/assign Robin Lee", to=fresh, now=later)
        self.assertEqual(self.owner(), ROBIN)

    def test_SYS_09_our_mails_have_a_marker_and_no_line_that_is_a_command(self):
        self.answers("/ask: Please send us the letter.\n/nonsense\n/note: x")
        for one in [self.notice, *self.answered()]:
            with self.subTest(str(one["Subject"])):
                lines = text_of(one).splitlines()
                self.assertEqual(lines[0], MARKER)
                self.assertEqual([line for line in lines if re.match(r"\s*/[A-Za-z]", line)], [])

    def test_SYS_09_the_mail_has_links_that_begin_an_answer(self):
        links = re.findall(r"mailto:(\S+)\?subject=(\S+)&body=(\S+)", text_of(self.notice))
        self.assertEqual({address for address, _, _ in links},
                         {self.notice["Reply-To"].addresses[0].addr_spec.replace("+", "%2B")})
        bodies = " ".join(body for _, _, body in links)
        for possible in ("%2Fassign", "%2Fnot-a-complaint", "%2Foutcome"):
            self.assertIn(possible, bodies)
        # It is acknowledged, and the policy has no extensions.
        for impossible in ("%2Fack", "%2Fextend"):
            self.assertNotIn(impossible, bodies)

    def test_SYS_09_a_link_whose_gap_nobody_filled_does_nothing(self):
        text = " ".join(text_of(self.answers("/not-a-complaint because (say why)")).split())
        self.assertIn("write the reason in the place of (say why)", text)
        self.assertEqual(self.redress.case(self.reference)["status"], "triage")

    def test_SYS_09_a_letter_that_waits_is_shown_before_it_is_released(self):
        self.redress.act(self.reference, "/ask: Please send us the zebra.")
        text = text_of(self.answers("/release"))
        self.assertIn("| To: ann@example.net", text)
        self.assertIn("Please send us the zebra.", text)
        self.assertEqual(len(self.mail_of(ANN)), 1)

    def test_SYS_09_an_answer_to_the_complainant_goes_with_its_files_and_without_the_signature(self):
        self.answers("/outcome not upheld: The rules were kept.")
        made = reply(self.notice, MANAGER, "/respond: We looked into it.\n\nKind regards\n"
                     "Jo Bloggs\nExample Institute")
        made.add_attachment(b"%PDF-1.4 the rules", maintype="application", subtype="pdf",
                            filename="rules.pdf")
        made.add_attachment(b"MZ", maintype="application", subtype="octet-stream",
                            filename="rules.exe")
        self.sends(made)
        asked = self.answered()[-1]
        text = text_of(asked)
        self.assertIn("| File: rules.pdf", text)
        self.assertIn("the file \u201crules.exe\u201d does not go out", " ".join(text.split()))
        self.answers("yes", to=asked)
        letter = self.mail_of(ANN, 2)[-1]
        self.assertIn("We looked into it.", text_of(letter))
        self.assertNotIn("Jo Bloggs", text_of(letter))
        files = [(one.get_filename(), one.get_content()) for one in letter.iter_attachments()]
        self.assertEqual(files, [("rules.pdf", b"%PDF-1.4 the rules")])

    def test_SYS_09_a_deputy_acts_while_the_owner_is_away_and_not_otherwise(self):
        self.redress.change_settings('name = "Jo Bloggs"\n', 'name = "Jo Bloggs"\n'
                                     'deputy = "Toni Hill"\naway = []\n')
        self.redress.add_settings('\n[[staff]]\nname = "Toni Hill"\nemail = "toni@example.org"\n'
                                  'roles = ["stand-in"]\n')
        refusal = self.redress.refused(self.reference, "/note: hello", by="toni@example.org")
        self.assertIn("is not a case of yours", refusal)
        self.redress.change_settings("away = []", 'away = ["2020-01-01/2099-12-31"]')
        self.redress.act(self.reference, "/note: hello", by="toni@example.org")
        self.assertEqual(len(self.notes()), 1)


class Attacks(StaffMailScenario):
    def test_SYS_09_a_sender_who_is_not_proven_does_nothing_and_jo_is_told_once(self):
        forged = reply(self.notice, MANAGER, "/assign Robin Lee")
        row = self.does_nothing(forged, proof="")
        self.assertEqual(row["state"], "held")
        told, = self.answered()
        self.assertIn("came to the address that was given to you", text_of(told))
        for proof in ("mx.example.org; dmarc=fail header.from=example.org",
                      "mx.attacker.example; dmarc=pass header.from=example.org"):
            with self.subTest(proof):
                made = reply(self.notice, MANAGER, f"/assign Robin Lee because {len(proof)}")
                self.assertEqual(self.does_nothing(made, proof)["state"], "held")
        self.assertEqual(len(self.answered()), 1)

    def test_SYS_09_a_forged_result_below_the_servers_own_is_not_believed(self):
        made = reply(self.notice, MANAGER, "/assign Robin Lee")
        made["Authentication-Results"] = "mx.example.org; dmarc=fail header.from=example.org"
        self.assertEqual(self.does_nothing(made, PROOF)["state"], "held")

    def test_SYS_09_a_case_mail_that_was_forwarded_gives_no_power(self):
        self.assertEqual(self.does_nothing(reply(self.notice, DUTY, "/assign Robin Lee"))["state"],
                         "held")
        self.assertEqual(self.does_nothing(
            reply(self.notice, MALLORY, "/assign Robin Lee"),
            "mx.example.org; dmarc=pass header.from=example.com")["state"], "held")

    def test_SYS_09_what_did_nothing_is_settled_and_not_released_as_a_complaint(self):
        row = self.does_nothing(reply(self.notice, DUTY, "/assign Robin Lee"))
        told = self.staff_are_told(MANAGER, f"message {row['id']} waits",
                                   f"redressctl settle --message {row['id']} --reason")
        self.assertNotIn(f"release --message {row['id']}", told)
        done = self.redress.run_tool("settle", "--message", str(row["id"]), "--reason", "a slip")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.redress.messages()[-1]["state"], "recorded")
        self.assertEqual(self.redress.status()["held"], 0)
        self.assertEqual(len(self.redress.cases()), 1)

    def test_SYS_09_an_address_that_is_made_up_gives_no_power(self):
        made = reply(self.notice, MANAGER, "/assign Robin Lee")
        del made["To"]
        made["To"] = "comments+s-abcdefghijklmnop-abcdefghijklmnopq@example.org"
        self.does_nothing(made)

    def test_SYS_09_a_complainants_key_gives_no_power(self):
        acknowledgement, = self.mail_of(ANN)
        self.does_nothing(reply(acknowledgement, ANN, "/assign Robin Lee\n/close"),
                          "mx.example.org; dmarc=pass header.from=example.net")

    def test_SYS_09_what_is_quoted_or_hidden_or_below_the_line_is_no_command(self):
        hidden = reply(self.notice, MANAGER, "x")
        hidden.set_content("<p>Thanks</p><p style='display:none'>/assign Robin Lee</p>"
                           "<p>/assign Robin Lee</p>", subtype="html")
        self.does_nothing(hidden)
        self.answers(f"Thanks.\n\n> /assign Robin Lee\n{MARKER}\n/assign Robin Lee")
        self.assertEqual(self.owner(), MANAGER)

    def test_SYS_09_the_same_mail_again_does_nothing_again(self):
        made = reply(self.notice, MANAGER, "/note: once")
        self.sends(made)
        self.assertEqual(len(self.notes()), 1)
        self.writes(made)
        self.redress.once()
        self.assertEqual(len(self.notes()), 1)
        self.assertEqual(self.redress.messages()[-1]["state"], "duplicate")

    def test_SYS_09_an_automatic_answer_does_nothing_and_is_not_answered(self):
        away = out_of_office(MANAGER, to=str(self.notice["Reply-To"]))
        self.does_nothing(away)
        self.assertEqual(self.answered(), [])

    def test_SYS_09_without_a_server_that_is_believed_no_mail_can_command(self):
        self.redress.change_settings('authserv_id = "mx.example.org"', "")
        self.does_nothing(reply(self.notice, MANAGER, "/assign Robin Lee"))
        self.redress.act(self.reference, "/assign Robin Lee")
        self.redress.once()
        plain = self.mail_of(ROBIN)[-1]
        self.assertNotIn(MARKER, text_of(plain))
        self.assertIsNone(plain["Reply-To"])

    def test_SYS_09_staff_whom_the_complaint_names_since_can_do_nothing(self):
        self.redress.change_settings('roles = ["duty"]', 'roles = ["duty", "senior-management"]')
        self.redress.act(self.reference, "/assign Robin Lee")
        self.redress.act(self.reference, "/staff-named Jo Bloggs")
        row = self.does_nothing(reply(self.notice, MANAGER, "/assign Jo Bloggs"))
        self.assertEqual(row["state"], "held")


if __name__ == "__main__":
    harness.main()
