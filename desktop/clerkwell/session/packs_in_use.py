"""The packs that a report has been written in since it was opened: undo takes it back into the one before."""

from collections.abc import Mapping

from clerkwell.model import PackRef
from clerkwell.packs import Pack
from clerkwell.storage import StoredReport


class PacksInUse:
    """The pack of the report as it is now, with the files that go into the report's own, and those of its steps."""

    def __init__(self, pack: Pack, stored: StoredReport) -> None:
        carried = pack.ref != stored.report.pack and stored.pack_files
        self._known = {stored.report.pack: (pack, stored.pack_files if carried else pack.files)}
        self._now = stored.report.pack

    @property
    def pack(self) -> Pack:
        """The pack that the report is in."""
        return self._known[self._now][0]

    @property
    def files(self) -> Mapping[str, bytes]:
        """The copy of it that the report carries."""
        return self._known[self._now][1]

    def learn(self, pack: Pack) -> None:
        """Know a pack that the report is about to be moved to."""
        self._known.setdefault(pack.ref, (pack, pack.files))

    def use(self, ref: PackRef) -> None:
        """The report is in this pack now."""
        self._now = ref
