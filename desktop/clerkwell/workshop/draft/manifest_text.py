"""Writing `pack.toml`: what changed is written anew; other entries keep their words, their order and their comments."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import tomli_w

from clerkwell.packs import Manifest

# The parts that come as a list of entries, each with an id; and those with an entry for each name.
_LISTED: Final = ("repeat", "field", "group", "section")
_NAMED: Final = ("vocab", "wording")
# How a manifest is written from nothing.
_LAST: Final = ("rules", "language", "deadlines", "files", "sets", "pages", "properties")
_ORDER: Final = ("pack", "recognise", *_LISTED, "roles", *_NAMED, *_LAST)
_HEADER: Final = re.compile(r"^[ \t]*\[{1,2}[^\[\]\n]+\]{1,2}[ \t]*(?:#.*)?$", re.MULTILINE)

_LIST: Final = re.compile(r"= \[\n((?:    .*,\n)+)\]")
_LINE: Final = 90

Key = tuple[str, ...]


@dataclass(frozen=True)
class _Entry:
    """An entry of the file: the comments right above it, and its lines. Comments that stand alone have no key."""

    key: Key
    lead: str
    text: str


def manifest_text(manifest: Manifest, before: Manifest | None = None, text: str = "") -> str:
    """`pack.toml` of this manifest. `text` is the file as it was, when it held `before`."""
    entries = _entries(text) if before is not None else None
    if entries is None or before is None:
        head = re.match(r"(?:[ \t]*#.*\n|[ \t]*\n)*", text)
        return (head.group() if head else "") + "\n".join(
            _written(key, data) for key, data in _keyed(manifest).items() if data
        )
    old, new = _keyed(before), _keyed(manifest)
    kept: list[_Entry] = []
    for each in entries:
        if not each.key or (new.get(each.key) and old.get(each.key) == new[each.key]):
            kept.append(each)
        elif new.get(each.key):
            kept.append(replace(each, text=_written(each.key, _as_before(each, new[each.key]))))
    for kind in (*_LISTED, *_NAMED):
        kept = _in_order(kept, [key for key in new if key[0] == kind], new)
    for key, data in new.items():
        if data and not any(each.key == key for each in kept):
            kept.insert(_after_its_kind(kept, key), _Entry(key, "\n", _written(key, data)))
    return re.sub(r"\n{3,}", "\n\n", "".join(each.lead + each.text for each in kept)).strip("\n") + "\n"


def _keyed(manifest: Manifest) -> dict[Key, Mapping[str, Any]]:
    """What the file says of each entry, in the order of a new file."""
    data = manifest.model_dump(exclude_defaults=True, exclude_none=True)
    # A nation without such a law has the deadline only where the pack says so, be it in the usual number.
    data["deadlines"] = manifest.deadlines.model_dump(exclude_unset=True)
    keyed: dict[Key, Mapping[str, Any]] = {}
    for name in _ORDER:
        if name in _LISTED:
            for each in data.get(name, ()):
                # What it is comes before what is asked of it.
                keyed[(name, each["id"])] = {"id": each["id"], "title": each["title"], **each}
        elif name in _NAMED:
            # An empty list is still one; nothing would be written of it.
            keyed.update({(name, each): inner or {"open": True} for each, inner in data.get(name, {}).items()})
        else:
            keyed[(name,)] = data.get(name, {})
    return keyed


def _written(key: Key, data: Mapping[str, Any]) -> str:
    text = tomli_w.dumps({key[0]: {key[1]: data}} if key[0] in _NAMED else {key[0]: data})
    if key[0] in _LISTED:
        # The library would put short entries of a list into one line, where no other could follow.
        text = text.replace(f"[{key[0]}]", f"[[{key[0]}]]", 1)
    return _LIST.sub(_on_one_line, text)


def _as_before(entry: _Entry, data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The keys in the order in which the entry had them, the new ones after them."""
    was: Any = tomllib.loads(entry.text)[entry.key[0]]
    if entry.key[0] in _LISTED:
        was = was[0]
    elif entry.key[0] in _NAMED:
        was = was[entry.key[1]]
    return {name: data[name] for name in (*was, *data) if name in data}


