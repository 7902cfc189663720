"""A built program has nothing in it with which it could talk to another machine, or be talked to."""

from pathlib import Path
from typing import Final

from housekeeping.running import ChoreError
from installing.transcript import Transcript

# Of Qt what opens connections or listens, by its files on every system; of Python what encrypts them.
_TALKERS: Final = ("qt6network", "qtnetwork", "websockets", "httpserver", "webengine", "qtwebchannel", "qt6webchannel")
_ENCRYPTS: Final = ("_ssl.", "libssl", "plugins/tls/", "plugins/networkinformation/")


def talkers(folder: Path) -> tuple[str, ...]:
    """The files in it that are for talking over a network."""
    inside = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return tuple(
        path
        for path in inside
        if any(word in path.rpartition("/")[2].lower() for word in _TALKERS)
        or any(word in path.lower() for word in _ENCRYPTS)
    )


def prove_offline(folder: Path, transcript: Transcript) -> None:
    """Look for them. Raises ChoreError where there are some, or where there is no program to look through."""
    if not any("qt6core" in path.name.lower() or path.name == "QtCore" for path in folder.rglob("*")):
        raise ChoreError(f"There is no built program in {folder}: Qt is not in it.")
    if found := talkers(folder):
        raise ChoreError(f"What was built could talk to other machines: {', '.join(found)}.")
    transcript.note("Nothing in it opens a connection or listens: Qt’s network library is not there, nor Python’s TLS.")
