"""Differences in words: the words that differ with those round them, and sentences for what is not in words."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from clerkwell.comparing.naming import Naming
from clerkwell.comparing.results import Piece
from clerkwell.comparing.wording import Reworded
from clerkwell.model import Image, Landscape, Runs, Table, Text, Worded
from clerkwell.model.blocks import Cell

# Of words that both have, as many letters are shown round what differs; the cut is at a word.
_ROUND = 80
_CUT = "…"


def said(runs: Runs, names: Naming) -> str:
    """What the runs say, for showing."""
    return "".join([run.text if isinstance(run, Text) else names.said(run) for run in runs])


def said_in(block: Worded | Table | Image | Landscape, names: Naming) -> str:
    """What a block says, for showing: cells are parted by bars, rows by line feeds; a picture gives its caption."""
    match block:
        case Table():
            rows = [" | ".join(cell_said(cell, names) for cell in row) for row in block.rows]
            return "\n".join([block.caption, *rows] if block.caption else rows)
        case Image():
            return f"[picture: {block.caption or block.alt or block.attachment}]"
        case Landscape():
            return "\n".join(said_in(inner, names) for inner in block.blocks)
        case _:
            return said(block.runs, names)


def cell_said(cell: Cell, names: Naming) -> str:
    """What a cell says, for showing."""
    return "\n".join(said(runs, names) for runs in cell.paragraphs)


def pieces(texts: Reworded, before: Naming, after: Naming) -> tuple[Piece, ...]:
    """The words that differ and those round them. Long stretches that both have are cut to what stands next to them."""
    return rounded(_pieces(texts, before, after))


def rounded(found: Iterator[Piece] | Sequence[Piece]) -> tuple[Piece, ...]:
    """Pieces, neighbours of one kind as one, what both have cut to what stands next to what differs."""
    joined = [
        Piece("".join(each.text for each in same), kind)
        for kind, same in groupby((each for each in found if each.text), key=lambda each: each.kind)
    ]
    last = len(joined) - 1
    return tuple(
        Piece(_cut(each.text, first=at == 0, last=at == last)) if each.kind == "same" else each
        for at, each in enumerate(joined)
    )


def all_of(text: str, kind: str) -> tuple[Piece, ...]:
    """Words that all came or all went."""
    if not text:
        return ()
    return (Piece(text, "added" if kind == "added" else "removed"),)


def joined(found: Sequence[Piece], kind: str) -> str:
    """The words of the pieces of one kind, stretches parted by dots."""
    return f" {_CUT} ".join(each.text.strip() or each.text for each in found if each.kind == kind)


def look_changes(texts: Reworded, names: Naming) -> str:
    """How words that both have look otherwise than before: "bold: costs; link to https://example.org: the survey"."""
    done: list[str] = []
    for what, stretch in _looks(texts):
        words = said(stretch, names).strip()
        done.append(f"{what}: {words}" if words else what)
    return "; ".join(done)


def _pieces(texts: Reworded, before: Naming, after: Naming) -> Iterator[Piece]:
    there = 0
    for low, high, start, end in texts.regions:
        yield Piece(said(texts.after.cut(there, start), after))
        yield Piece(said(texts.before.cut(low, high), before), "removed")
        yield Piece(said(texts.after.cut(start, end), after), "added")
        there = end
    yield Piece(said(texts.after.cut(there, len(texts.after.keys)), after))


def _cut(text: str, *, first: bool, last: bool) -> str:
    if first and last:
        return text
    most = _ROUND if first or last else 2 * _ROUND
    if len(text) <= most + 20:
        return text
    head = "" if first else text[:_ROUND].rpartition(" ")[0]
    tail = "" if last else text[-_ROUND:].partition(" ")[2]
    return f"{head} {_CUT} {tail}".strip(" ") if head and tail else f"{head} {_CUT}" if head else f"{_CUT} {tail}"


def _looks(texts: Reworded) -> Iterator[tuple[str, Runs]]:
    """What is said of each stretch that looks otherwise, with the stretch."""
    at, there = 0, 0
    end = (len(texts.before.keys),) * 2 + (len(texts.after.keys),) * 2
    for low, high, start, stop in (*texts.regions, end):
        yield from _stretch_looks(texts.before.cut(at, low), texts.after.cut(there, start))
        at, there = high, stop


def _stretch_looks(before: Runs, after: Runs) -> Iterator[tuple[str, Runs]]:
    if before == after:
        return
    units = zip(_units(before), _units(after), strict=True)
    for what, group in groupby(units, key=lambda each: _said_of(each[0], each[1])):
        if what:
            yield what, tuple(other for _, other in group)


def _units(runs: Runs) -> list[Text]:
    """The characters of runs with their looks."""
    done: list[Text] = []
    for run in runs:
        if isinstance(run, Text):
            done += [run.model_copy(update={"text": letter}) for letter in run.text]
        else:
            done.append(Text(text=""))
    return done


def _said_of(before: Text, after: Text) -> str:
    if before is after or before == after:
        return ""
    done = [
        name if getattr(after, name) else f"no longer {name}"
        for name in ("bold", "italic")
        if getattr(before, name) != getattr(after, name)
    ]
    if before.script != after.script:
        done.append({"super": "superscript", "sub": "subscript"}.get(after.script, f"no longer {before.script}script"))
    if before.link != after.link:
        done.append(f"link to {after.link}" if after.link else "no longer a link")
    return " and ".join(done)
