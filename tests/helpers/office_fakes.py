"""Programs that stand in for LibreOffice and behave badly, each in a way of its own."""

import sys
from pathlib import Path

_START = """#!{python}
import os, signal, subprocess, sys, time
from pathlib import Path
out = Path(sys.argv[sys.argv.index("--outdir") + 1])
document = Path(sys.argv[-1])
notes = Path({notes!r})
notes.mkdir(exist_ok=True)
def note(name, text=""):
    (notes / name).write_text(text)
def pdf(data):
    (out / (document.stem + ".pdf")).write_bytes(data)
note("profile", next(each for each in sys.argv if each.startswith("-env:UserInstallation=")).partition("=")[2])
note("document", document.as_posix())
"""

# Each ends only if it is ended; what it starts would outlive it.
HANGS = "note('pid', str(os.getpid()))\ntime.sleep(600)"
IGNORES_SIGNALS = """
for each in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
    signal.signal(each, signal.SIG_IGN)
note('pid', str(os.getpid()))
time.sleep(600)
"""
SPAWNS = """
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
apart = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True)
note('children', f"{child.pid} {apart.pid}")
note('pid', str(os.getpid()))
time.sleep(600)
"""
SPAWNS_AND_ENDS = """
apart = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True)
note('children', str(apart.pid))
pdf(b"%PDF-1.7 nothing")
"""
NOTHING = ""
RUBBISH = "pdf(b'<html>not a page</html>')"
BROKEN = "pdf(b'%PDF-1.7\\nnothing in it')"
FAILS = "sys.exit(1)"
EMPTY = "pdf(b'')"


def fake_office(folder: Path, behaviour: str) -> Path:
    """A program that does this when it is asked for a PDF; what it notes is in `folder/notes`."""
    path = folder / "soffice"
    path.write_text(_START.format(python=sys.executable, notes=str(folder / "notes")) + behaviour, encoding="utf-8")
    path.chmod(0o755)
    return path


def noted(folder: Path, name: str) -> str:
    """What it noted."""
    return (folder / "notes" / name).read_text()


def gives(folder: Path, pdf: bytes) -> Path:
    """One that gives this PDF."""
    (folder / "made.pdf").write_bytes(pdf)
    return fake_office(folder, f"pdf(Path({str(folder / 'made.pdf')!r}).read_bytes())")
