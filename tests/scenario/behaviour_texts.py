"""What people write that a behaviour policy does not accept: category, a word of the passage, the mail."""

from collections import namedtuple

Written = namedtuple("Written", "category word text")

THREAT = Written("threat", "legs",
                 "I want to complain about my invoice. If I do not get my money I will come to your\n"
                 "office and break your legs.\n")
INSULT = Written("insult", "idiots",
                 "This is a complaint about my invoice, you useless fucking idiots. You are all morons,\n"
                 "and I want my money back.\n")
BELITTLING = Written("insult", "a child could",
                     "I wish to make a complaint about my certificate. You are pathetic and incompetent;\n"
                     "a child could do your job better than you.\n")
RACIST = Written("discriminatory", "Paki",
                 "I wish to complain about my invoice. That Paki on your desk should go back to where\n"
                 "she came from.\n")
OF_DISABILITY = Written("discriminatory", "retarded",
                        "I wish to complain about my invoice. The man on the phone is obviously retarded,\n"
                        "and I do not want to be served by cripples.\n")
ALLEGATION = Written("malicious_allegation", "bribes",
                     "I wish to make a complaint. Your manager is a thief and a criminal, he stole my\n"
                     "money and everybody knows that he takes bribes.\n")
INNUENDO = Written("sexual_innuendo", "sexy",
                   "I wish to make a complaint about my invoice. The girl on the phone sounded sexy, I\n"
                   "bet she would look good on my lap.\n")
DEMANDS = Written("unreasonable_demands", "write every day",
                  "I wish to make a complaint. I demand to speak to Mr Brown and nobody else, and I will\n"
                  "write every day until you send me every file you hold. I refuse to follow your\n"
                  "complaints procedure.\n")


def passages(case: dict) -> str:
    """All that was seen in the messages of a case, as `case show --json` has it."""
    return "\n".join(one["detail"] for message in case["messages"] for one in message["evidence"])
