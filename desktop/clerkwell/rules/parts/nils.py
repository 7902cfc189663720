"""Bare nil answers that stand inside a section: under a sub-heading, beside a label, in a table of implications."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.model import Block, ListItem, Paragraph, Place, Report, SubHeading, Table, is_empty, is_nil, plain
from clerkwell.packs import Pack
from clerkwell.rules.passages import Guide, Piece

# "6.1", "15.", "19", "I4." and "(a)" typed before an answer.
TYPED_NUMBER: Final = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|\d{1,3}[.)]?|[A-Z]\d{1,2}(?:\.\d{1,2})?[.)]?|\([a-z]\)|[a-z]\))\s+"
)
_HEAD_NUMBER: Final = re.compile(
    r"\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+|\([a-z]\)\s+|[A-Z]\d{1,2}(?:\.\d{1,2})?[.)]?\s+|[A-Z][.)]\s+"
)
_IMPLIED: Final = re.compile(
    r"(?:[\w’'&/,-]+ ){1,6}implications?(?: and risks?)?(?:\s*\([\w\s]{1,30}\))?"
    r"|(?:legal|financial|equalit\w+|staff\w*|human|risk|climate|environmental|procurement|health|sustainability) "
    r"(?:[\w’'&/,-]+ ){0,4}(?:considerations|consequences|comments)(?: [–—-] \w+)?"
    r"|implications? (?:[–—-] )?(?:for |of |on )?(?:[\w’'&-]+ ?){1,5}"
    r"|legal|financial|equalit(?:y|ies)(?: and diversity)?|staffing|human (?:rights|resources)|risk(?: management)?"
    r"|climate(?: change)?|procurement|health and safety|sustainability|crime and disorder|data protection"
    r"|(?:the )?environment|biodiversity|health and well-?being|community safety|social value|information governance",
    re.IGNORECASE,
)
_HEADS: Final = re.compile(r"\b(?:implications?|impacts?|comments?|issues?|considerations?)\b", re.IGNORECASE)
# "Equality: N/A", "8.4 Equality. None", "23. Legal – None."
_LABELLED: Final = re.compile(
    r"(?P<label>(?:[A-Z]?\d[\d.]*\s+|\([a-z]\)\s+)?[^:.–—]*)(?::|\.\s|\s[–—-]\s)\s*(?P<answer>\S.*)", re.DOTALL
)
# A section or sub-heading over a table of implications that has no row of titles.
_OVER: Final = re.compile(r"\b(?:implications?|impacts?)\b", re.IGNORECASE)
# A line that is a heading by its words alone: "Environmental and climate implications".
_HEADED: Final = re.compile(r"(?:[\d.]+\s+)?[A-Z][\w’'&/-]*(?: [\w’'&/-]+){0,5} [Ii]mplications?")
_LONGEST: Final = 90
# What says no more than "None" in more words, and gives no reason either: "None arising directly from this report".
_OF_THIS: Final = (
    r"(?:\s+(?:directly\s+)?(?:from|out\s+of|for|to|in|by|with|as\s+a\s+(?:direct\s+)?(?:result"
    r"|consequence)\s+of|in\s+respect\s+of|in\s+relation\s+to|relating\s+to)\s+(?:this"
    r"|the)\s+(?:report|proposals?|recommendations?|decision|paper))"
)
_NOW: Final = r"(?:\s+at\s+(?:this|the\s+present)\s+(?:time|stage|point|moment)|\s+at\s+present|\s+currently)"
_FOUND: Final = (
    r"(?:\s+(?:have\s+been\s+)?(?:directly\s+)?(?:arising|identified|known|anticipated"
    r"|expected|envisaged|foreseen|applicable|required|resulting|noted|apparent"
    r"|specific)(?:\s+directly)?)"
)
_SAYS_NOTHING: Final = re.compile(
    rf"(?:(?:see|as)\s+(?:above|below)|(?:none|nil)(?:\s+directly)?{_FOUND}?{_OF_THIS}?{_NOW}?"
    rf"|(?:not\s+applicable|n/?a)(?:{_OF_THIS}|{_NOW})"
    r"|no\s+(?:(?:direct|specific|significant|known|immediate|additional|new|major|particular|further"
    rf"|adverse|material)\s+)?(?:(?:[\w’-]+\s+){{0,2}}(?:implications?|impacts?|considerations?)|issues"
    rf"|effects?|change|comments?|risks){_FOUND}?{_OF_THIS}?{_NOW}?"
    r"|not\s+(?:known|assessed|considered|required)(?:\s+yet)?)"
    r"(?:[,;]?\s+(?:but\s+)?to\s+be\s+(?:considered|confirmed|reviewed|assessed|updated)(?:\s+(?:later"
    r"|further|in\s+due\s+course))?)?\s*[.;:]?",
    re.IGNORECASE,
)


def is_bare(text: str) -> bool:
    """Whether words are a bare nil answer, a number that was typed before it apart: "6.1 Not applicable"."""
    return len(text) < _LONGEST and _says_nothing(TYPED_NUMBER.sub("", text.strip(), count=1))


def _says_nothing(words: str) -> bool:
    return is_nil(words) or _SAYS_NOTHING.fullmatch(words.strip()) is not None


def asks_for_words(heading: str, pack: Pack) -> bool:
    """Whether a heading, or a label, is one of the implications that a report has to consider."""
    words = _HEAD_NUMBER.sub("", heading.strip(), count=1).rstrip(" :.–-").casefold()
    if not words or len(words) > _LONGEST:
        return False
    return _IMPLIED.fullmatch(words) is not None or _is_titled(words, pack)


def _is_titled(words: str, pack: Pack) -> bool:
    """Whether the pack has an implication of this title."""
    asked = (spec for spec in pack.manifest.section if spec.group and spec.nil == "reason")
    return any(words == title.casefold().rstrip(": ") for spec in asked for title in (spec.title, *spec.aliases))


def nils_inside(piece: Piece, guide: Guide) -> tuple[tuple[str, str, Place], ...]:
    """Bare nil answers inside a section that says more: under what they stand, their words, and where."""
    return tuple(_inside(piece.alone, guide.pack))


def _inside(report: Report, pack: Pack) -> Iterator[tuple[str, str, Place]]:
    for section in report.sections:
        blocks = [block for block in section.blocks if not is_empty([block])]
        if len(blocks) == 1 and not isinstance(blocks[0], Table | Paragraph):
            continue
        spec = pack.section(section.id)
        implied = bool(spec and spec.group) or asks_for_words(section.heading or "", pack)
        for at, block in enumerate(blocks):
            if isinstance(block, Table):
                above = blocks[at - 1] if at else None
                over = section.heading or (spec.title if spec else "")
                if isinstance(above, SubHeading):
                    over = plain(above.runs)
                yield from _in_table(section.id, block, over, pack)
            elif isinstance(block, Paragraph | ListItem):
                before = blocks[at - 1] if at else None
                after = blocks[at + 1] if at + 1 < len(blocks) else None
                text = plain(block.runs)
                name = _name(block, before, after, pack, implied)
                if not name and not at and after and implied and is_bare(text) and _begins_another(after, pack):
                    # What stands under the section's own heading, before another matter.
                    name = _HEAD_NUMBER.sub("", section.heading or (spec.title if spec else ""), count=1).rstrip(": ")
                if name:
                    yield name, text.strip(), Place(section=section.id, block=block.id, start=0, end=len(text))


def _name(block: Paragraph | ListItem, before: Block | None, after: Block | None, pack: Pack, implied: bool) -> str:
    """What a bare nil answer is about: the sub-heading or label above it, or the label on its own line.

    Where the section is `implied`, one of the implications, so is every sub-heading in it.
    """
    text = plain(block.runs).strip()
    if len(text) > 2 * _LONGEST:
        return ""
    labelled = _LABELLED.fullmatch(text)
    if labelled and _says_nothing(labelled["answer"]) and asks_for_words(labelled["label"], pack):
        return TYPED_NUMBER.sub("", labelled["label"], count=1).strip()
    if not is_bare(text):
        return ""
    above = plain(before.runs).strip() if isinstance(before, SubHeading | Paragraph) else ""
    is_head = isinstance(before, SubHeading) or above.endswith(":") or _HEADED.fullmatch(above) is not None
    ends = after is None or isinstance(after, SubHeading | Table) or _begins_another(after, pack)
    asked = (implied and isinstance(before, SubHeading)) or asks_for_words(above, pack)
    return _HEAD_NUMBER.sub("", above, count=1).rstrip(": ") if is_head and ends and asked else ""


def _begins_another(block: Block, pack: Pack) -> bool:
    """Whether a paragraph heads what comes next, or says another thing under a label of its own."""
    text = plain(block.runs).strip() if isinstance(block, Paragraph) else ""
    return bool(text) and asks_for_words(text.partition(":")[0], pack)


def _in_table(section: str, table: Table, over: str, pack: Pack) -> Iterator[tuple[str, str, Place]]:
    texts = [[" ".join(map(plain, cell.paragraphs)).strip() for cell in row] for row in table.rows]
    if not texts:
        return
    if not (any(map(_HEADS.search, texts[0])) or _HEADS.search(table.caption) or _OVER.search(over)):
        return
    named = [bool(row) and asks_for_words(row[0], pack) for row in texts]
    # One such row may be anything; a table of implications has more.
    if sum(named) < 2:
        return
    for at, row in enumerate(texts):
        if named[at] and len(row) > 1 and any(map(str.isalpha, row[1])) and _says_nothing(row[1]):
            place = Place(section=section, block=table.id, path=(at, 1, 0), start=0, end=len(row[1]))
            yield row[0], row[1], place
