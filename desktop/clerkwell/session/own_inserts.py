"""What the author puts in again and again: wordings of their own and the characters used last.

They are kept in one file of the author's own, outside any report, and travel with none.
"""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from pydantic import Field, ValidationError

from clerkwell.model import Block, Blocks, Image, Landscape, Reference, Table, Text, canonical
from clerkwell.model.runs import Run
from clerkwell.model.values import Value
from clerkwell.system import FileError, atomic_write, make_folder, read_bytes

_LARGEST = 8 * 1024 * 1024
_RECENT = 16


class OwnWording(Value):
    """A wording of the author's own, by name."""

    name: str
    blocks: Blocks = ()


class _Kept(Value):
    format: int = 1
    wordings: tuple[OwnWording, ...] = ()
    characters: tuple[str, ...] = Field(default=())


class AuthorsInserts:
    """The author's wordings and characters, read when they are first asked for.

    Without a file they last as long as the program. Whatever changes them raises `FileError` where that cannot be kept.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._read: _Kept | None = None

    @property
    def wordings(self) -> tuple[OwnWording, ...]:
        """The author's wordings, in the order of their names."""
        return self._kept.wordings

    @property
    def characters(self) -> tuple[str, ...]:
        """The characters put in last, the latest first."""
        return self._kept.characters

    def add(self, name: str, blocks: Blocks) -> None:
        """Keep a wording, in place of the one of that name if there is one."""
        name = " ".join(name.split())
        others = [each for each in self.wordings if each.name.casefold() != name.casefold()]
        self._keep_wordings((*others, OwnWording(name=name, blocks=blocks)))

    def rename(self, name: str, other: str) -> None:
        """Give a wording another name."""
        found = next((each for each in self.wordings if each.name == name), None)
        if found is not None:
            others = tuple(each for each in self.wordings if each is not found)
            self._keep_wordings((*others, OwnWording(name=" ".join(other.split()), blocks=found.blocks)))

    def remove(self, name: str) -> None:
        """Take a wording out."""
        self._keep_wordings(tuple(each for each in self.wordings if each.name != name))

    def has(self, name: str) -> bool:
        """Whether a wording has this name, in large letters or small."""
        return any(each.name.casefold() == " ".join(name.split()).casefold() for each in self.wordings)

    def used(self, character: str) -> None:
        """Say that a character was put in."""
        rest = [each for each in self.characters if each != character]
        self._keep(self._kept.model_copy(update={"characters": (character, *rest)[:_RECENT]}))

    @property
    def _kept(self) -> _Kept:
        if self._read is None:
            self._read = _load(self._path)
        return self._read

    def _keep_wordings(self, wordings: Iterable[OwnWording]) -> None:
        ordered = tuple(sorted(wordings, key=lambda each: each.name.casefold()))
        self._keep(self._kept.model_copy(update={"wordings": ordered}))

    def _keep(self, kept: _Kept) -> None:
        if self._path is not None:
            make_folder(self._path.parent)
            atomic_write(self._path, kept.model_dump_json(indent=1).encode())
        self._read = kept


def _load(path: Path | None) -> _Kept:
    """What the file holds; nothing, where it is not there or is none of ours, which is then set aside, not lost."""
    if path is None:
        return _Kept()
    try:
        data = read_bytes(path, _LARGEST)
    except FileError:
        return _Kept()
    try:
        return _Kept.model_validate(json.loads(data))
    except (ValueError, ValidationError, RecursionError):
        _set_aside(path, data)
        return _Kept()


def _set_aside(path: Path, data: bytes) -> None:
    try:
        atomic_write(path.with_suffix(".unread.json"), data)
    except FileError:
        # It stays where it is until something is kept.
        return


def keepable(blocks: Blocks, said: Callable[[Reference], str]) -> Blocks:
    """Blocks as a wording has them: with no ids, and with the words of references, which point into one report only.

    Pictures and landscape pages are left out: their files are a report's.
    """
    return tuple(_keepable(block, said) for block in blocks if not isinstance(block, Image | Landscape))


def _keepable(block: Block, said: Callable[[Reference], str]) -> Block:
    bare = block.model_copy(update={"id": ""})
    if isinstance(block, Image | Landscape):
        return bare
    if isinstance(block, Table):
        rows = tuple(
            tuple(
                cell.model_copy(update={"paragraphs": tuple(_told(runs, said) for runs in cell.paragraphs)})
                for cell in row
            )
            for row in block.rows
        )
        return bare.model_copy(update={"rows": rows})
    return bare.model_copy(update={"runs": _told(block.runs, said)})


def _told(runs: tuple[Run, ...], said: Callable[[Reference], str]) -> tuple[Run, ...]:
    return canonical(Text(text=said(run)) if isinstance(run, Reference) else run for run in runs)
