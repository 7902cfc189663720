#!/usr/bin/env python3
"""The one door for chores: `python3 chores.py` lists them.

Runs with the standard library of any Python 3, so that an old one is told in a sentence what it needs. The work is in
packaging/housekeeping/.
"""

import sys
from pathlib import Path

OLDEST = (3, 11)


def main() -> int:
    if sys.version_info < OLDEST:
        sys.stderr.write(
            "Clerkwell needs Python {}.{} or newer, and this is Python {}.{}. Install a newer one from python.org or "
            "your system's packages, and run chores.py with it (for example: python3.11 chores.py run).\n".format(
                *OLDEST, *sys.version_info[:2]
            )
        )
        return 2
    sys.path.insert(0, str(Path(__file__).resolve().parent / "packaging"))
    from housekeeping.chores import run_chore

    return run_chore(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
