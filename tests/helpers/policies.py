"""IT's word on this computer, for a test: the machine's file, and a registry that is only a value."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from clerkwell.system.registry import POLICIES, Hive, Key, ReadKey

SetPolicy = Callable[[str], Path]


def policy_setter(monkeypatch: pytest.MonkeyPatch, folder: Path) -> SetPolicy:
    """Makes `folder` the machine's, and gives what writes IT's settings into it: their file."""
    config, data = folder / "machine-config", folder / "machine-data"
    monkeypatch.setattr("clerkwell.system.locations._machines", lambda: (config, data))

    def put(words: str) -> Path:
        config.mkdir(parents=True, exist_ok=True)
        path = config / "settings.toml"
        path.write_text(words, encoding="utf-8")
        return path

    return put


def registry(keys: Mapping[Hive, Key | OSError]) -> ReadKey:
    """A registry that has these policies; an error is raised for a key that cannot be read."""

    def read(hive: Hive, path: str) -> Key | None:
        assert path == POLICIES
        found = keys.get(hive)
        if isinstance(found, OSError):
            raise found
        return found

    return read
