"""Tables at the head of a template whose answers a screen reader says without the words they answer.

A screen reader says a table cell by cell, each row from its first: a label has to come before its answer, one by one.
"""

from collections.abc import Iterator
from itertools import pairwise

from clerkwell.packs.load import TEMPLATE
from clerkwell.word.template import TemplateLine
from clerkwell.word.template.lines import PLACE
from clerkwell.workshop.problem import PackProblem


def table_problems(lines: tuple[TemplateLine, ...]) -> Iterator[PackProblem]:
    """Rows in which labels and answers cannot be told together when they are read out."""
    rows: dict[tuple[str, int, int], dict[int, list[TemplateLine]]] = {}
    for line in lines:
        if line.at.table:
            rows.setdefault((line.at.part, line.at.table, line.at.row), {}).setdefault(line.at.cell, []).append(line)
    for cells in rows.values():
        yield from _apart(cells)
        yield from _after(cells)


def _apart(cells: dict[int, list[TemplateLine]]) -> Iterator[PackProblem]:
    """Several labels in one cell, and their answers in the next: all of the one are said, then all of the other."""
    for (_, left), (_, right) in pairwise(sorted(cells.items())):
        labels = [each for each in left if _labels(each)]
        answers = [each for each in right if _answers(each)]
        if len(labels) > 1 and len(answers) > 1 and len(labels) == len(left):
            yield PackProblem(
                "warning",
                f"The cell has {len(labels)} labels, and the next has their answers: a screen reader says all labels "
                "and then all answers. Give each its own row (Table Layout > Insert Below).",
                f"{TEMPLATE}, {left[0].at.words}",
            )


def _after(cells: dict[int, list[TemplateLine]]) -> Iterator[PackProblem]:
    """An answer before its label."""
    told = [each for _, each in sorted(cells.items()) if any(line.words for line in each)]
    if len(told) == 2 and all(map(_answers, told[0])) and all(map(_labels, told[1])):
        label = told[1][0]
        yield PackProblem(
            "warning",
            f"“{label.words}” stands after its answer, and a screen reader says the answer first. Put the label in the "
            "cell before it.",
            f"{TEMPLATE}, {label.at.words}",
        )


def _labels(line: TemplateLine) -> bool:
    """Whether a line says something and has no place."""
    return bool(line.words) and PLACE not in line.words


def _answers(line: TemplateLine) -> bool:
    """Whether a line is a place, and says nothing else."""
    return PLACE in line.words and not line.words.strip(f"{PLACE} ")
