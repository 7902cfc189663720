"""Rules about public status: what is kept from the public says under which paragraph, and why.

Local Government Act 1972 as it holds in England: Schedule 12A for exempt information, section 100A(3) for confidential.
"""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.model import Appendix, Place, Report
from clerkwell.packs import Pack
from clerkwell.packs.exemption import PARAGRAPHS, PUBLIC_INTEREST
from clerkwell.packs.openness import has_private_blocks
from clerkwell.proofing.law.exemption import (
    REASONS,
    mixed_up,
    no_reasons,
    paragraphs_cited,
    paragraphs_named,
    says_withheld,
    weighs_public_interest,
)
from clerkwell.rules.parts.header import Asked, asked
from clerkwell.rules.passages import PROSE, Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.signs import Sign

_CLOSED: Final = ("Exempt", "Part exempt")
_SCHEDULE: Final = Sign("12A", "12a")
_WITHHELD: Final = Sign(folded=("exempt", "not for publication"))
_REASON: Final = Sign(others=(_SCHEDULE, _WITHHELD))
_MIXED: Final = Sign("onfidential", "100A")
# Where a status is spoken of; answers that give one are looked at by themselves.
_SPEAKING: Final = PROSE | {"subheading", "heading", "title"}
_APPENDIX: Final = re.compile(r"\b(?:append|annex)", re.IGNORECASE)
# "Exempt under paragraph 5 of Part 1 of Schedule 12A": the reason that the text gives for what this report withholds.
_GROUND: Final = re.compile(
    r"\bparagraphs?\s+(?P<numbers>\d(?:\s*(?:,|and|&|or)\s*\d)*)\s*,?\s*(?:of|in|to)\s+(?:part\s+(?:1|I|one)\s+of\s+)?(?:the\s+)?"
    r"schedule\s+12A",
    re.IGNORECASE,
)
_BLANK_REASON: Final = re.compile(r"\bparagraphs?\s*(?:\(s\)\s*)?(?:X{1,3}\b|\[|<|\?{1,3}|_{2,}|\.{3,}|…)")
_OTHERS: Final = re.compile(
    r"\b(?:minutes?|previous|earlier|last|other|another|not\s+exempt|former|separate|item)\b", re.IGNORECASE
)
# Fields that say why, for councils that ask it as a question of its own.
_REASONS: Final = (PARAGRAPHS, "exempt-information")


def _reasons(reading: Reading) -> Iterator[Finding]:
    none = [(passage, stretch) for passage, stretch in reading.where(_none_named, _SCHEDULE) if stretch is not None]
    told = tuple(_given(reading, named=bool(none)))
    yield from told
    if not told:
        yield from _another_ground(reading)
    if not told and not _stated_elsewhere(reading) and not _closed(reading):
        yield from _unreasoned(reading)
    # A report that is right about it at its head may be wrong in its text.
    for passage, stretch in () if told else none:
        yield found(
            passage,
            *stretch,
            f"“{passage.text[slice(*stretch)]}” is no reason for exemption. Name one of paragraphs 1 to 7.",
        )


def _another_ground(reading: Reading) -> Iterator[Finding]:
    """Where the text gives a paragraph for what is withheld that neither header nor list of appendices names."""
    report = reading.report
    answers = (
        *(report.field(name).text for name in _REASONS),
        *(e.value.text for e in _statuses(report, reading.pack)),
    )
    above = paragraphs_cited(" ; ".join(answers)).union(*map(_of_appendix, report.appendices)) & REASONS
    for passage, grounds in reading.where(_grounds, _SCHEDULE) if above else ():
        for start, end, named in grounds:
            if named and not named & above:
                mine, theirs = (_numbered(each) for each in (named, above))
                message = f"Here the reason is {mine}, and at the head of the report {theirs}. Give the same in both."
                yield found(passage, start, end, message, severity="warning")


def _grounds(passage: Passage, _: Guide) -> tuple[tuple[int, int, frozenset[int]], ...]:
    if passage.kind not in PROSE or passage.kind == "quotation" or _OTHERS.search(passage.text):
        return ()
    return tuple(
        (*each.span(), paragraphs_cited(f"paragraphs {each['numbers']}") & REASONS)
        for each in _GROUND.finditer(passage.text)
    )


def _numbered(paragraphs: frozenset[int]) -> str:
    *others, last = map(str, sorted(paragraphs))
    return f"paragraphs {', '.join(others)} and {last}" if others else f"paragraph {last}"


