"""Runs and tables of three reports brought together: what was kept here, what the draft said, what it says now.

A draft carries less than a report: a reference to what it does not print is words there, an address that leads nowhere
is none. So what still says what the draft said is kept as it was, word for word, and only the rest is taken from it.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from clerkwell.comparing.sequences import common
from clerkwell.model import Cell, Runs, Table, Text
from clerkwell.model.runs import canonical, cut, plain

_Token = tuple[str, object]


def runs_home(base: Runs, sent: Runs, came: Runs) -> Runs:
    """The runs that came, with the base's own wherever they are as they were sent."""
    if came == sent:
        return base
    if base == sent:
        return came
    places = _places(base, sent)
    ones, others = list(_tokens(sent)), list(_tokens(came))
    done: list[object] = []
    matcher = SequenceMatcher(None, ones, others, autojunk=False)
    for what, low, high, start, end in matcher.get_opcodes():
        if what == "equal":
            done += cut(base, places[low], places[high])
        else:
            done += cut(came, start, end)
    return canonical(run for run in done)  # type: ignore[misc]  # cut hands back runs


def _tokens(runs: Runs) -> Iterator[_Token]:
    """Each character with its look; what is not text as one."""
    for run in runs:
        if isinstance(run, Text):
            look = (run.bold, run.italic, run.script, run.link)
            yield from ((character, look) for character in run.text)
        else:
            yield "\ufffc", run


def _places(base: Runs, sent: Runs) -> list[int]:
    """Where in the base each place of what was sent is."""
    ones, others = plain(sent), plain(base)
    places = [0] * (len(ones) + 1)
    for _, low, high, start, end in SequenceMatcher(None, ones, others, autojunk=False).get_opcodes():
        for at in range(low, high + 1):
            places[at] = min(start + at - low, end)
        places[high] = end
    return places


def table_home(base: Table, sent: Table, came: Table) -> Table:
    """The table that came, with the base's own cells wherever they are as they were sent."""
    rows = base.rows if came.rows == sent.rows else _rows(base, sent, came)
    return base.model_copy(
        update={
            "rows": rows,
            "caption": base.caption if came.caption == sent.caption else came.caption,
            "header_rows": base.header_rows if came.header_rows == sent.header_rows else came.header_rows,
            "rag_columns": base.rag_columns if came.rag_columns == sent.rag_columns else came.rag_columns,
            "alignment": base.alignment if came.alignment == sent.alignment else came.alignment,
        }
    )


def _rows(base: Table, sent: Table, came: Table) -> tuple[tuple[Cell, ...], ...]:
    if len(base.rows) != len(sent.rows):
        return came.rows
    pairs = dict(_paired(came.rows, sent.rows))
    done: list[tuple[Cell, ...]] = []
    for at, row in enumerate(came.rows):
        was = pairs.get(at)
        if was is None or len(sent.rows[was]) != len(row) or len(base.rows[was]) != len(row):
            done.append(row)
        else:
            done.append(tuple(map(_cell, base.rows[was], sent.rows[was], row)))
    return tuple(done)


def _paired(came: Sequence[tuple[Cell, ...]], sent: Sequence[tuple[Cell, ...]]) -> Iterator[tuple[int, int]]:
    """The rows that came with those that they were: the same ones, and what stands between them one for one."""
    same = common([_key(row) for row in came], [_key(row) for row in sent])
    yield from same
    at = was = 0
    for one, other in (*same, (len(came), len(sent))):
        # As many rows as before between two that stayed: they are those rows, changed.
        if one - at == other - was:
            yield from zip(range(at, one), range(was, other), strict=True)
        at, was = one + 1, other + 1


def _key(row: tuple[Cell, ...]) -> tuple[str, ...]:
    return tuple("\n".join(plain(runs) for runs in cell.paragraphs) for cell in row)


def _cell(base: Cell, sent: Cell, came: Cell) -> Cell:
    if came == sent:
        return base
    kept = [runs for runs in base.paragraphs if runs] or [()]
    if len(kept) == len(sent.paragraphs) == len(came.paragraphs):
        return Cell(paragraphs=tuple(map(runs_home, kept, sent.paragraphs, came.paragraphs)))
    return came
