"""Draft, active, archived: a pack in another state, with everything else as it was."""

from typing import TYPE_CHECKING

from clerkwell.packs import Pack
from clerkwell.workshop.draft import with_manifest

if TYPE_CHECKING:
    from clerkwell.packs.manifest import State


def in_state(pack: Pack, state: "State") -> Pack:
    """The pack in this state; it is told so in its file too."""
    about = pack.manifest.pack.model_copy(update={"state": state})
    return with_manifest(pack, pack.manifest.model_copy(update={"pack": about}))
