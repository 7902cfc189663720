"""Rules about parts whose own words say that they are not for publication, while the report would publish them."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.model import (
    Appendix,
    Block,
    Blocks,
    Place,
    Report,
    Section,
    SetBlocks,
    SubHeading,
    is_empty,
    is_nil,
    words,
)
from clerkwell.packs import Pack
from clerkwell.packs.marked import (
    HINTS,
    is_only_mark,
    line_says_private,
    may_say_private,
    reasons_given,
    spoken_of,
    title_says_private,
)
from clerkwell.packs.openness import has_private_blocks, is_private, is_split, is_withheld, openness
from clerkwell.rules.passages import PROSE, Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule
from clerkwell.rules.signs import Sign

# "None. The whole report is public."
_NOTHING: Final = re.compile(r"\s*(?:there (?:are|is) )?(?:none|nil|nothing|no|n/a|not applicable)\b", re.IGNORECASE)
# "Appendix C contains the fees of each manager. It is exempt because …"
_OF_APPENDICES: Final = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3}){0,3}[.)]?\s+)?(?:the )?(?:(?:exempt|confidential|private) )?"
    r"(?:appendi(?:x|ces)|annex(?:es)?)\b",
    re.IGNORECASE,
)
# Figures are of what is exempt, and not of why it is: "Appendix C has the offer of £1.2 million".
_FIGURES: Final = re.compile(r"[£€$%]|\d\s*(?:per\s?cent|million|m\b|k\b|percentage)|\d,\d{3}", re.IGNORECASE)
_MOST_OF_TITLE: Final = 20
# "Part exempt – Appendices 2 and 3": which of them the status keeps from the public; "a" is a word.
_NAMED: Final = re.compile(
    r"\b(?i:appendi(?:x|ces)|annex(?:e?s)?)\s+"
    r"(?P<ids>(?:\d{1,2}|[A-Z])\b(?:\s*(?:,|&|and|or|to|-|–)+\s*(?:\d{1,2}|[A-Z])\b(?!\s+of\b))*)"
)
_ID: Final = re.compile(r"\d{1,2}|[A-Z]")
_SPAN: Final = re.compile(r"(\d{1,2}|[A-Z])\s*(?:to|-|–)\s*(\d{1,2}|[A-Z])")
_KEPT: Final = re.compile(r"\b(?:exempt|not for publication|confidential|private)\b", re.IGNORECASE)
# "Exempt except Appendix 1", "Public: Appendix 1; exempt: Appendix 2"; but "Public, except Appendix 2 (exempt)".
_OPEN_ONE: Final = re.compile(
    r"\b(?:(?:exempt|publication|confidential|private)\b[^;.]*\b(?:except|other than|but not|apart from)|not exempt)"
    r"\b[^;.]*\Z"
    r"|(?:\A|[;.,(])\s*(?:public|open)\s*[:–—-]?\s*\Z",
    re.IGNORECASE,
)
IN_WORDS_ONLY = "private-in-words-only"
_SAID: Final = Sign(folded=HINTS)
_HOW = "Mark what the public may not read as not for publication, or word it otherwise."


def _said_in_words(reading: Reading) -> Iterator[Finding]:
    report, pack = reading.report, reading.pack
    # Of such a report there is no public set.
    if openness(report, pack) not in ("exempt", "confidential"):
        spoken = {passage.place.section for passage, says in reading.where(_may_say, _SAID) if says}
        for section in report.sections:
            if section.id in spoken:
                yield from _of_section(section, pack)
        yield from _of_appendices(report)
        yield from _of_status(report, pack)


def _of_status(report: Report, pack: Pack) -> Iterator[Finding]:
    """An appendix that the report's status keeps from the public, and that the public would get, or that nobody listed.

    Where nothing is listed and nothing marked, no public set is made, as another rule says.
    """
    if openness(report, pack) not in ("part-exempt", "public") or not (report.appendices or has_private_blocks(report)):
        return
    listed = {each.number.strip().upper(): each for each in report.appendices}
    for spec in pack.manifest.field:
        answer = report.field(spec.id)
        if spec.kind != "status" or "." in spec.id:
            continue
        for number in _kept_back(answer.text) if _KEPT.search(answer.text) else ():
            appendix = listed.get(number)
            if appendix is not None and (is_withheld(appendix, report, pack) or is_split(appendix)):
                continue
            what = "it is to be public" if appendix else "it is not in the list of appendices"
            how = "Choose its public status" if appendix else "List it with its public status"
            yield Finding(
                f"The report’s status says that Appendix {number} is not for publication, but {what}. "
                f"{how}, or say otherwise at the head of the report.",
                Place(appendix=appendix.id) if appendix else Place(field=spec.id),
                "" if appendix else answer.text,
                # Nothing of it is here to be published; no public set is made none the less, until it is listed.
                severity=None if appendix else "warning",
            )


def _kept_back(status: str) -> tuple[str, ...]:
    """The numbers of the appendices that a status names as withheld: "Part exempt – Appendices B to D"."""
    done: list[str] = []
    for named in _NAMED.finditer(status):
        if _OPEN_ONE.search(status[: named.start()]):
            continue
        done += _ID.findall(named["ids"])
        for first, last in _SPAN.findall(named["ids"]):
            if first.isdigit() and last.isdigit():
                done += map(str, range(int(first) + 1, int(last)))
            elif first.isalpha() and last.isalpha():
                done += map(chr, range(ord(first) + 1, ord(last)))
    return tuple(dict.fromkeys(done))


def _may_say(passage: Passage, _: Guide) -> bool:
    """Whether a heading or a line says that something is not for publication: what is looked at again is little."""
    if not may_say_private(passage.text):
        return False
    if passage.kind in ("heading", "subheading"):
        return title_says_private(passage.text)
    if passage.kind not in PROSE:
        return False
    return line_says_private(passage.text.strip()) or spoken_of(passage.text) is not None


def _of_section(section: Section, pack: Pack) -> Iterator[Finding]:
    blocks = section.blocks
    harmless = _tells_of_others(blocks) or _are_titles(section, pack)
    if section.heading and title_says_private(section.heading) and _has_open(blocks) and not harmless:
        message = f"The heading “{section.heading}” says that this is not for publication, but not all of it is marked."
        fix = SetBlocks(section=section.id, blocks=_marked(blocks, range(len(blocks))))
        yield Finding(f"{message} {_HOW}", Place(section=section.id), section.heading, fix)
        return
    for index, block in enumerate(blocks):
        said = words(block).strip()
        if is_private(block) or not said or said == pack.manifest.sets.paragraph:
            continue
        if not _says(block, said):
            yield from _spoken(section.id, blocks, index)
            continue
        under = _spoken_for(blocks, index)
        if not _has_open(tuple(blocks[at] for at in under) or (block,)):
            continue
        message = f"“{_short(said)}” says that this is not for publication, but it is not marked."
        fix = SetBlocks(section=section.id, blocks=_marked(blocks, range(index, under.stop)))
        place = Place(section=section.id, block=block.id)
        yield Finding(f"{message} {_HOW}", place, said, fix if isinstance(block, SubHeading) else None)


def _spoken(section_id: str, blocks: Blocks, index: int) -> Iterator[Finding]:
    """A sentence in a paragraph that says it of the words beside it, or of the next paragraph."""
    block = blocks[index]
    if isinstance(block, SubHeading) or block.kind in ("table", "image", "landscape"):
        return
    text = words(block)
    spoken = spoken_of(text)
    if spoken is None:
        return
    start, end, alone = spoken
    if alone and not _has_open(blocks[index + 1 : index + 2]):
        return
    said = text[start:end]
    place = Place(section=section_id, block=block.id, start=start, end=end)
    yield Finding(f"“{_short(said)}” says what is not for publication, and that is not marked. {_HOW}", place, said)


def _says(block: Block, said: str) -> bool:
    if isinstance(block, SubHeading):
        return title_says_private(said)
    return block.kind not in ("table", "image", "landscape") and line_says_private(said)


def _spoken_for(blocks: Blocks, index: int) -> range:
    """What a mark stands over: all that is under a heading, the next paragraph, or the one that it begins."""
    if isinstance(blocks[index], SubHeading):
        end = next((at for at in range(index + 1, len(blocks)) if isinstance(blocks[at], SubHeading)), len(blocks))
        return range(index + 1, end)
    alone = is_only_mark(words(blocks[index]))
    return range(index + 1, min(index + 2, len(blocks))) if alone else range(index, index + 1)


def _of_appendices(report: Report) -> Iterator[Finding]:
    for appendix in report.appendices:
        if appendix.status == "" and _is_only_listed(appendix):
            continue
        if appendix.status in ("", "public") and title_says_private(appendix.title):
            what = "it is to be public" if appendix.status else "it has no public status"
            yield Finding(
                f"The title of Appendix {appendix.number} says that it is not for publication, but {what}. "
                "Choose its public status, or word its title otherwise.",
                Place(appendix=appendix.id),
                appendix.title,
            )


def _is_only_listed(appendix: Appendix) -> bool:
    """Whether nothing of an appendix is here, and its title gives the reason for which it is not, as councils print it.

    "Exempt information (not for publication, by virtue of paragraph 3 of Part 1 of Schedule 12A)".
    """
    held = appendix.attachment or appendix.link or not is_empty(appendix.blocks)
    return not held and bool(reasons_given(appendix.title))


def _has_open(blocks: Blocks) -> bool:
    """Whether the public would read anything here: "Documents not for publication: None" withholds nothing."""
    if len(blocks) == 1 and _NOTHING.match(words(blocks[0])):
        return False
    return any(not is_private(block) and not is_empty((block,)) and not is_nil(words(block)) for block in blocks)


def _tells_of_others(blocks: Blocks) -> bool:
    """Whether a part headed "Exempt information" says no more than which appendices hold it, and why."""
    said = [words(block).strip() for block in blocks if not is_empty((block,))]
    return len(said) == 1 and _OF_APPENDICES.match(said[0]) is not None and _FIGURES.search(said[0]) is None


def _are_titles(section: Section, pack: Pack) -> bool:
    """Whether a part lists what is elsewhere: "Annex (exempt): Prices of the tenders". The public may read titles."""
    spec = pack.section(section.id)
    if spec is None or spec.kind == "text":
        return False
    said = [words(block).strip() for block in section.blocks]
    return all(len(each.split()) <= _MOST_OF_TITLE and not each.endswith(".") for each in said)


def _marked(blocks: Blocks, which: range) -> Blocks:
    return tuple(
        block.model_copy(update={"private": True}) if index in which else block for index, block in enumerate(blocks)
    )


def _short(said: str) -> str:
    return said if len(said) <= 60 else f"{said[:60].rstrip()} …"


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            IN_WORDS_ONLY, "error", "A part says that it is not for publication, and is not marked so",
            "The public set withholds what is marked; words that say so keep nobody from reading what they stand over.",
            Across(_said_in_words), locked=True,
            source="Local Government Act 1972, section 100B(2) and (5): every withheld part is marked as such",
            fix="Mark it as not for publication",
        ),
    )  # fmt: skip
