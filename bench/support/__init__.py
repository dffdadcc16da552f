"""What the benchmarks share."""

import pathlib
import sys

# The private mail servers are those of the tests.
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tests/support"))
