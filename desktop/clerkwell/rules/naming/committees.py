"""Committees that the council does not have: names that its list, kept in the pack, does not know."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import Levenshtein

from clerkwell.packs import choice
from clerkwell.proofing.naming.bodies import folded
from clerkwell.rules.naming.named import (
    CAPITALS,
    COMMITTEE_FIELDS,
    Listed,
    Named,
    listed_committees,
    names_in,
    with_tails,
)
from clerkwell.rules.passages import PROSE, Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found

_BODY = re.compile(r"\b(?:Sub[- ]?)?[Cc]ommittee\b|\b(?:Board|Panel)\b")
# Other people's committees: Parliament's, joint ones, those that bring several councils together.
_OTHERS: Final = re.compile(
    r"\b(?:Select|Joint|National|Steering|Parliamentary|Users[’']?|Residents[’']?|Tenants[’']?|Management|Monetary"
    r"|Public Accounts|Commons|Lords|Remuneration|London Councils|Statistics|Climate Change|Independent|Regional"
    r"|European|British|UK|NHS|Government|Negotiating|Staff|Trade|Organising|Festival|Olympic|Consultative|Liaison)\b"
)
_DEPARTMENT = re.compile(r"\A(?:The )?(?:Department|Directorate|Office|Division) (?:of|for) ")
# Words from which it follows that the committee is the council's own.
_DECIDING = re.compile(
    r"\b(?:report(?:s|ed|ing)?|referr?(?:s|ed|al)?|submit(?:s|ted)?|present(?:s|ed)?|approv(?:ed|al)|agreed|considered"
    r"|endorsed|noted|adopted|delegated|recommend(?:ed|ation)?|resolved|decided|heard|asked|meeting|chair|chairman"
    r"|members?|decision|request|remit) (?:\w+ )?(?:to|by|of|from) (?:the )?\Z",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"\s+(?:has |have |had )?(?:agreed|approved|considered|resolved|decided|noted|endorsed|recommended|heard|received"
    r"|adopted|will consider|met on|is asked|was asked|delegated)\b"
)
# How many letters a slip in a listed name may be, and at most which share of it.
_SLIPS: Final = 3
_SHARE: Final = 0.12


def rules() -> tuple[Rule, ...]:
    """The rule about names of committees."""
    return (
        Rule(
            "committee-unknown",
            "warning",
            "No committee of the council has this name",
            "The council’s list has no committee of that name. The clerk has to know which one is meant.",
            Across(_unknown),
            source="The council’s list of committees, kept in its template",
            fix="Write the committee’s own name",
        ),
    )


def _unknown(reading: Reading) -> Iterator[Finding]:
    listed = listed_committees(reading.pack)
    if listed is None:
        return
    known = {folded(name): name for name in listed.names}
    for passage in reading.answers:
        if passage.place.field in COMMITTEE_FIELDS:
            yield from _in_header(passage, listed, known, reading)
    own = frozenset(known)
    for _, there in reading.where(_bodies, CAPITALS):
        for name in there:
            yield from _in_text(name, known, own)


def _bodies(passage: Passage, guide: Guide) -> tuple[Named, ...]:
    """The names in running text that may be a committee's of the council."""
    if passage.kind not in PROSE:
        return ()
    return tuple(name for name in passage.known(names_in, guide) if not name.elsewhere and _BODY.search(name.text))


def _in_header(passage: Passage, listed: Listed, known: dict[str, str], reading: Reading) -> Iterator[Finding]:
    text = passage.text.strip()
    if not text or choice(listed.spec, text, reading.pack) or not _BODY.search(text) or _OTHERS.search(text):
        return
    near = _nearest(folded(text), frozenset(known))
    if near is not None:
        message = f"“{text}” is not in the council’s list of committees. Write “{known[near]}” if that is the one."
        yield found(passage, 0, len(passage.text), message, known[near])
        return
    inside = next((name for key, name in known.items() if key in folded(text)), None)
    hint = f" The list has “{listed.names[inside]}”." if inside else ""
    # A council makes and renames committees faster than its template follows: certain is only a department's name.
    certain = bool(_DEPARTMENT.match(text))
    said = f"“{text}” is not in the list of committees that Clerkwell has.{hint} Check its name on the agenda."
    if certain:
        said = f"“{text}” is not the name of a committee.{hint} Choose one from the list."
    yield found(passage, 0, len(passage.text), said, severity=None if certain else "info")


def _in_text(name: Named, known: dict[str, str], own: frozenset[str]) -> Iterator[Finding]:
    rests = list(with_tails(name))
    if not rests or not rests[0].text[:1].isupper():
        return
    match = next((rest for rest in rests if folded(rest.text) in own), None)
    if match is not None:
        before = name.text[: len(name.text) - len(match.text)]
        if _DEPARTMENT.match(before):
            message = f"“{name.text}” is not the name of a committee. Take out “{before.strip()}”."
            yield found(name.passage, name.start, name.end, message, match.text)
        return
    if _ends_listed(name, known):
        return
    near = _nearest(folded(name.text), own)
    if near is not None:
        message = f"“{name.text}” is not in the council’s list of committees. Write “{known[near]}” if that is the one."
        yield found(name.passage, name.start, name.end, message, known[near])
        return
    if "ommittee" not in name.text or _OTHERS.search(name.text) or len(name.text.split()) < 2:
        return
    text = name.passage.text
    ours = _DECIDING.search(text[max(0, name.start - 60) : name.start]) or _DECIDED.match(text, name.end)
    yield found(
        name.passage,
        name.start,
        name.end,
        f"“{name.text}” is not in the council’s list of committees. Check its name.",
        severity=None if ours else "info",
    )


def _ends_listed(name: Named, known: dict[str, str]) -> bool:
    """Whether a listed name with a comma ends here, such as “Culture, Heritage and Libraries Committee”."""
    before = name.passage.text[: name.end]
    return any("," in full and folded(before[-len(full) :]) == folded(full) for full in known.values())


@lru_cache(maxsize=1024)
def _nearest(key: str, known: frozenset[str]) -> str | None:
    """The listed name that this one was meant to be, where few letters differ and none is part of another's name."""
    most = min(_SLIPS, int(len(key) * _SHARE))
    if most < 1 or key in known:
        return None
    scored = [(Levenshtein.distance(key, each, score_cutoff=most), each) for each in known]
    least = min(scored, default=(most + 1, ""))
    return least[1] if least[0] <= most else None
