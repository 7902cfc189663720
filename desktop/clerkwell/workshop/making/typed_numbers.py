"""Numbers that somebody typed before the paragraphs of a report: "3.1" after the heading's, or 1, 2, 3 throughout."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from clerkwell.word.template.shapes import LineShape
from clerkwell.workshop.making.gathering import Gathering
from clerkwell.workshop.making.proposal import Guess, Head

# A paragraph's typed number, with the space after it.
TYPED: Final = re.compile(r"\s*(\d{1,2})\.(\d{1,3})[.)]?\s+(?=\S)")
# The number of a paragraph that is one of all: how it is written, too.
RUNNING: Final = re.compile(r"\s*(?P<before>\(?)(?P<number>\d{1,3})(?P<after>[.)](?=\s)|(?=\t))\s+(?=\S)")
# The same as an import has it, where a tab was all that stood behind it.
BARE: Final = re.compile(r"\s*(\d{1,3})\s+(?=\S)")
_LETTER: Final = re.compile(r"\s*(?P<before>\(?)(?P<letter>[A-Za-z])(?P<after>[.)])\s+(?=\S)")
_OF_HEADING: Final = re.compile(r"\s*(\d{1,2})(?:\.0)?[.):]?\s")
# So many show that the report has them throughout.
_FEWEST: Final = 2
_FEWEST_RUNNING: Final = 3
_SHOWN: Final = 3
# What a guess about such numbers is called: those after a heading's, and those of all.
DOTTED: Final = "paragraph-numbers"
LEVELLED: Final = "heading-numbers"
THROUGH: Final = "running-numbers"


def typed_number(shape: LineShape, heading: LineShape) -> str:
    """The number typed before a paragraph, if it goes with what its heading has; "" for none."""
    found = None if shape.marks or shape.line.at.table or shape.line.level else TYPED.match(shape.raw)
    if found is None:
        return ""
    above = _OF_HEADING.match(heading.raw)
    return f"{found[1]}.{found[2]}" if above is None or above[1] == found[1] else ""


def running_numbers(shapes: Sequence[LineShape], heads: Sequence[int], first: int, stop: int) -> tuple[int, ...]:
    """The lines whose typed numbers go on from one heading to the next: 1, 2, 3 through the report; none otherwise.

    A list that begins again at 1 is no part of them. `heads` are the lines of headings.
    """
    found = [(n, int(typed["number"])) for n in range(first, stop) if (typed := _running(shapes[n])) and n not in heads]
    best: list[int] = []
    for at, (_, value) in enumerate(found):
        if value != 1:
            continue
        run: list[int] = []
        for line, number in found[at:]:
            if number == len(run) + 1:
                run.append(line)
        # A list before the first paragraph has its numbers for itself: of two runs as long it is the later one.
        if len(run) >= len(best):
            best = run
    over = {max((head for head in heads if head < line), default=-1) for line in best}
    return tuple(best) if len(best) >= _FEWEST_RUNNING and len(over) > 1 else ()


def running_pattern(shape: LineShape) -> str:
    """How such a number is written, as Word has it: "%1." (17.9.11)."""
    found = _running(shape)
    return "%1." if found is None else f"{found['before']}%1{found['after']}"


def typed_letters(shapes: Sequence[LineShape], texts: Sequence[int]) -> Counter[tuple[str, str]]:
    """How lists are lettered that somebody typed, outside any other list, and how many of their items are."""
    found: Counter[tuple[str, str]] = Counter()
    before: tuple[str, str, int] | None = None
    for n in texts:
        letter = None if shapes[n].marks else _LETTER.match(shapes[n].raw)
        if letter is None:
            # Words between items belong to the last one; another kind of item is a list of its own.
            before = None if shapes[n].marks or RUNNING.match(shapes[n].raw) else before
            continue
        form = "lowerLetter" if letter["letter"].islower() else "upperLetter"
        pattern = f"{letter['before']}%1{letter['after']}"
        at = ord(letter["letter"].casefold()) - ord("a") + 1
        if at == 1 or before == (form, pattern, at - 1):
            found[form, pattern] += 1
            before = form, pattern, at
    return Counter({each: count for each, count in found.items() if count >= _FEWEST})


def _running(shape: LineShape) -> re.Match[str] | None:
    return None if shape.marks or shape.line.at.table or shape.line.level else RUNNING.match(shape.raw)


def is_levelled(shape: LineShape, heading: LineShape) -> bool:
    """Whether Word numbers a paragraph after its heading, on the next level of one list: "3.1" under "3."."""
    level = f"%{heading.depth + 2}"
    return (
        bool(heading.listed)
        and shape.listed == heading.listed
        and (shape.marks, shape.depth) == ("decimal", heading.depth + 1)
        and f"%{heading.depth + 1}" in shape.pattern
        and level in shape.pattern
        and not shape.line.level
        and not shape.line.at.table
    )


def typed_before(guess: Guess, shapes: Sequence[LineShape]) -> int:
    """How many characters a typed number takes before the words of a heading; 0 for none."""
    head = guess.where
    if not isinstance(head, Head) or head.row or head.run_in or guess.what not in ("section", "group"):
        return 0
    return head.start if _OF_HEADING.match(shapes[head.line].raw[: head.start]) else 0


def read_numbers(gathering: Gathering, texts: Sequence[int], running: Sequence[int]) -> None:
    """Gather that paragraphs are to be numbered, where many have typed numbers and Word counts none.

    `running` are the lines whose numbers go through the report.
    """
    shapes = gathering.shapes
    heads = [each for each in gathering.guesses if isinstance(each.where, Head) and each.what != "inside"]
    if sum(isinstance(each.where, Head) and each.where.counted for each in heads) > 1:
        _levelled_guess(gathering, heads)
        return
    if running:
        _running_guess(gathering, running)
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
        title="Numbers of paragraphs: 1, 2, 3 through the report", id=DOTTED, found=some,
    )  # fmt: skip
    headings = any(typed_before(each, shapes) for each in gathering.guesses)
    also = " The typed numbers of headings go with them: they would not go on when a section is left out."
    gathering.add(
        "removed", "removed",
        f"Paragraph numbers {' and '.join(pair)}: a template numbers paragraphs 1, 2, 3 through the whole report, "
        f"and cannot begin with the number of their heading.{also if headings else ''}",
        words=f"Paragraph numbers {', '.join(pair)}", inside=guess.number,
    )  # fmt: skip


def _levelled_guess(gathering: Gathering, heads: Sequence[Guess]) -> None:
    """The numbers that Word gives to paragraphs after those of their headings."""
    if sum(isinstance(each.where, Head) and each.where.levelled for each in heads) < _FEWEST:
        return
    gathering.add(
        "sections", "numbers",
        "Word numbers the paragraphs after their headings (1.1, 1.2), in one list with them. The template keeps that "
        "list: Word prints the numbers, and authors do not see those of paragraphs while they write.",
        title="Numbers of paragraphs: 1.1, 1.2 after their headings", id=LEVELLED,
    )  # fmt: skip


def _running_guess(gathering: Gathering, running: Sequence[int]) -> None:
    """The numbers 1, 2, 3 of a report whose author typed them: Word counts them in the template."""
    shapes = gathering.shapes
    some = [shapes[n].raw.split()[0] for n in running]
    pattern = running_pattern(shapes[running[0]])
    gathering.add(
        "sections", "numbers",
        f"Numbers are typed before paragraphs, and go on across headings ({', '.join(some[:_SHOWN])} … {some[-1]}). In "
        "the template Word counts them, written as they are, and they go on when a paragraph comes in or goes.",
        title="Numbers of paragraphs: 1, 2, 3 through the report", id=THROUGH, found=", ".join(some[:_SHOWN]),
        words=pattern,
    )  # fmt: skip
