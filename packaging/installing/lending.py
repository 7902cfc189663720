"""What a package for Debian leaves to the system: its shared libraries, and the names of the packages that hold them.

A library of the system gets the system's security updates; a copy of it inside would get none.
"""

import re
from pathlib import Path

from housekeeping.running import ChoreError, ask
from installing.trimming import binaries_of, needed

# Python itself goes along: the next release of the system has another one.
_OWN = re.compile(r"libpython3\.\d+\.so.*")
_OWNER = re.compile(
    r"^(?P<package>[a-z0-9.+-]+)(?::\w+)?: (?:/usr)?/lib(?:64)?/(?:[a-z0-9_]+-linux-gnu/)?(?P<name>[^/\s]+)$", re.M
)


def lend(folder: Path) -> int:
    """Take out the libraries that PyInstaller copied from this system's packages; how many."""
    copies = [
        each
        for each in sorted((folder / "_internal").glob("lib*.so*"))
        if not each.is_symlink() and not _OWN.fullmatch(each.name) and owner(each.name)
    ]
    for each in copies:
        each.unlink()
    return len(copies)


def packages_needed(folder: Path) -> tuple[str, ...]:
    """The packages of this system that hold what the folder's programs and libraries ask for and it has not itself."""
    binaries = binaries_of(folder)
    here = {each.name for each in binaries}
    wanted = {name for each in binaries if not each.is_symlink() for name in needed(each)} - here
    found = {name: owner(name) for name in sorted(wanted)}
    lost = [name for name, package in found.items() if not package]
    if lost:
        raise ChoreError(f"No package of this system holds {', '.join(lost)}, which the program asks for.")
    return tuple(sorted(set(found.values())))


def owner(library: str) -> str:
    """The package of this system that holds a shared library; empty where none does."""
    code, said = ask(["dpkg", "-S", f"*/{library}"])
    found = [each["package"] for each in _OWNER.finditer(said) if each["name"] == library] if code == 0 else []
    return found[0] if found else ""
