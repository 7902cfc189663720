"""What IT has said of the settings on this computer: a file for the machine, and on Windows the policy registry.

What cannot be understood is told and never forbids a start. It never sets free what IT may have locked either: a
permission that cannot be read is not given, and a lock stands though the value beside it makes no sense.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from clerkwell.system.errors import FileError
from clerkwell.system.files import read_bytes
from clerkwell.system.meanings import SetBy
from clerkwell.system.registry import POLICIES, Hive, Key, ReadKey
from clerkwell.system.settings import OPTIONS, Settings, can_be, kind_of

LOCKED: Final = "locked"
MANAGED_BY: Final = "managed_by"
# The key in the registry's policy for values that users may change.
RECOMMENDED: Final = "Recommended"
_LARGEST = 1_000_000
_FIRST: Final = Settings()


@dataclass(frozen=True)
class Source:
    """What one place says: values that a user may change, values that they may not, and who says so.

    `unread`: it is there and cannot be read, so that nobody knows what it says.
    """

    set_by: SetBy
    free: Mapping[str, Any] = field(default_factory=dict)
    fixed: Mapping[str, Any] = field(default_factory=dict)
    unread: bool = False


def machine_file(path: Path, notes: list[str]) -> Source:
    """What IT's file for this computer says."""
    raw = read_toml(path, notes)
    if raw is None:
        notes.append(f"Until IT has put {path} right, what it can forbid is not allowed.")
        return Source(SetBy(str(path), unread=True), unread=True)
    owner = _owner(raw.pop(MANAGED_BY, ""), path, notes)
    listed = raw.pop(LOCKED, [])
    if isinstance(listed, list) and all(isinstance(each, str) for each in listed):
        _note_unknown(listed, path, notes)
        locked = frozenset(listed)
    else:
        notes.append(f'"{LOCKED}" in {path} is no list of names, so everything that the file sets is locked.')
        locked = frozenset(raw)
    _note_unknown(raw, path, notes)
    by = SetBy(str(path), owner)
    locked |= {name for name in raw if name in OPTIONS and OPTIONS[name][1].owner == "it"}
    free = sound({name: value for name, value in raw.items() if name not in locked}, path, notes)
    given = sound({name: value for name, value in raw.items() if name in locked}, path, notes)
    # What is locked and not set stays as it is at first; only a value that makes no sense may have forbidden something.
    rest = {name: _safe(name) if name in raw else getattr(_FIRST, name) for name in OPTIONS if name in locked}
    return Source(by, free, rest | given)


def registry_policies(read_key: ReadKey, notes: list[str]) -> tuple[Source, ...]:
    """What the policies in the registry say, the weaker first: those of the account, those of the computer."""
    hives: tuple[Hive, ...] = ("HKCU", "HKLM")
    return tuple(each for hive in hives if (each := _registry_policy(read_key, hive, notes)) is not None)


def _registry_policy(read_key: ReadKey, hive: Hive, notes: list[str]) -> Source | None:
    where, account = f"{hive}\\{POLICIES}", hive == "HKCU"
    try:
        key = read_key(hive, POLICIES)
    except OSError:
        notes.append(f"The registry key {where} could not be read, so what IT can forbid is not allowed.")
        return Source(SetBy(where, account=account, unread=True), unread=True)
    if key is None:
        return None
    fixed = _of_key(key)
    free = next((_of_key(inner) for name, inner in key.keys.items() if _is_for_free(name)), {})
    owner = _owner(fixed.pop(MANAGED_BY, ""), where, notes)
    _note_unknown(fixed, where, notes)
    _note_unknown(free, f"{where}\\{RECOMMENDED}", notes)
    # What only IT decides is locked wherever it stands.
    fixed = {name: value for name, value in free.items() if name in OPTIONS and OPTIONS[name][1].owner == "it"} | fixed
    known = [name for name in fixed if name in OPTIONS]
    taken = sound(fixed, where, notes)
    return Source(
        SetBy(where, owner, account),
        sound({name: value for name, value in free.items() if name not in fixed}, f"{where}\\{RECOMMENDED}", notes),
        {name: taken.get(name, _safe(name)) for name in known},
    )


def _of_key(key: Key) -> dict[str, Any]:
    """The values of a key as settings have them: the registry knows numbers and texts only, and no capitals."""
    values: dict[str, Any] = {}
    for name, value in ((each.casefold(), value) for each, value in key.values.items() if each):
        is_switch = name in OPTIONS and kind_of(name) == "yes-no"
        values[name] = bool(value) if is_switch and isinstance(value, int) and value in (0, 1) else value
    return values | {name.casefold(): dict(inner.values) for name, inner in key.keys.items() if not _is_for_free(name)}


def _is_for_free(name: str) -> bool:
    return name.casefold() == RECOMMENDED.casefold()


def unreadable(source: Source) -> Source:
    """What holds while nobody knows what a source says: the safe value of all that it could have locked."""
    ruled = (name for name, (_, meaning) in OPTIONS.items() if meaning.owner != "user")
    return Source(source.set_by, {}, {name: _safe(name) for name in ruled}, unread=True)


def read_toml(path: Path, notes: list[str]) -> dict[str, Any] | None:
    """What a file of settings says; nothing where there is none, None where it cannot be read."""
    try:
        return tomllib.loads(read_bytes(path, _LARGEST).decode("utf-8-sig"))
    except FileError as error:
        if error.reason == "missing":
            return {}
        notes.append(f"The settings could not be read, so the usual ones are used: {error}")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError):
        notes.append(f"The settings file {path} could not be understood, so the usual settings are used.")
    return None


def sound(values: Mapping[str, Any], where: object, notes: list[str]) -> dict[str, Any]:
    """Those of the values that a setting can have; a note for each of the others. Of a table each entry counts."""
    taken: dict[str, Any] = {}
    for name, value in values.items():
        if name not in OPTIONS:
            continue
        as_it_is = tuple(value) if isinstance(value, list) else value
        if can_be(name, as_it_is):
            taken[name] = as_it_is
            continue
        if isinstance(value, Mapping) and kind_of(name) == "table":
            taken[name] = {key: each for key, each in value.items() if can_be(name, {key: each})}
            wrong = ", ".join(str(key) for key in value if key not in taken[name])
            notes.append(f'In the setting "{name}" in {where} these have a value that they cannot have: {wrong}.')
            continue
        notes.append(f'The setting "{name}" in {where} has a value that it cannot have, so {_instead(name)} is used.')
    return taken


def _instead(name: str) -> str:
    return "the strict one" if OPTIONS[name][1].strict is not None else "the usual one"


def _safe(name: str) -> object:
    """What holds where IT has spoken of a setting, and nobody can tell what it said."""
    strict = OPTIONS[name][1].strict
    return getattr(_FIRST, name) if strict is None else strict


def _owner(value: object, where: object, notes: list[str]) -> str:
    if isinstance(value, str):
        return " ".join(value.split())[:200]
    notes.append(f'"{MANAGED_BY}" in {where} is no text, so it is left out.')
    return ""


def _note_unknown(names: Iterable[str], where: object, notes: list[str]) -> None:
    notes.extend(
        f'{where} names a setting "{name}" that this version of Clerkwell does not have: tell IT.'
        for name in names
        if name not in OPTIONS and name not in (LOCKED, MANAGED_BY)
    )
