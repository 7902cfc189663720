"""Take README's picture of the desk anew: the real program with a half-written report, on a screen of its own.

python packaging/pictures/desk.py    writes desk.png beside this file (Xvfb, openbox, xdotool, ImageMagick)
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "desktop"), str(ROOT / "tests")]

from clerkwell.model import FieldValue, Report, SetField, SetSections, apply  # noqa: E402 - found once the path is set
from clerkwell.packs import load_folder  # noqa: E402
from clerkwell.storage import StoredReport, write_file  # noqa: E402
from helpers.screen import open_screen, running  # noqa: E402

PACK = ROOT / "templates" / "city-of-london-2023"


def half_written() -> Report:
    """The pack's own sample with a few things still to do, so that the picture shows what the program is for."""
    report = Report.model_validate_json((PACK / "sample.json").read_bytes())
    report = apply(SetField(field="report-author", value=FieldValue()), report)
    return apply(SetSections(sections=tuple(each for each in report.sections if each.id != "risk")), report)


def main() -> None:
    """Open it, go to the first section of text, and keep what is on the screen."""
    with tempfile.TemporaryDirectory() as name, open_screen(Path(name)) as screen:
        folder = Path(name)
        file = folder / "Public computers.clerkwell"
        pack = load_folder(PACK)
        attachments = {each.name: each.read_bytes() for each in (PACK / "sample").iterdir()}
        write_file(file, StoredReport(report=half_written(), pack_files=pack.files, attachments=attachments))
        with running(screen, folder / "profile", str(file)):
            screen.wait_title("Example Street Library")
            screen.key(*sys.argv[1:] or ["ctrl+Next"] * 4)
            time.sleep(2)
            shot, picture = folder / "desk.png", HERE / "desk.png"
            asked = ["xdotool", "getactivewindow"]
            window = subprocess.run(asked, env=screen.environment, capture_output=True, text=True, check=True).stdout
            subprocess.run(["import", "-window", window.strip(), str(shot)], env=screen.environment, check=True)
            # Few colours are enough for a window, and half the size.
            subprocess.run(["convert", str(shot), "+dither", "-colors", "128", "-strip", str(picture)], check=True)


if __name__ == "__main__":
    main()
