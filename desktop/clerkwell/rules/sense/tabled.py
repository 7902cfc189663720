"""The rule about tables of things: one has as many rows as the text right before it says there are things."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from clerkwell.model import Table
from clerkwell.proofing.sense.counted import Mention, mentions
from clerkwell.proofing.sense.figures import figure
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.sense.bearings import number_typed
from clerkwell.rules.sense.summing import NO_PART, SUBTOTAL
from clerkwell.rules.sense.tendered import miscounted_offers
from clerkwell.rules.sense.totals import texts

# What stands between the count and its table: nothing, or words that lead to it.
_LEADS: Final = re.compile(
    r"\s*(?:(?:They|These|Those|Their|Table|Each|All|Details|Full\s+details|The\s+(?:table|details"
    r"|list|full\s+list|results))\b[^.]{0,140}?\b(?:below|follow\w*|table|shown|given|set\s+out"
    r"|listed|summari[sz]ed|are|were)\b[^.]{0,80}[.:]?\s*)?(?:Copies\s+(?:of\s+\w+\s+)?are\s+(?:at|in)\s+Appendix\s+\w+\.)?",
    re.IGNORECASE,
)
# The table may tell of others, or not of all.
_OTHERS: Final = re.compile(
    r"\b(?:all\s+the|every|largest|main|top|most|least|key|major|examples?|some|where"
    r"|which(?!\s+(?:are|is|were)\s+(?:listed|shown|set|given|in|below))|that\s+(?:are|were|have|had)"
    r"|of\s+them|of\s+these|each\s+(?:ward|year|quarter|month)"
    r"|together|combined|grouped|by\s+(?:the\s+)?(?!officers|members|cabinet|committee|council|the)[a-z]+"
    # Not all of those that were asked have answered.
    r"|asked|invited|sought|approached|contacted|written\s+to|consulted|expected|planned|number\s+of"
    # Not all that came in were weighed.
    r"|withdr[ae]w\w*|reject\w*|disqualif\w*|late"
    r"|may|might|could|would)\b",
    re.IGNORECASE,
)
# "The table shows the six schools which …": those that it shows, and no others.
_SHOWS: Final = re.compile(
    r"\b(?:the\s+table|table\s+\w{1,2})\s+(?:above\s+|below\s+)?(?:shows|lists|gives|names|sets\s+out)\s+the\s+\Z",
    re.IGNORECASE,
)
_WHICH: Final = re.compile(r"\b(?:which|where|that)\b", re.IGNORECASE)
# A caption that was typed as a paragraph of its own.
_CAPTION: Final = re.compile(r"Table\s+\w{1,3}\s*[:.–—-]")
# A year heads a column as words do.
_YEAR: Final = re.compile(r"\s*(?:19|20)\d\d\s*")
_NUMBER_WORDS: Final = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_WIDER: Final = re.compile(r"\b(?:programme|whole|as\s+a\s+whole|overall|so\s+far)\b", re.IGNORECASE)
_BESIDES: Final = re.compile(r"\W*(?:contingency|other|others|various|unallocated)\b", re.IGNORECASE)
_NAMES: Final = frozenset(("name", "title", "ref", "reference", "no", "number", "area", "and", "of"))
_TWO: Final = re.compile(r"\s(?:and|&)\s|,|/|\(\d|\d\s?[-–]\s?\d")
# Rows that are no thing of the kind.
_NO_ROW: Final = re.compile(
    r"\W*(?:all|both|overall|sum|net|balance|average|mean|median|contingency|other|others|various"
    r"|unallocated|vat|inflation"
    r"|less|plus|sub-?total)\b",
    re.IGNORECASE,
)
# What is offered, and who offers it.
_ALIKE: Final = (
    frozenset(("tender", "tenderer", "bidder", "bid", "contractor", "firm", "supplier")),
    frozenset(("quotation", "quote", "contractor", "firm", "supplier", "company")),
    frozenset(("application", "applicant")),
)
_WRITTEN: Final = frozenset(
    ("responses", "representations", "replies", "comments", "objections", "submissions", "letters")
)
_WRITERS: Final = frozenset(
    ("from", "number", "no", "respondent", "consultee", "organisation", "name", "party", "person", "objector", "body")
)
_FEWEST: Final = 2
# A table that has more or fewer by more than a third of them is of something else.
_PART: Final = 3
_BETWEEN: Final = 2


def _told(passage: Passage, _: Guide) -> tuple[Mention, ...]:
    if passage.kind not in ("paragraph", "item", "caption", "subheading"):
        return ()
    skip = number_typed(passage.text)
    said = mentions(passage.text[skip:])
    return tuple(Mention(m.start + skip, m.end + skip, m.number, m.noun, m.rest + skip) for m in said)


def _against_tables(reading: Reading) -> Iterator[Finding]:
    told = set[tuple[str, int | None]]()
    for each in _against_table(reading):
        if each.place:
            told.add((each.place.block, each.place.start))
        yield each
    for _, wrong in reading.parts(miscounted_offers):
        for passage, start, end, has in wrong:
            if (passage.place.block, start) not in told:
                words = passage.text[start:end]
                message = f"The text says “{words}”, but the table has {has}. Put the number or the table right."
                yield found(passage, start, end, message)


def _against_table(reading: Reading) -> Iterator[Finding]:
    passages = reading.passages
    for index, passage in enumerate(passages):
        table = passage.block
        if not isinstance(table, Table) or passage.kind != "cell" or passage.place.path != (0, 0, 0):
            continue
        lead = _lead(passages, index)
        if not any(each.known(_told, reading.guide) for each in lead):
            continue
        rows = texts(table)
        head = rows[0][0].casefold().strip(" :.") if rows and rows[0] else ""
        has = _things(rows[max(1, table.header_rows) :])
        headed = all(figure(text) is None or _YEAR.fullmatch(text) for text in rows[0]) if rows else False
        if head and len(has) >= _FEWEST and headed:
            yield from _judged(lead, head, has, rows, reading.guide)


def _judged(
    lead: Sequence[Passage], head: str, has: Sequence[str], rows: Sequence[Sequence[str]], guide: Guide
) -> Iterator[Finding]:
    said = [(each, told) for each in lead for told in each.known(_told, guide) if _is_of(head, told.noun)]
    if len(said) != 1:
        return
    passage, told = said[0]
    follow = lead[lead.index(passage) + 1 :]
    after = " ".join((passage.text[told.rest :], *(each.text for each in follow if each.kind != "caption")))
    captions = " ".join(each.text for each in lead if each.kind == "caption")
    said_of = passage.text[max(0, passage.text.rfind(". ", 0, told.start)) : told.rest]
    if _SHOWS.search(passage.text, 0, told.start):
        said_of = _WHICH.sub("", said_of)
    if not _LEADS.fullmatch(after) or _OTHERS.search(f"{said_of} {after} {captions}") or _WIDER.search(after):
        return
    besides = sum(1 for row in rows if _BESIDES.match(row[0]))
    counts = {len(has), len(set(has)), len(has) + besides}
    if told.number in counts or abs(told.number - len(has)) > max(1, len(has) // _PART):
        return
    if any(_says(each.text, count) for each in (passage, *follow) for count in counts):
        return
    before = (other for each in lead[: lead.index(passage)] for other in each.known(_told, guide))
    if any(other.number in counts for other in before):
        return
    # "Betting and Gaming Council" wrote one letter, as "Mr and Mrs" do.
    if told.number > len(has) and told.noun.casefold() not in _WRITTEN and any(_TWO.search(each) for each in has):
        return
    if any((told_there := figure(text)) and told_there.value == told.number for row in rows for text in row):
        # The table counts them itself: its rows are of kinds.
        return
    words = passage.text[told.start : told.end]
    put_right = "Put the number right, or add what is missing."
    message = f"The text says “{words}”, but the table that follows has {len(has)}. {put_right}"
    yield found(passage, told.start, told.end, message)


def _lead(passages: Sequence[Passage], index: int) -> list[Passage]:
    """What stands right before a table in its part: its caption and a paragraph or two, in order."""
    here, lead = passages[index].place, list[Passage]()
    for passage in reversed(passages[max(0, index - _BETWEEN - 2) : index]):
        place = passage.place
        if (place.section, place.appendix) != (here.section, here.appendix):
            break
        if passage.kind == "caption" and place.block == here.block:
            lead.insert(0, passage)
            continue
        if passage.kind == "paragraph" and not lead and _CAPTION.match(passage.text):
            continue
        # What ends without a stop plays a heading: "5 Audits finished".
        if passage.kind not in ("paragraph", "item") or not passage.text.rstrip().endswith((".", ":")):
            break
        lead.insert(0, passage)
        if len([each for each in lead if each.kind != "caption"]) == _BETWEEN:
            break
    return lead


def _things(rows: Sequence[Sequence[str]]) -> list[str]:
    """The names of the things that a table has a row for, without totals and headings between them."""
    return [
        row[0].strip().casefold()
        for row in rows
        if row[0].strip()
        and not (SUBTOTAL.search(row[0]) or NO_PART.match(row[0]) or _NO_ROW.match(row[0]))
        and (len(row) == 1 or any(text.strip() for text in row[1:]))
    ]


def _is_of(head: str, noun: str) -> bool:
    """Whether a column so headed names such things: "Name of audit", "Audit" and "Audits" do name "audits", and "From"
    heads those who wrote."""
    if noun.casefold() in _WRITTEN and head in _WRITERS:
        return True
    words = [each for each in head.replace("/", " ").split() if each not in _NAMES]
    forms = _forms(noun.casefold())
    return 0 < len(words) <= 2 and (words[-1] in forms or any(words[-1] in each and forms & each for each in _ALIKE))


def _forms(noun: str) -> frozenset[str]:
    ways = {noun, noun.removesuffix("s"), noun.removesuffix("es"), noun.removesuffix("ies") + "y"}
    return frozenset(ways)


def _says(text: str, count: int) -> bool:
    word = _NUMBER_WORDS[count - 1] if 0 < count <= len(_NUMBER_WORDS) else ""
    # "5.1" before a paragraph is a number of its own.
    return re.search(rf"(?<![\d.])\b(?:{count}{f'|{word}' if word else ''})\b(?!\.\d)", text, re.IGNORECASE) is not None


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "count-against-table", "warning", "A table has more or fewer rows than the text says there are things",
            "A reader looks for the one that is missing.",
            Across(_against_tables, by_part=True),
            source="Careful drafting: figures in a report agree with what they count",
        ),
    )  # fmt: skip
