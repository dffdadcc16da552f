"""The five packs as they are installed, and a sixth organisation that nobody wrote a line of code for.

No mail server is needed: what `redressctl` reads and counts is the whole of it.
"""

import pathlib
import subprocess
import tempfile
import types
import unittest

import harness

DONE, NOT_SO, WRONG = 0, 1, 2  # exit statuses
PACKS = {"ceme": 1, "cieem": 1, "cilex": 4, "cim": 1, "client-behaviour": 1}  # to the count of stages

# Whom the packs name besides those of CIM, so that no role is without somebody.
EVERYBODY = """
[[staff]]
name = "Everybody Else"
email = "everybody@example.org"
roles = ["professional-standards-committee", "customer-service", "customer-service-team-leader",
         "corporate-compliance-manager", "audit-and-risk-committee", "executive-committee", "all-staff",
         "operations-director", "senior-management"]
"""
LAW_SCHOOL = """
[[body]]
name = "CILEX Law School"
contact = ["CILEX Law School", "law-school@example.org"]
"""
IN_USE = 'policy = "policies/cim/policy.toml"'


class Packs(unittest.TestCase):
    def setUp(self):
        folder = pathlib.Path(self.enterContext(
            tempfile.TemporaryDirectory(prefix="redress-scenario-")))
        nowhere = types.SimpleNamespace(imaps_port=993, imap_port=143, smtp_port=25,
                                        ca=folder / "ca.pem")
        self.redress = harness.Redress(nowhere, folder)

    def tool(self, *words, status=DONE) -> subprocess.CompletedProcess:
        done = self.redress.run_tool(*words)
        self.assertEqual(done.returncode, status, done.stderr)
        return done

    def use(self, pack: str) -> None:
        """Settings as that organisation would write them, with somebody in every role."""
        self.redress.change_settings(IN_USE, f'policy = "policies/{pack}/policy.toml"')
        self.redress.add_settings(EVERYBODY + (LAW_SCHOOL if pack == "cilex" else ""))

    def new_policy(self, name: str) -> pathlib.Path:
        self.tool("policy", "new", name)
        return self.redress.folder / "policies" / name / "policy.toml"


class ShippedPacks(Packs):
    def test_every_pack_is_listed_with_its_stages(self):
        self.assertEqual({row["name"]: row["stages"] for row in self.redress.rows("policy", "list")},
                         PACKS)
        listed = self.tool("policy", "list").stdout
        for name in PACKS:
            self.assertIn(name, listed)

    def test_every_pack_checks_without_a_warning_once_every_role_is_somebodys(self):
        settings = self.redress.settings.read_text()
        for pack in PACKS:
            with self.subTest(pack=pack):
                self.redress.settings.write_text(settings)
                self.use(pack)
                self.assertEqual(self.tool("check").stderr, "")

    def test_every_pack_is_shown_with_its_clauses(self):
        clauses = {"ceme": "Policy Content, item 7", "cieem": "Appropriate behaviour, second list, item 3",
                   "cilex": "Appendix D", "cim": "Complaints procedure, paragraph 1",
                   "client-behaviour": "Procedures, second list, item 6"}
        for pack, clause in clauses.items():
            with self.subTest(pack=pack):
                shown = self.tool("policy", "show", pack).stdout
                self.assertIn("Stage 1", shown)
                self.assertIn(clause, shown)

    def test_a_pack_is_shown_as_json(self):
        shown = self.redress.one("policy", "show", "ceme")
        self.assertEqual(shown["stages"][0]["respond"],
                         {"within": "2 days", "from": "received", "clause": "Policy Content, item 1"})
        self.assertEqual([(one["name"], one["act"]["within"], one["standard"])
                          for one in shown["priorities"]],
                         [("low", "7 days", False), ("medium", "5 days", True),
                          ("high", "3 days", False)])

    def test_without_a_name_the_policy_in_use_is_shown_with_its_settings(self):
        self.use("cilex")
        self.redress.change_settings("[store]", "closure_days = [2026-12-24]\n\n[store]")
        shown = self.redress.one("policy", "show")
        self.assertEqual(shown["closure_days"], ["2026-12-24"])
        self.assertEqual(shown["bodies"][1]["contact"], ["CILEX Law School", "law-school@example.org"])

    def test_a_policy_that_is_not_there_names_those_that_are(self):
        done = self.tool("policy", "show", "cym", status=NOT_SO)
        self.assertIn("cilex, cim", done.stderr)

    def test_CILEX_03_an_address_that_the_policy_does_not_give_is_asked_for(self):
        self.use("cilex")
        self.redress.change_settings(LAW_SCHOOL, "")
        done = self.tool("check", status=WRONG)
        self.assertIn("policies/cilex/policy.toml:", done.stderr)
        self.assertIn("add [[body]] with name = \"CILEX Law School\"", done.stderr)
        self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)

    def test_a_role_that_nobody_has_is_a_warning(self):
        self.use("cim")
        self.redress.change_settings('"institute-secretary", ', "")
        done = self.tool("check")
        self.assertIn('referral.role: nobody has the role "institute-secretary"', done.stderr)
        warnings = self.redress.one("check")["warnings"]
        self.assertEqual(len(warnings), 1, warnings)


