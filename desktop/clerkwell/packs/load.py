"""Loading a pack from its folder or from the files a report carries; errors name the line of the manifest."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from clerkwell.packs.errors import PackError
from clerkwell.packs.manifest import Manifest
from clerkwell.packs.pack import Pack

MANIFEST = "pack.toml"
TEMPLATE = "template.docx"
SAMPLE = "sample.json"

# A council's template with its pictures; what is larger is not a pack.
_LARGEST = 50 * 1024 * 1024


def load_folder(folder: Path) -> Pack:
    """The pack in `folder`; `PackError` says what is wrong with it."""
    if not (folder / MANIFEST).is_file():
        raise PackError(f"{folder} is not a template pack: it holds no {MANIFEST}.")
    files: dict[str, bytes] = {}
    size = 0
    try:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.name.startswith((".", "~$")):
                size += path.stat().st_size
                if size > _LARGEST:
                    raise PackError(f"{folder} is too large for a template pack: more than 50 MB.")
                files[path.relative_to(folder).as_posix()] = path.read_bytes()
    except OSError as error:
        raise PackError(f"The pack in {folder} could not be read: {error.strerror}.") from error
    return load_files(files, str(folder))


def load_files(files: Mapping[str, bytes], name: str) -> Pack:
    """The pack whose files these are; `name` is what errors call it."""
    for needed in (MANIFEST, TEMPLATE):
        if needed not in files:
            raise PackError(f"{name} is not a whole template pack: it holds no {needed}.")
    return Pack(read_manifest(files[MANIFEST], f"{name}/{MANIFEST}"), dict(files))


def read_manifest(data: bytes, name: str) -> Manifest:
    """A manifest from its bytes; `PackError` names the first faulty line."""
    try:
        source = data.decode("utf-8-sig")
        raw = tomllib.loads(source)
    except UnicodeDecodeError as error:
        raise PackError(f"{name} is not UTF-8 text; save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{name}: {error}.") from error
    try:
        return Manifest.model_validate(raw)
    except ValidationError as error:
        # A misspelt key is also a missing one: the misspelling is what its author has to see.
        first = min(error.errors(), key=lambda each: each["type"] != "extra_forbidden")
        line = _line_of(source, first["loc"])
        raise PackError(f"{name}, line {line}: {_in_words(first['loc'], first['msg'], first['type'])}") from error


def _in_words(loc: tuple[int | str, ...], message: str, kind: str) -> str:
    key = ".".join(str(part) for part in loc if isinstance(part, str))
    if kind == "extra_forbidden":
        return f'"{key}" is not a key that a pack can have; check its spelling.'
    if kind == "missing":
        return f'"{key}" is missing; add it.'
    return f"{key + ': ' if key else ''}{message.removeprefix('Value error, ')}."


def _line_of(source: str, loc: tuple[int | str, ...]) -> int:
    """The line (from 1) where the entry stands that pydantic's `loc` names; the table's own where a key is missing."""
    lines = source.splitlines()
    at, end = 0, len(lines)
    keys = list(loc)
    if len(keys) > 1 and isinstance(keys[0], str) and isinstance(keys[1], int):
        tables = [number for number, text in enumerate(lines) if text.strip().startswith(f"[[{keys[0]}]]")]
        if keys[1] < len(tables):
            at, keys = tables[keys[1]], keys[2:]
            # Its own sub-tables, `[field.wording.No]`, still belong to it.
            end = next((n for n in range(at + 1, len(lines)) if _begins_another(lines[n].strip(), loc[0])), end)
    else:
        for depth in range(len(keys), 0, -1):
            header = "[" + ".".join(str(key) for key in keys[:depth]) + "]"
            found = [number for number, text in enumerate(lines) if text.strip().startswith(header)]
            if found:
                at, keys = found[0], keys[depth:]
                end = next((n for n in range(at + 1, len(lines)) if lines[n].lstrip().startswith("[")), end)
                break
    for key in keys:
        if isinstance(key, str):
            pattern = re.compile(rf'\s*"?{re.escape(key)}"?\s*[=.]')
            return next((number for number in range(at, end) if pattern.match(lines[number])), at) + 1
    return at + 1


def _begins_another(line: str, key: int | str) -> bool:
    return line.startswith("[") and not line.startswith(f"[{key}.")
