"""The versions of an open report, as commands of its session."""

from collections.abc import Callable, Mapping
from datetime import datetime

from clerkwell.model import Edit, ReplaceReport, Report, SetVersions, Version
from clerkwell.packs import Pack
from clerkwell.session.versions import Kept, brought_back, found, keep, keep_sent, opened, over_undo, sent_name
from clerkwell.storage import ReadOnlyError


class Versions:
    """The versions of an open report. Their list is in the report, their files are here.

    The file of one that was taken out stays while the report is open, as undo can bring it back.
    """

    def __init__(
        self,
        files: Mapping[str, bytes],
        newest: Callable[[], tuple[Report, Pack, int]],
        apply: Callable[[Edit, str], None],
        put: Callable[[Report], None],
        why_read_only: Callable[[], str],
        now: Callable[[], datetime],
    ) -> None:
        """`apply` makes a step of undo, `put` changes the report without one; `why_read_only` is "" where both can."""
        self._files = dict(files)
        self._newest = newest
        self._apply = apply
        self._put = put
        self._why_read_only = why_read_only
        self._now = now

    @property
    def files(self) -> Mapping[str, bytes]:
        """The files of the versions, by the names that `Report.versions` gives."""
        return self._files

    @property
    def all(self) -> tuple[Version, ...]:
        """The versions, the oldest first."""
        return self._report.versions

    def keep(self, name: str) -> Version:
        """Keep the report as it is now under a name, for good. It is no step of undo, and is not undone.

        Raises `VersionError` for a name that is taken or empty, `ReadOnlyError` where nothing can be kept.
        """
        return self._take(keep(self._report, self._files, name, self._now()))

    def keep_sent(self, sent: Report | None = None, what: str = "Draft") -> Version:
        """Keep the report that a draft was just made of (the one there is now, unless it was changed meanwhile), so
        that the draft can come home to it. Nothing new is kept where the same words are kept already.

        Raises `ReadOnlyError` where nothing can be kept: the draft can then only come home by comparing.
        """
        now = self._now()
        return self._take(keep_sent(self._report, sent or self._report, self._files, sent_name(now, what), now))

    def open(self, version: Version) -> Report:
        """The report as it was then. Raises `VersionError` for one that cannot be opened."""
        return opened(version, self._files)

    def found(self, digest: str) -> Report | None:
        """The report as it was when it had this digest, if a version of it is kept."""
        known = found(self._report, self._files, digest)
        return known[1] if known else None

    def remove(self, version: Version) -> None:
        """Take a version out: one step of undo."""
        left = tuple(each for each in self._report.versions if each != version)
        self._apply(SetVersions(versions=left), f"Take out the version “{version.name}”")

    def bring_back(self, version: Version) -> None:
        """Let the report be what it was then, with its notes, waivers and versions of today: one step of undo.

        Raises `VersionError` for one that cannot be opened, or was written in another kind of template.
        """
        report, pack, _ = self._newest()
        then = brought_back(report, self.open(version), pack)
        self._apply(ReplaceReport(report=then), f"Bring back “{version.name}”")

    def over_undo(self, left: Report, reached: Report, *, again: bool = False) -> Report:
        """The report that undo reaches from `left`, or redo (`again`), with the versions that it is to have then."""
        versions = over_undo(self._report.versions, left, reached, again=again)
        return reached if versions == reached.versions else reached.model_copy(update={"versions": versions})

    @property
    def _report(self) -> Report:
        return self._newest()[0]

    def _take(self, kept: Kept) -> Version:
        if why := self._why_read_only():
            raise ReadOnlyError(why)
        if kept.files is not self._files:
            self._files = dict(kept.files)
        if kept.report is not self._report:
            self._put(kept.report)
        return kept.version
