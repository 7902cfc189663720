"""Pointers typed by hand ("see paragraph 14", "Table 3 below"), told from those to other documents."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

# "D9" is a paragraph of a part that has a letter.
_ONE: Final = r"(?:(?-i:[A-Z])\.?(?=\d))?\d{1,3}(?:\.\d{1,2}){0,3}(?![\d/%]|,\d{3})"
_POINTER: Final = re.compile(
    rf"\b(?P<word>paragraphs?|paras?\.?|sections?|tables?)\s+(?P<numbers>{_ONE}(?:\s*(?:,\s*and|,|and|&"
    rf"|to|or|–|-)\s*{_ONE}){{0,8}})"
    r"(?P<letter>\s?\([a-z]{1,4}\))?",
    re.IGNORECASE,
)
_HINT: Final = re.compile(
    r"\b(?:[Pp]ara|[Ss]ection|[Tt]able|PARA|SECTION|TABLE)[a-zA-Z.]*\s+[A-Z]?\.?\d|\d\.\d{1,2}\s(?:above|below)\b"
)
# "see 4.9 above", "those at 3.8 below".
_BARE: Final = re.compile(
    r"\b(?:see|at|in|under|from|and)\s+(?P<number>\d{1,2}\.\d{1,2})\s+(?:above|below)(?=\s*(?:[.,;:)]|\Z))",
    re.IGNORECASE,
)
# Said of this report without a doubt.
_OWN_AFTER: Final = re.compile(
    r"\s*(?:\([a-z]{1,4}\)\s*)?,?\s*(?:above|below|of\s+this\s+report|in\s+this\s+report|(?:earlier"
    r"|later|further)\s+(?:in|on)\b)",
    re.IGNORECASE,
)
_OWN_BEFORE: Final = re.compile(
    r"(?:\bsee(?:\s+also)?|\brefer(?:red)?\s+to(?:\s+in)?|\b(?:set\s+out|described|explained|shown"
    r"|given|listed|outlined|detailed"
    r"|discussed|summarised|mentioned|stated|noted)\s+(?:in|at|under)|\bas\s+(?:per|in|at)|\(|\b(?:in"
    r"|at|from|under|per))\s*\Z",
    re.IGNORECASE,
)
# "As described in paragraph 4.14": what a recommendation says so is told in the report itself.
_DESCRIBED: Final = re.compile(
    r"\b(?:set\s+out|described|explained|shown|given|listed|outlined|detailed|discussed|summarised)\s+(?:in|at)\s*\Z",
    re.IGNORECASE,
)
# "See paragraph 19." is a sentence by itself.
_SEE: Final = re.compile(r"(?:^|[.;]\s)\s*See\s*\Z")
# "(See paragraph 21)" in a sentence that speaks of no other document.
_IN_BRACKETS: Final = re.compile(r"\(\s*see(?:\s+also)?\s*\Z", re.IGNORECASE)
_ENDS: Final = re.compile(r"\s*(?:\.(?!\d)|\Z)")
# "As paragraph 7.4 explains"; what a paragraph "requires" is in a law or a policy.
_AS: Final = re.compile(r"\bas\s*\Z", re.IGNORECASE)
_TELLS: Final = re.compile(r"\s+(?:explain|show|say|set|describe|note|tell|told|make)s?\b", re.IGNORECASE)
# "paragraph 4 of the guidance", "section 17 to the Act".
_OTHERS_AFTER: Final = re.compile(
    r"\s*(?:\([\w]{1,4}\)\s*)*,?\s*(?:of|to|in|from|under|within)\s+(?!this\s+report\b|the\s+(?:report"
    r"|main\s+report)\b(?!\s+(?:of|to|by)\b))"
    r"(?:the|that|its|their|part|schedule|annex|appendix|an?|[A-Z])|\s*,?\s*\(?(?:schedule|part\s+\d|annex|appendix)\b",
    re.IGNORECASE,
)
_DOCUMENT: Final = re.compile(
    r"\b(?:Schedules?|Acts?|Regulations?|Directive|Order|NPPF|NPPG|Framework|Code|Constitution"
    r"|Standing\s+Orders?|Financial\s+Rules"
    r"|Procedure\s+Rules|Local\s+Plan|Circular|LGA\s+\d{4}|Scheme\s+of\s+Delegation|CIPFA|Protocol"
    r"|Charter|Concordat|Treaty"
    r"|ISO|BS|PINS|PPG|exempt|Bye-?laws?)\b"
    r"|\b(?i:guidance|legislation|statut\w+|judgment|judgement|lease|contract|agreement|deed|handbook"
    r"|manual|minutes?|letter"
    r"|terms\s+of\s+reference|constitution|appendix|annexe?|policy|strategy|(?:previous|earlier|last"
    r"|original|auditors?’?|inspectors?’?|that|their|his|her)\s+report"
    r"|report\s+(?:of|to|dated|by|from|on)|inspector|auditors?|court|tribunal|ombudsman|regulator"
    r"|commission|inspectorate|examiner|officers?’\s+report|consultation\s+document|white\s+paper"
    r"|bill"
    r"|covenant|permit|licen[cs]e|planning\s+(?:permission|statement)|business\s+case"
    r"|decision\s+notice|notice|certificate|schedule|part)\b"
)
# "The costs are set out in section 9.", "As shown in section 9", where nothing beside it speaks of the law.
_TOLD_IN: Final = re.compile(
    r"\b(?:(?:is|are|was|were|be|been)\s+(?:(?:also|further|fully|then)\s+)?"
    r"|(?:as|and|the\s+[a-z]+)\s+)(?:set\s+out|described|explained|shown|given|listed"
    r"|outlined|detailed|discussed|summarised|mentioned|covered|dealt\s+with"
    r"|considered)\s+(?:\w+\s+){0,2}(?:in|at|under)\s*\Z",
    re.IGNORECASE,
)
_LAWFUL: Final = re.compile(
    r"\b(?:dut(?:y|ies)|requirements?|procedures?|conditions?|powers?|laws?|legal\w*|lawful\w*"
    r"|statut\w+|tenan\w+|landlords?|offences?|rights?|obligations?|requires?"
    r"|provisions?|planning|chapters?|forms?|parts?)\b",
    re.IGNORECASE,
)
_CLOSES: Final = re.compile(r"\s*(?:[.,;)](?!\d)|\Z|and\s+by\b|(?:is|are|was|were|has|have)\b)")
# What is let, bought or granted: a sentence that speaks of it cites the report's own paragraphs all the same.
_THING: Final = re.compile(
    r"\b(?:lease|contract|agreement|licen[cs]e|permit|(?:decision\s+)?notice|letter|certificate|business\s+case|officers?)\b"
    r"(?!\s+(?:states?|says?|requires?|provides?|sets?\s+out))",
    re.IGNORECASE,
)
# An appendix that the sentence has done with before it comes to the pointer.
_DONE_WITH: Final = re.compile(r"\b(?:at|in|as)\s+(?i:appendix|annexe?)\s+\w{1,3},\s+(?:and|but|while)\s+the\s")
# "The costs are in section 12.", "Details are given at section 14": what is there is of a report.
_IS_IN: Final = re.compile(
    r"\b(?:details?|costs?|risks?|figures?|reasons?|results?|findings?|information|work|options?|courses?|issues?|tables?|comments?"
    r"|responses?|effects?|savings?|implications?|timetable|background|proposals?|recommendations?|summary|analysis|assessment"
    r"|explanation|breakdown|sums?|changes?|lists?|actions?|steps|plans?|matters?)\s+(?:[a-z]+\s+){0,6}?(?:(?:is|are|was|were)\s+"
    r"(?:given\s+|found\s+|provided\s+|included\s+|to\s+be\s+found\s+)?)?(?:in|at|under)\s*\Z",
    re.IGNORECASE,
)
# "Section 11 sets out the risks", "with section 7, which gives the risks".
_SHOWS: Final = re.compile(
    r"(?:,\s+which)?\s+(?:(?:also|then)\s+)?(?:sets?\s+out|shows?|gives?|describes?|explains?|lists?|compares?|summarises?|tells?|outlines?"
    r"|looks\s+at|deals\s+with|covers)\s",
    re.IGNORECASE,
)
_BEGINS: Final = re.compile(r"(?:\A|\n|[.;:?]\s)\s*(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+)?\Z")
_OWN_APPENDIX: Final = re.compile(r"\b(?:Appendix|Annexe?)\s+(?:[A-Z]|\d{1,2})\b")
_FEW_SECTIONS: Final = 30
# A sentence is looked through this far from the pointer in it.
_FAR: Final = 300
Kind = Literal["paragraph", "section", "table"]


@dataclass(frozen=True)
class Pointer:
    """A pointer to a part of this report: where it stands (code points), and one of the numbers in it.

    `sure`: the words say that it is a part of this report ("above", "of this report"); else it only looks so.
    `beside`: another document is spoken of in its sentence, so that it may be of that one.
    """

    start: int
    end: int
    kind: Kind
    number: str
    sure: bool
    beside: bool = False


def pointers(text: str) -> tuple[Pointer, ...]:
    """The pointers of a text that are to the report itself."""
    return tuple(_pointers(text)) if _HINT.search(text) else ()


def _pointers(text: str) -> Iterator[Pointer]:
    for bare in _BARE.finditer(text):
        if not _DOCUMENT.search(_sentence(text, bare)):
            yield Pointer(bare.start("number"), bare.end("number"), "paragraph", bare["number"], sure=True)
    for found in _POINTER.finditer(text):
        listed = _numbers(found)
        whole = len(listed) > 1 or listed[0] == found["numbers"]
        end = found.end() if whole else found.start("numbers") + len(listed[0])
        after, before = text[end : end + 80], text[max(0, found.start() - 160) : found.start()]
        sure = _OWN_AFTER.match(after) is not None
        kind = _kind(found["word"])
        # A table is named anyhow, a paragraph in few ways.
        # An item that begins in small letters goes on from what leads up to the list, which may be a policy's name.
        item = not before.strip() and found["word"][0].islower()
        leads = kind == "paragraph" and not item and _BEGINS.search(before) is not None
        explains = kind == "paragraph" and _AS.search(before) is not None and _TELLS.match(after) is not None
        leads = leads or explains
        said = kind != "paragraph" or leads or _OWN_BEFORE.search(before) is not None
        if not sure and (_OTHERS_AFTER.match(after) or not said):
            continue
        seen = kind != "section" or re.search(r"\bsee(?:\s+also)?\s*\Z", before, re.IGNORECASE) is not None
        if not sure and not seen and not (_are_few(listed) and _tells_of_section(text, before, after)):
            continue
        document = not sure and (_DOCUMENT.search(_sentence(text, found)) or (leads and _DOCUMENT.search(before)))
        bracketed = _IN_BRACKETS.search(before) is not None and after.startswith(")")
        thing = bracketed and not _DOCUMENT.search(_THING.sub("", _sentence(text, found)))
        if document and not (kind == "paragraph" and (explains or thing or _DESCRIBED.search(before))):
            continue
        alone = _SEE.search(before) is not None and _ENDS.match(after) is not None and not _DOCUMENT.search(before)
        for number in listed:
            certain = sure or (kind == "paragraph" and (alone or (bracketed and not document)))
            last = found.end("numbers") if whole else end
            yield Pointer(found.start(), last, kind, _plain(number), certain, bool(document))


def _numbers(found: re.Match[str]) -> list[str]:
    """The numbers of a pointer; of "section 9, 12 are complete" the first alone."""
    listed = re.findall(_ONE, found["numbers"], re.IGNORECASE)
    one = found["word"].casefold().rstrip(".") in ("paragraph", "para", "section", "table")
    return listed[:1] if one and "," in found["numbers"] else listed


def _plain(number: str) -> str:
    """A number as it is told from others: "D9" for "D.9"."""
    return number.replace(".", "", 1) if number[:1].isalpha() else number


def _are_few(listed: list[str]) -> bool:
    return all(number.isdigit() and int(number) <= _FEW_SECTIONS for number in listed)


def _tells_of_section(text: str, before: str, after: str) -> bool:
    """Whether a section is one of a report's own: what stands there is told, in a text that does not speak of law."""
    bracketed = before.endswith("(") and after.startswith(")")
    told = (_TOLD_IN.search(before) or _IS_IN.search(before)) and _CLOSES.match(after)
    shows = _SHOWS.match(after) and (after.startswith(",") or _BEGINS.search(before))
    if not (bracketed or told or shows):
        return False
    # An appendix that another sentence sends to is no document that the section is of.
    return not _DOCUMENT.search(_OWN_APPENDIX.sub("", text)) and not _LAWFUL.search(text)


def _sentence(text: str, found: re.Match[str]) -> str:
    """What stands round a pointer in its sentence, roughly."""
    far = max(0, found.start() - _FAR)
    start = max(text.rfind(". ", far, found.start()), text.rfind("\n", far, found.start()), far)
    end = text.find(". ", found.end(), found.end() + _FAR)
    end = found.end() + _FAR if end < 0 else end
    before = _DONE_WITH.sub("", text[start : found.start()])
    return f"{before} {text[found.end() : end]}"


def _kind(word: str) -> Kind:
    lowered = word.casefold()
    if lowered.startswith("para"):
        return "paragraph"
    return "section" if lowered.startswith("section") else "table"
