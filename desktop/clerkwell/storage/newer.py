"""Reading what we know of a report from a newer program, and passing over what we do not."""

from typing import Any

from pydantic import ValidationError

from clerkwell.model import Report

# Each round passes over everything that was named in the last one; one thing passed over may uncover another.
_ROUNDS = 20

Loc = tuple[int | str, ...]


def read_tolerantly(report: dict[str, Any]) -> Report:
    """The report, without the keys and the kinds of block that this program does not know; `report` is used up.

    Raises `ValidationError` if what is left is still no report.
    """
    for _ in range(_ROUNDS):
        try:
            return Report.model_validate(report)
        except ValidationError as error:
            faults = {(each["loc"], each["type"] == "missing") for each in error.errors(include_url=False)}
            # From the last to the first, so that what goes does not move what is still to go.
            for loc, missing in sorted(faults, reverse=True):
                _pass_over(report, loc, missing)
    return Report.model_validate(report)


def _pass_over(report: dict[str, Any], loc: Loc, missing: bool) -> None:
    """Take out what `loc` names, or, where it names a thing that is not there, what lacks it."""
    path = _path(report, loc[:-1] if missing else loc)
    if not path:
        return
    holder: Any = report
    for key in path[:-1]:
        holder = holder[key]
    if isinstance(holder, dict):
        holder.pop(path[-1], None)
    elif isinstance(holder, list) and isinstance(path[-1], int) and path[-1] < len(holder):
        del holder[path[-1]]


def _path(report: dict[str, Any], loc: Loc) -> Loc:
    """The keys that lead there: pydantic's `loc` without the kinds that it puts in for blocks and runs."""
    path: list[int | str] = []
    node: Any = report
    kind_is_next = False
    for key in loc:
        if kind_is_next and isinstance(node, dict) and node.get("kind") == key:
            kind_is_next = False
            continue
        path.append(key)
        if isinstance(node, dict):
            node = node.get(key)
        elif isinstance(node, list) and isinstance(key, int) and key < len(node):
            node = node[key]
        else:
            node = None
        kind_is_next = isinstance(node, dict) and "kind" in node
    return tuple(path)
