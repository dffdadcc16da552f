"""A complaint that stands in an attached document is a complaint (CILEX-04, CILEX-07, SYS-03)."""

import harness
from harness import ANN, DUTY, open_deadlines
from mails import mail

import documents as made

FORM = (("Full name", "Ann Reed"), ("Email address", "ann@example.net"),
        ("Membership number", "M-10234"),
        ("What happened", "My examination was marked wrongly and nobody answers my complaint."),
        ("Desired outcome", "I want it marked again."))


def with_document(name: str, kind, content: bytes):
    made_mail = mail(ANN, "Please find attached.\n", subject="Attached")
    made_mail.add_attachment(content, maintype=kind[0], subtype=kind[1], filename=name)
    return made_mail


class Documents(harness.Scenario):
    def test_CILEX_04_an_attached_form_opens_a_case_and_is_acknowledged(self):
        case, acknowledgement = self.acknowledged_complaint(
            with_document("form.docx", made.DOCX_TYPE, made.docx_controls(FORM)))
        self.assertEqual(case["kind"], "complaint")
        self.assertIn(case["reference"], acknowledgement["Subject"])
        self.assertNotIn("examination", acknowledgement.as_string())

    def test_CIEEM_01_the_case_carries_the_forms_fields_and_the_attachment(self):
        for content, kind, name in ((made.docx_controls(FORM), made.DOCX_TYPE, "form.docx"),
                                    (made.odt_table(FORM), made.ODT_TYPE, "form.odt"),
                                    (made.pdf_fields(FORM), made.PDF_TYPE, "form.pdf")):
            with self.subTest(name):
                self.start_anew()
                self.writes(with_document(name, kind, content))
                self.redress.once()
                message, = self.redress.only_case()["messages"]
                self.assertEqual(message["form"]["fields"]["membership_number"], "M-10234")
                self.assertEqual(message["form"]["fields"]["name"], "Ann Reed")
                self.assertEqual([file["name"] for file in message["attachments"]], [name])
                self.assertEqual(message["language"], "en")
                shown = self.redress.run_tool("case", "show",
                                              self.redress.only_case()["reference"]).stdout
                self.assertIn("M-10234", shown)
                self.assertIn(name, shown)

    def test_SYS_12_danger_in_an_attached_letter_is_told_to_duty_at_once(self):
        self.new_redress(gather="1 hour")
        self.writes(with_document("letter.pdf", made.PDF_TYPE, made.pdf_text(
            ["I want to complain about my appeal.", "I am going to kill myself tonight."])))
        self.redress.once()
        self.mail_of(DUTY)
        self.assert_got_nothing(ANN)

    def test_a_document_that_cannot_be_opened_waits_for_a_person(self):
        self.writes(with_document("form.pdf", made.PDF_TYPE, made.pdf_encrypted()))
        self.redress.once()
        case = self.redress.only_case()
        self.assertIsNone(case["acknowledged"])
        self.assertIn("acknowledge", open_deadlines(case))
        self.assert_got_nothing(ANN)
        self.staff_are_told(harness.MANAGER, case["reference"])


if __name__ == "__main__":
    harness.main()
