"""A word that is missing from a set phrase, or one that is left over: "as result of", "in accordance the"."""

import re
from typing import Final

from clerkwell.proofing.grammar.listed.patterns import BEGINS, Wrong, like, pairs, said, unsaid

_LINKS: Final = {
    "in accordance": "with", "in conjunction": "with", "in relation": "to", "in respect": "of", "on behalf": "of",
    "as part": "of", "in terms": "of", "in consultation": "with", "with regard": "to", "by means": "of",
}  # fmt: skip
_OF_LINE: Final = (
    "policy|council|strategy|budget|plan|law|guidance|rate|national|local|government|medium|corporate|recommendations?"
    "|requirements|terms|financial|legislation"
)
_MORE: Final = (
    "less",
    "more",
    "higher",
    "lower",
    "fewer",
    "greater",
    "larger",
    "smaller",
    "better",
    "worse",
    "later",
    "earlier",
)


def _linked(match: re.Match[str]) -> str:
    return f"{match['phrase']} {_LINKS[match['phrase'].lower()]} the"


WRONG: Final = (
    Wrong(
        said(*(f"{phrase.split()[1]} the" for phrase in _LINKS)),
        rf"\b(?P<phrase>(?i:{'|'.join(_LINKS)})) the\b",
        _linked,
        lost=True,
    ),
    Wrong(
        said("line the"),
        rf"\b(?P<phrase>[Ii]n line) (?=the (?:{_OF_LINE})\b)",
        lambda match: f"{match['phrase']} with ",
        lost=True,
    ),
    Wrong(said("as result"), r"\b(?P<said>[Aa]s result) of\b", lambda match: like(match, "as a result"), lost=True),
    Wrong(
        pairs((("is", "are", "was", "were", "largely", "partly"), ("result",))),
        r"\b(?P<before>(?:is|are|was|were)(?: (?:largely|partly))?) result of\b",
        lambda match: f"{match['before']} a result of",
        lost=True,
    ),
    Wrong(
        said("in additional"), r"\b(?P<said>[Ii]n additional) to\b", lambda match: like(match, "in addition")
    ),
    Wrong(said("with effective"), r"\b(?P<said>[Ww]ith effective) from\b", lambda match: like(match, "with effect")),
    # "Rent is due the day after" is right.
    Wrong(said("due the"), rf"{BEGINS}(?P<said>Due the)\b", lambda _: "Due to the", lost=True),
    Wrong(said("prior the"), rf"{BEGINS}(?P<said>Prior the)\b", lambda _: "Prior to the", lost=True),
    Wrong(
        said("subject the"),
        rf"{BEGINS}(?P<said>Subject the) (?:approval|agreement|consent|outcome|views)\b",
        lambda _: "Subject to the",
        lost=True,
    ),
    Wrong(
        pairs((_MORE, ("that",))),
        rf"\b(?:{'|'.join(_MORE)}) (?P<said>that) (?:expected|planned|anticipated|budgeted|forecast|last (?:year"
        rf"|month)|in \d{{4}}"
        r"|those (?:of|in|for)\b|usual|before\b|£|\d|the (?:average|previous|target|limit|national|estimate"
        r"|forecast)\b)",
        lambda _: "than",
    ),
    Wrong(
        said("until to"),
        r"\buntil (?P<said>to )(?=\d|January|February|March|April|May|June|July|August|September|October|November"
        r"|December"
        r"|midnight|noon)",
        lambda _: "",
        lost=True,
    ),
    Wrong(
        said("that that"),
        r"\bthat (?P<said>that) (?=(?:the|an?|they|we|officers|members|residents)\b)",
        unsaid,
        lost=True,
    ),
    # the members' of the committee
    Wrong(
        pairs((("members", "officers", "residents", "councillors", "trustees"), ("of",))),
        r"\b(?P<owner>[Mm]embers|[Oo]fficers|[Rr]esidents|[Cc]ouncillors|[Tt]rustees)['’] of the\b",
        lambda match: f"{match['owner']} of the",
    ),
    Wrong(
        said("to delegated"),
        r"\b(?:sought|recommended|asked|proposed|resolved) to (?P<said>delegated) authority\b",
        lambda _: "delegate",
    ),
    Wrong(said("responsible of"), r"(?<!most )(?<!more )(?<!least )\bresponsible (?P<said>of)\b", lambda _: "for"),
    Wrong(
        pairs((("comprise", "comprises", "comprising"), ("of",))),
        r"\b(?P<verb>[Cc]ompris(?:e|es|ing)) of\b",
        lambda match: match["verb"],
        lost=True,
    ),
    Wrong(
        said("the note", "the approve", "the agree", "the consider", "the endorse"),
        r"\b(?:asked|invited|recommended|requested) to (?P<said>the (?:note|approve|agree|consider|endorse))\b(?= "
        r"the\b)",
        lambda match: match["said"].removeprefix("the "),
        lost=True,
    ),
)  # fmt: skip
