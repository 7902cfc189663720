"""Where the header ends and the body begins."""

import re
from collections.abc import Sequence

from clerkwell.intake.asking import asks_members, recommends_outright
from clerkwell.intake.cells import UNKNOWN_LABEL
from clerkwell.intake.certain import certain_answer
from clerkwell.intake.headings import Headings, is_capitals, looks_short, majors, numbered_heading
from clerkwell.intake.labels import Labels
from clerkwell.intake.lines import Line
from clerkwell.intake.listed import goes_on_listing, names_list
from clerkwell.intake.part_heads import bare_heads, is_section_head, lettered_heads
from clerkwell.intake.sentences import header_told
from clerkwell.model import plain
from clerkwell.packs import Pack

# A header longer than this is none.
_MOST_LINES = 120
_LONG = 120
_AHEAD = 5
_FEW = 12
# So many lines of the header may stand below a label that could be a heading.
_FEW_LABELS = 2
# A label with its answer; and so many of them are a header.
_PAIR = 2
_FEWEST_LABELS = 3
# A line of text is longer, where it is broken as on a page.
_TEXT = 60
# What stands over words before the first numbered part, and is no title: "Foreword by the Chair".
_OPENS = re.compile(
    r"(?:I[.)] )?(?:\S+ )?(?:foreword|preface|introduction|overview(?! (?:and|&) )|message)\b[^.:;?!]{0,80}",
    re.IGNORECASE,
)


def header_end(lines: Sequence[Line], pack: Pack, labels: Labels, headings: Headings) -> int:
    """The index of the first line that is not the header's: the first heading that labels do not follow."""
    lettered = lettered_heads(lines) if pack.manifest.pack.order == "report" else frozenset()
    known = _first_known(lines, pack, labels, headings)
    # Labels at the foot, "Report author:" among them, are no header's once parts have been counted by letters.
    parted = next((index for index, line in enumerate(lines) if line.number in lettered), None)
    if parted is not None and (known is None or parted < known) and not _is_label(lines[parted], labels):
        known = parted
    stop = min(known if known is not None else len(lines), _MOST_LINES)
    last = max((index for index in range(stop) if _is_label(lines[index], labels)), default=-1)
    decimals, heads = majors(lines), bare_heads(lines) | lettered
    listing = False
    for index in range(last + 1, stop):
        after = lines[index + 1] if index + 1 < len(lines) else None
        listing = names_list(lines[index], pack, headings) or (listing and goes_on_listing(lines[index]))
        if listing:
            continue
        if numbered_heading(lines[index], after, decimals) and after is not None:
            return index
        if (lines[index].number in heads or is_section_head(lines[index])) and pack.manifest.pack.order == "report":
            return index
        asks = asks_members(lines[index], after) or recommends_outright(lines[index], first=True)
        if asks and pack.manifest.pack.order == "report":
            return index
        if index and _is_marked_heading(lines[index]) and after is not None and len(after.text) > _LONG:
            if header_told(after.text) is not None:
                continue  # the title, over who reports to whom and when
            return index
        # Where nothing was a label, a title may stand at the top; a long paragraph is the body's all the same.
        if len(lines[index].text) > 2 * _LONG and not lines[index].is_row:
            return index
        if pack.manifest.pack.order == "report" and _opens(lines[index], after):
            return index
    if known is not None:
        return known
    return last + 1


def _first_known(lines: Sequence[Line], pack: Pack, labels: Labels, headings: Headings) -> int | None:
    listing = False
    for index, line in enumerate(lines):
        listing = names_list(line, pack, headings) or (listing and goes_on_listing(line))
        found = headings.whole(line) or headings.begins(line)
        if found is None or (listing and line.marker is not None):
            continue
        spec = pack.section(found.id) if found.kind == "section" else None
        if found.run_in and spec is not None and spec.kind != "text" and index < _MOST_LINES:
            continue
        if found.run_in and (certain_answer(line, "purpose", pack) or _is_among_labels(lines, index)):
            continue
        if found.run_in and (label := labels.at_start(line.text)) and not labels.may_answer(label, line.text):
            return index
        if _is_label(line, labels) and (found.run_in or _has_value_below(lines, index, labels)):
            continue
        if pack.manifest.pack.order == "report" and _is_blank_label(lines, index, labels, headings):
            continue
        if line.known is not None and line.mark and not found.run_in:
            # A heading style heads the body, whatever comes below.
            return index
        if pack.manifest.pack.order == "report" and _is_table_of_header(lines, index, labels):
            continue
        ahead = lines[index + 1 : index + 1 + _AHEAD]
        if sum(1 for each in ahead if _is_label(each, labels)) < 2:
            return index
    return None


