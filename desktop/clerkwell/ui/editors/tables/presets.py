"""Tables that councils use again and again, with their heads: something to begin with, to be changed at will."""

from dataclasses import dataclass

from clerkwell.model import Alignment, Cell, Table, Text


@dataclass(frozen=True)
class Preset:
    """A table to begin with; `title` is what it is called."""

    id: str
    title: str
    table: Table


def presets() -> tuple[Preset, ...]:
    """Every table to begin with, the empty one first."""
    return (
        Preset("blank", "Empty, 3 by 3", _table(("", "", ""), ("", ""))),
        Preset(
            "actions",
            "Action plan",
            _table(("Action", "Owner", "By when", "Progress", "Status"), ("", "", ""), rag=(4,), caption="Action plan"),
        ),
        Preset(
            "options",
            "Options appraisal",
            _table(
                ("Option", "Advantages", "Disadvantages", "Cost (£)", "Recommended?"),
                ("1. Do nothing", "2. ", "3. "),
                caption="Options considered",
                sides=("", "", "", "right"),
            ),
        ),
        Preset(
            "money",
            "Costs with a total",
            _table(
                ("Item", "This year (£)", "Next year (£)", "Later years (£)"),
                ("", "", "", "Total"),
                caption="Costs",
                sides=("", "right", "right", "right"),
                bold_last=True,
            ),
        ),
        Preset(
            "risks",
            "Risks",
            _table(
                ("Risk", "Likelihood", "Impact", "What is done about it", "Owner", "Rating"),
                ("", "", ""),
                rag=(5,),
                caption="Main risks",
            ),
        ),
    )


def _table(
    heads: tuple[str, ...],
    firsts: tuple[str, ...],
    *,
    rag: tuple[int, ...] = (),
    caption: str = "",
    sides: tuple[Alignment, ...] = (),
    bold_last: bool = False,
) -> Table:
    """A table of these heads, and a row for each of the first cells."""
    rows = [tuple(map(_cell, heads))]
    for at, first in enumerate(firsts, 1):
        cells = (_cell(first, bold=bold_last and at == len(firsts)), *(Cell() for _ in heads[1:]))
        rows.append(cells)
    return Table(caption=caption, rows=tuple(rows), rag_columns=rag, alignment=sides)


def _cell(text: str, *, bold: bool = False) -> Cell:
    return Cell(paragraphs=((Text(text=text, bold=bold),),)) if text else Cell()
