"""Writing TOML: the few kinds of value that settings have, and whatever a newer program's may have."""

import json
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any


def to_toml(table: Mapping[str, Any]) -> str:
    """The table as TOML, a line for each key; tables inside it are written inline."""
    return "".join(f"{_key(name)} = {_value(value)}\n" for name, value in table.items())


def _key(name: str) -> str:
    bare = bool(name) and all(character.isascii() and (character.isalnum() or character in "-_") for character in name)
    return name if bare else _text(name)


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case str():
            return _text(value)
        case datetime() | date() | time():
            return value.isoformat()
        case Mapping():
            return "{" + ", ".join(f"{_key(name)} = {_value(inner)}" for name, inner in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(_value(inner) for inner in value) + "]"
    raise TypeError(f"TOML has no {type(value).__name__}")


def _text(text: str) -> str:
    # TOML 1.0, basic strings: JSON's escapes are among TOML's, but U+007F must be escaped too.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
