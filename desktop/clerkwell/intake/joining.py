"""Paragraphs that an extraction broke, at the line's end or where the page turned, put together again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from clerkwell.intake.lines import Line
from clerkwell.model import Text, canonical

# After these words a sentence goes on, even if a page turned and the next word has a capital.
_UNFINISHED = frozenset(
    {
        "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "is", "its", "of", "on", "or", "our", "that",
        "the", "their", "this", "to", "was", "were", "which", "with",
    }
)  # fmt: skip
_LONG = 60
_SURELY_TEXT = 100
_WIDEST = 160
_SENTENCE_ENDS = ".?!:;"
_CLOSING = "\"'”’)]»"


@dataclass(frozen=True)
class Joined:
    """The lines put together, and how many times a page turn or a line's end was bridged over an empty line."""

    lines: list[Line]
    turns: tuple[int, ...]


def join(lines: Sequence[Line], stands_alone: Callable[[Line], bool]) -> Joined:
    """The lines with broken paragraphs made whole. What `stands_alone` (a heading, a label) is never joined."""
    width = _wrap_width(lines)
    done: list[Line] = []
    turns: list[int] = []
    parts: list[Line] = []

    def close() -> None:
        if parts:
            done.append(_merged(parts))
            parts.clear()

    for line in lines:
        if parts and _goes_on(parts[-1], line, parts[0], width, stands_alone):
            if line.gap:
                turns.append(line.number)
            parts.append(line)
            continue
        close()
        parts.append(line)
    close()
    return Joined(done, tuple(turns))


def _merged(parts: Sequence[Line]) -> Line:
    if len(parts) == 1:
        return parts[0]
    runs = list(parts[0].runs)
    last = parts[0].text
    for line in parts[1:]:
        # "multi-" at a line's end and "agency": one word
        if not (last.endswith("-") and not last.endswith(" -") and line.text[:1].islower()):
            runs.append(Text(text=" "))
        runs.extend(line.runs)
        last = line.text
    return replace(parts[0], runs=canonical(runs), bold=all(line.bold for line in parts))


def _goes_on(before: Line, line: Line, first: Line, width: int, stands_alone: Callable[[Line], bool]) -> bool:
    if line.known or before.known:
        # A paragraph of a Word document is whole.
        return False
    if line.is_row or before.is_row or line.mark or before.mark or line.quoted != before.quoted:
        return False
    if (line.marker is not None and not _is_dash(before, line, first, width)) or is_contact(line) or is_contact(before):
        return False
    if stands_alone(line) or (before is first and stands_alone(before)):
        return False
    if line.bold != before.bold and not (line.text[:1].islower() and len(before.text) > _LONG):
        return False
    small = line.text[:1].islower()
    if line.gap:
        turned = line.page and len(before.text) > _SURELY_TEXT
        return not finished(before.text) and (small or turned or _must_go_on(before.text))
    if small and not finished(before.text):
        return True
    if _is_full(before, line, width):
        return True
    return first.marker is not None and line.indent > first.indent and line.gap == 0


def _is_dash(before: Line, line: Line, first: Line, width: int) -> bool:
    """Whether what looks like a bullet is the dash of a sentence that was broken before it."""
    mark = line.marker
    if mark is None or mark.raw not in ("–", "—", "-") or line.gap or finished(before.text):
        return False
    if first.marker is not None and first.marker.raw == mark.raw:
        return False
    return line.text[mark.length : mark.length + 1].islower() and _is_full(before, line, width)


def _must_go_on(text: str) -> bool:
    return len(text) >= _LONG and (text.endswith(",") or text.rsplit(None, 1)[-1].casefold() in _UNFINISHED)


def finished(text: str) -> bool:
    """Whether the text ends as a sentence does."""
    bare = text.rstrip(_CLOSING + " ")
    return bool(bare) and bare[-1] in _SENTENCE_ENDS


def is_contact(line: Line) -> bool:
    """Whether a line is an address of the net, or gives a telephone number or an address of the net after a label."""
    text = line.text
    if len(text) > 200:
        return False
    last = text.rsplit(None, 1)[-1]
    alone = " " not in text or text.split(None, 1)[0].endswith((":", "."))
    if alone and ("@" in last or last.startswith(("www.", "http"))):
        return True
    digits = sum(character.isdigit() for character in text)
    return digits >= 9 and digits * 2 >= len(text.replace(" ", "")) and len(text) < 60


def _wrap_width(lines: Sequence[Line]) -> int:
    """The width at which the text's lines were broken; 0 where its lines are whole paragraphs."""
    lengths = sorted(
        before.indent + len(before.text)
        for before, after in pairwise(lines)
        if not after.gap and after.marker is None and not after.is_row and not before.is_row
    )
    longest = max((len(line.text) for line in lines), default=0)
    if len(lengths) < 4 or longest > _WIDEST:
        return 0
    width = lengths[int(len(lengths) * 0.9)]
    return width if width >= _LONG else 0


def _is_full(before: Line, line: Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted on the line before it."""
    if not width:
        return False
    first = line.text.split(None, 1)[0]
    return before.indent + len(before.text) + 1 + len(first) > 0.88 * width