def without_tables(
    lines: Sequence[Line], end: int, pack: Pack, labels: Labels, headings: Headings
) -> tuple[Sequence[Line], Sequence[Line]]:
    """The header's lines and those of the body, with the tables that stand in the header under headings of sections."""
    header, taken = list(lines[:end]), list[Line]()
    for index in range(end - 1, -1, -1):
        found = headings.whole(lines[index]) if lines[index].gap else None
        if found is not None and pack.manifest.pack.order == "report" and _is_table_of_header(lines, index, labels):
            last = _table_end(lines, index)
            taken[:0] = lines[index:last]
            del header[index:last]
    return header, [*taken, *lines[end:]]


def _table_end(lines: Sequence[Line], index: int) -> int:
    end = index + 1
    while end < len(lines) and lines[end].is_row and not (end > index + 1 and lines[end].gap):
        end += 1
    return end


def _is_table_of_header(lines: Sequence[Line], index: int, labels: Labels) -> bool:
    """Whether a table right below a heading is the header's: after an empty line its rows go on as labels with their
    answers ("Timetable", over the meetings, over "Classification" and "Wards affected")."""
    end = _table_end(lines, index)
    if end == index + 1:
        return False
    last = next((at for at in range(end, len(lines)) if not lines[at].is_row), len(lines))
    rows = [each for each in lines[end:last] if each.block is None and len(each.cells) == _PAIR]
    return sum(1 for row in rows if labels.at_start(plain(row.cells[0])) is not None) >= _FEWEST_LABELS


def _opens(line: Line, after: Line | None) -> bool:
    """Whether a line heads words that stand before the first part a layout knows, with a sentence below it."""
    if after is None or not line.gap or not line.is_single or _OPENS.fullmatch(line.text) is None:
        return False
    return after.is_single and len(after.text) > _TEXT


def _is_label(line: Line, labels: Labels) -> bool:
    return len(line.text) < 600 and labels.at_start(line.text, loose=line.is_row) is not None


def _has_value_below(lines: Sequence[Line], index: int, labels: Labels) -> bool:
    """Whether a label without a value has one on the next line: short words that another label follows."""
    below = lines[index + 1 : index + 3]
    return len(below) == 2 and len(below[0].text) < 80 and _is_label(below[1], labels)


def _is_blank_label(lines: Sequence[Line], index: int, labels: Labels, headings: Headings) -> bool:
    """Whether words that head a section elsewhere are a label of the header with nothing beside it: they stand right
    below another label, and the first heading follows after an empty line, with a label or two between at most."""
    if index == 0 or lines[index].gap or lines[index].marker is not None:
        return False
    above, below = lines[index - 1], lines[index + 1 : index + 2 + _FEW_LABELS]
    labelled = _is_label(above, labels) or UNKNOWN_LABEL.match(above.text) is not None
    if not labelled or len(above.text) >= _LONG:
        return False
    first = next((at for at, line in enumerate(below) if line.gap), None)
    if first is None or (first and not lines[index].text.endswith(":")):
        return False
    if any(len(line.text) >= _TEXT or line.text.endswith((".", ";", ",")) or line.marker for line in below[:first]):
        return False
    return headings.whole(below[first]) is not None or is_capitals(below[first])


def _is_among_labels(lines: Sequence[Line], index: int) -> bool:
    """Whether a line of few words stands between two lines with labels, without an empty line: it answers one itself,
    though its label may head a section elsewhere ("Financial implications: see section 5")."""
    around = lines[index - 1 : index + 2]
    if index == 0 or len(around) < 3 or len(around[1].text.split()) > _FEW or any(each.gap for each in around[1:]):
        return False
    return all(
        each.marker is None and each.block is None and UNKNOWN_LABEL.match(each.text) and len(each.text) < _LONG
        for each in around
    )


def _is_marked_heading(line: Line) -> bool:
    return looks_short(line) and bool(line.mark or line.bold or is_capitals(line)) and not line.text.endswith(":")
