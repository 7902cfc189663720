"""No engine opens a connection: every call for a socket is watched, of the program and of all that it starts."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from clerkwell.word.writer import write_document
from helpers.shipped import kept, sample, shipped

WORK = """
import sys
from pathlib import Path
from clerkwell.printing import engines, to_pdf
made = to_pdf(Path(sys.argv[1]).read_bytes(), lambda: engines(sys.argv[2]))
print(made.engine.kind)
"""
FOLLOWED = """
from clerkwell.session.pages_apart import PagesApart
from helpers.shipped import kept, sample, shipped
pack, apart = shipped("city-of-london-2023"), PagesApart()
for _ in range(2):
    apart.pages(sample(pack), pack, kept(pack))
apart.close()
print("followed")
"""
NEEDS = {"libreoffice": "soffice", "approximation": "strace"}


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace, which watches for sockets, is not here")
@pytest.mark.parametrize(
    "kind", [pytest.param("libreoffice", marks=pytest.mark.libreoffice), pytest.param("approximation")]
)
def test_no_engine_opens_a_connection(kind: str, tmp_path: Path) -> None:
    if shutil.which(NEEDS[kind]) is None:
        pytest.skip(f"{NEEDS[kind]} is not here")
    pack = shipped("city-of-london-2023")
    document = tmp_path / "report.docx"
    document.write_bytes(write_document(sample(pack), pack, draft=True, attachments=kept(pack)))
    done, asked = watched(tmp_path, WORK, str(document), kind)

    assert done.stdout.strip() == kind, done.stderr
    assert asked == []


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace, which watches for sockets, is not here")
def test_the_process_of_the_preview_opens_no_connection(tmp_path: Path) -> None:
    done, asked = watched(tmp_path, FOLLOWED)

    assert done.stdout.strip() == "followed", done.stderr
    assert asked == []


def watched(folder: Path, work: str, *arguments: str) -> "tuple[subprocess.CompletedProcess[str], list[str]]":
    """What came of work in a process of its own, and the network's sockets that it or its children asked for."""
    log = folder / "calls"
    done = subprocess.run(
        ["strace", "-f", "-qq", "-e", "trace=socket,bind,connect", "-o", str(log),
         sys.executable, "-c", work, *arguments],
        capture_output=True, text=True, check=False,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(each for each in sys.path if each),
            "CLERKWELL_HOME": str(folder / "profile"),
        },
    )  # fmt: skip
    if "ptrace" in done.stderr:
        pytest.skip("this computer does not let a program be watched")
    return done, re.findall(r"socket\(AF_INET.*", log.read_text())
