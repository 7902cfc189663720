"""The registry of Windows, as far as policies are in it. Only this module knows winreg; elsewhere there is nothing."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

Hive = Literal["HKLM", "HKCU"]
# Where policies for programs are: on Windows only administrators may write there.
POLICIES: Final = "Software\\Policies\\Clerkwell"


@dataclass(frozen=True)
class Key:
    """A key of the registry: its values, and the keys in it."""

    values: Mapping[str, object] = field(default_factory=dict)
    keys: Mapping[str, "Key"] = field(default_factory=dict)


# Gives a key, or None where there is none; raises `OSError` for one that is there and cannot be read.
ReadKey = Callable[[Hive, str], Key | None]


if sys.platform == "win32":
    import winreg

    def read_key(hive: Hive, path: str) -> Key | None:
        """The key of this path, with all that is in it; None where there is none. Raises `OSError`."""
        root = winreg.HKEY_LOCAL_MACHINE if hive == "HKLM" else winreg.HKEY_CURRENT_USER
        try:
            # As Windows itself has it, whatever this Python was built for.
            opened = winreg.OpenKey(root, path, 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY)
        except FileNotFoundError:
            return None
        with opened:
            return _read(opened)

    def _read(opened: winreg.HKEYType) -> Key:
        keys, values, _ = winreg.QueryInfoKey(opened)
        found = {}
        for at in range(values):
            name, value, kind = winreg.EnumValue(opened, at)
            expanded = kind == winreg.REG_EXPAND_SZ and isinstance(value, str)
            found[name] = winreg.ExpandEnvironmentStrings(value) if expanded else value
        inner = {}
        for at in range(keys):
            name = winreg.EnumKey(opened, at)
            with winreg.OpenKey(opened, name, 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY) as below:
                inner[name] = _read(below)
        return Key(found, inner)

else:

    def read_key(hive: Hive, path: str) -> Key | None:
        """Nothing: only Windows has a registry."""
        del hive, path
        return None
