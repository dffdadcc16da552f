"""A form on a web site is mail of the person in it, if the site is proven to be ours (CILEX-04)."""

import harness
from harness import ANN, COMMENTS, MANAGER
from mails import mail

SITE = "website@example.org"
FORM = """General Enquiries

Customer status: Member
First name: Ann
Last name: Reed
Email: ann@example.net
My query relates to: Feedback: Making a Complaint
Query detail: My examination was marked wrongly, and nobody answers me. I want it marked again.
"""
PROOF = "mx.example.org; dmarc=pass header.from=example.org"
FORGED = "mx.example.org; dmarc=fail header.from=example.org"


def form_mail(authentication: str = PROOF, sender: str = f"Web site <{SITE}>"):
    made = mail(sender, FORM, subject="General Enquiries", reply_to=ANN)
    if authentication:
        made["Authentication-Results"] = authentication
    return made


class WebForm(harness.Scenario):
    def setUp(self):
        super().setUp()
        self.redress.add_settings('\n[security]\nauthserv_id = "mx.example.org"\n')

    def take(self, made) -> None:
        # As the receiving server left it: a relay of ours on the way would strip the field.
        self.servers.append(COMMENTS, "INBOX", made.as_bytes())
        self.redress.once()

    def test_CILEX_04_a_form_of_our_site_is_a_case_of_the_person_in_it(self):
        self.redress.add_settings(f'\n[[form_sender]]\naddress = "{SITE}"\n')
        self.take(form_mail())
        case = self.redress.only_case()
        self.assertEqual(case["complainant"], {"name": "Ann Reed", "address": ANN})
        fields = case["messages"][0]["form"]["fields"]
        self.assertEqual((fields["first_name"], fields["last_name"], fields["email"]),
                         ("Ann", "Reed", ANN))
        self.assertIn("marked wrongly", fields["what_happened"])
        acknowledgement, = self.mail_of(ANN)
        self.assertIn(case["reference"], acknowledgement["Subject"])
        self.assert_got_nothing(SITE)

    def test_CILEX_04_a_form_of_nobody_knows_whom_waits_for_a_person(self):
        self.redress.add_settings(f'\n[[form_sender]]\naddress = "{SITE}"\n')
        for made in (form_mail(authentication=FORGED), form_mail(authentication=""),
                     form_mail(sender="Web <forms@example.com>")):
            with self.subTest(str(made["From"]), authentication=made["Authentication-Results"]):
                self.start_anew()
                self.take(made)
                row, = self.redress.messages()
                self.assertEqual((row["state"], row["reference"]), ("held", None))
                self.assertIn("web form", row["because"])
                self.assert_got_nothing(ANN)
                self.staff_are_told(MANAGER, "web form")

    def test_CILEX_04_a_person_lets_such_a_form_through(self):
        self.take(form_mail())
        row, = self.redress.messages()
        self.assertEqual(row["state"], "held")
        done = self.redress.run_tool("release", "--message", str(row["id"]))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.redress.once()
        self.mail_of(ANN)
        self.assertEqual(self.redress.only_case()["complainant"]["address"], ANN)


if __name__ == "__main__":
    harness.main()
