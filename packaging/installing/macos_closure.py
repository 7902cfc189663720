"""Which packages a Mac needs, told by what the packages here ask for: macos_closure.py PYPROJECT PROCESSOR PYTHON."""

import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def needed(wanted: Iterable[str], processor: str, python: str) -> set[str]:
    """The names of the packages of these requirements that a Mac has to have, and of those that they need."""
    where = {
        "sys_platform": "darwin",
        "platform_system": "Darwin",
        "os_name": "posix",
        "platform_machine": processor,
        "python_version": python,
        "python_full_version": f"{python}.0",
        "extra": "",
    }
    found: set[str] = set()
    waiting = list(wanted)
    while waiting:
        each = Requirement(waiting.pop())
        name = canonicalize_name(each.name)
        if name not in found and (each.marker is None or each.marker.evaluate(where)):
            found.add(name)
            waiting += requires(name) or ()
    return found


def dependencies(project: Path) -> list[str]:
    """What the program itself asks for."""
    return list(tomllib.loads(project.read_text(encoding="utf-8"))["project"]["dependencies"])


if __name__ == "__main__":
    sys.stdout.write("\n".join(sorted(needed(dependencies(Path(sys.argv[1])), *sys.argv[2:]))) + "\n")
