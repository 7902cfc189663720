"""Rooms whose parts are loaded when something of them is first asked for: a window should not wait for all of them."""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def on_demand(package: str, where: Mapping[str, str]) -> Callable[[str], object]:
    """The `__getattr__` of a package (PEP 562) that exports these names, each from the module of it that is named here.

    Where the package imports them for type checkers too, who reads it and who builds the program sees them all.
    """

    def found(name: str) -> object:
        if name not in where:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value: object = getattr(import_module(f"{package}.{where[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return found
