"""The settings in use: the user's file, under what IT has said for the account and the computer."""

from pathlib import Path
from typing import Any

from clerkwell.system import registry
from clerkwell.system.locations import folders
from clerkwell.system.meanings import SetBy
from clerkwell.system.policy import LOCKED, machine_file, read_toml, registry_policies, sound, unreadable
from clerkwell.system.registry import ReadKey
from clerkwell.system.settings import OPTIONS, Settings


def load_settings(user: Path | None = None, machine: Path | None = None, read_key: ReadKey | None = None) -> Settings:
    """The settings: what IT has locked, then what the user has chosen, then what IT gave in place of the usual.

    Of IT's the registry's policy for the computer goes before that for the account, and both before the machine's
    file. A value that cannot be used counts as not there, and a note says so: settings never keep the program from
    starting. What IT may have locked is not set free by that: see `policy`.
    """
    user, machine = user or folders().settings, machine or folders().machine_settings
    notes: list[str] = []
    said = (machine_file(machine, notes), *registry_policies(read_key or registry.read_key, notes))
    sources = tuple(unreadable(each) if each.unread else each for each in said)
    given: dict[str, Any] = {}
    fixed: dict[str, Any] = {}
    locks: dict[str, SetBy] = {}
    for source in sources:
        given |= source.free
        fixed |= source.fixed
        locks |= dict.fromkeys(source.fixed, source.set_by)
    own = read_toml(user, notes) or {}
    own.pop(LOCKED, None)
    chosen = sound({name: value for name, value in own.items() if name not in locks}, user, notes)
    for name in [each for each in chosen if OPTIONS[each][1].owner == "it"]:
        notes.append(f'Only IT can set "{name}", so what {user} says of it is not used.')
        del chosen[name]
    return Settings(
        **(given | chosen | fixed),
        locks=locks,
        given={name: value for name, value in given.items() if name not in locks},
        notes=tuple(notes),
        unknown={name: value for name, value in own.items() if name not in OPTIONS},
    )
