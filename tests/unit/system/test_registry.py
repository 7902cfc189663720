"""The registry as Windows gives it: proved with a stand-in for winreg, which is nowhere else."""

import importlib.util
import sys
from collections.abc import Callable, Mapping
from types import ModuleType, SimpleNamespace

import pytest

from clerkwell.system import registry
from clerkwell.system.registry import POLICIES

Tree = Mapping[tuple[str, str], tuple[list[tuple[str, object, int]], list[str]]]
TREE: Tree = {
    ("HKLM", POLICIES): (
        [("allow_drafts", 0, 4), ("documents", "%HOME%\\Reports", 2), ("pack_folders", ["a", "b"], 7)],
        ["check_levels"],
    ),
    ("HKLM", f"{POLICIES}\\check_levels"): ([("misspelt", "error", 1)], []),
}


class Opened:
    """An open key of a tree."""

    def __init__(self, hive: str, path: str) -> None:
        self.at = (hive, path)

    def __enter__(self) -> "Opened":
        return self

    def __exit__(self, *_: object) -> None:
        return


def stand_in(tree: Tree, views: list[int]) -> ModuleType:
    """A winreg that has this tree, and notes which view of it was asked for."""

    def opened(root: str | Opened, path: str, _: int, access: int) -> Opened:
        views.append(access)
        hive, whole = (root, path) if isinstance(root, str) else (root.at[0], f"{root.at[1]}\\{path}")
        if (hive, whole) not in tree:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        if (hive, whole) == ("HKCU", POLICIES):
            raise PermissionError(13, "Access is denied")
        return Opened(hive, whole)

    made = ModuleType("winreg")
    made.__dict__.update(
        HKEY_LOCAL_MACHINE="HKLM", HKEY_CURRENT_USER="HKCU", KEY_READ=1, KEY_WOW64_64KEY=256, REG_EXPAND_SZ=2,
        HKEYType=Opened, OpenKey=opened,
        QueryInfoKey=lambda key: (len(tree[key.at][1]), len(tree[key.at][0]), 0),
        EnumValue=lambda key, at: tree[key.at][0][at],
        EnumKey=lambda key, at: tree[key.at][1][at],
        ExpandEnvironmentStrings=lambda text: text.replace("%HOME%", "C:\\Users\\Robin"),
    )  # fmt: skip
    return made


@pytest.fixture
def on_windows(monkeypatch: pytest.MonkeyPatch) -> Callable[[Tree, list[int]], ModuleType]:
    """Loads the module as Windows would."""

    def load(tree: Tree, views: list[int]) -> ModuleType:
        monkeypatch.setitem(sys.modules, "winreg", stand_in(tree, views))
        spec = importlib.util.spec_from_file_location("registry_on_windows", registry.__file__)
        assert spec is not None
        assert spec.loader is not None
        made = importlib.util.module_from_spec(spec)
        monkeypatch.setitem(sys.modules, spec.name, made)
        with monkeypatch.context() as there:
            there.setattr(sys, "platform", "win32")
            spec.loader.exec_module(made)
        return made

    return load


def test_a_key_is_read_with_what_is_in_it(on_windows: Callable[[Tree, list[int]], ModuleType]) -> None:
    views: list[int] = []
    there = SimpleNamespace(**vars(on_windows(TREE, views)))
    found = there.read_key("HKLM", POLICIES)
    assert found.values == {
        "allow_drafts": 0, "documents": "C:\\Users\\Robin\\Reports", "pack_folders": ["a", "b"],
    }  # fmt: skip
    assert found.keys == {"check_levels": there.Key({"misspelt": "error"})}
    assert set(views) == {257}, "what Windows itself has, and not what a program of 32 bits would see"


def test_a_key_that_is_not_there_is_none_and_one_that_is_closed_to_us_raises(
    on_windows: Callable[[Tree, list[int]], ModuleType],
) -> None:
    there = on_windows({**TREE, ("HKCU", POLICIES): ([], [])}, [])
    assert there.read_key("HKLM", "Software\\Policies\\Elsewhere") is None
    with pytest.raises(PermissionError):
        there.read_key("HKCU", POLICIES)
