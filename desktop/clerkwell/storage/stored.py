"""What a `.clerkwell` file holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from clerkwell.model import Image, Report, all_blocks


@dataclass(frozen=True)
class StoredReport:
    """A report with what travels in its file: a copy of its pack, the kept files, and the named versions.

    `versions` are reports as JSON by the file names that `Report.versions` gives. `read_only` says that the file comes
    from a newer program: `original` is then the whole file, so that a copy of it loses nothing. `digest` is the
    SHA-256 of the file it was read from.
    """

    report: Report
    pack_files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    attachments: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    versions: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    read_only: bool = False
    original: bytes = field(default=b"", repr=False, compare=False)
    digest: str = field(default="", compare=False)


def used_only(stored: StoredReport) -> StoredReport:
    """Without the kept files that neither the report nor a version of it has any more.

    A picture or an appendix that was taken out must not travel on unseen: it may be the non-public one.
    """
    used = {appendix.attachment for appendix in stored.report.appendices}
    used |= {returned.file for returned in stored.report.returns}
    used |= {block.attachment for _, block in all_blocks(stored.report) if isinstance(block, Image)}
    kept = {
        name: data
        for name, data in stored.attachments.items()
        if name in used or any(name.encode() in version for version in stored.versions.values())
    }
    return stored if len(kept) == len(stored.attachments) else replace(stored, attachments=kept)
