"""Changing one part of a pack's manifest."""

from collections.abc import Callable
from typing import Any

from clerkwell.packs import Pack
from clerkwell.workshop.draft.changing import with_manifest


def with_part(pack: Pack, part: str, **changed: object) -> Pack:
    """The pack with other entries in a part that comes once (`pack`, `deadlines`, `files`, …). Raises `PackError`."""
    new = getattr(pack.manifest, part).model_copy(update=changed)
    return with_manifest(pack, pack.manifest.model_copy(update={part: new}))


def writes(part: str, name: str) -> Callable[[Pack, Any], Pack]:
    """The function that gives an entry of such a part another value."""
    return lambda pack, value: with_part(pack, part, **{name: value})


def reads(part: str, name: str) -> Callable[[Pack], Any]:
    """The function that tells the value of an entry of such a part."""
    return lambda pack: getattr(getattr(pack.manifest, part), name)
