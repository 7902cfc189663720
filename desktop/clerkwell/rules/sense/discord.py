"""Rules about parts of a report that a reader would find at odds with each other; what they say is information."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

from clerkwell.model import ListItem, Place
from clerkwell.proofing.text.sentences import sentences
from clerkwell.rules.passages import PROSE, Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.sense.bearings import prose_of
from clerkwell.rules.sense.purpose import asks
from clerkwell.rules.signs import Sign
from clerkwell.rules.words import part_title

_BESIDE: Final = frozenset(
    ("recommendations", "options", "background", "policy", "appendices", "background-papers", "consultation")
)
_MOVED: Final = r"(?:moved|reallocated|redirected|vired|diverted|transferred)"
_MOVED_HINT: Final = re.compile(_MOVED)
_MOVES: Final = re.compile(
    rf"\b(?:has|have|had|was|were|been|will\s+be|is|are)\s+(?:now\s+|also\s+|been\s+)?{_MOVED}\b"
    r"(?:(?!\b(?:to|into|within|from)\b)[^.;£]){0,80}?\b(?:funding|budgets?|money|reserves?)\b"
    r"|\b(?:funding|budgets?|money|underspend)\s+(?:has|have|was|were|will)\s+(?:be\s+|been\s+)?"
    rf"{_MOVED}\b",
    re.IGNORECASE,
)
# Somebody with the power to do it has.
_AUTHORITY: Final = re.compile(
    r"\b(?:delegat\w+|approv\w+|agreed\s+(?:by|at)|authoris\w+|decided|decision|committee|cabinet|council\s+agreed|under\s+(?:the\s+)?scheme)\b",
    re.IGNORECASE,
)
_NOTES: Final = re.compile(r"\b(?:note|notes|noted|receive|receives|received|consider)\b", re.IGNORECASE)


def _money_moved(passage: Passage, _: Guide) -> tuple[int, int] | None:
    if passage.kind not in ("paragraph", "item") or not _MOVED_HINT.search(passage.text):
        return None
    for start, end in sentences(passage.text):
        said = _MOVES.search(passage.text, start, end)
        if said and not _AUTHORITY.search(passage.text, start, end):
            return said.span()
    return None


def _spends_quietly(reading: Reading) -> Iterator[Finding]:
    asked = list(prose_of(reading, frozenset(("recommendations",))))
    if not any(_NOTES.search(each.text) for each in asked) or any(each.known(asks, reading.guide) for each in asked):
        return
    for passage, said in reading.where(_money_moved):
        if said and passage.place.section and passage.place.section not in _BESIDE:
            message = (
                "Members are asked only to note the report, but it tells of money that was moved. "
                "Say under whose authority that was done, or ask for the decision."
            )
            yield found(passage, *said, message)
            return


# What a reader would hold against an answer that there is nothing to say, by section.
_HELD_AGAINST: Final[Mapping[str, re.Pattern[str]]] = {
    section: re.compile(rf"\b(?:{words})", re.IGNORECASE)
    for section, words in {
        "risk": r"inconsisten\w+|not\s+being\s+used|weakness\w*"
        r"|(?:a\s+)?concerns?\s+(?:is|are|was|were|about|that)|these\s+concerns"
        r"|could\s+be\s+more|shortfall|overspend\w*|budget(?:ary)?\s+pressures?|(?:at|the)\s+risk\s+(?:of|that)",
        "equalities": r"children|young\s+people|older\s+people|disab(?:led|ility|ilities)|women\b"
        r"|girls\b|ethnic\w*|religio\w+|faith\s+groups?"
        r"|pregnan\w+|transgender|refugees?|asylum[\s-]seekers?|protected\s+characteristics?",
        "corporate": r"budget(?:ary)?\s+pressures?|overspend\w*|recruitment\s+and\s+retention|savings\s+target",
        "financial": r"budget(?:ary)?\s+pressures?|overspend\w*|shortfall\s+(?:of|in)",
        "resource": r"vacanc(?:y|ies)|new\s+posts?\b|staff(?:ing)?\s+shortages?|agency\s+staff",
    }.items()
}


@cache
def _held(section: str) -> Callable[[Passage, Guide], tuple[int, int] | None]:
    """What finds the words that would be held against a section's saying nothing."""
    pattern = _HELD_AGAINST[section]

    def look(passage: Passage, _: Guide) -> tuple[int, int] | None:
        said = pattern.search(passage.text) if passage.kind in ("paragraph", "item") else None
        return said.span() if said else None

    return look


