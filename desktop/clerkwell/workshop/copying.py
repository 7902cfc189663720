"""Beginning a pack with a copy of another: the next version of it, or a template of one's own."""

from collections.abc import Iterable, Mapping
from typing import Final

from clerkwell.packs import Pack
from clerkwell.workshop.draft import with_manifest
from clerkwell.workshop.ids import new_id

CHANGES: Final = "CHANGES.md"
# As long as an id may be: see `clerkwell.packs.manifest`.
_LONGEST: Final = 40


def own_copy(pack: Pack, title: str, council: str, taken: Iterable[str]) -> Mapping[str, bytes]:
    """The files of a new template that begins as `pack` is: version 1.0.0, a draft, a series of its own.

    `taken` are the ids that there are. Raises `PackError` where the title or the council is no name.
    """
    name = pack_id(title, taken)
    about = pack.manifest.pack.model_copy(
        update={"id": name, "series": name, "version": "1.0.0", "state": "draft", "title": title, "council": council}
    )
    made = with_manifest(pack, pack.manifest.model_copy(update={"pack": about}))
    said = f"# Changes to “{title}”\n\n## 1.0.0\n\nBegun as a copy of {pack.told.title} {pack.told.version}.\n"
    return {**made.files, CHANGES: said.encode()}


def next_edition(pack: Pack) -> Mapping[str, bytes]:
    """The files of the next version of `pack`, a draft until it is rolled out."""
    version = edition_after(pack.told.version)
    about = pack.manifest.pack.model_copy(update={"version": version, "state": "draft"})
    made = with_manifest(pack, pack.manifest.model_copy(update={"pack": about}))
    before = pack.files.get(CHANGES, b"").decode("utf-8", "replace")
    head, mark, rest = before.partition("\n## ")
    heading = head.strip() or f"# Changes to “{pack.told.title}”"
    return {**made.files, CHANGES: f"{heading}\n\n## {version}\n{mark}{rest}".encode()}


def edition_after(version: str) -> str:
    """The version after this one, for a change that authors notice: 1.2.3 is followed by 1.3.0."""
    major, minor, _ = version.split(".")
    return f"{major}.{int(minor) + 1}.0"


def pack_id(title: str, taken: Iterable[str]) -> str:
    """An id for a pack of this title that none of these is: “Parks: brief report” is `parks-brief-report`."""
    return new_id(title, taken, _LONGEST, "template")