def _on_one_line(match: re.Match[str]) -> str:
    """A short list, as people write it; each of its lines is one whole value."""
    line = "= [" + ", ".join(each.strip().removesuffix(",") for each in match.group(1).splitlines()) + "]"
    return line if len(line) <= _LINE else match.group()


def _entries(text: str) -> list[_Entry] | None:
    """The entries of a file in their order; None where it is not laid out so that they can be told apart."""
    starts = [match.start() for match in _HEADER.finditer(text)]
    if not starts:
        return None
    found: list[_Entry] = [_Entry((), "", text[: starts[0]])]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        chunk = text[start:end]
        try:
            key, continues = _key(chunk, found[-1].key)
        except (tomllib.TOMLDecodeError, KeyError, IndexError, TypeError):
            return None
        if continues:
            found[-1] = replace(found[-1], text=found[-1].text + chunk)
        else:
            found.append(_Entry(key, "", chunk))
    keys = [each.key for each in found if each.key]
    return _with_leads(found) if len(keys) == len(set(keys)) else None


def _key(chunk: str, above: Key) -> tuple[Key, bool]:
    """Which entry this table belongs to, and whether that is the one above."""
    data: Any = tomllib.loads(chunk)
    (name,) = data
    if name in _LISTED:
        if isinstance(data[name], list):
            return (name, data[name][0]["id"]), False
        return above, True
    key = (name, next(iter(data[name]))) if name in _NAMED else (name,)
    return key, key == above


def _with_leads(found: list[_Entry]) -> list[_Entry]:
    """Comments right above an entry go with it; those with a line of space after them stand alone."""
    result: list[_Entry] = []
    lead = ""
    for at, each in enumerate(found):
        body, tail = (each.text, "")
        if at + 1 < len(found):
            cut = re.search(r"(?:(?:^[ \t]*#.*)?\n)*\Z", each.text, re.MULTILINE)
            if cut is not None:
                body, tail = each.text[: cut.start()], cut.group()
        alone, near = _parted(tail)
        if each.key or body:
            result.append(_Entry(each.key, lead, body.rstrip("\n") + "\n"))
        if alone:
            result.append(_Entry((), "\n" if result else "", alone))
        lead = "\n" + near
    return result


def _parted(tail: str) -> tuple[str, str]:
    """The comments that stand alone, and those right above what follows."""
    at = tail.rfind("\n\n")
    if at < 0:
        return "", tail.lstrip("\n")
    return tail[:at].strip("\n") and tail[:at].strip("\n") + "\n", tail[at:].lstrip("\n")


def _in_order(kept: list[_Entry], wanted: list[Key], new: Mapping[Key, Mapping[str, Any]]) -> list[_Entry]:
    """The entries of one kind as they are wanted: each in the place of one that was there, a new one after the one
    before it."""
    there = {each.key: each for each in kept if each.key in wanted}
    queue = iter([key for key in wanted if key in there])
    result = [there[next(queue)] if each.key in there else each for each in kept]
    for at, key in enumerate(wanted):
        if key in there:
            continue
        after = next((i for i, each in enumerate(result) if at and each.key == wanted[at - 1]), None)
        place = _after_its_kind(result, key) if after is None else after + 1
        if at == 0 and after is None:
            place = next((i for i, each in enumerate(result) if each.key in there), place)
        result.insert(place, _Entry(key, "\n", _written(key, new[key])))
    return result


def _after_its_kind(kept: list[_Entry], key: Key) -> int:
    """Where an entry comes that follows none: after the last of its kind, else after what a new file has before it."""
    before = _ORDER[: _ORDER.index(key[0]) + 1]
    places = [at for at, each in enumerate(kept) if each.key and each.key[0] in before]
    return max(places, default=len(kept) - 1) + 1
