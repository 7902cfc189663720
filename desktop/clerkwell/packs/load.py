"""Loading a pack from its folder or from the files a report carries; errors name the line of the manifest."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from clerkwell.packs.errors import PackError
from clerkwell.packs.pack import Pack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clerkwell.packs.manifest import Manifest

MANIFEST = "pack.toml"
TEMPLATE = "template.docx"
SAMPLE = "sample.json"

# A council's template with its pictures; what is larger is not a pack.
LARGEST = 50 * 1024 * 1024
# A manifest has some 30 KB and a sample 60; larger ones would keep the program busy for seconds, or minutes.
_LARGEST_OF = {MANIFEST: 256 * 1024, SAMPLE: 8 * 1024 * 1024}
MOST_FILES = 500
# Of a folder that was named by mistake not every corner is looked into.
_MOST_LOOKED = 2000


def load_folder(folder: Path) -> Pack:
    """The pack in `folder`; `PackError` says what is wrong with it."""
    return load_files(read_folder(folder), str(folder))


def read_folder(folder: Path) -> Mapping[str, bytes]:
    """The files of the pack in `folder` by name; `PackError` where there is none, or it cannot be read."""
    if not (folder / MANIFEST).is_file():
        raise PackError(f"{folder} is not a template pack: it holds no {MANIFEST}.")
    files: dict[str, bytes] = {}
    size = 0
    try:
        for path, stands in pack_files(folder):
            name = path.relative_to(folder).as_posix()
            size += stands.st_size
            if reason := too_large(str(folder), name, stands.st_size):
                raise PackError(reason)
            if size > LARGEST:
                raise PackError(f"{folder} is too large for a template pack: more than 50 MB.")
            files[name] = path.read_bytes()
    except OSError as error:
        raise PackError(f"The pack in {folder} could not be read: {error.strerror}.") from error
    return files


def pack_files(folder: Path) -> list[tuple[Path, os.stat_result]]:
    """The files in the folder of a pack as they stand there, in order; hidden ones are none of it.

    A link could lead to anything on the computer, which would then travel with each report: `PackError`. Raises
    `OSError` where the folder cannot be read.
    """
    found: list[tuple[Path, os.stat_result]] = []
    waiting, looked = [folder], 0
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                looked += 1
                if len(found) == MOST_FILES or looked > _MOST_LOOKED:
                    raise PackError(f"{folder} is no template pack: it holds more than {MOST_FILES} files.")
                if entry.name.startswith((".", "~$")):
                    continue
                path = Path(entry.path)
                if entry.is_symlink():
                    raise PackError(f"{folder} holds a link, {entry.name}. Put the file itself in its place.")
                if entry.is_dir():
                    waiting.append(path)
                elif entry.is_file():
                    found.append((path, entry.stat()))
    return sorted(found, key=lambda each: each[0])


def too_large(name: str, file: str, size: int) -> str:
    """What keeps a file of so many bytes from being read, if it is one that programs would be busy with for minutes."""
    most = _LARGEST_OF.get(file, size)
    if size <= most:
        return ""
    large = f"{most // 1024 // 1024} MB" if most >= 1024 * 1024 else f"{most // 1024} KB"
    return f"{name} is not a template pack: its {file} has more than {large}."


def load_files(files: Mapping[str, bytes], name: str) -> Pack:
    """The pack whose files these are; `name` is what errors call it."""
    for needed in (MANIFEST, TEMPLATE):
        if needed not in files:
            raise PackError(f"{name} is not a whole template pack: it holds no {needed}.")
    for large in _LARGEST_OF:
        if reason := too_large(name, large, len(files.get(large, b""))):
            raise PackError(reason)
    return Pack(read_manifest(files[MANIFEST], f"{name}/{MANIFEST}"), dict(files))


def read_manifest(data: bytes, name: str) -> Manifest:
    """A manifest from its bytes; `PackError` names the first faulty line."""
    # A start reads no manifest: what it knows of its packs is remembered.
    import tomllib

    from pydantic import ValidationError

    from clerkwell.packs.bounds import too_much
    from clerkwell.packs.lines import line_of
    from clerkwell.packs.manifest import Manifest
    from clerkwell.packs.wrong import toml_fault, value_fault

    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PackError(f"{name} is not UTF-8 text; save it as UTF-8.") from error
    if reason := too_much(source):
        raise PackError(f"{name} is refused: it has {reason}, and no template needs that.")
    try:
        raw = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        line, said = toml_fault(str(error), source)
        raise PackError(f"{name}, line {line}: {said}") from error
    except (RecursionError, ValueError) as error:
        # A number of thousands of digits: tomllib leaves it to Python.
        raise PackError(f"{name} holds a value that is nested too deeply or is too large a number.") from error
    try:
        return Manifest.model_validate(raw)
    except ValidationError as error:
        # A misspelt key is also a missing one: the misspelling is what its author has to see.
        first = min(error.errors(), key=lambda each: each["type"] != "extra_forbidden")
        line = line_of(source, first["loc"], first["msg"])
        said = value_fault(first["loc"], first["type"], first["input"], first.get("ctx", {}), first["msg"])
        raise PackError(f"{name}, line {line}: {said}") from error


def kept_manifest(kept: str, files: Mapping[str, bytes]) -> Manifest:
    """The manifest that was kept as JSON; read anew from the pack's files where that is none after all."""
    from pydantic import ValidationError

    from clerkwell.packs.manifest import Manifest

    try:
        return Manifest.model_validate_json(kept)
    except ValidationError:
        return read_manifest(files[MANIFEST], MANIFEST)
