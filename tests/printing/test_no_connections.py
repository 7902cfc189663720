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
    log = tmp_path / "calls"
    done = subprocess.run(
        ["strace", "-f", "-qq", "-e", "trace=socket,bind,connect", "-o", str(log),
         sys.executable, "-c", WORK, str(document), kind],
        capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(each for each in sys.path if each)},
    )  # fmt: skip
    if "ptrace" in done.stderr:
        pytest.skip("this computer does not let a program be watched")

    assert done.stdout.strip() == kind, done.stderr
    assert re.findall(r"socket\(AF_INET.*", log.read_text()) == []