def _nil_against_text(reading: Reading) -> Iterator[Finding]:
    for name in _HELD_AGAINST:
        own = list(prose_of(reading, frozenset((name,))))
        if not own or not all(getattr(each.block, "nil", False) for each in own):
            continue
        for passage, held in reading.where(_held(name)):
            section = passage.place.section
            if held is None or not section or section in ("recommendations", "policy", name):
                continue
            words = passage.text[slice(*held)]
            where = part_title(reading.report, reading.pack, section)
            message = (
                f"This says that there is nothing to say, but “{where}” speaks of “{words}”. "
                "Say what follows from it, or why nothing does."
            )
            yield found(own[0], 0, len(own[0].text), message)
            break


_ACHIEVED: Final = re.compile(
    r"\b(?:each|all|every\s+one)(?:\s+of\s+(?:them|these|those|the\s+[\w ]{1,30}?))?"
    r"(?:\s+(?!of\b)[\w-]+){0,2}?\s+(?:has|have)\s+(?:now\s+|all\s+)?been"
    r"\s+(?:fully\s+)?(?:achieved|completed|implemented|met|delivered|addressed|actioned)\b",
    re.IGNORECASE,
)
_STILL: Final = re.compile(
    r"\b(?:we|officers|the\s+(?:team|service|council|partnership))\s+(?:will|shall)\s+(?!continue)\w+|\bnot\s+yet\s+been\b|\bstill\s+to\s+be\b"
    r"|\bremains?\s+to\s+be\b|\b(?:is|are)\s+working\s+to(?:wards)?\b",
    re.IGNORECASE,
)


def _achieved(passage: Passage, _: Guide) -> tuple[int, int] | None:
    said = _ACHIEVED.search(passage.text) if passage.kind in ("paragraph", "item") else None
    return said.span() if said else None


def _still(passage: Passage, _: Guide) -> tuple[int, int] | None:
    said = _STILL.search(passage.text) if passage.kind in ("paragraph", "item") else None
    return said.span() if said else None


def _not_achieved(reading: Reading) -> Iterator[Finding]:
    claims = [(passage, said) for passage, said in reading.where(_achieved, _BEEN) if said and passage.place.section]
    if not claims:
        return
    open_now = next(_under_items(reading), None)
    if open_now is None:
        return
    passage, said = claims[0]
    message = (
        f"The text says that all is done, but what is told of the items says “{open_now}”. Say which are still open."
    )
    yield found(passage, *said, message)


def _under_items(reading: Reading) -> Iterator[str]:
    """What is still to come, said of an item of a numbered list: in it, or in a paragraph between it and the next."""
    waiting: list[str] = []
    section, level = "", -1
    for passage, said in reading.each(_still):
        block = passage.block
        if passage.place.section != section:
            section, level, waiting = passage.place.section, -1, []
        if isinstance(block, ListItem) and block.ordered:
            if level >= 0:
                yield from waiting
            level, waiting = block.level, []
        if level >= 0 and said and section != "recommendations":
            waiting.append(passage.text[slice(*said)])


