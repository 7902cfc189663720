"""The names of bodies and posts that a report has, gathered once for the rules that compare them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from clerkwell.packs import FieldSpec, Pack
from clerkwell.proofing.naming.bodies import RUN, Name, Run, Sort, names, runs, tails, written
from clerkwell.proofing.naming.variants import loosely
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.signs import Sign

# Where bodies are called by names that are other people's words, or a document's title.
_OTHERS: Final = frozenset({"quotation", "title", "alt"})
CAPITALS: Final = Sign(pattern=RUN)
_QUOTES: Final = frozenset("\"'“‘")
# "Kent County Council’s", "Hackney’s": a body of somebody else's. "the Council’s" is our own.
_OWNER = re.compile(r"(?P<before>[A-Z][\w-]*[ \u00a0])?(?P<owner>[A-Z][\w-]*)['’]s?[ \u00a0]\Z")
# "the tenant’s own committee", "the school’s".
_SOMEBODYS = re.compile(
    r"(?:\b(?:tenant|company|trust|firm|school|college|charity|operator|contractor|landlord|government|bank|developer"
    r"|university|association|church|club|union|owner)s?['’]s?|['’]s?[ \u00a0]own)[ \u00a0]\Z"
)
_OURSELVES: Final = frozenset(
    {"Council", "Corporation", "Authority", "Borough", "City", "County", "District", "Members"}
)
_ELSEWHERE = re.compile(
    r"[ \u00a0]+(?:of|at)[ \u00a0](?:the[ \u00a0])?(?:London Borough|Royal Borough|House|Houses|UK|Parliament|NHS"
    r"|[A-Z][\w-]*[ \u00a0](?:[A-Z][\w-]*[ \u00a0]){0,3}(?:Council|Trust|Authority|Parliament))\b"
)
COMMITTEE_FIELDS: Final = ("committees.name", "committee")


@dataclass(frozen=True)
class Named:
    """A name where it stands. `tail`: with the first words left out, as others may write it."""

    passage: Passage
    start: int
    end: int
    text: str
    sort: Sort
    elsewhere: bool


class Listed(NamedTuple):
    """The committees that the pack lists: every name and alias, with the entry's own name."""

    spec: FieldSpec
    names: dict[str, str]


def runs_in(passage: Passage, _guide: Guide) -> tuple[Run, ...]:
    """The runs of words with capitals in a passage; none in other people's words."""
    return () if passage.kind in _OTHERS else runs(passage.text)


def names_in(passage: Passage, guide: Guide) -> tuple[Named, ...]:
    """The names in a passage."""
    found = passage.known(runs_in, guide)
    if not found:
        return ()
    text = passage.text
    if passage.place.field in COMMITTEE_FIELDS and text.isupper():
        # "PENSIONS COMMITTEE" at the head of the report is how the body is called.
        found = runs(_as_a_name(text))
    return tuple(
        Named(passage, name.start, name.end, name.text, name.sort, _is_elsewhere(text, name))
        for name in names(found)
        if not _is_quoted(text, name) and not any(a <= name.start < b for a, b in passage.links)
    )


def _as_a_name(capitals: str) -> str:
    """A name as running text has it: "Audit and Risk Committee" for what stands in capitals."""
    return re.sub(
        r"[^\W\d_][\w’']*",
        lambda word: word[0].lower() if word[0] in ("OF", "FOR", "AND", "THE") else word[0].capitalize(),
        capitals,
    )


def all_names(reading: Reading) -> tuple[Named, ...]:
    """Every name in the report, in the order of the document."""
    return tuple(name for _, there in reading.where(names_in, CAPITALS) for name in there)


def with_tails(name: Named) -> Iterator[Named]:
    """A name, and what is left of it without its first words."""
    for offset, rest in tails(name.text):
        yield Named(name.passage, name.start + offset, name.end, rest, name.sort, name.elsewhere)


def forms_in(passage: Passage, guide: Guide) -> tuple[tuple[str, str, Named], ...]:
    """The names in a passage and what is left of them, by what other ways of writing them have in common, and as they
    are written."""
    found = passage.known(names_in, guide)
    if not found:
        return ()
    mine = (tail for name in found if not name.elsewhere for tail in with_tails(name))
    return tuple((loosely(tail.text), written(tail.text), tail) for tail in mine)


def listed_committees(pack: Pack) -> Listed | None:
    """The pack's list of committees; none where it has no such list, or one body only."""
    for field_id in COMMITTEE_FIELDS:
        spec = pack.field(field_id)
        vocab = pack.manifest.vocab.get(spec.vocab) if spec else None
        if spec and vocab and len(vocab.entries) > 2:
            return Listed(spec, {name: entry.name for entry in vocab.entries for name in (entry.name, *entry.aliases)})
    return None


def _is_quoted(text: str, name: Name) -> bool:
    return name.start > 0 and text[name.start - 1] in _QUOTES


def _is_elsewhere(text: str, name: Name) -> bool:
    """Whether it is said to be another council's, or Parliament's."""
    if _ELSEWHERE.match(text, name.end):
        return True
    owner = _OWNER.search(text[max(0, name.start - 60) : name.start])
    if _SOMEBODYS.search(text, max(0, name.start - 40), name.start):
        return True
    if owner is not None:
        return owner["owner"] not in _OURSELVES or bool(
            owner["before"] and owner["before"].strip() not in ("The", "Our")
        )
    # The owner may be part of the run: "Hackney Council's Planning Committee".
    inside = re.search(
        r"(?P<before>[A-Z][\w-]*[ \u00a0])?(?P<owner>Council|Borough|Trust|Government|Parliament)['’]s?[ \u00a0]",
        name.text,
    )
    return inside is not None and bool(inside["before"] or inside["owner"] in ("Trust", "Government", "Parliament"))
