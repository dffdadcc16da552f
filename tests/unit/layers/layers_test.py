#!/usr/bin/python3
"""The folders include only what their layer may: arrows point down, and pure layers do no I/O.

Usage: layers_test.py SOURCE_FOLDER
"""

import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(sys.argv.pop(1)).resolve()

# Which of our own folders a layer may include, besides itself.
MAY_INCLUDE = {
    "daemon/domain": [],
    "daemon/ports": ["daemon/domain"],
    "parsers": ["daemon/domain"],
    "templates": ["daemon/domain"],
    "config": ["daemon/domain"],
    "daemon/app": ["daemon/ports", "daemon/domain", "parsers", "templates", "config"],
    "daemon/adapters/curl": ["daemon/ports", "daemon/domain"],
    "daemon/adapters/sqlite": ["daemon/ports", "daemon/domain"],
    "daemon/adapters/system": ["daemon/ports", "daemon/domain"],
    "daemon/adapters/systemd": ["daemon/ports", "daemon/domain"],
    "daemon/adapters/control": ["daemon/ports", "daemon/domain"],
    "daemon/extract": ["parsers/documents"],
    "daemon/wiring": ["daemon/app", "daemon/adapters", "daemon/ports", "daemon/domain", "config"],
    "daemon/ctl": ["daemon/wiring", "daemon/app", "daemon/adapters", "daemon/ports",
                   "daemon/domain", "parsers", "templates", "config"],
}
PURE = ["daemon/domain", "parsers", "templates", "config"]

# What no pure layer may include: the means of doing I/O, of waiting and of logging.
IMPURE = re.compile(
    r"^(boost/asio.*|curl/.*|SQLiteCpp/.*|sqlite3\.h|spdlog/.*|systemd/.*|sys/.*|netinet/.*|arpa/.*"
    r"|unistd\.h|fcntl\.h|poll\.h|netdb\.h|stdio\.h|cstdio|fstream|iostream|filesystem|thread|mutex"
    r"|future|condition_variable|random|syslog\.h)$")

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)


def sources(folder: str):
    """Every C++ file of a layer."""
    return sorted(path for pattern in ("*.hpp", "*.cpp") for path in (ROOT / folder).rglob(pattern))


def includes(path: pathlib.Path):
    return INCLUDE.findall(path.read_text())


def inside(include: str, folder: str) -> bool:
    return include.startswith(folder + "/")


class Layers(unittest.TestCase):
    def test_every_source_belongs_to_a_known_layer(self):
        known = [ROOT / layer for layer in MAY_INCLUDE]
        stray = [str(path.relative_to(ROOT))
                 for top in ("daemon", "parsers", "templates", "config") for path in sources(top)
                 if path.parent != ROOT / "daemon" and not any(
                     path.is_relative_to(folder) for folder in known)]
        self.assertEqual(stray, [])

    def test_arrows_only_point_down(self):
        wrong = []
        for layer, allowed in MAY_INCLUDE.items():
            for path in sources(layer):
                ours = [name for name in includes(path) if re.match(
                    r"(daemon|parsers|templates|config|tests|bench)/", name)]
                wrong += [f"{path.relative_to(ROOT)} includes {name}" for name in ours
                          if not any(inside(name, folder) for folder in [layer, *allowed])]
        self.assertEqual(wrong, [])

    def test_pure_layers_do_no_io(self):
        wrong = [f"{path.relative_to(ROOT)} includes {name}"
                 for layer in PURE for path in sources(layer) for name in includes(path)
                 if IMPURE.match(name)]
        self.assertEqual(wrong, [])

    def test_sql_lives_only_in_its_adapter(self):
        statement = re.compile(r'"\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE)\s')
        wrong = [str(path.relative_to(ROOT))
                 for layer in MAY_INCLUDE if layer != "daemon/adapters/sqlite"
                 for path in sources(layer) if statement.search(path.read_text())
                 # IMAP has a SELECT too
                 and layer != "daemon/adapters/curl"]
        self.assertEqual(wrong, [])

    def test_the_test_sees_what_it_looks_for(self):
        """A pattern that matches nothing would pass for ever."""
        self.assertTrue(IMPURE.match("boost/asio/awaitable.hpp"))
        self.assertFalse(IMPURE.match("boost/system/result.hpp"))
        self.assertEqual(INCLUDE.findall('#include <a/b.hpp>\n  # include "c.hpp"\n'),
                         ["a/b.hpp", "c.hpp"])
        self.assertGreater(len(sources("daemon/domain")), 5)


if __name__ == "__main__":
    unittest.main()
