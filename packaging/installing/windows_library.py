"""The standard library that comes with Python for Windows: compiled, unsigned, and held here to signed sources.

python.org signs a catalogue of the digests of its sources. A source with such a digest, wherever it came from, is
python.org's; and what it compiles to has to be what the library holds, to the last instruction.
"""

import hashlib
import marshal
import sys
import zipfile
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from types import CodeType
from typing import NamedTuple

from housekeeping.running import ChoreError

# A Python of another version compiles to other instructions.
COMPILES = (3, 11)
_HEADER = 16
# python.org's library for Windows is compiled without docstrings in most of its modules, and with them in some.
_LEVELS = (0, 1, 2)


class Compared(NamedTuple):
    """The modules of a library: those that are proved, and those whose signed source was not to be had."""

    proved: tuple[str, ...]
    unproved: tuple[str, ...]


def compare(library: Path, digests: Collection[str], folders: Sequence[Path]) -> Compared:
    """Hold each compiled module to its signed source, looked for in `folders`.

    Raises ChoreError at the first that differs: somebody has changed it. Without a Python of the same version, none
    can be compared.
    """
    proved, unproved = [], []
    with zipfile.ZipFile(library) as archive:
        for name in archive.namelist():
            if not name.endswith(".pyc"):
                continue
            source = signed_source([folder / name[:-1] for folder in folders], digests)
            if source is None or sys.version_info[:2] != COMPILES:
                unproved.append(name)
                continue
            if not is_compiled_from(archive.read(name), source):
                raise ChoreError(f"{library.name} holds a {name} that is not what its signed source compiles to.")
            proved.append(name)
    return Compared(tuple(proved), tuple(unproved))


def signed_source(files: Iterable[Path], digests: Collection[str]) -> bytes | None:
    """The first of these files that is listed, with the ends of lines it is listed with; an empty one is no risk."""
    for file in files:
        if not file.is_file():
            continue
        plain = file.read_bytes().replace(b"\r\n", b"\n")
        for content in (plain.replace(b"\n", b"\r\n"), plain):
            if not content.strip() or hashlib.sha256(content).hexdigest() in digests:
                return content
    return None


def is_compiled_from(compiled: bytes, source: bytes) -> bool:
    """Whether a .pyc holds what this source compiles to, at one of the levels that Python knows."""
    code = marshal.loads(compiled[_HEADER:])
    if not isinstance(code, CodeType):
        return False
    name = code.co_filename
    return any(code == compile(source, name, "exec", dont_inherit=True, optimize=level) for level in _LEVELS)
