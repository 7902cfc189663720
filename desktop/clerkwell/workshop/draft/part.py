"""Changing one part of a pack's manifest, and names for what is new in it."""

import re
import unicodedata
from collections.abc import Callable, Collection
from typing import Any

from clerkwell.packs import Pack
from clerkwell.workshop.draft.changing import with_manifest

_LONGEST = 36


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


def new_id(title: str, taken: Collection[str]) -> str:
    """What a new thing of this title goes by inside the pack: "Ward members" is `ward-members`, if that is free."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold().replace("&", " and ")
    base = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", plain)).strip("-")[:_LONGEST].strip("-") or "new"
    name, number = base, 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    return name
