"""Write a template's own sample as a report that is ready to be sent: sampled.py PACK FILE.

Run by the Python of `.venv`, which has the program; what is built has it to export without any error and read back.
"""

import sys
from pathlib import Path

from clerkwell.model import Report
from clerkwell.packs import load_folder
from clerkwell.storage import StoredReport, write_file

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def main(name: str, file: Path) -> None:
    """Write it with the pictures that it shows."""
    folder = TEMPLATES / name
    report = Report.model_validate_json((folder / "sample.json").read_bytes())
    attachments = {each.name: each.read_bytes() for each in (folder / "sample").iterdir()}
    write_file(file, StoredReport(report=report, pack_files=load_folder(folder).files, attachments=attachments))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