def _closed(reading: Reading) -> bool:
    """Whether the header, or the list of appendices, says that something is withheld: it is judged there."""
    listed = any(each.status in ("exempt", "part-exempt", "confidential") for each in reading.report.appendices)
    return listed or any(each.value.value in _CLOSED for each in _statuses(reading.report, reading.pack))


def _unreasoned(reading: Reading) -> Iterator[Finding]:
    """The first words that keep a part from the public, where the whole report names no paragraph."""
    if any(_of_appendix(appendix) for appendix in reading.report.appendices):
        return
    for passage, stretch in reading.where(_withheld, _WITHHELD):
        if stretch is not None:
            said = passage.text[slice(*stretch)]
            yield found(
                passage,
                *stretch,
                f"“{said}” gives no reason: no paragraph of Schedule 12A is named. Name one of 1 to 7, and say why the "
                "public interest in keeping it private is the greater.",
                severity="warning",
            )
            return


def _withheld(passage: Passage, _: Guide) -> tuple[int, int] | None:
    # "By virtue of paragraph XX": what was left to be filled in is told as that.
    if _BLANK_REASON.search(passage.text):
        return None
    if passage.kind == "quotation" or passage.kind not in (*PROSE, "answer", "title"):
        return None
    return says_withheld(passage.text)


def _none_named(passage: Passage, _: Guide) -> tuple[int, int] | None:
    looked_at = passage.kind in (*PROSE, "answer") and passage.kind != "quotation"
    return no_reasons(passage.text) if looked_at else None


def _given(reading: Reading, *, named: bool) -> Iterator[Finding]:
    """What the header and the list of appendices say, or leave out. `named`: the text names what is no reason, which is
    told there."""
    report = reading.report
    for each in _statuses(report, reading.pack):
        if each.value.value not in _CLOSED:
            continue
        cited = paragraphs_cited(" ; ".join((each.value.text, *(report.field(name).text for name in _REASONS))))
        # The reason may stand where the report speaks of it: "Appendix 2 is exempt under paragraph 3 of Schedule 12A".
        if not cited:
            cited = _named_in_text(reading) | frozenset(
                number for appendix in report.appendices for number in _of_appendix(appendix)
            )
        yield from _judged(cited, "The report", each.place)
    for appendix in report.appendices:
        if appendix.status in ("exempt", "part-exempt"):
            cited = _of_appendix(appendix)
            place = Place(appendix=appendix.id)
            if cited or not (named or _stated_elsewhere(reading)):
                # Nothing says more than that it is withheld: the reason can still stand in the report.
                for finding in _judged(cited, f"Appendix {appendix.number}", place):
                    yield finding if cited else Finding(finding.message, place, severity="warning")


def _of_appendix(appendix: Appendix) -> frozenset[int]:
    return frozenset(appendix.exempt_paragraphs) or paragraphs_named(appendix.title)


def _stated_elsewhere(reading: Reading) -> bool:
    answers = " ; ".join(reading.report.field(name).text for name in _REASONS)
    statuses = (each.value.text for each in _statuses(reading.report, reading.pack))
    cited = paragraphs_cited(" ; ".join((answers, *statuses))) or _named_in_text(reading)
    return bool(cited & REASONS)


def _named_in_text(reading: Reading) -> frozenset[int]:
    return frozenset(number for _, named in reading.where(_named, _REASON) for number in named)


def _named(passage: Passage, _: Guide) -> frozenset[int]:
    return paragraphs_named(passage.text)


def _judged(cited: frozenset[int], name: str, place: Place) -> Iterator[Finding]:
    if cited and not cited & REASONS:
        *others, last = [str(number) for number in sorted(cited)]
        given = f"paragraphs {', '.join(others)} and {last}" if others else f"paragraph {last}"
        yield Finding(
            f"{name} is exempt under {given}, which {'are no reasons' if others else 'is no reason'} for exemption. "
            "Name one of 1 to 7.",
            place,
        )
    elif not cited:
        yield Finding(f"{name} is exempt, but no paragraph of Schedule 12A is named. Name one of 1 to 7.", place)


