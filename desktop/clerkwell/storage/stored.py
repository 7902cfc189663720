"""What a `.clerkwell` file holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from clerkwell.model import Image, Report, all_blocks


@dataclass(frozen=True)
class StoredReport:
    """A report with what travels in its file: a copy of its pack, the kept files, and the named versions.

    `versions` are reports as packed JSON (`storage.versions`), by the file names that `Report.versions` gives.
    `read_only` says that the file comes from a newer program: `original` is then the whole file, so that a copy of it
    loses nothing. `digest` is the SHA-256 of the file it was read from.
    """

    report: Report
    pack_files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    attachments: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    versions: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    read_only: bool = False
    original: bytes = field(default=b"", repr=False, compare=False)
    digest: str = field(default="", compare=False)


def used_only(stored: StoredReport) -> StoredReport:
    """Without the kept files that neither the report nor a version of it has any more, and without removed versions.

    A picture or an appendix that was taken out must not travel on unseen: it may be the non-public one.
    """
    report = stored.report
    versions = _only(stored.versions, {version.file for version in report.versions})
    used = set(attachments_of(report)).union(*(version.attachments for version in report.versions))
    # A version in plain JSON names its files in it.
    plain = [version for version in versions.values() if version.startswith(b"{")]
    used |= {name for name in stored.attachments if any(name.encode() in version for version in plain)}
    return replace(stored, attachments=_only(stored.attachments, used), versions=versions)


def attachments_of(report: Report) -> tuple[str, ...]:
    """The names of the kept files that a report itself refers to."""
    used = {appendix.attachment for appendix in report.appendices}
    used |= {returned.file for returned in report.returns}
    used |= {block.attachment for _, block in all_blocks(report) if isinstance(block, Image)}
    return tuple(sorted(used - {""}))


def _only(files: Mapping[str, bytes], names: set[str]) -> Mapping[str, bytes]:
    """Those of the files that have one of these names; the same object where all have."""
    kept = {name: data for name, data in files.items() if name in names}
    return files if len(kept) == len(files) else kept
