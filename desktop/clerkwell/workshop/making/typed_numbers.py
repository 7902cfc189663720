"""Numbers that somebody typed before the paragraphs of a report, after those of their headings: "3.1", "3.2"."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from clerkwell.word.template.shapes import LineShape
from clerkwell.workshop.making.gathering import Gathering
from clerkwell.workshop.making.proposal import Guess, Head

# A paragraph's typed number, with the space after it.
TYPED: Final = re.compile(r"\s*(\d{1,2})\.(\d{1,3})[.)]?\s+(?=\S)")
_OF_HEADING: Final = re.compile(r"\s*(\d{1,2})(?:\.0)?[.):]?\s")
# So many show that the report has them throughout.
_FEWEST: Final = 2
_SHOWN: Final = 3


def typed_number(shape: LineShape, heading: LineShape) -> str:
    """The number typed before a paragraph, if it goes with what its heading has; "" for none."""
    found = None if shape.marks or shape.line.at.table or shape.line.level else TYPED.match(shape.raw)
    if found is None:
        return ""
    above = _OF_HEADING.match(heading.raw)
    return f"{found[1]}.{found[2]}" if above is None or above[1] == found[1] else ""


def typed_before(guess: Guess, shapes: Sequence[LineShape]) -> int:
    """How many characters a typed number takes before the words of a heading; 0 for none."""
    head = guess.where
    if not isinstance(head, Head) or head.row or head.run_in or guess.what not in ("section", "group"):
        return 0
    return head.start if _OF_HEADING.match(shapes[head.line].raw[: head.start]) else 0


def read_numbers(gathering: Gathering, texts: Sequence[int]) -> None:
    """Gather that paragraphs are to be numbered, where many have typed numbers and Word counts none."""
    shapes = gathering.shapes
    heads = [each for each in gathering.guesses if isinstance(each.where, Head) and each.what != "inside"]
    if sum(isinstance(each.where, Head) and each.where.counted for each in heads) > 1:
        return
    lines = sorted(each.where.line for each in heads if isinstance(each.where, Head))
    found: list[str] = []
    for n in texts:
        above = max((line for line in lines if line < n), default=-1)
        number = typed_number(shapes[n], shapes[above]) if above >= 0 else ""
        found += [number] if number else []
    counted = sum(shapes[n].marks == "decimal" and shapes[n].depth == 0 for n in texts)
    if len(found) < _FEWEST or len(found) * 3 < len(texts) or counted > len(found):
        return
    some = ", ".join(found[:_SHOWN])
    pair = next((two for two in pairwise(found) if two[0].split(".")[0] == two[1].split(".")[0]), tuple(found[:2]))
    guess = gathering.add(
        "sections", "numbers",
        f"Numbers are typed before paragraphs ({some}). In the template the paragraphs of these sections are counted: "
        "1, 2, 3 through the whole report, and the numbers go on when a paragraph comes in or goes.",
        title="Numbers of paragraphs: 1, 2, 3 through the report", id="paragraph-numbers", found=some,
    )  # fmt: skip
    headings = any(typed_before(each, shapes) for each in gathering.guesses)
    also = " The typed numbers of headings go with them: they would not go on when a section is left out."
    gathering.add(
        "removed", "removed",
        f"Paragraph numbers {' and '.join(pair)}: a template numbers paragraphs 1, 2, 3 through the whole report, "
        f"and cannot begin with the number of their heading.{also if headings else ''}",
        words=f"Paragraph numbers {', '.join(pair)}", inside=guess.number,
    )  # fmt: skip
