"""Bare nil answers that stand inside a section: under a sub-heading, beside a label, in a table of implications."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from clerkwell.model import Block, ListItem, Paragraph, Place, Report, SubHeading, Table, is_empty, is_nil, plain
from clerkwell.packs import Pack
from clerkwell.rules.parts.topics import HEAD_NUMBER, asks_for_words, may_ask_for_words
from clerkwell.rules.passages import Guide, Piece

# "6.1", "15.", "19", "I4." and "(a)" typed before an answer.
TYPED_NUMBER: Final = re.compile(
    r"\A(?:\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|\d{1,3}[.)]?|[A-Z]\d{1,2}(?:\.\d{1,2})?[.)]?|\([a-z]\)|[a-z]\))\s+"
)
_HEADS: Final = re.compile(r"\b(?:implications?|impacts?|comments?|issues?|considerations?)\b", re.IGNORECASE)
# "Equality: N/A", "8.4 Equality. None", "23. Legal – None.", "What about equality? None."
_LABELLED: Final = re.compile(
    r"(?P<label>(?:[A-Z]?\d[\d.]*[.)]?\s+|\(?[a-z]{1,4}\)\s+|[A-Z][.)]\s+|[•–—-]\s+)?(?:s\.(?=\d)|[^:.?–—\t])*?)"
    r"(?::|[.?]\s|\s*[–—]|\s-\s|\t|\s{2,})\s*(?P<answer>\S.*)",
    re.DOTALL,
)
# A label like any other: what it begins is another matter than the one before it.
_ANOTHER: Final = re.compile(r"[A-Z][\w’'&/,-]*(?: [\w’'&/,-]+){0,4}(?::| [–—] |\. (?=[A-Z]))\s*\S")
# A section or sub-heading over a table of implications that has no row of titles.
_OVER: Final = re.compile(r"\b(?:implications?|impacts?)\b", re.IGNORECASE)
_LABEL: Final = re.compile(r"[A-Z][^:.?–—]{1,60}(?=[:?]|\. |\s?[–—])")
# What somebody answered who was asked: a consultee's words, and no implication.
_REPLIES: Final = re.compile(r"no\s+(?:comments?|objections?|issues)|nothing\b", re.IGNORECASE)
_CONSULTED: Final = re.compile(r"\bconsult|\brepresentations?\b", re.IGNORECASE)
# How many there are of what is said not to be, or how grave it is; and what tells why there is nothing to say.
_COUNTED: Final = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|main|chief|principal|significant|key|high|red)\b",
    re.IGNORECASE,
)
_REASON: Final = re.compile(
    r"\b(?:no|not|none|nor|nothing|neither|without|because|only|already|within|unchanged|existing|same|met|funded|paid)\b",
    re.IGNORECASE,
)
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


def answer_alone(text: str) -> tuple[int, str]:
    """Where an answer begins behind the number that was typed before it, and the answer: "6.1 None." says "None."."""
    number = TYPED_NUMBER.match(text)
    start = number.end() if number else 0
    return start, text[start:].strip()


def _says_nothing(words: str) -> bool:
    return is_nil(words) or _SAYS_NOTHING.fullmatch(words.strip()) is not None


@dataclass(frozen=True)
class Nil:
    """A bare nil answer inside a section that says more: what it is about, its words, and where it stands.

    `goes_on`: the section goes on as if there were something to tell.
    """

    name: str
    quote: str
    place: Place
    goes_on: bool = False


def nils_inside(piece: Piece, guide: Guide) -> tuple[Nil, ...]:
    """The bare nil answers inside a section that says more."""
    return tuple(_inside(piece.alone, guide.pack))


def _inside(report: Report, pack: Pack) -> Iterator[Nil]:
    for section in report.sections:
        blocks = [block for block in section.blocks if not is_empty([block])]
        if len(blocks) == 1 and not isinstance(blocks[0], Table | Paragraph | SubHeading):
            continue
        spec = pack.section(section.id)
        heading = section.heading or (spec.title if spec else "")
        implied = bool(spec and spec.group) or asks_for_words(heading, pack) or _OVER.search(heading) is not None
        for at, block in enumerate(blocks):
            before = blocks[at - 1] if at else None
            after = blocks[at + 1] if at + 1 < len(blocks) else None
            if isinstance(block, Table):
                over = plain(before.runs) if isinstance(before, SubHeading) else heading
                yield from _in_table(section.id, block, over, pack)
            elif isinstance(block, Paragraph | ListItem | SubHeading):
                text = plain(block.runs)
                if len(text) > 2 * _LONGEST:
                    continue
                name = _run_in(text, before, after, pack, implied, consulted=_CONSULTED.search(heading) is not None)
                name = name or _below(block, before, after, pack, implied)
                goes_on = False
                if not name and not at and after and implied and is_bare(text):
                    # What stands under the section's own heading, before another matter or against what follows.
                    goes_on = not (_begins_another(after, pack) or _is_head(after))
                    name = _alone(heading) if not goes_on or _tells(after) else ""
                if name:
                    start, quote = answer_alone(text)
                    yield Nil(
                        name, quote, Place(section=section.id, block=block.id, start=start, end=len(text)), goes_on
                    )


def _run_in(text: str, before: Block | None, after: Block | None, pack: Pack, implied: bool, *, consulted: bool) -> str:
    """The label that stands before a bare nil answer in its own line. `consulted`: the section tells who was asked."""
    labelled = _LABELLED.fullmatch(text.strip())
    if labelled is None or not _says_nothing(labelled["answer"]):
        return ""
    label = _alone(labelled["label"])
    if _REPLIES.match(labelled["answer"]) and (not implied or consulted):
        return ""  # "Environmental health: no comments" tells what somebody answered
    beside = implied or any(each and _begins_another(each, pack, strictly=True) for each in (before, after))
    return label if (may_ask_for_words if beside else asks_for_words)(label, pack) else ""


def _below(
    block: Paragraph | ListItem | SubHeading, before: Block | None, after: Block | None, pack: Pack, implied: bool
) -> str:
    """The sub-heading or label above a bare nil answer. Where the section is `implied`, one of the implications, so is
    every sub-heading in it."""
    if (
        isinstance(block, SubHeading)
        or not isinstance(before, SubHeading | Paragraph)
        or not is_bare(plain(block.runs))
    ):
        return ""
    above = plain(before.runs).strip()
    if isinstance(before, Paragraph) and above.endswith((".", ",", ";")):
        return ""
    ends = after is None or isinstance(after, SubHeading | Table) or _begins_another(after, pack) or _is_head(after)
    asked = (implied and isinstance(before, SubHeading)) or asks_for_words(above, pack)
    return _alone(above) if ends and asked else ""


def _alone(label: str) -> str:
    """A heading or label without the number before it and the colon behind it."""
    return HEAD_NUMBER.sub("", label.strip(), count=1).rstrip(": .–—-")


def _begins_another(block: Block, pack: Pack, *, strictly: bool = False) -> bool:
    """Whether a paragraph heads what comes next, or says another thing under a label of its own: any label, or
    `strictly` one of the matters that reports have to consider."""
    text = plain(block.runs).strip() if isinstance(block, Paragraph | ListItem | SubHeading) else ""
    if not text:
        return False
    alone = TYPED_NUMBER.sub("", text, count=1)
    if not strictly and _ANOTHER.match(alone):
        return True
    label = _LABEL.match(alone)
    return asks_for_words(label[0] if label else text.partition(":")[0], pack)


def _is_head(block: Block) -> bool:
    """Whether a paragraph is a heading by its looks: a short line without a stop."""
    if isinstance(block, SubHeading):
        return True
    text = plain(block.runs).strip() if isinstance(block, Paragraph | ListItem) else ""
    return 0 < len(text) <= _LONGEST and text[0].isupper() and text[-1] not in ".,;:"


def _tells(block: Block) -> bool:
    """Whether a paragraph after a nil answer tells of something, and is not the reason for it."""
    text = plain(block.runs) if isinstance(block, Paragraph) else ""
    first = text.partition(". ")[0]
    return len(text) > _LONGEST and _COUNTED.search(first) is not None and _REASON.search(text) is None


def _in_table(section: str, table: Table, over: str, pack: Pack) -> Iterator[Nil]:
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
            yield Nil(row[0], row[1], place)
