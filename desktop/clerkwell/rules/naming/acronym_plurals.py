"""Plurals of acronyms: "(PEP)s" and "two FV's"."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.rules.naming.acronym_ledger import facts
from clerkwell.rules.passages import Guide, Passage
from clerkwell.rules.rule import Finding, found
from clerkwell.rules.signs import Sign

_OUTSIDE: Final = re.compile(r"[\"'”’]?[)\]]['’]?s\b")
# Words after which only a plural can stand. A "the" between them and the acronym makes it a possessive again.
_SEVERAL: Final = re.compile(
    r"\b(?:all|many|several|both|these|those|various|some|few|other|more|most|multiple|numerous|number of|two|three"
    r"|four|five|six|seven|eight|nine|ten|eleven|twelve|(?<![\d/.-])\d{1,3})[ \u00a0]+"
    r"(?:(?:new|other|existing|current|draft|further|additional|local|more|different|active|open|annual)[ \u00a0]+)?\Z",
    re.IGNORECASE,
)
_NO_OWNED_THING: Final = re.compile(
    r"\s*(?:\Z|[.,;:)]|(?:and|or|are|were|have|has|had|will|must|should|may|can|to|in|for|of|with|by|at|on|from|that"
    r"|which|who|across|within|per|each|as|than|but)\b)"
)
_ARE: Final = re.compile(
    r"\s+(?:are|were|have been|have|all|both|that|which|who|can|cannot|could|would|should|must|do not|don[’']t)\b"
)
# What no possessive stands before, where nothing says whose it is ("the DfE’s in 2020").
_OF: Final = re.compile(
    r"\s+(?:of|for|with|in|at|on|by|from|to|within|across|made|held|set|given|issued|served|agreed|go|come|remain|include"
    r"|apply|provide|require|take|give|make|do|run|exist|continue|become|vary|differ|expire|lapse|want|tell|know"
    r"|think|tend|seek|employ|protect|struggle|often|usually|will(?! to)|find (?:it|that|them)|hold (?:a|the|no|land)"
    r"|need (?:a|an|the|to|more|no)|face (?:a|an|the|more|higher))\b"
)
# "It was said that HMO’s find": there "that" says nothing of whose they are.
_WHOSE: Final = re.compile(
    r"(?:\b(?:the|an?|our|their|its|this|(?<!sa[iy][ds] )(?<!say )(?<!felt )(?<!told )(?<!know )that|his|her|your|my)"
    r"|['’]s?)[ \u00a0]\Z",
    re.IGNORECASE,
)
# "It helps SME's, and charities": but "DfE's and the Council's figures", "the duty is Ofsted's".
_ENDS: Final = re.compile(r"\s*(?:\Z|[.,;)]|(?:and|or)\b)")
_OWNER_NEAR: Final = re.compile(r"[A-Za-z](?:['’]s\b|s['’])")
_STATED: Final = re.compile(r"\b(?:is|are|was|were|be|not|than|as|but|like|by)[ \u00a0]\Z", re.I)
_FIGURED: Final = re.compile(r"(?<![\w/.-])(?P<core>[A-Z]{2,6}[0-9]{1,2})['’]s(?![\w-])")
_LAST_WORD: Final = re.compile(r"[A-Za-z]+\Z")
_IRREGULAR: Final = ("man", "person", "child", "s", "x", "z", "foot", "analysis", "ia", "um", "is")


# An s with an apostrophe, or one after a bracket.
PLURALS: Final = Sign("'s", "’s", ")s", "]s")


def malformed_plurals(passage: Passage, guide: Guide) -> Iterator[Finding]:
    """The plurals of acronyms that are written wrongly."""
    if passage.kind == "quotation":
        return
    yield from _with_figures(passage)
    about = passage.known(facts, guide)
    for acronym in about.found:
        outside = _OUTSIDE.match(passage.text, acronym.end)
        if outside and not acronym.ending and passage.text[: acronym.start].rstrip("\"'“‘")[-1:] in ("(", "["):
            yield _s_outside(passage, guide, acronym.start, outside.end())
        elif acronym.ending in ("'s", "’s") and _is_plural(passage.text, acronym.start, acronym.end):
            message = f"“{passage.text[acronym.start : acronym.end]}” is a plural. Leave out the apostrophe."
            yield found(passage, acronym.start, acronym.end, message, f"{acronym.core}s")


def _with_figures(passage: Passage) -> Iterator[Finding]:
    """ "SMP2's", which is not looked at otherwise, as it may be a reference."""
    if "'s" not in passage.text and "’s" not in passage.text:
        return
    for match in _FIGURED.finditer(passage.text):
        if _is_plural(passage.text, match.start(), match.end()):
            message = f"“{match.group()}” is a plural. Leave out the apostrophe."
            yield found(passage, match.start(), match.end(), message, f"{match['core']}s")


def _is_plural(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 40) : start]
    if _ARE.match(text, end) or (_OF.match(text, end) and not _WHOSE.search(before)):
        return True
    if _ENDS.match(text, end) and not (_WHOSE.search(before) or _STATED.search(before)):
        after = text[end : end + 40].partition(".")[0]
        if not (_OWNER_NEAR.search(before) or _OWNER_NEAR.search(after)):
            return True
    return bool(_SEVERAL.search(before) and _NO_OWNED_THING.match(text, end))


def _s_outside(passage: Passage, guide: Guide, start: int, end: int) -> Finding:
    """ "personal education plan (PEP)s": the words take the s as well."""
    text = passage.text
    opening = max(text.rfind("(", 0, start), text.rfind("[", 0, start))
    inner = text[opening:end].rstrip("s").rstrip("'’")
    plural = f"{inner[:-1]}s{inner[-1]}"
    message = f"The plural of “{inner.strip('([])')}” has its s outside the brackets. Write “{plural}”"
    known = next((each for each in passage.known(facts, guide).introduced if each.start == start and each.words), None)
    last = _LAST_WORD.search(text[: known.words[1]]) if known and known.words and known.before else None
    finding = found(passage, opening, end, f"{message}.")
    if last is None:
        return Finding(f"{message}.", finding.place, finding.quote, passage.replaced(opening, end, plural))
    many = _many(last.group())
    if many is None:
        return finding
    better = f"{many}{text[last.end() : opening]}{plural}"
    return Finding(
        f"{message}, after “{many}”.", finding.place, finding.quote, passage.replaced(last.start(), end, better)
    )


def _many(word: str) -> str | None:
    """The plural of a regular noun, or itself where it is one; None where it is for the author to say."""
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word
    if word.endswith(_IRREGULAR):
        return None
    if word.endswith(("ch", "sh")):
        return f"{word}es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}s"
