"""Copies that a sync program made beside a report because two computers had changed it: found by their names.

A name alone says little ("Parks (1)" may be anybody's copy), so such a file counts only if it holds the same report,
begun at the same moment, and says something else.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from clerkwell.model import Report
from clerkwell.storage.content import content_digest
from clerkwell.storage.errors import StorageError
from clerkwell.storage.files import read_file
from clerkwell.storage.layout import SUFFIX
from clerkwell.storage.reading import digest
from clerkwell.system import FileError, read_bytes
from clerkwell.system.processes import machine

# What the programs put behind a name. Dropbox, Nextcloud, Box: words in brackets, or behind a line; Syncthing: a stamp
# behind a full stop; Google Drive and iCloud: a number.
_BEHIND = re.compile(
    r"""
      \ ?\([^()]*\b(?:conflict|conflicted)\b[^()]*\)
    | [ _.-]\(?(?:sync-)?conflict(?:ed)?[-_ ].*
    | [ _]?\(\d{1,2}\)
    | \ \d{1,2}
    | _conf\(\d{1,2}\)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# OneDrive: the computer's name. Those that an IT department gives are capitals with a number; "-final" is a person's.
_COMPUTER = re.compile(r"-(?=[A-Z0-9-]*[A-Z])(?=[A-Z0-9-]*[0-9])[A-Z0-9][A-Z0-9-]{3,62}")
# More than these beside one report are nobody's accident, and reading them would take its time.
_MOST = 12


@dataclass(frozen=True)
class ConflictedCopy:
    """A copy beside the report: where, when it was last changed, what it says, and what tells this state of it."""

    path: Path
    changed: datetime
    report: Report
    digest: str


def may_be_copy(name: str, of: str) -> bool:
    """Whether a file's name is what a sync program would make of another's; both without their ending."""
    if not name.casefold().startswith(of.casefold()):
        return False
    behind = name[len(of) :]
    ours = bool(machine()) and behind.casefold() == f"-{machine()}".casefold()
    return ours or bool(_BEHIND.fullmatch(behind) or _COMPUTER.fullmatch(behind))


def conflicted_copies(path: Path, report: Report) -> tuple[ConflictedCopy, ...]:
    """What a sync program left beside this report's file, the newest first; also where the file itself is such a copy
    and the other is the one it is of. Files that cannot be read are passed over."""
    said = content_digest(report)
    found = []
    for beside in _named_like(path)[:_MOST]:
        try:
            data = read_bytes(beside)
            other = read_file(beside).report
            changed = datetime.fromtimestamp(beside.stat().st_mtime, UTC)
        except (FileError, StorageError, OSError):
            continue
        if _is_same_report(report, other) and content_digest(other) != said:
            found.append(ConflictedCopy(beside, changed, other, digest(data)))
    return tuple(sorted(found, key=lambda each: each.changed, reverse=True))


def _named_like(path: Path) -> list[Path]:
    try:
        beside = [each for each in path.parent.iterdir() if each.suffix.casefold() == SUFFIX and each.name != path.name]
    except OSError:
        return []
    stem = path.stem
    return sorted(each for each in beside if may_be_copy(each.stem, stem) or may_be_copy(stem, each.stem))


def _is_same_report(one: Report, other: Report) -> bool:
    return one.created is not None and one.created == other.created and one.pack.id == other.pack.id
