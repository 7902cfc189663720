"""Watching what a program asks of the system, with all that it starts: its sockets, and what it does to files.

Only `AF_UNIX` may be opened, as a client: a window reaches its screen and its desktop so, and a name is looked up so.
Whatever listens is told, of whatever family. LibreOffice, which is no part of the program, listens on a pipe of its own
in /tmp while it lays pages out; it is watched in `tests/printing/test_no_connections.py`.
"""

import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

_SOCKETS = "socket,bind,listen,accept,accept4"
_CHANGES = (
    "open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,rmdir,link,linkat,symlink,symlinkat,"
    "chmod,fchmodat,truncate"
)
# A socket of any family but that of pipes on this computer; and a call to listen, of whatever it is.
_OPENED = re.compile(r"\bsocket\((?!AF_UNIX|AF_LOCAL)[^)\n]*")
_LISTENS = re.compile(r"\blisten\([^)\n]*")
_PATIENCE = 30.0

needs_strace = pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("strace") is None,
    reason="strace, which watches for sockets, is not here: setup-proofs installs it",
)


def sockets_into(log: Path) -> tuple[str, ...]:
    """What goes before a command to have its sockets written to `log`. The command keeps its parent and its number."""
    return ("strace", "-D", "-f", "-qq", "--seccomp-bpf", "-A", "-o", str(log), "-e", f"trace={_SOCKETS}")


def refused_into(log: Path) -> tuple[str, ...]:
    """The same for what was refused of what changes files."""
    return (
        "strace", "-D", "-f", "-qq", "--seccomp-bpf", "-A", "-o", str(log), "-e", f"trace={_CHANGES}", "-e",
        "status=failed",
    )  # fmt: skip


def told(log: Path) -> str:
    """What was written, once whoever writes it has ended."""
    deadline = time.monotonic() + _PATIENCE
    while _writing(log):
        assert time.monotonic() < deadline, f"the tracer that writes {log} does not end"
        time.sleep(0.05)
    return log.read_text(encoding="utf-8", errors="replace")


def forbidden(said: str) -> list[str]:
    """The sockets that nothing of ours may open, and what listens."""
    return [found[0] for line in said.splitlines() for each in (_OPENED, _LISTENS) if (found := each.search(line))]


def run_watched(
    command: list[str], log: Path, environment: dict[str, str], folder: Path
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end with its sockets written to `log`."""
    done = subprocess.run(
        [*sockets_into(log), *command], env=environment, cwd=folder, capture_output=True, text=True, encoding="utf-8",
        check=False, timeout=240,
    )  # fmt: skip
    if "ptrace" in done.stderr.lower():
        pytest.skip("this computer does not let a program be watched")
    return done


def _writing(log: Path) -> bool:
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = entry.read_bytes().split(b"\0")
        except OSError:
            continue
        if words[0].endswith(b"strace") and str(log).encode() in words:
            return True
    return False
