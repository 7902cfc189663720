"""Patterns with answers in them, as people read them: `{report-author}` is "{Report author}"."""

import re
from collections.abc import Mapping

from clerkwell.packs import Pack

_ASKED = re.compile(r"\{([^{}]*)\}")


def answer_names(pack: Pack) -> Mapping[str, str]:
    """What each answer that a pattern may ask for is called, by how the manifest names it; each name is there once."""
    found: dict[str, str] = {"pack.title": "Title of the template", "pack.council": "Council"}
    for spec in pack.manifest.field:
        repeat, dot, _ = spec.id.partition(".")
        owner = pack.repeat(repeat) if dot else None
        title = " ".join(re.sub(r"[{}]", "", f"{owner.title}: {spec.title}" if owner else spec.title).split())
        name, number = title or "Answer", 2
        while any(_folded(name) == _folded(other) for other in found.values()):
            name, number = f"{title} ({number})", number + 1
        found[spec.id] = name
    return found


def as_read(pattern: str, pack: Pack) -> str:
    """A pattern of the manifest with the answers as people call them."""
    names = answer_names(pack)
    return _ASKED.sub(lambda asked: f"{{{names.get(asked[1], asked[1])}}}", pattern)


def as_kept(pattern: str, pack: Pack) -> str:
    """A pattern as somebody typed it, as the manifest has it; what asks for no answer stays as it is."""
    ids = {_folded(name): each for each, name in answer_names(pack).items()}
    return _ASKED.sub(lambda asked: f"{{{ids.get(_folded(asked[1]), asked[1])}}}", pattern)


def unknown(pattern: str, pack: Pack) -> str:
    """What a typed pattern asks for that is no answer of the template; "" for nothing."""
    names = answer_names(pack)
    return next((each for each in _ASKED.findall(as_kept(pattern, pack)) if each not in names), "")


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
