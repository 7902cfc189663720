"""Rules about sections: those that are needed are there, and say something."""

import re
from collections.abc import Iterator
from itertools import pairwise

from clerkwell.model import (
    Block,
    Blocks,
    Image,
    Landscape,
    ListItem,
    Paragraph,
    Place,
    Report,
    SetHeading,
    SetSections,
    Severity,
    SubHeading,
    Table,
    is_empty,
    plain,
    words,
)
from clerkwell.packs import OTHER, Pack, Part, outline
from clerkwell.rules.parts.header_nils import nils_in_header
from clerkwell.rules.parts.nils import answer_alone, is_bare, nils_inside
from clerkwell.rules.parts.topics import asks_for_words
from clerkwell.rules.passages import Reading
from clerkwell.rules.rule import Across, Apart, Finding, Rule
from clerkwell.rules.words import section_words

# "9.", "9.1" and "9.0" before a heading.
_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})*|[A-Z](?=[.)]))[.)]?\s+")
# "Part F – Implications" over headings without such a letter, which are parts of it.
_PART = re.compile(r"(?:part|section|chapter) (?:[A-Z]|\d{1,2}|[IVX]{1,4})\s*[:.–—-]\s*(?=\S)", re.IGNORECASE)
_ROMAN = re.compile(r"[IVX]{1,5}[.)]\s+")
_ANEW = ("1", "1.0", "1.1")
_SAY_WHY = "Say in a sentence why there is nothing to report."
# No law demands an assessment of every report (Equality Act 2010, section 149): what it asks is due regard, shown.
_EQUALITY = (
    "Say which is so: “considered, no effect because …”, “assessment attached (Appendix …)” or “assessment to follow”."
)
_MARK = re.compile(r"[•◦▪●○■]|\d{1,3}[.)]|\([a-z]\)|\((?:i|v|x){1,4}\)|\d{1,2}(?:\.\d{1,2})+\.?")


def _name(part: Part) -> str:
    return f"“{part.heading.rstrip(': ')}”"


def _empty(report: Report, pack: Pack) -> Iterator[Finding]:
    standing = [part for part in outline(report, pack) if part.stands]
    following = {part.id: after for part, after in pairwise(standing)}
    for part in standing:
        listed = {"appendices": report.appendices, "background-papers": report.background_papers}.get(part.spec.kind)
        if part.section is None or not part.relevant or listed or not _says_nothing(part.section.blocks):
            continue
        if listed is not None:
            yield Finding(
                f"{_name(part)} has a heading and nothing under it. List them, or say “None”.", Place(section=part.id)
            )
        elif part.wanted:
            yield Finding(f"{_name(part)} is empty. Write this section.", Place(section=part.id))
        elif _heads_others(part, following.get(part.id), pack):
            continue
        else:
            after = following.get(part.id)
            severity: Severity | None = None
            if _may_head_others(part, after, pack):
                severity = "warning" if after and (_are_siblings(part, after) or _ends_text(part, after)) else "info"
            message = f"{_name(part)} has a heading and nothing under it. Write it, or leave the section out."
            yield Finding(message, Place(section=part.id), fix=_without(report, part.id), severity=severity)


def _says_nothing(blocks: Blocks) -> bool:
    """Whether nothing is written here but the number of a paragraph, or a bullet: "24."."""
    return all(is_empty([block]) or (isinstance(block, Paragraph) and _is_mark(block)) for block in blocks)


def _is_mark(block: Paragraph) -> bool:
    return _MARK.fullmatch(plain(block.runs).strip()) is not None


def _heads_others(part: Part, after: Part | None, pack: Pack) -> bool:
    """Whether a heading of a report that keeps its own order stands over the next ones: 9 over 9.1, "Implications"."""
    if pack.manifest.pack.order != "report" or after is None:
        return False
    outer = _PART.match(part.heading) is not None and _PART.match(after.heading) is None
    if outer and (after.spec.kind == "text" or _NUMBER.match(after.heading)):
        return True
    number, inside = _NUMBER.match(part.heading), _NUMBER.match(after.heading)
    if number and inside and inside[1].startswith(f"{number[1].removesuffix('.0')}."):
        return True
    if number is None and inside and inside[1] in _ANEW and part.spec.group is not None:
        # "EQUALITIES IMPACT ASSESSMENT" over "1. Equality duty" and "2. …", behind sections that have no numbers.
        return True
    before = _ROMAN.match(part.heading) or number
    words = part.heading[before.end() if before else 0 :].strip(": ").casefold()
    # One that the layout does not know belongs with them by what it asks about: "Financial and value for money".
    over = pack.group(after.spec.group) or (
        pack.group(part.spec.group) if asks_for_words(after.heading, pack) else None
    )
    return over is not None and words in {title.casefold() for title in (over.title, *over.aliases)}


