"""Programs for Windows, run here by Wine: in a Windows of their own (a prefix), and with what Wine 8 lacks.

A script as well: `windows_wine.py PROGRAM …` runs one with its standard input held open, which Wine needs.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

WINE = Path("/usr/lib/wine/wine64")
_SHIMS = Path(__file__).parent / "windows" / "shims"
_COMPILER = "x86_64-w64-mingw32-gcc"
# What each of the test-only libraries is linked with.
SHIMS = {"mscms": (), "bcryptprimitives": ("-ladvapi32",), "icuuc": ()}


def surroundings(prefix: Path) -> dict[str, str]:
    """The environment that Wine runs in: its own Windows, and neither .NET nor a browser to be fetched for it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_", "WINE"))}
    return {
        **kept,
        "PATH": f"{WINE.parent}{os.pathsep}{kept.get('PATH', '')}",
        "WINEPREFIX": str(prefix),
        "WINEARCH": "win64",
        "WINEDEBUG": "-all",
        # Without it Wine takes names of files with accents apart.
        "LC_ALL": "C.UTF-8",
        "WINEDLLOVERRIDES": "mscoree,mshtml=;mscms=n,b",
    }


def make_prefix(prefix: Path) -> None:
    """A fresh Windows, with the libraries that Wine 8 lacks in its system folder and nowhere else."""
    end(prefix)
    shutil.rmtree(prefix, ignore_errors=True)
    prefix.parent.mkdir(parents=True, exist_ok=True)
    env = surroundings(prefix)
    ran(["wineboot", "--init"], env)
    system = prefix / "drive_c" / "windows" / "system32"
    for name, linked in SHIMS.items():
        made = [_COMPILER, "-shared", "-O2", "-s", "-o", str(system / f"{name}.dll"), str(_SHIMS / f"{name}.c")]
        subprocess.run([*made, *linked], check=True)


def end(prefix: Path) -> None:
    """End what still runs in this Windows, so that its settings are written."""
    if prefix.exists():
        subprocess.run([WINE.parent / "wineserver", "-k"], env=surroundings(prefix), check=False)
        time.sleep(0.5)


def settled(prefix: Path) -> None:
    """Wait until nothing runs in this Windows any more; an uninstaller goes on after it was started."""
    subprocess.run([WINE.parent / "wineserver", "-w"], env=surroundings(prefix), check=False, timeout=300)


def through_wine(program: str | Path) -> list[str | Path]:
    """The command that runs a program for Windows."""
    return [sys.executable, Path(__file__), program]


def ran(command: list[str], env: dict[str, str] | None = None) -> int:
    """Run a command with its standard input open until it ends, and hand on what it says; its exit code.

    Where the input is closed, or a file, or the output is a file, Python for Windows does not start.
    """
    with subprocess.Popen(
        command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        assert process.stdout is not None
        while said := os.read(process.stdout.fileno(), 65536):
            sys.stdout.buffer.write(said.replace(b"\r\n", b"\n"))
            sys.stdout.buffer.flush()
        return process.wait()


if __name__ == "__main__":
    sys.exit(ran([str(WINE), *sys.argv[1:]]))
