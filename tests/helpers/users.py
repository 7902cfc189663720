"""Another user of this computer: what they can do, in a process of theirs. Only root can be two people."""

import os
import subprocess
import sys

NOBODY = 65534
_CHANGED = f"import os, sys\nfrom pathlib import Path\nos.setgroups([])\nos.setgid({NOBODY})\nos.setuid({NOBODY})\n"


def as_nobody(code: str, *arguments: str) -> str:
    """What Python prints when somebody else runs this code, which has `sys` and `Path`; fails if it fails."""
    # Modules are found before the user is changed: the checkout need not be open to others.
    done = subprocess.run(
        [sys.executable, "-c", _LOADED + _CHANGED + code, *arguments],
        capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(each for each in sys.path if each)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


_LOADED = "import clerkwell.storage, clerkwell.storage.lock, clerkwell.system.atomic, clerkwell.system.held\n"
