"""Page headers, footers and page numbers that an extraction left between the lines."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from clerkwell.intake.lines import Line
from clerkwell.model import is_nil

_PAGE = re.compile(r"\W{0,3}page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W{0,3}", re.IGNORECASE)
_PAGE_OF = re.compile(r"\bpage\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\b", re.IGNORECASE)
_DASHED = re.compile(r"[-–|]\s{0,2}\d{1,3}\s{0,2}[-–|]")
_BARE = re.compile(r"[-–|\s]{0,3}(\d{1,3})[-–|\s]{0,3}")
_OF_ITEM = re.compile(r"(\d{1,2})\.(\d{1,3})")
_CONTENTS = re.compile(r"(?:table of |list of )?contents(?: page)?\W*", re.IGNORECASE)
# "3. Background ........ 4", and under the heading also "3. Background 4"
_LEADER = re.compile(r"\S.{0,150}?(?:\s*\.){4,}\s*\d{1,3}|\S.{0,150}?\s*…{2,}\s*\d{1,3}")
_ENTRY = re.compile(r"\S.{0,150}?\s\d{1,3}(?:\s*[-–]\s*\d{1,3})?")
_LONGEST = 120
_TOP = 2


def take_out(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines without page furniture, and the furniture. A line after some is marked as after a page turn."""
    labels = _page_labels(lines)
    out = labels | _repeated(lines, labels) | _contents(lines)
    kept: list[Line] = []
    left: list[Line] = []
    turned, gap = False, 0
    for index, line in enumerate(lines):
        if index in out:
            left.append(line)
            turned, gap = True, gap + line.gap
        elif turned:
            kept.append(replace(line, page=True, gap=max(line.gap, gap, 1)))
            turned, gap = False, 0
        else:
            kept.append(line)
    return kept, left


def _contents(lines: Sequence[Line]) -> set[int]:
    """The list of contents: lines that end in dots and a page, and what stands so under its heading."""
    found = {index for index, line in enumerate(lines) if _LEADER.fullmatch(line.text)}
    for index, line in enumerate(lines):
        if not _CONTENTS.fullmatch(line.text):
            continue
        end = index + 1
        while end < len(lines) and (end in found or _is_entry(lines[end], lines[end + 1 :])):
            end += 1
        if end - index > 2:
            found |= set(range(index, end))
    return found


def _is_entry(line: Line, below: Sequence[Line]) -> bool:
    """Whether a line names a heading and its page, or one that comes again below."""
    words = line.text.replace("\t", " ").strip()
    if not below:
        return False
    return _ENTRY.fullmatch(words) is not None or any(each.text == line.text for each in below)


def _page_labels(lines: Sequence[Line]) -> set[int]:
    """Lines that say which page this is: "Page 3 of 7" alone or with words that come back, or 1, 2, 3 alone."""
    alone = {index for index, line in enumerate(lines) if _PAGE.fullmatch(line.text)}
    others = [
        (index, _without_digits(line.text))
        for index, line in enumerate(lines)
        if index not in alone and len(line.text) <= _LONGEST and _PAGE_OF.search(line.text)
    ]
    often = Counter(words for _, words in others)
    found = alone | {index for index, words in others if often[words] > 1}
    bare = [
        (index, int(match[1])) for index, line in enumerate(lines) if (match := _BARE.fullmatch(line.text)) is not None
    ]
    values = [value for _, value in bare]
    found |= {index for index, _ in bare if _DASHED.fullmatch(lines[index].text) or _at_a_turn(lines, index)}
    if len(bare) > 1 and all(after == before + 1 for before, after in pairwise(values)):
        found |= {index for index, _ in bare}
    return found | _agenda_pages(lines)


def _agenda_pages(lines: Sequence[Line]) -> set[int]:
    """Numbers of pages by the item of the agenda, "5.1" and "5.2", each under a line that comes back."""
    told = [
        (index, match[1], int(match[2]), _without_digits(lines[index - 1].text))
        for index, line in enumerate(lines)
        if index and (match := _OF_ITEM.fullmatch(line.text.strip())) is not None
    ]
    items, above = {item for _, item, _, _ in told}, {before for _, _, _, before in told}
    rises = all(after[2] == before[2] + 1 for before, after in pairwise(told))
    return {index for index, *_ in told} if len(told) > 1 and len(items) == 1 == len(above) and rises else set()


def _at_a_turn(lines: Sequence[Line], index: int) -> bool:
    """Whether a number that stands alone was printed where a page turned: at a form feed, or inside a sentence."""
    if index + 1 >= len(lines) or not index:
        return lines[index].page
    before, line, after = lines[index - 1], lines[index], lines[index + 1]
    if before.is_row or after.is_row:
        return False
    inside = line.gap and after.gap and len(before.text) > _LONGEST and before.text[-1].isalpha()
    return line.page or after.page or bool(inside and after.marker is None)


def _repeated(lines: Sequence[Line], labels: set[int]) -> set[int]:
    """Lines at the edge of a page that come back at the edges of others."""
    turns = sorted(labels | {index for index, line in enumerate(lines) if line.page and index})
    edge = {
        each
        for index in turns
        for each in range(max(0, index - 2), min(len(lines), index + 3))
        if each not in labels and _may_repeat(lines[each])
    }
    often = Counter(_without_digits(lines[each].text) for each in edge)
    least = max(2, len(turns) // 2)
    # The first page's header is the document's own first line, and stays.
    return {each for each in edge if each >= _TOP and often[_without_digits(lines[each].text)] >= least}


def _may_repeat(line: Line) -> bool:
    return (
        len(line.text) <= _LONGEST
        and not is_nil(line.text)
        and line.marker is None
        and not line.is_row
        and line.text[-1] not in ".;:,"
    )


def _without_digits(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())