_BEEN: Final = Sign("been")
_CHAIRED: Final = Sign("Chair")
_OWNERS: Final = Sign("Children", "Women", "Men", "People")
_CHAIR: Final = r"\b(?:Deputy\s+|Vice[\s-])?Chair(?:man|woman|person)?\s+of\s+(?:the\s+)?"
_BODY: Final = re.compile(r"\s+(?:Grand\s+)?(?:Committee|Sub[\s-]Committee|Board|Panel)\Z")
_OWNED: Final = re.compile(
    r"\b(?P<who>Children|Women|Men|People)(?P<s>['’]s)?\s+(?P<what>[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?)"
)


def _cut_names(passage: Passage, guide: Guide) -> tuple[tuple[int, int], ...]:
    if passage.kind not in PROSE:
        return ()
    listed = guide.pack.manifest.vocab.get("committees")
    pattern = _cut(
        frozenset(name for entry in (listed.entries if listed else ()) for name in (entry.name, *entry.aliases))
    )
    return tuple(said.span("name") for said in pattern.finditer(passage.text)) if pattern else ()


@lru_cache(maxsize=8)
def _cut(listed: frozenset[str]) -> re.Pattern[str] | None:
    """Chairs of committees of these names, without the names' last word."""
    names = {_BODY.sub("", name) for name in listed if _BODY.search(name)}
    if not names:
        return None
    ways = "|".join(sorted((_any_way(name) for name in names), key=len, reverse=True))
    goes_on = r"(?=\s*(?:[.,;:)]|\Z|\sand\s+(?:the\s+)?(?:Chair|Deputy|Town|Director)))"
    return re.compile(rf"{_CHAIR}(?P<name>{ways}){goes_on}")


def _any_way(name: str) -> str:
    words = re.sub(r"['’]", "['’]", re.escape(name)).replace(r"\ ", r"\s+")
    return words.replace(r"\&", "(?:&|and)").replace(r"\s+and\s+", r"\s+(?:&|and)\s+")


def _word_missing(reading: Reading) -> Iterator[Finding]:
    for passage, cut in reading.where(_cut_names, _CHAIRED):
        for start, end in cut:
            message = (
                f"“{passage.text[start:end]}” is a committee’s name without its last word. Write the name in full."
            )
            yield found(passage, start, end, message)
    yield from _owner_missing(reading)


def _owned(passage: Passage, _: Guide) -> tuple[tuple[int, int, str, bool], ...]:
    return tuple(
        (said.start(), said.end(), f"{said['who']} {said['what']}", said["s"] is not None)
        for said in _OWNED.finditer(passage.text)
    )


def _owner_missing(reading: Reading) -> Iterator[Finding]:
    known = [
        (passage, said)
        for passage, all_said in reading.where(_owned, _OWNERS)
        for said in all_said
        if passage.kind != "title"
    ]
    right = {name for _, (_, _, name, owned) in known if owned}
    told: set[Place] = set()
    for passage, (start, end, name, owned) in known:
        if not owned and name in right and passage.place not in told:
            told.add(passage.place)
            better = name.replace(" ", "’s ", 1)
            yield found(passage, start, end, f"Elsewhere the report says “{better}”. Write the name in one way.")


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    reader = "What a careful reader asks: the parts of a report are read together"
    return (
        Rule(
            "spending-in-information", "info", "A report to be noted tells of money that was moved",
            "Moving money may be a decision that belongs to members, or to an officer who has to say so.",
            Across(_spends_quietly), source=reader,
        ),
        Rule(
            "nil-against-text", "info", "A section has nothing to say of what the report speaks of elsewhere",
            "Members who have read the rest will ask what follows from it.",
            Across(_nil_against_text), source=reader,
        ),
        Rule(
            "achieved-against-future", "info", "All is said to be done, and something is still to come",
            "Members who have read the items will ask which of the two is true.",
            Across(_not_achieved), source=reader,
        ),
        Rule(
            "word-missing-after-name", "info", "A word of a name is missing",
            "A committee or service is known by its whole name.",
            Across(_word_missing), source=reader,
        ),
    )  # fmt: skip
