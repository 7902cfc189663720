"""The rule about what a report says in one place and denies in another, in nearly the same words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from clerkwell.proofing.text.tokens import listed
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.sense.noticed import noticed
from clerkwell.rules.signs import Sign

_READ: Final = frozenset(("paragraph", "item", "cell"))
_ASSESSMENT: Final = (
    r"(?P<kind>Equalit(?:y|ies)(?:[ \u00a0]and[ \u00a0][A-Z][a-z]+)?|Data[ \u00a0]Protection"
    r"|Environmental|Health|Privacy|Integrated|Habitats)[ \u00a0](?:Impact[ \u00a0]"
    r"|Regulations[ \u00a0])?(?:Needs[ \u00a0])?(?:Assessment|Analysis)|\b(?P<short>EqIA|EIA|DPIA|EHIA"
    r"|IIA)\b"
)
_NEEDLESS: Final = re.compile(
    r"\b(?:(?:An?|The"
    rf"|No)[ \u00a0](?:full[ \u00a0])?)?(?:{_ASSESSMENT})[ \u00a0](?:\((?P<brief>[A-Za-z]{{3,5}})\)[ \u00a0])?"
    r"(?:is[ \u00a0](?:therefore[ \u00a0])?not[ \u00a0](?:considered[ \u00a0](?:to[ \u00a0]be[ \u00a0])?)?(?:required"
    r"|needed|necessary)|(?:has|was)[ \u00a0]not[ \u00a0](?:been[ \u00a0])?(?:carried[ \u00a0]out"
    r"|completed|undertaken|prepared|needed|required))",
    re.IGNORECASE,
)
_NO_SUCH: Final = re.compile(
    rf"\bNo[ \u00a0](?:full[ \u00a0])?(?:{_ASSESSMENT})[ \u00a0](?:\([A-Za-z]{{3,5}}\)[ \u00a0])?(?:is"
    r"|was|has[ \u00a0]been)[ \u00a0](?:therefore[ \u00a0])?(?:required|needed|carried[ \u00a0]out"
    r"|completed|undertaken|prepared|necessary)",
    re.IGNORECASE,
)
_DONE: Final = re.compile(
    rf"(?:{_ASSESSMENT})[ \u00a0](?:\([A-Za-z]{{3,5}}\)[ \u00a0])?"
    r"(?:(?:of[ \u00a0][^.;]{3,60}[ \u00a0])?(?:has[ \u00a0]been"
    r"|was|is)[ \u00a0](?:also[ \u00a0])?(?:carried[ \u00a0]out|completed|undertaken|attached|appended"
    r"|prepared|included|set[ \u00a0]out|at[ \u00a0]Appendix|shown)|(?:at|in)[ \u00a0]Appendix)",
    re.IGNORECASE,
)
# Of what was done at another time, or of another thing, nothing is denied.
_OTHERWISE: Final = re.compile(
    r"\b(?:if|unless|whether|until|when|once|where|further|new|another|second|previous\w*|earlier"
    r"|original\w*|last|yet|only|at\s+this\s+stage|separate|full|each|every|any|some|may|might|could"
    r"|either|or)\b",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(
    r"\b(?P<subject>(?:[\w’-]+\s+){0,2}[\w’-]+)\s+(?P<verb>is|are|was|were|will|would|has|have|does|do"
    r"|can)\s+(?P<denied>not\s+)?(?:therefore\s+)?(?P<rest>[\w’-]+(?:\s+[\w’-]+){1,9})",
    re.IGNORECASE,
)
_LITTLE: Final = listed(
    "the this that these those its their a an of to in for on at by with and which it there they who what all any"
)
_NO_ONES: Final = re.compile(
    r"(?:\A|[.;:]\s+|\d\s+)No\s+(?P<noun>(?:[a-z-]+\s+){0,2}?[a-z]+)\s+(?:was|were|has\s+been"
    r"|have\s+been)\s+(?P<done>found|received|recorded|reported|made|identified|raised|lost|upheld"
    r"|refused|lodged|submitted)"
    r"(?P<rest>\s+to\s+be\s+[a-z]+)?(?P<end>\s*(?:[.;]|\Z|,?\s+and\s|\s+during\b|\s+in\s+(?:the|20\d\d)))",
)
_SOME: Final = (
    r"\b(?P<number>\d{{1,3}}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine"
    r"|[Tt]en|[Ss]everal"
    r"|[Ss]ome)\s+(?:[a-z-]+\s+){{0,2}}?(?P<noun>[a-z]+)(?:,[^.;]{{3,90}},)?\s+(?:was|were|has\s+been"
    r"|have\s+been)\s+(?:also\s+)?{done}{rest}"
)
_NOT: Final = Sign(" not ")
_NONE: Final = Sign("No ")
_ASSESSED: Final = Sign(folded=("assessment", "analysis", "eqia", "eia", "dpia", "iia"))
_SENTENCES: Final = Sign(" is ", " are ", " was ", " were ", " will ", " would ", " has ", " have ", " does ", " can ")
_FEWEST: Final = 2
_REST: Final = 4


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "said-and-denied", "warning", "The report says a thing in one place and denies it in another",
            "A reader cannot tell which of the two is so, and the minutes may record the wrong one.",
            Across(_at_odds), source="Careful drafting: a report says one thing of one matter",
        ),
    )  # fmt: skip


@dataclass(frozen=True)
class _Clause:
    start: int
    end: int
    subject: frozenset[str]
    verb: str
    rest: tuple[str, ...]
    denied: bool


def _at_odds(reading: Reading) -> Iterator[Finding]:
    yield from _assessments(reading)
    yield from _none_and_some(reading)
    yield from _clauses_at_odds(reading)
    yield from noticed(reading)


def _kind(match: re.Match[str]) -> str:
    """Of which kind an assessment is, in one way: by its first letter where it is shortened."""
    short = (match["short"] or "").casefold()
    return {"eqia": "equal", "eia": "equal", "ehia": "equal", "dpia": "data", "iia": "integ"}.get(short) or (
        match["kind"] or ""
    ).casefold()[:5].rstrip()


def _needless(passage: Passage, _: Guide) -> tuple[tuple[int, int, str], ...]:
    if passage.kind not in _READ or passage.place.appendix:
        return ()
    return tuple(
        (*match.span(), _kind(match))
        for pattern in (_NEEDLESS, _NO_SUCH)
        for match in pattern.finditer(passage.text)
        if not _OTHERWISE.search(passage.text, match.end(), match.end() + 40)
    )


def _has_one(passage: Passage, _: Guide) -> tuple[str, ...]:
    """The kinds of assessment that a passage says were made, or that an appendix is called."""
    if passage.kind == "title":
        match = re.search(_ASSESSMENT, passage.text, re.IGNORECASE)
        return (_kind(match),) if match and "screening" not in passage.text.casefold() else ()
    return tuple(_kind(match) for match in _DONE.finditer(passage.text)) if passage.kind in _READ else ()


def _assessments(reading: Reading) -> Iterator[Finding]:
    denied = list(reading.where(_needless, _ASSESSED))
    if not denied:
        return
    made = {kind: passage for passage, kinds in reading.where(_has_one, _ASSESSED) for kind in kinds}
    for passage, there in denied:
        for start, end, kind in there:
            other = made.get(kind)
            if other is not None and other is not passage:
                where = "an appendix is one" if other.kind == "title" else "elsewhere the report says that there is one"
                message = f"This says that there is no such assessment, and {where}. Put the one that is wrong right."
                yield found(passage, start, end, message)


def _none_and_some(reading: Reading) -> Iterator[Finding]:
    """ "No equipment was found to be dangerous. Two items were found to be dangerous"."""
    for passage, there in reading.where(_some_of_none, _NONE):
        for start, end in there:
            message = (
                "This says that there is none, and the same paragraph goes on to tell of some. Put the one that "
                "is wrong right."
            )
            yield found(passage, start, end, message)


def _some_of_none(passage: Passage, _: Guide) -> tuple[tuple[int, int], ...]:
    if passage.kind not in _READ:
        return ()
    done = []
    for match in _NO_ONES.finditer(passage.text):
        rest = match["rest"]
        pattern = _SOME.format(
            done=match["done"], rest=re.escape(rest) if rest else r"(?=\s*[.;,]|\s+(?:and|in|during|by|on)\b)"
        )
        some = re.search(pattern, passage.text[match.end() :])
        noun = match["noun"].split()[-1].removesuffix("s")
        if some and (rest or some["noun"].removesuffix("s") == noun):
            start = match.start() + match[0].index("No ")
            done.append((start, match.start("end")))
    return tuple(done)


def _clauses(passage: Passage, guide: Guide) -> tuple[_Clause, ...]:
    if passage.kind not in ("paragraph", "item") or passage.place.appendix:
        return ()
    done = []
    for start, end in passage.known(sentences_of, guide):
        for match in _CLAUSE.finditer(passage.text, start, end):
            subject = _words(match["subject"])
            rest = tuple(word for word in match["rest"].casefold().split()[: _REST + 2] if word not in _LITTLE)[:_REST]
            if subject and len(rest) >= _FEWEST and not _OTHERWISE.search(match[0]):
                done.append(
                    _Clause(
                        match.start(), match.end(), subject, match["verb"].casefold(), rest, match["denied"] is not None
                    )
                )
    return tuple(done)


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in text.casefold().split() if word not in _LITTLE)


def _denials(passage: Passage, guide: Guide) -> tuple[_Clause, ...]:
    return tuple(each for each in passage.known(_clauses, guide) if each.denied)


def _clauses_at_odds(reading: Reading) -> Iterator[Finding]:
    denied = [(passage, each) for passage, there in reading.where(_denials, _NOT) for each in there]
    if not denied:
        return
    # What is said without "not" is looked for by its words alone, once for all that deny the same: they are few.
    said: dict[_Key, tuple[Passage, _Clause] | None] = {}
    for passage, each in denied:
        key = (each.subject, each.verb, each.rest)
        if key not in said:
            said[key] = next(_saying(reading, each), None)
        there = said[key]
        if there is not None and there[0] is not passage:
            words = " ".join(there[0].text[there[1].start : there[1].end].split()[:10])
            message = f"This denies what the report says elsewhere: “{words}”. Put the one that is wrong right."
            yield found(passage, each.start, each.end, message)


_Key = tuple[frozenset[str], str, tuple[str, ...]]


def _saying(reading: Reading, denied: _Clause) -> Iterator[tuple[Passage, _Clause]]:
    """Where the same is said without "not"."""
    first, second = denied.rest[:_FEWEST]
    for piece in reading.pieces:
        if not piece.stands:
            continue
        for passage in piece.having(_SENTENCES):
            if first in passage.text and second in passage.text:
                for each in passage.known(_clauses, reading.guide):
                    if not each.denied and _same(denied, each):
                        yield passage, each


def _same(one: _Clause, other: _Clause) -> bool:
    """Whether two clauses say one thing of one subject, but for "not"."""
    shared = min(len(one.rest), len(other.rest))
    return (
        one.verb == other.verb
        and bool(one.subject & other.subject)
        and one.rest[:shared] == other.rest[:shared]
        and (len(one.subject & other.subject) == min(len(one.subject), len(other.subject)))
    )
