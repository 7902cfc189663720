"""What is wrong with a manifest, in words: what the reader and the schema say of it is for programmers."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Final

Loc = tuple[int | str, ...]

# Whatever is known by its name has this shape: what is wanted of it, and an example.
_SHAPES: Final[Mapping[str, str]] = {
    "version": "has to be three numbers with full stops between them, such as 1.0.0",
    "id": "has to be made of small letters, figures and hyphens, such as main-report",
    "series": "has to be made of small letters, figures and hyphens, such as our-report",
    "group": "has to be the id of a [[group]]: small letters, figures and hyphens",
    "opening": "has to be the id of a [[section]]: small letters, figures and hyphens",
}
_BLANK: Final = "cannot be blank"
# The parts that come as tables of their own, one after another.
_TABLES: Final = frozenset({"repeat", "field", "group", "section"})
_CHARACTER: Final = "there is a character that no text may have, such as the end of a line inside quotation marks"
# What TOML's reader says, by how that begins, and what is meant.
_TOML: Final[Mapping[str, str]] = {
    "Invalid initial character for a key part": "a line begins with what cannot be the name of a key",
    "Invalid statement": "a line is neither a key with its value, nor the [name] of a table, nor a comment after #",
    "Invalid value": "a value is missing, or is no text in quotation marks, number, day, true, false or list",
    "Invalid date or datetime": "a day or a time is one that there is not",
    "Unclosed array": "a list that begins with [ does not end with ]",
    "Unclosed inline table": "a table that begins with { does not end with }",
    "Cannot overwrite a value": "a key is given twice, or is both a value and a table",
    "Cannot declare": "a table is given twice; put what is in both into one",
    "Cannot mutate immutable namespace": "a key is added to a list or to a table in { } that has ended",
    "Cannot redefine namespace": "a table is given twice; put what is in both into one",
    "Duplicate inline table key": "a key is given twice in one table",
    "Expected '=' after a key": "a key has no = after it",
    "Expected newline or end of document": "something stands behind a value or the name of a table that ends the line",
    "Expected ']": "the [name] of a table does not end with ]",
    "Unescaped '\\'": "a text has a \\ alone; write \\\\, or put the text between single quotation marks",
    "Unterminated string": "a text does not end with a quotation mark",
    'Expected """': "a text of several lines does not end with three quotation marks",
    "Expected \"'''\"": "a text of several lines does not end with three quotation marks",
    "Illegal character": _CHARACTER,
    "Found invalid character": _CHARACTER,
    "Escaped character is not": "a \\u in a text stands for no letter",
    "Invalid hex value": "a \\u in a text stands for no letter",
}
_AT: Final = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)\Z")


def toml_fault(message: str, source: str) -> tuple[int, str]:
    """The line on which a text is no TOML, and why, in words."""
    found = _AT.search(message)
    line = int(found[1]) if found is not None and found[1] else source.rstrip("\n").count("\n") + 1
    said = next((words for begin, words in _TOML.items() if message.startswith(begin)), "")
    return line, f"{said or 'this cannot be read'}."


def value_fault(loc: Loc, kind: str, value: object, about: Mapping[str, Any], message: str) -> str:
    """What is wrong with a value of a manifest, and what it has to be.

    `loc` is where it stands, `kind` what the schema calls the fault, `about` what it says of it.
    """
    names = [str(part) for part in loc if isinstance(part, str) and part != "[key]"]
    key = ".".join(names)
    if kind == "value_error":
        said = message.removeprefix("Value error, ")
        return f"{key + ': ' if key else ''}{said}."
    if kind == "extra_forbidden":
        return f'"{key}" is not a key that a pack can have; check its spelling.'
    if kind == "missing":
        return f'"{key}" is missing; add it.'
    wanted, is_now = _wanted(names, kind, value, about), _is_now(value)
    return f'"{key}" {wanted}{f"; it is {is_now}" if is_now and wanted != _BLANK else ""}.'


def _wanted(names: list[str], kind: str, value: object, about: Mapping[str, Any]) -> str:
    """What a value has to be, as the rest of a sentence."""
    name = names[-1] if names else ""
    if kind == "string_pattern_mismatch":
        return _BLANK if isinstance(value, str) and not value.strip() else _SHAPES.get(name, _BLANK)
    if kind == "literal_error":
        return f"has to be one of {_choices(str(about.get('expected', '')))}"
    if kind in ("tuple_type", "list_type"):
        if names[:1] == [name] and name in _TABLES:
            return f"has to be tables of their own, each under [[{name}]]"
        return 'has to be a list in square brackets, such as ["One", "Two"]'
    known = next((wanted for begin, wanted in _KINDS if kind.startswith(begin)), None)
    return known(about) if known is not None else "has a value that it cannot have"


_KINDS: Final[tuple[tuple[str, Callable[[Mapping[str, Any]], str]], ...]] = (
    ("string_too_long", lambda about: f"may have {about.get('max_length')} characters at most"),
    ("string", lambda _: "has to be text in quotation marks"),
    ("greater_than", lambda about: f"may not be less than {about.get('ge', about.get('gt'))}"),
    ("less_than", lambda about: f"may not be more than {about.get('le', about.get('lt'))}"),
    ("int", lambda _: "has to be a whole number, such as 5"),
    ("float", lambda _: "has to be a number, such as 11 or 10.5"),
    ("finite", lambda _: "has to be a number, such as 11 or 10.5"),
    ("bool", lambda _: "has to be true or false, without quotation marks"),
    ("date", lambda _: "has to be a day that there is, written like 2026-05-31"),
    ("model", lambda _: "has to be a table: keys with their values"),
    ("dict", lambda _: "has to be a table: keys with their values"),
    ("mapping", lambda _: "has to be a table: keys with their values"),
)


def _choices(expected: str) -> str:
    """The answers that there are, as `'one', 'two' or 'three'` names them; an empty one goes without saying."""
    names = [f'"{each}"' for each in re.findall(r"'([^']*)'", expected) if each]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else "a few values"


def _is_now(value: object) -> str:
    """What stands there, in words; "" for what would say nothing."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return f"the number {value}" if abs(value) < 10**12 else "a large number" if value == value else "no number"
        case str():
            said = " ".join(value.split())
            return f"“{said if len(said) <= 40 else said[:39] + '…'}”" if said else "blank"
        case datetime():
            return "a day with a time"
        case date():
            return "a day"
        case Mapping():
            return "a table"
        case list() | tuple():
            return "a list"
        case _:
            return ""
