"""What each rule finds and what it leaves alone, by example: its tests and its help page are made of these.

They lie in `resources/rules`, one TOML file a subject, one table a rule. An example is words that somebody might write
in a report, or a table that `says` what was done to one, and does it (see CONTRIBUTING, "Add a rule").
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from clerkwell.system import resources_folder


@dataclass(frozen=True)
class Example:
    """One example: `says` it to a reader; `change` is what it does to a report, nothing where it is just its words."""

    says: str
    change: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Examples:
    """What a rule finds, and what looks like it and is left alone."""

    caught: tuple[Example, ...] = ()
    left: tuple[Example, ...] = ()


def examples(folder: Path | None = None) -> Mapping[str, Examples]:
    """The examples of every rule, by its id."""
    done: dict[str, Examples] = {}
    for path in sorted((folder or resources_folder() / "rules").glob("*.toml")):
        for rule, given in tomllib.loads(path.read_text(encoding="utf-8")).items():
            done[rule] = Examples(
                tuple(_example(each) for each in given["caught"]), tuple(_example(each) for each in given["left"])
            )
    return done


def _example(given: str | dict[str, Any]) -> Example:
    if isinstance(given, str):
        return Example(given)
    return Example(given["says"], {name: value for name, value in given.items() if name != "says"})
