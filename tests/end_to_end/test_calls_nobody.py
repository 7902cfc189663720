"""Nothing calls out and nothing listens: the whole program is watched from outside, with every process it starts.

From the first start to the last, in a real window: a report begun, written, checked, seen in the preview, saved,
exported as a Word document and as a PDF of our own pages, lost and recovered, handed over by a second start; and each
command of the command line.
"""

import shutil
import sys
import time
from pathlib import Path

import pytest

from clerkwell.printing.finding import NO_OFFICE
from clerkwell.storage import StoredReport, write_file
from clerkwell.system import templates_folder
from helpers.children import everyone_with
from helpers.officer import Officer
from helpers.screen import Program, Screen, program_environment, running, wait_for
from helpers.shipped import kept, sample, shipped
from helpers.tracing import forbidden, needs_strace, run_watched, sockets_into, told

pytestmark = [pytest.mark.timeout(400), needs_strace]

SUBJECT = "Opening hours of the library"
PACK = "generic-english-council"
LOST = "Words that nobody had time to save."


@pytest.mark.display
def test_a_whole_journey_opens_no_connection_and_nothing_listens(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(screen.environment, NO_OFFICE, "1")
    profile, log = tmp_path / "profile", tmp_path / "sockets"
    screen.under = sockets_into(log)
    officer = Officer(screen, tmp_path / "library.clerkwell")
    with running(screen, profile) as program:
        _write_and_export(screen, officer, profile, tmp_path)
        screen.key("ctrl+Next")
        screen.type(LOST)
        wait_for("a snapshot with the words", lambda: _kept(profile).count(LOST.encode()))
        program.kill()
    with running(screen, profile) as program:
        screen.wait_title("Recover unsaved work")
        screen.key("Return")
        screen.wait_title(SUBJECT)
        second = Program(screen, profile, (str(officer.path),))
        assert second.wait() == 0
        screen.key("ctrl+s")
        time.sleep(1)
        screen.key("ctrl+q")
        program.wait()

    said = told(log)
    # It was watched: the window reached its screen, in each of three starts.
    assert said.count("socket(AF_UNIX") >= 3
    assert forbidden(said) == []


def _write_and_export(screen: Screen, officer: Officer, profile: Path, folder: Path) -> None:
    screen.wait_title("Clerkwell")
    screen.key("End", "Return")
    screen.wait_title("New report")
    officer.save_as()
    officer.answer("committees.date", "23/01/2026", row=0)
    officer.answer("subject", SUBJECT)
    officer.mend_section("recommendations", "Agree the new opening hours.")
    officer.write("background", "The library opens for 40 hours a week.")
    screen.key("ctrl+alt+v")
    wait_for("the preview", lambda: everyone_with(profile, "--follow-pages"))
    officer.export(folder / "library.docx")
    _export_pdf(screen, folder / "library.pdf")


def _export_pdf(screen: Screen, path: Path) -> None:
    screen.key("ctrl+alt+d")
    screen.wait_title("Export PDF")
    screen.key("ctrl+a")
    screen.type(str(path))
    screen.key("Return")
    wait_for("the PDF", path.exists)


def _kept(profile: Path) -> bytes:
    newest = max(profile.glob("state/recovery/*/*.snapshot"), default=None)
    return newest.read_bytes() if newest else b""


def test_no_command_opens_a_connection_and_nothing_listens(tmp_path: Path) -> None:
    """All in one process, so that each need not start anew; what they start is watched too."""
    shutil.copytree(templates_folder() / PACK, tmp_path / "pack")
    pack = shipped(PACK)
    stored = StoredReport(report=sample(pack), pack_files=pack.files, attachments=kept(pack))
    write_file(tmp_path / "sample.clerkwell", stored)
    done, said = _watched([sys.executable, "-c", EACH, *(words for _, words in COMMANDS)], tmp_path)
    codes = [int(line.removeprefix("code ")) for line in done.splitlines() if line.startswith("code ")]
    assert list(zip(codes, (words for _, words in COMMANDS), strict=True)) == list(COMMANDS)
    assert (tmp_path / "sample.pdf").exists()
    assert (tmp_path / "sets").is_dir()
    assert forbidden(said) == []


def test_the_self_test_opens_no_connection_and_nothing_listens(tmp_path: Path) -> None:
    done, said = _watched([sys.executable, "-m", "clerkwell", "self-test"], tmp_path)
    assert "ok: " in done
    assert forbidden(said) == []


def _watched(command: list[str], folder: Path) -> tuple[str, str]:
    """What a command printed, and what it asked of sockets."""
    log = folder / "sockets"
    log.touch()
    environment = {**program_environment({}, folder / "profile"), "PATH": "/usr/bin:/bin", NO_OFFICE: "1"}
    done = run_watched(command, log, environment, folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout, told(log)


# Runs the commands that it is given one after another, and says how each ended.
EACH = """
import sys
from clerkwell.cli import main
for words in sys.argv[1:]:
    print(f"code {main(words.split())}", flush=True)
"""
# What each has to end with, and its words.
COMMANDS = (
    (0, f"new --pack {PACK} -o report.clerkwell"),
    (1, "check report.clerkwell --json"),
    (1, "check . --html -o table.html"),
    (1, "export report.clerkwell -o final.docx"),
    (0, "export report.clerkwell -o draft.docx --draft --pdf"),
    (0, "export report.clerkwell -o blank.docx --blank"),
    (0, "import draft.docx -o again.clerkwell"),
    (0, "keep report.clerkwell First"),
    (0, "merge report.clerkwell draft.docx -o merged.clerkwell"),
    (0, "compare report.clerkwell again.clerkwell"),
    (0, "compare report.clerkwell again.clerkwell -o compared.docx"),
    (0, "show report.clerkwell --json"),
    (0, "waivers report.clerkwell"),
    (0, "rules --json"),
    (0, "gather --quick -o gathered.zip"),
    (0, "pack list --json"),
    (0, "pack check pack"),
    (0, "pack repair pack"),
    (0, "pack bundle pack -o pack.clerkpack"),
    (1, "pack new draft.docx -o made"),
    (0, f"pack diff pack {PACK}"),
    (0, "export sample.clerkwell -o sample.docx --pdf"),
    (0, "export sample.clerkwell --sets sets"),
)


@pytest.mark.parametrize(
    ("code", "noticed"),
    [
        ("import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)", "socket(AF_INET, "),
        ("import socket; socket.socket(socket.AF_INET6)", "socket(AF_INET6, "),
        ("import socket; socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)", "socket(AF_NETLINK, "),
        (
            "import socket; s = socket.socket(socket.AF_UNIX); s.bind('here'); s.listen(1)",
            "listen(",
        ),
        (
            "import multiprocessing.connection as m; m.Listener(family='AF_UNIX').close()",
            "listen(",
        ),
        (
            "import subprocess, sys, threading\n"
            "c = [sys.executable, '-c', 'import socket; socket.socket(socket.AF_INET)']\n"
            "t = threading.Thread(target=lambda: subprocess.run(c, start_new_session=True)); t.start(); t.join()",
            "socket(AF_INET, ",
        ),
        (
            "import ctypes; ctypes.CDLL(None).socket(2, 1, 0)",
            "socket(AF_INET, ",
        ),
    ],
    ids=[
        "datagram",
        "version six",
        "the system's own",
        "a listener",
        "of multiprocessing",
        "in a child",
        "past Python",
    ],
)
def test_a_connection_or_a_listener_would_be_noticed(tmp_path: Path, code: str, noticed: str) -> None:
    log = tmp_path / "sockets"
    done = run_watched([sys.executable, "-c", code], log, program_environment({}, tmp_path / "profile"), tmp_path)
    assert done.returncode == 0, done.stderr
    assert [each for each in forbidden(told(log)) if each.startswith(noticed)]


def test_a_client_on_this_computer_is_no_connection(tmp_path: Path) -> None:
    """As a window is to its screen, and Python to the system where it looks an account up."""
    log = tmp_path / "sockets"
    code = "import socket; one, two = socket.socketpair(); socket.socket(socket.AF_UNIX).close(); one.close()"
    run_watched([sys.executable, "-c", code], log, program_environment({}, tmp_path / "profile"), tmp_path)
    assert "socket(AF_UNIX" in told(log)
    assert forbidden(told(log)) == []
