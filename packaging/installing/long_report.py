"""Write a report of 50,000 words, as the benchmarks have it, to be opened by a built program: long_report.py FILE.

Run by the Python of `.venv`, which has the program, with the tests' folders beside it.
"""

import sys
from pathlib import Path

from benchmarks.sizes import FULL, pack, written
from clerkwell.storage import StoredReport, write_file

if __name__ == "__main__":
    write_file(Path(sys.argv[1]), StoredReport(report=written(FULL.large), pack_files=pack().files))
