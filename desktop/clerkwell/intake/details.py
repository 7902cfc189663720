"""Header lines that a pack has no place of their own for, kept in its rows of other details where it has such."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from clerkwell.intake.authors import signs_another
from clerkwell.intake.cells import cells_of, labels_cell
from clerkwell.intake.committees import committee_told, day_told
from clerkwell.intake.committees import rows as rows_of
from clerkwell.intake.header import Header
from clerkwell.intake.lines import Line
from clerkwell.model import FieldValue, Row
from clerkwell.packs import Pack
from clerkwell.packs.repeating import OTHER_DETAILS

# "Reason for referral to Committee:", "Forward plan notice?": what a reader takes for a label.
_LABEL: Final = re.compile(r"\s*([A-Z][^:?\n]{1,70}[:?])(?:\s+|$)")
# What every council that asks for it wants answered.
_ASKED: Final = (
    "wards", "cabinet-member", "report-of", "report-author", "key-decision", "purpose", "public-status",
    "exempt-information",
)  # fmt: skip
_NUMBERED: Final = re.compile(r"(?:agenda|item|report (?:no|number|ref))\b", re.IGNORECASE)
# What stands alone in a row without being a label: a letterhead, a part's name.
_NO_LABEL: Final = re.compile(
    r"\b(?:committee|council|board|panel|cabinet|executive|commission|agenda|item|report|part|authority|section|summary"
    r"|recommendations?|details|information|header|decision|conditions?|sub-committee)\b",
    re.IGNORECASE,
)
_INSTRUCTS: Final = re.compile(
    r"\([^()]*\b(?:delete|strike out|cross out|tick|circle) (?:as|whichever|one)\b[^()]*\)", re.I
)
# "Which priorities does this support?" asks for a name, which may be "Priority 2: Living well".
_ASKS_WHICH: Final = re.compile(r"(?:which|what)\b.*\?", re.IGNORECASE)
# A whole paragraph is text, whatever it begins with.
_LONG: Final = 400


def with_details(
    repeats: Mapping[str, tuple[Row, ...]], lines: Sequence[Line], pack: Pack, in_table: bool = False
) -> tuple[Mapping[str, tuple[Row, ...]], tuple[Line, ...]]:
    """The rows with these lines among the other details, and the lines that cannot stand there: tables, pictures.

    `in_table`: the header is a table, and its labels have no colons.
    """
    if not pack.fields_of(OTHER_DETAILS):
        return repeats, tuple(lines)
    texts = [line for line in lines if line.block is None]
    rows = [row for line in texts for row in (_row_of_table(line) if in_table else None) or _rows(line)]
    left = tuple(line for line in lines if line.block is not None)
    return ({**repeats, OTHER_DETAILS: (*repeats.get(OTHER_DETAILS, ()), *rows)} if rows else repeats), left


def with_day_told(repeats: Mapping[str, tuple[Row, ...]], pack: Pack) -> Mapping[str, tuple[Row, ...]]:
    """The rows with the day of the meeting, where the one committee has none and a sentence among the other details
    tells it, and with the committee itself where no label names one and such a sentence does.

    The sentence stays: it says more than the day.
    """
    committees = repeats.get("committees", ())
    said = [row["text"].text for row in repeats.get(OTHER_DETAILS, ()) if "text" in row and "label" not in row]
    if not committees and pack.field("committees.name") is not None:
        name = next(filter(None, map(committee_told, said)), "")
        committees = rows_of(pack, "committees", [("committees.name", name)]) if name else ()
    if len(committees) != 1 or "date" in committees[0] or pack.field("committees.date") is None:
        return repeats
    day = next(filter(None, map(day_told, said)), "")
    dated = rows_of(pack, "committees", [("committees.date", day)]) if day else ()
    return {**repeats, "committees": ({**committees[0], **dated[0]},)} if dated else repeats


def other_officer(header: Header, fields: Mapping[str, FieldValue], authors: Sequence[Row], pack: Pack) -> Row | None:
    """The officer of the header as a detail with its own label, where others sign the report off as its authors."""
    label, named = header.named.get("report-author", ""), fields.get("report-author", FieldValue()).text
    if not label or not named.strip() or not pack.fields_of(OTHER_DETAILS) or not signs_another(label, named, authors):
        return None
    return {name: FieldValue(text=said, value=said) for name, said in (("label", label), ("text", named))}


def left_blank(
    header: Header, fields: Mapping[str, FieldValue], pack: Pack, contacts: Sequence[str]
) -> tuple[Row, ...]:
    """Labels of a header that had nothing beside them, though their council asks for an answer, as details; and those
    that say what to do with them ("delete as appropriate"). So are those of `contacts` at the report's end.

    What need not be answered in every report may be left blank, and a layout that is not known asks for little.
    """
    if not pack.fields_of(OTHER_DETAILS):
        return ()
    said = fields.get("key-decision", FieldValue())
    key = said.value == "Yes"
    asked = (*_ASKED, *(("key-decision-reason",) if key else ()))
    found = ((each, header.blank.get(each, "").strip()) for each in asked)
    empty = [label for each, label in found if label and not fields.get(each, FieldValue()).text.strip()]
    empty += [label for each, label in header.unanswered if each in asked]
    # Of a key decision, notice was given in the forward plan.
    may_be_key = key or not said.text.strip()
    empty += [label for label in header.blank.values() if may_be_key and "forward plan" in label.casefold()]
    reached = {name for row in header.repeats.get("authors", ()) for name, said in row.items() if said.text.strip()}
    empty += [
        label
        for each, label in header.blank.items()
        if each in ("authors.telephone", "authors.email") and each.partition(".")[2] not in reached
    ]
    empty += contacts
    # The clerk numbers items and reports, whatever they are about.
    empty += [label for label in header.blank.values() if _NUMBERED.match(label)]
    blank: list[Row] = [{"label": FieldValue(text=label, value=label)} for label in empty]
    # What a label tells its author to do is still there when he has done it.
    left = (label for label in header.named.values() if label not in empty and _INSTRUCTS.search(label))
    return (*blank, *({"text": FieldValue(text=label, value=label)} for label in left))


def _row_of_table(line: Line) -> list[Row]:
    """A label without a colon and what stands beside it, among others of its kind; none for any other line."""
    if not labels_cell(line):
        return []
    label, text = (cell.strip() for cell in cells_of(line))
    return _row(label, [text]) if text or not _NO_LABEL.search(label) else []


def _rows(line: Line) -> list[Row]:
    """A line as details: a label with what stands beside it, or words of their own; cells beside further labels too."""
    done: list[Row] = []
    label, beside = "", list[str]()
    for cell in (each.strip() for each in cells_of(line)):
        found = _LABEL.match(cell) if len(cell) <= _LONG else None
        if found is None and not cell:
            continue
        if found is not None and not (_ASKS_WHICH.fullmatch(label) and not any(beside) and cell[found.end() :].strip()):
            done += _row(label, beside)
            label, beside = found[1], [cell[found.end() :].strip()]
        else:
            beside.append(cell)
    return done + _row(label, beside)


def _row(label: str, beside: Sequence[str]) -> list[Row]:
    text = "\n".join(filter(None, beside))
    words = {"label": label, "text": text}
    return [{name: FieldValue(text=said, value=said) for name, said in words.items() if said}] if label or text else []