def _may_head_others(part: Part, after: Part | None, pack: Pack) -> bool:
    """Whether it may: nothing says so, but an implication ("Legal implications") it is not."""
    return pack.manifest.pack.order == "report" and after is not None and part.spec.group is None


def _ends_text(part: Part, after: Part) -> bool:
    """Whether the lists at a report's end follow a section that is about something else: "Consultation" over them."""
    return after.spec.kind in ("appendices", "background-papers") and part.spec.id != OTHER


def _are_siblings(part: Part, after: Part) -> bool:
    """Whether two headings count on from each other, so that the first stands over nothing: 4 and 5, A and B."""
    if _PART.match(part.heading) and _PART.match(after.heading):
        return True
    number, beside = _NUMBER.match(part.heading), _NUMBER.match(after.heading)
    if number is None or beside is None:
        return False
    return number[1].removesuffix(".0").count(".") == beside[1].removesuffix(".0").count(".")


def _empty_subheadings(report: Report, pack: Pack) -> Iterator[Finding]:
    for part in outline(report, pack):
        blocks = [block for block in (part.section.blocks if part.section else ()) if not is_empty([block])]
        for block, after in zip(blocks, [*blocks[1:], None][: len(blocks)], strict=True):
            if isinstance(block, SubHeading) and (after is None or isinstance(after, SubHeading)):
                quote = words(block).strip()
                message = f"Nothing is written under “{quote}”. Write it, or take the sub-heading out."
                yield Finding(message, _at(part, block), quote)


def _empty_items(report: Report, pack: Pack) -> Iterator[Finding]:
    """Items of lists with nothing in them, and numbers with nothing after them."""
    for part in outline(report, pack):
        blocks = part.section.blocks if part.section else ()
        if _says_nothing(blocks):
            continue
        for block in blocks:
            text = words(block).strip()
            if (isinstance(block, ListItem) and not text) or (isinstance(block, Paragraph) and _is_mark(block)):
                message = f"An item of a list in {_name(part)} has nothing in it. Write it, or take it out."
                yield Finding(message, Place(section=part.id, block=block.id), text)


def _nil(report: Report, pack: Pack) -> Iterator[tuple[Part, Paragraph | ListItem]]:
    """The sections whose whole content is a bare nil answer, with the paragraph that gives it."""
    for part in outline(report, pack):
        listed = {"appendices": report.appendices, "background-papers": report.background_papers}.get(part.spec.kind)
        if part.section is None or not part.relevant or listed:
            continue
        first = _only_nil(part.section.blocks)
        if first is not None:
            yield part, first


def _only_nil(blocks: Blocks) -> Paragraph | ListItem | None:
    """The first bare nil answer of a section that says nothing else."""
    first: Paragraph | ListItem | None = None
    for block in blocks:
        if is_empty([block]):
            continue
        # One block that says more is enough: most sections are not read further than that.
        if not isinstance(block, Paragraph | ListItem) or not is_bare(plain(block.runs)):
            return None
        first = first or block
    return first


def _nil_without_reason(reading: Reading) -> Iterator[Finding]:
    report, pack = reading.report, reading.pack
    told = set[str]()
    for part, block in _nil(report, pack):
        own = pack.manifest.pack.order == "report"
        asked = part.spec.nil == "reason" or (part.spec.id == OTHER and asks_for_words(part.heading, pack))
        if asked and (part.wanted or own):
            told.add(block.id)
            start, quote = answer_alone(plain(block.runs))
            message = f"{_name(part)} says only “{quote}”. {_EQUALITY if _is_equality(part) else _SAY_WHY}"
            yield Finding(message, _at(part, block).model_copy(update={"start": start}), quote)
    for nil in (each for _, nils in reading.parts(nils_inside) for each in nils):
        if nil.place.block in told:
            continue
        if nil.goes_on:
            message = f"“{nil.name}” says “{nil.quote}” and then tells of something. Take one of them out."
            yield Finding(message, nil.place, nil.quote, severity="info")
        else:
            why = _EQUALITY if "equalit" in nil.name.casefold() else _SAY_WHY
            yield Finding(f"“{nil.name}” says only “{nil.quote}”. {why}", nil.place, nil.quote)
    yield from nils_in_header(report, pack)


def _is_equality(part: Part) -> bool:
    return "equal" in part.spec.id or "equalit" in part.heading.casefold()