class SixthOrganisation(Packs):
    """The Example Trust: a folder beside the settings is all there is of it."""

    def trust(self) -> pathlib.Path:
        policy = self.new_policy("example-trust")
        self.redress.change_settings(IN_USE, 'policy = "policies/example-trust/policy.toml"')
        return policy

    def test_what_is_laid_out_works_as_it_stands(self):
        policy = self.trust()
        self.assertEqual(self.tool("check").stderr, "")
        shown = self.redress.one("policy", "show", "example-trust")
        self.assertIn("product's own default", shown["stages"][0]["acknowledge"]["clause"])
        rows = {row["name"]: row for row in self.redress.rows("policy", "list")}
        self.assertEqual((rows["example-trust"]["own"], rows["example-trust"]["file"]),
                         (True, str(policy)))
        self.assertEqual(set(rows), set(PACKS) | {"example-trust"})

    def test_its_limits_are_counted(self):
        policy = self.trust()
        text = policy.read_text()
        for line in ("acknowledge = { within", "respond = { within = \"20 working"):
            self.assertIn("# " + line, text)
            text = text.replace("# " + line, line)
        policy.write_text(text)
        self.tool("check")
        counted = self.redress.one("deadlines", "--received", "2026-03-02T10:30:00Z")
        due = {one["kind"]: (one["at"], one["clause"]) for one in counted["due"]}
        # A Monday: three working days end on Thursday; twenty, with no bank holiday in four weeks,
        # on Monday 30 March, when summer time has begun.
        self.assertEqual(due["acknowledge"], ("2026-03-05T23:59:59Z", "Section 3, paragraph 1"))
        self.assertEqual(due["respond"], ("2026-03-30T22:59:59Z", "Section 3, paragraph 3"))

    def test_it_may_include_what_came_with_the_program(self):
        policy = self.trust()
        policy.write_text(policy.read_text().replace("# include = ", "include = "))
        self.redress.add_settings(EVERYBODY)
        self.assertEqual(self.tool("check").stderr, "")
        measures = self.redress.one("policy", "show")["measures"]
        self.assertIn("end-engagement", [one["name"] for one in measures])

    def test_a_mistake_in_an_included_file_names_that_file(self):
        policy = self.trust()
        (policy.parent / "ours.toml").write_text('[[measure]]\nname = "stop"\ndecided_by = []\n')
        policy.write_text(policy.read_text().replace('# include = ["../client-behaviour/behaviour.toml"]',
                                                     'include = ["ours.toml"]'))
        done = self.tool("check", status=WRONG)
        self.assertIn(f"{policy.parent}/ours.toml:1: measure.title: missing", done.stderr)

    def test_its_own_letters_may_lie_beside_the_settings(self):
        self.trust()
        letters = self.redress.folder / "templates/example-trust"
        letters.mkdir(parents=True)
        (letters / "acknowledgement.subject.mustache").write_text("The Trust has your {{nonsense}}\n")
        done = self.tool("check", status=WRONG)
        self.assertIn(f"{letters}/acknowledgement.subject.mustache:1:", done.stderr)

    def test_nothing_is_overwritten(self):
        policy = self.new_policy("example-trust")
        policy.write_text("mine\n")
        done = self.tool("policy", "new", "example-trust", status=NOT_SO)
        self.assertIn("exists already", done.stderr)
        self.assertEqual(policy.read_text(), "mine\n")

    def test_a_name_that_came_with_the_program_or_is_no_folder_name_is_refused(self):
        for name in ("cim", "common", "../cim", "Example Trust"):
            with self.subTest(name=name):
                self.tool("policy", "new", name, status=WRONG)
        self.assertFalse((self.redress.folder / "policies").exists())

    def test_a_policy_that_contradicts_itself_is_refused_at_its_line(self):
        policy = self.trust()
        good = policy.read_text()
        for wrong, words in (
                ('\n[[priority]]\nname = "low"\n', "priority.standard: no priority is the standard"),
                ('\n[[measure]]\nname = "m"\ntitle = "M"\ndecided_by = []\nclause = "1"\n',
                 "measure.decided_by: nobody may decide it"),
                ('\n[[behaviour]]\ncategory = "rude"\ntitle = "R"\nclause = "1"\n',
                 'behaviour.category: "rude"'),
                ('\n[[referral]]\nname = "r"\ntitle = "R"\nletter = "nothing"\nclause = "1"\n',
                 'referral.letter: there is no letter "nothing"')):
            with self.subTest(words=words):
                policy.write_text(good + wrong)
                done = self.tool("check", status=WRONG)
                self.assertIn(f"{policy}:", done.stderr)
                self.assertIn(words, done.stderr)


if __name__ == "__main__":
    harness.main()
