"""The rule about links: their words say where they lead, also when they are read out in a list."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.model import Severity
from clerkwell.proofing.prompts import prompt_finder
from clerkwell.rules.passages import PROSE, Guide, Passage, Piece, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found

# Words that say nothing of what is there, wherever they stand.
_EMPTY = re.compile(
    r"(?:please\s+)?(?:(?:click|press|tap)(?:\s+(?:on\s+)?(?:here|(?:this|the)\s+link(?:\s+below)?))?|here|(?:see|read|view|find|look)\s+here"
    r"|(?:use|follow|via|at)?\s*(?:this|the)?\s*(?:hyper)?link|link\s+here|this|(?:read|see|find\s+out|learn|view)\s+more"
    r"|(?:read|find\s+out|learn)\s+more\s+here|more|more\s+(?:info(?:rmation)?|details?)|further\s+(?:info(?:rmation)?|details?)"
    r"|(?:info(?:rmation)?|details)|download(?:\s+(?:here|it|this))?|continue(?:\s+reading)?|go|open)[\s.!…>»→]*",
    re.IGNORECASE,
)
# Words that say what kind of thing it is and not which: enough where the sentence round them says the rest.
_KIND = re.compile(
    r"(?:(?:this|the|our|their)\s+)?(?:web\s?site|web\s?page|page|document|pdf|file|attachment)[\s.!]*", re.IGNORECASE
)
_ADDRESS = re.compile(r"(?:(?:https?|ftp)://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S*", re.IGNORECASE)
# An address that people say to each other: "www.example.gov.uk".
_SITE = re.compile(r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+){1,3}/?", re.IGNORECASE)
# Words to click on that no longer are a link: in print they lead nowhere.
_CLICK: Final = re.compile(
    r"(?<![“\"‘'\w])(?:please\s+)?click(?:ing)?\s+(?:on\s+)?(?:here|this\s+link)\b(?!\s+(?:to\s+enter|and\s+there)\b)",
    re.I,
)
_CLICKS: Final = ("lick ", "licking ", "LICK ")
_SOURCES: Final = re.compile(
    r"(?:\d[\d.]*\s+)?(?:references?|sources?|bibliography|further reading|useful (?:links|websites)|links|web ?sites"
    r"|background (?:papers|documents|information)|contacts?|contact details|evidence base)\W*",
    re.IGNORECASE,
)
# Empty words are few.
_LONGEST: Final = 60
_prompts = prompt_finder()
# Where the words of links fail, and how.
_Failing = tuple[tuple[int, int, str], ...]


def _words(passage: Passage, _: Guide) -> _Failing:
    """The links of a passage whose words say too little: from where to where, and how they fail."""
    if passage.kind == "quotation":
        return ()
    done = [(start, end, how) for start, end in _whole_links(passage) if (how := _how(passage.text[start:end].strip()))]
    text = passage.text
    if passage.kind in PROSE and any(hint in text for hint in _CLICKS) and not any(_prompts(text)):
        linked = passage.links
        for match in _CLICK.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in linked):
                done.append((match.start(), match.end(), "unlinked"))
    return tuple(sorted(done))


def _whole_links(passage: Passage) -> Iterator[tuple[int, int]]:
    """The links, those put together again that a change of look inside has parted."""
    start = end = -1
    for low, high in passage.links:
        if low != end:
            if end > start:
                yield start, end
            start = low
        end = high
    if end > start:
        yield start, end


def _how(words: str) -> str:
    if len(words) <= _LONGEST and _EMPTY.fullmatch(words):
        return "empty"
    if len(words) <= _LONGEST and _KIND.fullmatch(words):
        return "kind"
    if _ADDRESS.fullmatch(words) and "@" not in words:
        return "site" if _SITE.fullmatch(words) else "address"
    return ""


def _linked(piece: Piece, guide: Guide) -> tuple[tuple[Passage, _Failing], ...]:
    """The passages of a part whose links fail, and its sub-headings."""
    told = ((passage, passage.known(_words, guide)) for passage in piece.passages)
    return tuple((passage, failing) for passage, failing in told if failing or passage.kind == "subheading")


def _look(reading: Reading) -> Iterator[Finding]:
    sources = ""
    linked = (each for _, piece in reading.standing for each in piece.known(_linked, reading.guide))
    for passage, failing in linked:
        if passage.kind == "subheading":
            sources = passage.place.section if _SOURCES.fullmatch(passage.text.strip()) else ""
        for start, end, how in failing:
            if how in ("address", "site") and (sources == passage.place.section != "" or _is_list(passage, reading)):
                continue
            words = passage.text[start:end].strip()
            yield found(passage, start, end, _MESSAGES[how].format(words=words), severity=_GRADES.get(how))


def _is_list(passage: Passage, reading: Reading) -> bool:
    """Whether addresses may stand here as they are: in a list of sources they are what is listed."""
    if passage.kind == "footnote" or passage.place.appendix:
        return True
    spec = reading.pack.section(passage.place.section)
    if spec is not None and spec.kind != "text":
        return True
    section = reading.report.section(passage.place.section)
    return section is not None and _SOURCES.fullmatch(section.heading.strip()) is not None


_MESSAGES: Final = {
    "empty": "The link says only “{words}”. Name what it leads to, such as “the survey’s results”.",
    "kind": "The link says only “{words}”, and not which. Let it name what it leads to.",
    "address": "The link shows its address, “{words}”, and a screen reader spells it out. Link words that name what is "
    "there.",
    "site": "The link shows an address, “{words}”. Words that name what is there are easier to follow.",
    "unlinked": "“{words}” is not a link here, and in print it leads nowhere. Name what there is to read, and where.",
}
_GRADES: Final[dict[str, Severity]] = {"kind": "info", "site": "info"}


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "link-words", "warning", "The words of a link do not say where it leads",
            "Screen readers read links out by themselves, one after another; and in print nobody can click.",
            Across(_look),
            source="Public Sector Bodies Accessibility Regulations 2018; Web Content Accessibility Guidelines 2.4.4, "
            "link purpose; GOV.UK style guide, “links”",
        ),
    )  # fmt: skip
