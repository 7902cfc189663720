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
            paths = {
                _path(report, each["loc"][:-1] if each["type"] == "missing" else each["loc"])
                for each in error.errors(include_url=False)
            }
            # From the last to the first, so that what goes does not move what is still to go.
            for path in sorted(paths, reverse=True):
                _pass_over(report, path)
    return Report.model_validate(report)


def _pass_over(report: dict[str, Any], path: Loc) -> None:
    """Take out what `path` leads to: a thing that we do not know, or one that lacks what we need of it."""
    if not path:
        return
    holder: Any = report
    for key in path[:-1]:
        holder = holder[key]
    del holder[path[-1]]


def _path(report: dict[str, Any], loc: Loc) -> Loc:
    """The keys that lead there: pydantic's `loc` without the kinds and types that it puts in."""
    path: list[int | str] = []
    node: Any = report
    kind_is_next = False
    for key in loc:
        if kind_is_next and isinstance(node, dict) and node.get("kind") == key:
            kind_is_next = False
            continue
        there = key in node if isinstance(node, dict) else isinstance(node, list) and key in range(len(node))
        if not there:
            break  # what pydantic calls one of several types that the value could have had
        node = node[key]
        path.append(key)
        kind_is_next = isinstance(node, dict) and "kind" in node
    return tuple(path)
