"""The verbs of reports in their forms, for the rules that hear a wrong one."""

from collections.abc import Iterable
from typing import Final

from clerkwell.proofing.text.tokens import listed

# Verbs whose plain form is nothing else: no noun and no adjective, so that "is approve" can be nothing but a slip.
VERBS: Final = listed(
    "accept achieve acquire adopt allocate allow amend announce apply appoint approve arrange ask assess assign attend "
    "authorise avoid become begin bring carry choose collect commence commit comply conclude confirm connect consider "
    "consult construct continue convert create decide define deliver demonstrate deploy describe determine develop "
    "discuss dispose distribute employ enable encourage endorse enforce engage enhance ensure enter establish evaluate "
    "examine exceed exclude explain extend facilitate fulfil generate give govern identify implement impose improve "
    "include incorporate incur indicate inform inspect install introduce investigate involve maintain make "
    "mention minimise mitigate negotiate notify obtain organise perform prepare prevent proceed procure prohibit "
    "promote propose protect provide publish pursue raise receive recommend recover recruit reduce refer reflect "
    "regulate relocate remove renew replace require resolve respond restore retain revise seek select "
    "sell send serve specify strengthen submit suggest summarise sustain take tell undertake utilise verify write "
    "agree expect pay"
)
_DOUBLED: Final = listed("commit incur refer submit begin fulfil")
_PARTICIPLES: Final = {
    "become": "become", "begin": "begun", "bring": "brought", "choose": "chosen", "give": "given", "make": "made",
    "pay": "paid", "seek": "sought", "sell": "sold", "send": "sent", "take": "taken", "tell": "told",
    "undertake": "undertaken", "write": "written",
}  # fmt: skip


def participle(verb: str) -> str:
    """What stands after "has been": "approved", "taken"."""
    if verb in _PARTICIPLES:
        return _PARTICIPLES[verb]
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{verb[:-1]}ied" if verb[-1] == "y" and verb[-2] not in "aeo" else f"{_before_ending(verb)}ed"


def gerund(verb: str) -> str:
    """What stands after "of": "approving", "taking"."""
    if verb.endswith("e") and verb[-2] != "e":
        return f"{verb[:-1]}ing"
    return f"{_before_ending(verb)}ing"


def third(verb: str) -> str:
    """What stands after "it": "approves", "carries"."""
    if verb.endswith("y") and verb[-2] not in "aeo":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"


def any_of(words: Iterable[str]) -> str:
    """The words as a pattern, the longest first."""
    return "|".join(sorted(words, key=lambda each: (-len(each), each)))


def _before_ending(verb: str) -> str:
    return f"{verb}{verb[-1]}" if verb in _DOUBLED else verb
