"""What the people of the scenarios write."""

import email.message
import email.policy
import email.utils
import itertools

from harness import COMMENTS

# The words of a plain complaint; none of them may come back in an acknowledgement.
COMPLAINT = ("I wish to make a complaint. I paid for the examination in June and nobody has sent me\n"
             "my certificate, although I telephoned five times. This is unacceptable, and I want\n"
             "you to put it right and to tell me how.\n")
WORDS_OF_THE_COMPLAINT = ("certificate", "telephoned", "unacceptable", "examination")

ENQUIRY = ("Could you please tell me when the next introductory course starts, and what it costs?\n"
           "Many thanks.\n")

ABUSE = ("This is a complaint about my invoice, you useless fucking idiots. You are all morons and\n"
         "your manager is a stupid bitch. I want my money back.\n")

DANGER = ("I want to complain about how you handled my appeal. I cannot go on any more. I am going\n"
          "to kill myself tonight, I have the tablets here.\n")

_numbers = itertools.count(1)


def mail(sender: str, text: str, subject: str = "My certificate", to: str = COMMENTS,
         message_id: str = "", **headers) -> email.message.EmailMessage:
    """A plain mail. Further headers by keyword: auto_submitted="auto-replied"."""
    made = email.message.EmailMessage(policy=email.policy.SMTP)
    made["From"] = sender
    made["To"] = to
    made["Subject"] = subject
    made["Date"] = email.utils.localtime()
    made["Message-ID"] = message_id or f"<scenario-{next(_numbers)}@client.example.net>"
    for name, value in headers.items():
        made[name.replace("_", "-").title()] = value
    made.set_content(text)
    return made


def complaint(sender: str, **changes) -> email.message.EmailMessage:
    return mail(sender, COMPLAINT, **changes)


def html_complaint(sender: str) -> email.message.EmailMessage:
    made = complaint(sender)
    made.clear_content()
    made.set_content("<html><body><style>p { color: red }</style>" + "".join(
        f"<p>{line}</p>" for line in COMPLAINT.splitlines()) + "</body></html>", subtype="html")
    return made


def reply(to_mail: email.message.EmailMessage, sender: str, text: str) -> email.message.EmailMessage:
    """An answer as a mail program writes it: to Reply-To, with the thread's ids and a quote."""
    quoted = "".join(f"> {line}\n" for line in
                     to_mail.get_body(("plain",)).get_content().splitlines())
    return mail(sender, f"{text}\n\nOn Monday, Example Institute wrote:\n{quoted}",
                subject=f"Re: {to_mail['Subject']}", to=str(to_mail["Reply-To"] or to_mail["From"]),
                in_reply_to=str(to_mail["Message-ID"]),
                references=f"{to_mail['References'] or ''} {to_mail['Message-ID']}".strip())


def out_of_office(sender: str, **headers) -> email.message.EmailMessage:
    return mail(sender, "I am out of the office until Monday.\n", subject="Automatic reply: My mail",
                auto_submitted="auto-replied", **headers)
