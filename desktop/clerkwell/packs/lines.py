"""Where in a manifest an error stands: TOML's reader does not say, so the line is looked for."""

import re

Loc = tuple[int | str, ...]


def line_of(source: str, loc: Loc, message: str = "") -> int:
    """The line (from 1) of the entry that pydantic's `loc` names; its table's own where the entry is missing.

    An error of the whole manifest has no `loc`: it stands at the last entry with the id that its message quotes.
    """
    lines = source.splitlines()
    if not loc:
        return _quoted(lines, message)
    at, end, keys = _table(lines, loc)
    path = str(loc[0])
    # From the table inwards, as far as each key has a line of its own.
    for key in keys:
        if not isinstance(key, str):
            continue
        path = f"{path}.{key}"
        entry = re.compile(rf'\s*"?{re.escape(key)}"?\s*[=.]|\s*\[{re.escape(path)}[].]')
        found = next((number for number in range(at, end) if entry.match(lines[number])), None)
        if found is None:
            break
        at = found
    return at + 1


def _table(lines: list[str], loc: Loc) -> tuple[int, int, Loc]:
    """The first line of the table that an entry is in, the line after it, and what is left of the entry's name."""
    if len(loc) > 1 and isinstance(loc[1], int):
        tables = [number for number, text in enumerate(lines) if text.strip().startswith(f"[[{loc[0]}]]")]
        if loc[1] < len(tables):
            at = tables[loc[1]]
            # Its own sub-tables, `[field.wording.No]`, still belong to it.
            return at, _end(lines, at, f"[{loc[0]}."), loc[2:]
        return 0, len(lines), loc
    for depth in range(len(loc), 0, -1):
        header = "[" + ".".join(str(key) for key in loc[:depth]) + "]"
        at = next((number for number, text in enumerate(lines) if text.strip().startswith(header)), -1)
        if at >= 0:
            return at, _end(lines, at), loc[depth:]
    return 0, len(lines), loc


def _end(lines: list[str], at: int, its_own: str = "[[[") -> int:
    """The line on which another table begins."""
    starts = (number for number in range(at + 1, len(lines)) if lines[number].lstrip().startswith("["))
    return next((number for number in starts if not lines[number].lstrip().startswith(its_own)), len(lines))


def _quoted(lines: list[str], message: str) -> int:
    quoted = re.search(r'"([^"]+)"', message)
    if quoted is None:
        return 1
    entry = re.compile(rf'\s*id\s*=\s*"{re.escape(quoted[1])}"')
    return max((number for number, text in enumerate(lines, 1) if entry.match(text)), default=1)
