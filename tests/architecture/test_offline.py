"""Nothing reaches another machine: the program proves itself with every door to the network watched."""

import subprocess
from pathlib import Path

from benchmarks.processes import python, surroundings

# Runs the self-test: a window, every pack, a check, an export read back. A socket to an internet address ends it.
WATCHED = """
import os, socket, sys
def refuse(event, arguments):
    if event == "socket.__new__" and arguments[1] in (socket.AF_INET, socket.AF_INET6):
        os.write(2, b"a socket was opened\\n")
        os._exit(70)
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
        os.write(2, b"an address was looked up\\n")
        os._exit(70)
sys.addaudithook(refuse)
{work}
"""
SELF_TEST = """
sys.argv = ["clerkwell", "self-test"]
from clerkwell.__main__ import main
code = main()
if sys.platform.startswith("linux"):
    with open("/proc/self/maps") as maps:
        assert "Qt6Network" not in maps.read(), "Qt's network library is loaded"
sys.exit(code)
"""


def watched(work: str, profile: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        python(WATCHED.format(work=work)),
        env=surroundings(profile),
        cwd=profile,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_self_test_opens_no_connection(tmp_path: Path) -> None:
    done = watched(SELF_TEST, tmp_path)

    assert done.returncode == 0, done.stdout + done.stderr


def test_a_connection_would_be_noticed(tmp_path: Path) -> None:
    done = watched("socket.socket(socket.AF_INET)", tmp_path)

    assert done.returncode == 70
    assert "a socket was opened" in done.stderr
