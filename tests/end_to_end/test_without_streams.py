"""A program with a window has no standard output on Windows, nor a standard error."""

import os
import subprocess
import sys
from pathlib import Path

from helpers.screen import program_environment

# As the system leaves them there.
NO_STREAMS = """
import sys
sys.stdin = sys.stdout = sys.stderr = None
sys.argv = ["clerkwell", "self-test"]
from clerkwell.__main__ import main
sys.exit(main())
"""


def test_the_self_test_passes_where_there_is_nothing_to_print_to(tmp_path: Path) -> None:
    env = program_environment({**os.environ, "QT_QPA_PLATFORM": "offscreen"}, tmp_path / "profile")
    done = subprocess.run([sys.executable, "-c", NO_STREAMS], env=env, cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
