"""The files of a pack that lies in one file, a `.clerkpack`: taken out when one of them is first asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

# Takes the files out of the bytes of a `.clerkpack`; it is told what to call that. Handed in: see `clerkwell.storage`.
Unpack = Callable[[bytes, str], Mapping[str, bytes]]


class Packed(Mapping[str, bytes]):
    """They are held as they lie in their file, `data`, until somebody asks for one: a start takes none of them out."""

    def __init__(self, data: bytes, name: str, unpack: Unpack) -> None:
        self.data = data
        self._name = name
        self._unpack = unpack

    @cached_property
    def digest(self) -> str:
        """What tells this file from any other."""
        return hashlib.sha256(self.data).hexdigest()

    @cached_property
    def _files(self) -> Mapping[str, bytes]:
        return self._unpack(self.data, self._name)

    def __getitem__(self, name: str) -> bytes:
        """A file by its name. Raises `PackError` where they cannot be taken out."""
        return self._files[name]

    def __iter__(self) -> Iterator[str]:
        """Their names."""
        return iter(self._files)

    def __len__(self) -> int:
        """How many they are."""
        return len(self._files)

    def __reduce__(self) -> tuple[object, ...]:
        """Another process gets them as they are."""
        return dict, (dict(self),)
