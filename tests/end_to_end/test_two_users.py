"""Two people on one computer, and a program that nobody may write to: real processes of two accounts, a real mount."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from clerkwell.system import templates_folder
from helpers.children import everyone_with
from helpers.screen import ROOT, program_environment
from helpers.tracing import needs_strace, refused_into, told
from helpers.users import as_nobody

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux") or os.geteuid() != 0, reason="only root can be two users"),
    pytest.mark.timeout(240),
]

# What one start leaves in a profile: lists, a log, a crash report, work to recover, a request of a second start.
A_DAY = """
from clerkwell.model import PackRef, Report
from clerkwell.storage import RecoveryFolder, StoredReport
from clerkwell.storage.keeper import Keeper
from clerkwell.system import CrashLog, folders, save_settings, start_logging, Settings, add_own_word
from clerkwell.system.files import keep_to_user
from clerkwell.ui.shell.handover import Handover, ask_first
from clerkwell.ui.start.recents import Recent, RecentReports
import os, logging, pathlib
os.umask(0o022)
at = folders()
at.state.mkdir(parents=True, mode=0o755)  # as an earlier version made it
for own in (at.config, at.data, at.state):
    keep_to_user(own)
start_logging(at.logs); logging.getLogger("clerkwell").warning("noted")
CrashLog(at.crashes, "1").note(ValueError())
save_settings(Settings(author_name="Sam Sample")); add_own_word(at.own_words, "Wellbrook")
RecentReports(at.state / "recent.json").add(Recent("/srv/Redundancies.clerkwell"))
Handover(at.window).hold(); ask = ask_first
RecoveryFolder(at.recovery).keep(None, "").write(StoredReport(report=Report(pack=PackRef(id="a", version="1.0.0"))), 1)
"""
# Another account's look at every folder and file of it.
LOOK = """
seen = []
for folder, folders, files in os.walk(sys.argv[1]):
    seen += files
print(sorted(seen), os.access(sys.argv[1], os.R_OK))
"""


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that everybody may look into and write in, which those of a test are not."""
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o777)
        yield Path(made)


def test_nobody_else_sees_anything_of_a_profile(open_to_all: Path) -> None:
    home = open_to_all / "profile"
    home.mkdir(mode=0o755)
    subprocess.run(
        [sys.executable, "-c", A_DAY],
        env={**program_environment(os.environ, home), "QT_QPA_PLATFORM": "offscreen"},
        check=True,
    )
    kept = {each.name for each in home.rglob("*") if each.is_file()}
    assert {"recent.json", "clerkwell.log", "settings.toml", "words.txt", "00000001.snapshot", "window"} <= kept
    assert as_nobody(LOOK, str(home)) == "[] True\n"


def test_two_users_start_at_the_same_time_and_neither_meets_the_others_window(
    open_to_all: Path, tmp_path: Path
) -> None:
    """Each holds a window of their own, whatever the other does with the same names."""
    shared = open_to_all
    hold = (
        "from clerkwell.system.held import HeldFile\n"
        "from clerkwell.system import folders, make_folder\n"
        "at = folders({'CLERKWELL_HOME': sys.argv[1]})\n"
        "print(HeldFile(make_folder(at.window) / 'window').hold())\n"
        "try: print(list((Path(sys.argv[2]) / 'state').iterdir()))\n"
        "except PermissionError: print('closed')\n"
    )
    ours = f"import sys, os\nfrom pathlib import Path\n{hold}sys.stdout.flush(); os.close(1); sys.stdin.read()"
    first = subprocess.Popen(
        [sys.executable, "-c", ours, str(shared / "one"), str(shared / "other")],
        env=program_environment(os.environ, tmp_path / "unused"), text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert first.stdout is not None
    assert first.stdout.readline() == "True\n"
    try:
        assert as_nobody(hold, str(shared / "other"), str(shared / "one")) == "True\nclosed\n"
    finally:
        first.communicate("")


@needs_strace
def test_the_program_never_tries_to_write_where_it_is_installed(tmp_path: Path) -> None:
    """In a folder that the system itself keeps from being written; it would say so of each try."""
    log = tmp_path / "refused"
    log.touch()
    package = Path(sys.modules["clerkwell"].__path__[0])
    installed = ROOT if package.is_relative_to(ROOT) else package
    watched = [*refused_into(log), sys.executable, "-m", "clerkwell", "self-test"]
    mounted = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && touch "$1/made" 2>/dev/null; shift; exec "$@"'
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", mounted, "sh", str(installed), *watched],
        env={**program_environment(os.environ, tmp_path / "profile"), "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert not (installed / "made").exists()
    assert done.stdout.count("ok: ") == len(list(templates_folder().glob("*/pack.toml")))
    said = told(log)
    assert "ENOENT" in said, "nothing was watched"
    assert [line for line in said.splitlines() if "EROFS" in line] == []
    assert not everyone_with(tmp_path, "self-test")


@needs_strace
def test_a_try_to_write_there_would_be_noticed(tmp_path: Path) -> None:
    log = tmp_path / "refused"
    (tmp_path / "installed").mkdir()
    code = f"import pathlib; pathlib.Path({str(tmp_path / 'installed')!r}, 'made').touch()"
    mounted = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1"; shift; exec "$@"'
    subprocess.run(
        ["unshare", "-m", "sh", "-c", mounted, "sh", str(tmp_path / "installed"), *refused_into(log), sys.executable,
         "-c", code],
        cwd=tmp_path, capture_output=True, check=False,
    )  # fmt: skip
    assert "EROFS" in told(log)
