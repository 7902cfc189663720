"""From starting a process to a window that answers, and what it holds in memory then; beside a bare Qt window."""

import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring import Row
from benchmarks.processes import python, surroundings
from benchmarks.sizes import FULL, Sizes, count, pack, report
from clerkwell.session.shared_packs import SharedPacks
from clerkwell.storage import StoredReport, to_clerkpack, write_file
from clerkwell.system import folders
from clerkwell.system.packfolders import kept_packs
from clerkwell.workshop import usable

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
from benchmarks.watched import watch
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTextEdit())
window.show()
watch(app)
app.exec()
"""
# The program's own start, from its own door; the application is only made earlier, so that it can be watched.
PROGRAM = """
import sys
sys.argv = ["clerkwell", *{arguments!r}]
from clerkwell.__main__ import load_window, main
load_window(with_report=bool({arguments!r}))
from clerkwell.app import make_application
from benchmarks.watched import watch
app = make_application()
watch(app)
sys.exit(main())
"""

# More than any council has.
_SHARED = 30


@dataclass(frozen=True)
class Start:
    """Milliseconds until the window answered, those the processor worked for it, and megabytes held then."""

    took: float
    worked: float
    held: float


def run(sizes: Sizes = FULL) -> list[Row]:
    """The rows for starting, warm: the first start of each does not count."""
    with tempfile.TemporaryDirectory() as name:
        profile, shared = Path(name, "plain"), Path(name, "shared")
        profile.mkdir()
        _share(shared)
        file = profile / "large.clerkwell"
        write_file(file, StoredReport(report=report(sizes.large), pack_files=pack().files))
        starts = {
            "bare": BARE,
            "empty": PROGRAM.format(arguments=[]),
            "large": PROGRAM.format(arguments=[str(file)]),
            "shared": PROGRAM.format(arguments=[]),
        }
        homes = {name: shared if name == "shared" else profile for name in starts}
        for name, code in starts.items():
            _start(code, homes[name])
        figures: dict[str, list[Start]] = {name: [] for name in starts}
        for _ in range(sizes.rounds):
            for name, code in starts.items():
                figures[name].append(_start(code, homes[name]))
    best = {
        name: Start(*(min(each) for each in zip(*((one.took, one.worked, one.held) for one in starts), strict=True)))
        for name, starts in figures.items()
    }
    bare, empty, large = best["bare"], best["empty"], best["large"]
    against, size = "a bare PySide6 window", count(sizes.large)
    rows = [
        Row("start, no report", "", empty.took, "ms", against, bare.took, most=1000, times=3),
        # What other programs do at the same time does not count here.
        Row("start, on the processor", "", empty.worked, "ms", against, bare.worked, times=3),
        Row(
            "start with shared packs",
            f"{_SHARED} packs",
            best["shared"].worked,
            "ms",
            "without",
            empty.worked,
            times=1.5,
        ),
        Row("start with a report", size, large.took, "ms", against, bare.took),
        Row("start with a report, on the processor", size, large.worked, "ms", against, bare.worked),
    ]
    if sys.platform.startswith("linux"):
        rows += [
            Row("memory, no report", "", empty.held, "MB", against, bare.held, most=150),
            Row("memory with a report", size, large.held, "MB", against, bare.held, most=250),
        ]
    return rows


def _start(code: str, profile: Path) -> Start:
    began = time.time()
    done = subprocess.run(
        python(code), env=surroundings(profile), capture_output=True, text=True, check=False, timeout=120
    )
    if done.returncode:
        raise RuntimeError(f"the program did not start: {done.stderr}")
    at, worked, held = (float(figure) for figure in done.stdout.split())
    return Start((at - began) * 1000, worked * 1000, held)


def _share(profile: Path) -> None:
    """A profile whose shared folder has packs that were taken in at a start before."""
    folder = profile.with_name("share")
    folder.mkdir()
    (profile / "config").mkdir(parents=True)
    (profile / "config" / "settings.toml").write_text(f"shared_packs = {str(folder)!r}\n", encoding="utf-8")
    files = pack().files
    for number in range(_SHARED):
        manifest = files["pack.toml"].decode().replace(f'id = "{pack().id}"', f'id = "shared-{number}"')
        data = to_clerkpack({**files, "pack.toml": manifest.encode()})
        (folder / f"{number}.clerkpack").write_bytes(data)
    SharedPacks(folder, kept_packs(folder, folders({"CLERKWELL_HOME": str(profile)})), usable).look()
