"""Drafts of templates that lie in the shared folder: for whoever looks after them, as authors are not offered any.

What is told is what the last look found: the folder itself, which may be slow or away, is not touched.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from clerkwell.packs.finding import PACK_SUFFIX, read_pack
from clerkwell.session.shared_packs import came_from
from clerkwell.storage import from_clerkpack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clerkwell.packs import Catalogue, Pack
    from clerkwell.packs.pack import Told


@dataclass(frozen=True)
class SharedDraft:
    """A draft in the shared folder: where it lies, what it says of itself, and what is kept of a sound one."""

    path: Path
    told: Told
    pack: Pack | None = None

    @property
    def is_file(self) -> bool:
        """Whether it is one file, which nobody can work in; else it is a folder."""
        return self.path.suffix.casefold() == PACK_SUFFIX

    def files(self) -> Mapping[str, bytes]:
        """Its files. Raises `PackError` where they cannot be read."""
        return self.pack.files if self.pack is not None else read_pack(self.path, from_clerkpack)


def shared_drafts(catalogue: Catalogue, shared: Path, kept: Path) -> tuple[SharedDraft, ...]:
    """The drafts of the folder `shared`, of which `kept` holds those that are sound: faulty ones are drafts too."""
    names = came_from(kept)
    found = [
        SharedDraft(shared / names[name], pack.told, pack)
        for pack in catalogue.packs
        if pack.told.state == "draft" and (name := f"{pack.id}-{pack.told.version}{PACK_SUFFIX}") in names
    ]
    sound = {each.path for each in found}
    found += (
        SharedDraft(each.folder, each.told)
        for each in catalogue.faulty
        if each.folder.parent == shared
        and each.folder not in sound
        and each.told is not None
        and each.told.state == "draft"
    )
    return tuple(sorted(found, key=lambda each: (each.told.title.casefold(), each.path)))
