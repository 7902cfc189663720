"""The public set and the non-public set: what a council publishes of a part-exempt report, and what its members get."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from clerkwell.model import Problem, Report
from clerkwell.packs import Pack
from clerkwell.system import FileError


@dataclass(frozen=True)
class ExportedSets:
    """What was written: the files of each set, the document first, and the report with any new acceptances.

    `public` is empty where the whole report is exempt or confidential. `found` are sentences for the person: what was
    withheld and why, and what appendices hold that is no reader's business.
    """

    public: tuple[Path, ...]
    non_public: tuple[Path, ...]
    found: tuple[str, ...]
    report: Report
    accepted: tuple[Problem, ...]


def export_sets(
    report: Report,
    pack: Pack,
    attachments: Mapping[str, bytes],
    folder: Path,
    *,
    accept: str = "",
    by: str = "",
    when: datetime | None = None,
    may_accept: bool = True,
    keep: Callable[[Report], None] | None = None,
    clean_appendices: bool = False,
) -> ExportedSets:
    """Write both sets into `folder`, each in a folder named as the pack says.

    Raises `ExportRefusedError` (nothing written) while errors stand or where private words would be published,
    `WordError` when a document cannot be made, `FileError` when one cannot be written, and what `keep` raises.
    """
    raise FileError("Making both sets is not ready yet; nothing was written.", folder)
