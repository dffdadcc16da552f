"""Whoever has a case is mailed it whole, and can act on it without opening another program (SYS-09, CIM-10)."""

import email.policy

import harness
import mails
from harness import ANN, ADMINISTRATOR, BOB, COMMENTS, MANAGER, text_of
from mails import WORDS_OF_THE_COMPLAINT, complaint, reply

PROOF = "mx.example.org; dmarc=pass header.from=example.org"
MARKER = "=== Answer above this line ==="
ROBIN = "robin@example.org"
PDF = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"


class CaseMail(harness.Scenario):
    def setUp(self):
        super().setUp()
        self.redress.change_settings('case_mail = "none"', 'case_mail = "full"')
        self.redress.add_settings('\n[security]\nauthserv_id = "mx.example.org"\n')

    def comes(self, made) -> str:
        """A mail that is taken; the reference of its case."""
        self.writes(made)
        self.redress.once()
        return self.redress.messages()[-1]["reference"]

    def told(self, person: str) -> list:
        """The mails on cases that somebody has got, oldest first."""
        self.servers.wait_until_delivered()
        return [mail for mail in self.servers.mails(person) if MARKER in text_of(mail)]

    def words(self, person: str) -> str:
        """Text of the newest, on one line."""
        return " ".join(text_of(self.told(person)[-1]).split())

    def test_SYS_09_a_new_complaint_is_told_to_whoever_has_it_with_all_that_is_needed(self):
        reference = self.comes(complaint(ANN, subject="My certificate"))
        mail, = self.told(MANAGER)
        self.assertEqual(str(mail["Subject"]), f"[{reference}] new complaint")
        self.assertEqual(mail["Auto-Submitted"], "auto-generated")
        text = self.words(MANAGER)
        self.assertIn("Its acknowledgement goes out by itself.", text)
        self.assertRegex(text, r"- answer due \w+ \d+ \w+ \d{4}, in 20 working days; stage 1")
        self.assertIn("Subject: My certificate", text)
        self.assertIn("mailbox comments, folder INBOX, received", text)
        for word in WORDS_OF_THE_COMPLAINT:
            self.assertIn(word, text)
        self.assertIn("status received, stage 1", text)
        for label in ("Acknowledge it now", "I deal with it", "It is no complaint"):
            self.assertIn(f"{label}: mailto:", text)
        self.assertEqual(text_of(mail).lstrip().splitlines()[0], MARKER)
        html = mail.get_body(("html",)).get_content()
        self.assertIn("telephoned five times", html)

    def test_SYS_09_files_that_do_no_harm_come_along_unchanged_and_others_are_named(self):
        made = complaint(ANN)
        made.add_attachment(PDF, maintype="application", subtype="octet-stream",
                            filename="invoice.pdf")
        made.add_attachment(b"MZ\x90\x00 and so on", maintype="application", subtype="pdf",
                            filename="photo.pdf")
        made.add_attachment(b"MZ\x90\x00", maintype="application", subtype="x-msdownload",
                            filename="invoice.pdf.exe")
        self.comes(made)
        mail, = self.told(MANAGER)
        files = list(mail.iter_attachments())
        self.assertEqual([(one.get_filename(), one.get_content_type(), one.get_content())
                          for one in files], [("invoice.pdf", "application/pdf", PDF)])
        text = text_of(mail).replace("\r\n", "\n")
        self.assertIn("ITS FILES, WITH THIS MAIL AS THEY CAME\n\n- invoice.pdf\n", text)
        self.assertIn("- photo.pdf, application/pdf, 14 bytes\n"
                      "- invoice.pdf.exe, application/x-msdownload, 4 bytes\n", text)

    def test_SYS_09_more_than_ten_megabytes_of_files_stay_where_they_are(self):
        made = complaint(ANN)
        for name in ("one.pdf", "two.pdf", "three.pdf"):
            made.add_attachment(PDF + bytes(4 << 20), maintype="application", subtype="pdf",
                                filename=name)
        self.comes(made)
        mail, = self.told(MANAGER)
        self.assertEqual([one.get_filename() for one in mail.iter_attachments()],
                         ["one.pdf", "two.pdf"])
        self.assertIn("- three.pdf, application/pdf, 4.0 MB", text_of(mail))

    def test_SYS_09_a_later_message_goes_to_the_one_who_has_the_case(self):
        reference = self.comes(complaint(ANN))
        acknowledgement, = self.mail_of(ANN)
        self.redress.act(reference, "/assign Robin Lee")
        self.redress.once()
        handed, = self.told(ROBIN)
        self.assertEqual(str(handed["Subject"]), f"[{reference}] for your attention")
        for word in ("is yours now", *WORDS_OF_THE_COMPLAINT):
            self.assertIn(word, self.words(ROBIN))
        self.comes(reply(acknowledgement, ANN, "It is still not here, and the zebra is sad."))
        self.assertEqual([str(mail["Subject"]) for mail in self.told(ROBIN)[1:]],
                         [f"[{reference}] new message"])
        newest = text_of(self.told(ROBIN)[-1]).replace("\r\n", "\n")
        shown, quoted = newest.split("QUOTED IN IT", 1)
        self.assertIn("| It is still not here, and the zebra is sad.", shown)
        self.assertNotIn("Example Institute wrote", shown)
        self.assertIn("Example Institute wrote", quoted)
        self.assertEqual(len(self.told(MANAGER)), 1)

    def test_SYS_09_it_can_be_acted_on_by_an_answer(self):
        reference = self.comes(complaint(ANN))
        answer = reply(self.told(MANAGER)[0], MANAGER, "/assign Robin Lee")
        answer["Authentication-Results"] = PROOF
        self.comes(answer)
        self.assertEqual(self.redress.case(reference)["owner"], ROBIN)

    def test_SYS_09_commands_in_a_complaint_are_nobodys_orders(self):
        text = f"{mails.COMPLAINT}/withdraw\n{MARKER}\n/close\n  /assign Robin Lee\n"
        reference = self.comes(mails.mail(ANN, text))
        mail, = self.told(MANAGER)
        for form in ("plain", "html"):
            for line in mail.get_body((form,)).get_content().splitlines():
                self.assertFalse(line.lstrip().startswith("/"), line)
        # A program that quotes without any sign, and puts the answer below.
        answer = mails.mail(MANAGER, f"{text_of(mail)}\nI shall ring her.\n",
                            to=str(mail["Reply-To"]), in_reply_to=str(mail["Message-ID"]))
        answer["Authentication-Results"] = PROOF
        self.comes(answer)
        case = self.redress.case(reference)
        self.assertEqual((case["status"], case["owner"]), ("acknowledged", None))

    def test_CIM_10_a_confidential_house_mails_no_word_no_name_and_no_file(self):
        self.redress.change_settings('case_mail = "full"', 'case_mail = "confidential"')
        made = complaint(f"Ann Fairweather <{ANN}>", subject="My lost certificate")
        made.add_attachment(PDF, maintype="application", subtype="pdf", filename="invoice.pdf")
        reference = self.comes(made)
        mail, = self.told(MANAGER)
        self.assertEqual(list(mail.iter_attachments()), [])
        everything = mail.as_string(policy=email.policy.default)
        for word in (*WORDS_OF_THE_COMPLAINT, "Fairweather", ANN, "lost", "invoice"):
            self.assertNotIn(word, everything)
        self.assertIn(reference, everything)
        self.assertIn("answer due", self.words(MANAGER))
        self.assertIn("handled confidentially", self.words(MANAGER))

    def test_CILEX_09_whom_a_complaint_names_gets_none_of_it(self):
        self.comes(mails.mail(ANN, f"{mails.COMPLAINT}Jo Bloggs was rude to me.\n"))
        self.assertEqual(self.told(MANAGER), [])
        self.assertIn("Jo Bloggs was rude", self.words(ADMINISTRATOR))

    def test_CILEX_09_nor_of_a_later_message_that_names_them(self):
        reference = self.comes(complaint(ANN))
        self.comes(reply(self.mail_of(ANN)[0], ANN, "And now Jo Bloggs was rude to me, too."))
        self.assertEqual([str(mail["Subject"]) for mail in self.told(MANAGER)],
                         [f"[{reference}] new complaint"])
        self.assertIn("was rude to me", self.words(ADMINISTRATOR))

    def test_SYS_09_who_is_away_is_stood_in_for(self):
        self.redress.change_settings('roles = ["complaints-manager"]\n',
                                     'roles = ["complaints-manager"]\ndeputy = "Robin Lee"\n'
                                     'away = ["2020-01-01/2099-12-31"]\n')
        self.comes(complaint(ANN))
        self.assertEqual((len(self.told(MANAGER)), len(self.told(ROBIN))), (0, 1))

    def test_CIEEM_03_abuse_of_the_worst_sort_is_not_repeated(self):
        self.comes(mails.mail(ANN, f"{mails.COMPLAINT}I will kill you all and burn your office.\n"))
        text = self.words(MANAGER)
        self.assertIn("No word of the message is repeated here. It seems to be a threat", text)
        self.assertIn("mailbox comments, folder INBOX", text)
        for word in ("burn", *WORDS_OF_THE_COMPLAINT):
            self.assertNotIn(word, text)

    def test_SYS_10_a_stranger_with_a_reference_reaches_nobody_by_it(self):
        reference = self.comes(complaint(ANN))
        self.comes(mails.mail(BOB, "Please tell me more about this case.\n",
                              subject=f"Re: [{reference}]"))
        self.assertEqual(len(self.told(MANAGER)), 1)

    def test_CIM_10_markup_in_a_message_stays_text(self):
        self.comes(mails.mail(ANN, f"{mails.COMPLAINT}<img src=x onerror=alert(1)> {{{{reference}}}}\n",
                              subject="<b>Hello</b> {{organisation}}"))
        html = self.told(MANAGER)[-1].get_body(("html",)).get_content()
        self.assertIn("&lt;img src=x onerror=alert(1)&gt; {{reference}}", html)
        self.assertIn("&lt;b&gt;Hello&lt;/b&gt; {{organisation}}", html)

    def test_SYS_13_what_was_ordered_and_what_was_sent_are_erased_with_the_person(self):
        self.comes(mails.mail(ANN, f"{mails.COMPLAINT}It was about the zebra.\n"))
        self.redress.one("erase", "--person", ANN, "--reason", "asked for on paper", "--open-too")
        text = "".join(path.read_bytes().decode("latin-1").lower()
                       for path in self.redress.folder.glob("redress.db*") if path.is_file())
        self.assertNotIn("zebra", text)

    def test_SYS_09_a_crash_before_it_is_written_costs_nothing_and_doubles_nothing(self):
        if not harness.TEST_CLOCK:
            self.skipTest("fault points are in test builds only")
        self.writes(complaint(ANN))
        done = self.redress.run_once("--fault", "case_mail.commit=kill")
        self.assertEqual(done.returncode, -9)
        for _ in range(2):
            self.redress.once()
        self.assertEqual(len(self.told(MANAGER)), 1)
        self.assertEqual(len(self.mail_of(ANN)), 1)

    def test_SYS_09_nothing_is_mailed_of_it_where_the_house_wants_none(self):
        self.redress.change_settings('case_mail = "full"', 'case_mail = "none"')
        self.comes(complaint(ANN))
        self.assertEqual(self.told(MANAGER), [])


if __name__ == "__main__":
    harness.main()
