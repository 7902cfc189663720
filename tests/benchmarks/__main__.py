"""Print the table: `python3 chores.py bench [NAMES] [--quick]`."""

import argparse
import importlib
import platform
import sys
import time

from benchmarks.measuring import Row, table
from benchmarks.sizes import FULL, QUICK

NAMES = (
    "starting",
    "keystroke",
    "live",
    "switching",
    "blocking",
    "exporting",
    "reading",
    "saving",
    "checking",
    "rules",
    "memory",
    "preview",
)


def main(arguments: list[str]) -> int:
    """Run the benchmarks that are named, all of them if none is, and print one table."""
    parser = argparse.ArgumentParser(prog="chores.py bench")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(NAMES)}")
    parser.add_argument("--quick", action="store_true", help="fewer rounds and sizes")
    asked = parser.parse_args(arguments)
    unknown = set(asked.names) - set(NAMES)
    if unknown:
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")
    sizes = QUICK if asked.quick else FULL
    began = time.monotonic()
    rows: list[Row] = []
    for name in asked.names or NAMES:
        sys.stderr.write(f"{name} …\n")
        rows += importlib.import_module(f"benchmarks.{name}").run(sizes)
    sys.stdout.write(table(rows) + "\n")
    sys.stdout.write(f"\nPython {platform.python_version()}, {time.monotonic() - began:.0f} s in all\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
