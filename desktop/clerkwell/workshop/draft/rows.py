"""Rows of questions of a pack that is being made."""

from clerkwell.packs import Pack
from clerkwell.workshop.draft.fields import remove_field


def remove_repeat(pack: Pack, repeat: str) -> Pack:
    """Take rows of questions away, each with its place; the last takes the rows' own place along."""
    for spec in sorted(pack.fields_of(repeat), key=lambda each: each.printed):
        pack = remove_field(pack, spec.id, whole=True)
    return pack