def _nil_left_in(report: Report, pack: Pack) -> Iterator[Finding]:
    for part, block in _nil(report, pack):
        if part.spec.nil == "reason" and not part.wanted and pack.manifest.pack.order == "pack":
            quote = plain(block.runs).strip()
            message = f"{_name(part)} says only “{quote}”. This report does not need the section: leave it out."
            yield Finding(message, _at(part, block), quote, _without(report, part.id))


def _nil_not_allowed(report: Report, pack: Pack) -> Iterator[Finding]:
    for part, block in _nil(report, pack):
        if part.spec.nil == "no":
            quote = plain(block.runs).strip()
            yield Finding(f"{_name(part)} says only “{quote}”. Write this section.", _at(part, block), quote)


def _reworded(report: Report, pack: Pack) -> Iterator[Finding]:
    if pack.manifest.pack.order == "report":
        return
    for part in outline(report, pack):
        if part.section and part.section.heading and part.section.heading != part.spec.title:
            quote = part.section.heading
            message = f"The heading “{quote}” is “{part.spec.title}” in the council’s template."
            yield Finding(message, Place(section=part.id), quote, SetHeading(section=part.id, heading=""))


def _length(report: Report, pack: Pack) -> Iterator[Finding]:
    for part in outline(report, pack):
        limits = part.spec.words
        if limits is None or not part.stands:
            continue
        count = section_words(report, part.id)
        severity: Severity | None = "error" if limits.grade == "limit" else None
        if count > limits.most:
            message = f"{_name(part)} has {_words(count)}. Cut it to {limits.most}."
            yield Finding(message, Place(section=part.id), severity=severity)
        elif 0 < count < limits.least:
            message = f"{_name(part)} has {_words(count)}. The council asks for at least {limits.least}."
            yield Finding(message, Place(section=part.id), severity=severity)


def _words(count: int) -> str:
    return "1 word" if count == 1 else f"{count} words"


def _tray(report: Report, _: Pack) -> Iterator[Finding]:
    count = len(report.tray)
    if count:
        pieces = "One piece of text is" if count == 1 else f"{count} pieces of text are"
        yield Finding(f"{pieces} waiting in the tray. Put the text where it belongs, or discard it.")


def _without(report: Report, section_id: str) -> SetSections:
    return SetSections(sections=tuple(section for section in report.sections if section.id != section_id))


def _at(part: Part, block: Block) -> Place:
    if isinstance(block, Table | Image | Landscape):
        return Place(section=part.id, block=block.id)
    return Place(section=part.id, block=block.id, start=0, end=len(plain(block.runs)))


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "section-empty", "error", "A heading has nothing under it",
            "A reader cannot tell whether something was forgotten.", _empty,
            source="The council’s template; Gloucester’s guidance: every section is completed",
            fix="Leave the section out",
        ),
        Rule(
            "subheading-empty", "warning", "A sub-heading has nothing under it",
            "A reader cannot tell whether something was forgotten.", Apart(_empty_subheadings),
            source="Web Content Accessibility Guidelines 2.4.6, headings and labels",
        ),
        Rule(
            "list-item-empty", "warning", "An item of a list has nothing in it",
            "A reader cannot tell whether something was forgotten.", Apart(_empty_items),
            source="Web Content Accessibility Guidelines 1.3.1: a list has its items, and no others",
        ),
        Rule(
            "nil-without-reason", "warning", "A section says that there is nothing to say, but not why",
            "Members rely on each implication having been considered; a bare “N/A” does not show that it was.",
            Across(_nil_without_reason),
            source="The council’s template; Lambeth’s guidance: a nil impact is stated in words; for equality, the "
            "Equality Act 2010, section 149",
        ),
        Rule(
            "nil-section-left-in", "warning", "A section that this report does not need says only “N/A”",
            "The template lets a report leave this section out.", _nil_left_in,
            source="The council’s template", fix="Leave the section out",
        ),
        Rule(
            "nil-not-allowed", "error", "A section that has to say something says only “N/A”",
            "The council’s template asks for this in every report.", _nil_not_allowed,
            source="The council’s template",
        ),
        Rule(
            "heading-reworded", "info", "A heading is worded otherwise than in the template",
            "Readers find their way by the council’s own headings.", _reworded,
            source="The council’s template; Lambeth’s and Brighton & Hove’s guidance: headings are not reworded",
            fix="Use the template’s heading",
        ),
        Rule(
            "section-length", "warning", "A section is longer or shorter than the council asks",
            "The council’s template says how long this section may be.", _length,
            source="The council’s report template: its limits of words",
        ),
        Rule(
            "tray-not-empty", "warning", "Text is waiting in the tray",
            "What an import or a change of template could not place is not in the document.", _tray,
            source="The practice of committee clerks: nothing of a report is lost",
        ),
    )  # fmt: skip