def _unweighed(reading: Reading) -> Iterator[Finding]:
    report = reading.report
    statuses = _statuses(report, reading.pack)
    closed = next((each for each in statuses if each.value.value in _CLOSED), None)
    appendix = next((each for each in report.appendices if each.status in ("exempt", "part-exempt")), None)
    wholly = closed is not None and closed.value.value == "Exempt"
    if closed is not None:
        place, what = closed.place, "The report" if wholly else "Part of the report"
        # The sentence has a question of its own, or belongs where the paragraph is named.
        if reading.pack.field(PUBLIC_INTEREST):
            place = Place(field=PUBLIC_INTEREST)
        elif reading.pack.field(PARAGRAPHS) and report.field(PARAGRAPHS).text.strip():
            place = Place(field=PARAGRAPHS)
    elif appendix is not None:
        place, what = Place(appendix=appendix.id), f"Appendix {appendix.number}"
    else:
        return
    # What is said to that question is about the public interest, whether or not it uses the words.
    told = report.field(PUBLIC_INTEREST).text if closed is not None or appendix is None else appendix.public_interest
    if told.strip() or any(weighed for _, weighed in reading.where(_weighs)):
        return
    # What a file holds cannot be seen here, and the reason may stand in it.
    in_file = appendix is not None and not appendix.blocks
    in_file = in_file or (closed is not None and _APPENDIX.search(closed.value.text) is not None)
    unseen = not wholly and in_file and not has_private_blocks(report)
    yield Finding(
        f"{what} is exempt, and nothing says why the public interest in keeping it private outweighs the public "
        "interest in publishing it. Say so in a sentence, with the reason.",
        place,
        severity="info" if unseen else None,
    )


def _weighs(passage: Passage, _: Guide) -> bool:
    return weighs_public_interest(passage.text)


def _mixed_status(report: Report, pack: Pack) -> Iterator[Finding]:
    for each in _statuses(report, pack):
        cited = paragraphs_cited(" ; ".join((each.value.text, report.field(PARAGRAPHS).text)))
        if each.value.value == "Confidential" and cited & REASONS:
            number = min(cited & REASONS)
            yield Finding(
                f"The report says that it is confidential and names paragraph {number} of Schedule 12A, which makes "
                "information exempt. Say “Exempt”; or, if a government department or a court forbids its disclosure, "
                "say that and name no paragraph.",
                each.place,
                each.value.text,
            )
    for appendix in report.appendices:
        if appendix.status == "confidential" and appendix.exempt_paragraphs:
            yield Finding(
                f"Appendix {appendix.number} is confidential, with a paragraph of Schedule 12A, which makes "
                "information exempt. Choose exempt; or, if a government department or a court forbids its disclosure, "
                "take the paragraph out.",
                Place(appendix=appendix.id),
            )


def _mixed_up(reading: Reading) -> Iterator[Finding]:
    yield from _mixed_status(reading.report, reading.pack)
    for passage, stretch in reading.where(_mixed, _MIXED):
        if stretch is None:
            continue
        said, other = ("confidential", "exempt") if passage.text[stretch[0]] in "cC" else ("exempt", "confidential")
        yield found(
            passage,
            *stretch,
            f"“{passage.text[slice(*stretch)]}” calls {said} what the Act calls {other}. Schedule 12A makes "
            "information exempt; confidential is what a government department or a court forbids to disclose (section "
            "100A(3)). Say which of the two it is.",
        )


def _mixed(passage: Passage, _: Guide) -> tuple[int, int] | None:
    match = mixed_up(passage.text) if passage.kind in _SPEAKING else None
    return match.span() if match else None


def _statuses(report: Report, pack: Pack) -> list[Asked]:
    return [each for each in asked(report, pack) if each.spec.kind == "status"]


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "exempt-reason", "error", "What is exempt does not say under which paragraph",
            "Only what paragraphs 1 to 7 describe may be withheld as exempt (8 to 10 qualify them and are no reasons), "
            "and every copy says which it is.",
            Across(_reasons),
            source="Local Government Act 1972, sections 100B(5) and 100I and Schedule 12A (England), paragraphs 1–10",
            england=True,
        ),
        Rule(
            "exempt-public-interest", "warning", "What is exempt does not weigh the public interest",
            "Information is exempt only as long as the public interest in keeping it private outweighs the public "
            "interest in disclosing it; readers have to see that this was weighed.",
            Across(_unweighed),
            source="Local Government Act 1972, Schedule 12A as it applies to England, paragraph 10",
            england=True,
        ),
        Rule(
            "exempt-confidential-mixed", "warning", "Confidential and exempt are taken for one another",
            "The public must be kept from confidential information, and may be kept from exempt information: the "
            "reasons and the resolution that the meeting passes are not the same.",
            Across(_mixed_up),
            source="Local Government Act 1972, section 100A(2) to (4) and Schedule 12A as it applies to England",
            england=True,
        ),
    )  # fmt: skip
