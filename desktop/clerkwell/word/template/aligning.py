"""Which lines of one template are which of another: the same paragraphs, after somebody worked on them."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from clerkwell.word.template.lines import TemplateLine

Key = Callable[[int], Hashable]


def aligned(before: Sequence[TemplateLine], now: Sequence[TemplateLine]) -> Mapping[int, int]:
    """The number of each line of the one with its number in the other; none for a line that is gone.

    Lines are the same that say the same under the same heading, or in the same row; then those that say the same where
    both stand between such lines; then those that have one style there, where there are as many of them.
    """
    found: dict[int, int] = {}
    keys: list[tuple[list[Hashable], list[Hashable]]] = [
        (_told(before, exactly=True), _told(now, exactly=True)),
        (_told(before, exactly=False), _told(now, exactly=False)),
    ]
    for was, is_now in keys:
        for (a, c), (b, d) in _gaps(found, len(before), len(now)):
            matcher = SequenceMatcher(None, was[a:b], is_now[c:d], autojunk=False)
            for block in matcher.get_matching_blocks():
                found |= {a + block.a + each: c + block.b + each for each in range(block.size)}
    styles = [[(line.at.part, bool(line.at.table), line.style.casefold()) for line in lines] for lines in (before, now)]
    for (a, c), (b, d) in _gaps(found, len(before), len(now)):
        if styles[0][a:b] == styles[1][c:d]:
            found |= {a + each: c + each for each in range(b - a)}
    return found


def _gaps(found: Mapping[int, int], before: int, now: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The stretches between lines that were found, as their ends."""
    known = [(-1, -1), *sorted(found.items()), (before, now)]
    return [((a + 1, c + 1), (b, d)) for (a, c), (b, d) in pairwise(known) if b > a + 1 and d > c + 1]


def _told(lines: Sequence[TemplateLine], *, exactly: bool) -> list[Hashable]:
    """What each line is known by: its words, and with `exactly` what it belongs to."""
    keys: list[Hashable] = []
    heading, row, label = "", (0, 0), ""
    for line in lines:
        said = " ".join(line.shown.casefold().split())
        if line.at.table and (line.at.table, line.at.row) != row:
            row, label = (line.at.table, line.at.row), said
        if line.level and not line.at.table:
            heading = said
        belongs = (label if line.at.table else heading) if exactly else ""
        keys.append((line.at.part, bool(line.at.table), belongs, said))
    return keys
