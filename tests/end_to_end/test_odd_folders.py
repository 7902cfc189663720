"""The whole program in folders as people and systems call them: accents, blanks, marks, and paths that are long."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from clerkwell.printing.finding import NO_OFFICE
from clerkwell.storage import read_file
from clerkwell.system import resources_folder, templates_folder
from helpers.screen import program_environment

pytestmark = pytest.mark.timeout(240)

# What a home, a share and an install folder may be called. The last is longer than Windows takes, all in all.
ODD = {
    "odd": "Zoë O’Sample’s repörts/50% off & more #1 [draft] {x} $HOME ~ ;,/Ω Łódź 委員会",
    "long": "/".join(["Reports of the committees of the council"] * 8),
}
DAY = """
import sys
from clerkwell.__main__ import main
for words in (
    ["new", "--pack", "generic-english-council", "-o", "Parks & çafés.clerkwell"],
    ["export", "Parks & çafés.clerkwell", "--draft", "--pdf", "-o", "Parks & çafés.docx"],
    ["import", "Parks & çafés.docx", "-o", "Again.clerkwell"],
    ["self-test"],
):
    sys.argv[1:] = words
    if main():
        sys.exit(f"{words} failed")
"""


@pytest.mark.parametrize("name", ODD)
def test_the_program_works_in_a_folder_of_any_name(tmp_path: Path, name: str) -> None:
    here = tmp_path / ODD[name]
    work, temporary, installed = here / "work", here / "tmp", here / "installed"
    for each in (work, temporary):
        each.mkdir(parents=True)
    package = Path(sys.modules["clerkwell"].__path__[0])
    shutil.copytree(package, installed / "clerkwell", ignore=shutil.ignore_patterns("__pycache__"))
    for shipped in (templates_folder(), resources_folder()):
        if not (installed / "clerkwell" / shipped.name).exists():
            shutil.copytree(shipped, installed / "clerkwell" / shipped.name)
    environment = {
        **program_environment(os.environ, here / "home"),
        "PYTHONPATH": str(installed),
        "TMPDIR": str(temporary),
        "QT_QPA_PLATFORM": "offscreen",
        NO_OFFICE: "1",
    }
    done = subprocess.run(
        [sys.executable, "-P", "-c", DAY], env=environment, cwd=work, capture_output=True, text=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("ok: ") == len(list(templates_folder().glob("*/pack.toml")))
    assert (work / "Parks & çafés.pdf").read_bytes().startswith(b"%PDF")
    assert read_file(work / "Again.clerkwell").report.pack.id == "generic-english-council"
    assert list(temporary.iterdir()) == []
