"""A small word taken for another, or left out: "spoken highly off", "with 21 days of", "authority to Director"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.phrases import FINITE
from clerkwell.proofing.grammar.raw import UNFIT, Look, Wrong, at, bare, ends, sentence_from
from clerkwell.proofing.grammar.word_classes import plain_of_past
from clerkwell.proofing.text.tokens import listed

_OFFICE: Final = listed(
    "Corporate Assistant Executive Strategic Service Deputy Director Head Chief Monitoring Section Interim Group "
    "Managing"
)
_HEADS: Final = listed("director head executive officer manager solicitor")
# "Higher then assumed".
_FORESEEN: Final = listed("assumed expected planned forecast budgeted estimated anticipated predicted hoped needed")
_OFF: Final = listed(
    "highly out because instead ahead capable aware full consists consist comprised part respect terms behalf number "
    "favour majority most proud responsible range account"
)
_DETERMINERS: Final = listed("the this these those our their its all a an it")
_AFTER_THEN: Final = listed(
    "and but it they we the there to was is a an be he she this these in at for or would will could should can came "
    "fell went rose again"
)
_NUMBERS: Final = listed("two three four five six seven ten fourteen twenty twenty-one twenty-eight thirty")
_EVENTS: Final = listed("the receipt receiving being this that its notification publication decision")
_AFTER_DONE: Final = listed("before after by in on at to for from with during until and last")
# "Repairs where needed by tenants".
_AFTER_WHERE: Final = listed("needed required requested agreed used provided given based possible identified")
_VERBS: Final = listed("is are was were has have had will would should must can could may might shall do does did be")
_DEPENDS: Final = listed("if when once where as unless")
_MORE: Final = listed(
    "faster slower higher lower larger smaller greater fewer earlier better worse longer shorter cheaper quicker "
    "older younger wider narrower stronger weaker rather sooner easier harder bigger nearer closer further"
)
_MEASURED: Final = listed(
    "expected planned anticipated budgeted forecast usual before last previously originally average"
)
_DAYS: Final = listed("days weeks months hours")


def _off(words: Sequence[str], index: int) -> Wrong | None:
    """ "Spoken highly off the"."""
    if at(words, index - 1) in _OFF and at(words, index + 1) in _DETERMINERS:
        return Wrong(index, index, ("of",), UNFIT)
    return None


def _then(words: Sequence[str], index: int) -> Wrong | None:
    """ "Rise faster then support": not "if it is later, then"."""
    before, after = at(words, index - 1), at(words, index + 1)
    if not after or not (before in _MORE or at(words, index - 2) in ("more", "less")):
        return None
    if not _DEPENDS.isdisjoint(map(bare, words[sentence_from(words, index) : index])):
        return None
    measured = (
        before == "rather" or after in _MEASURED or bare(after) in _FORESEEN or after[0].isdigit() or after[0] == "£"
    )
    if not measured and (before not in _MORE or after in _AFTER_THEN or plain_of_past(bare(after))):
        return None
    return Wrong(index, index, ("than",), UNFIT)


def _with(words: Sequence[str], index: int) -> Wrong | None:
    """ "May appeal with 21 days of being told"."""
    number, where = at(words, index + 1), index + 2
    if at(words, where) in ("working", "calendar", "clear"):
        where += 1
    if not (number.isdigit() or number in _NUMBERS) or at(words, where) not in _DAYS or at(words, where + 1) != "of":
        return None
    if at(words, where + 2) not in _EVENTS or at(words, where + 3) in ("year", "month"):
        return None
    return Wrong(index, index, ("within",), UNFIT)


def _office(words: Sequence[str], index: int) -> Wrong | None:
    """ "To delegate authority to Corporate Director of Housing": not "to Chief Officers"."""
    if at(words, index - 1) not in ("authority", "delegated", "powers") or at(words, index + 1) not in _OFFICE:
        return None
    named = [bare(each) for each in words[index + 1 : index + 4]]
    if _HEADS.isdisjoint(named) or any(each.endswith("s") for each in named[:2]):
        return None
    return Wrong(index, index, ("to the",), "lacks “the” after it")


def _where(words: Sequence[str], index: int) -> Wrong | None:
    """ "In all of these homes alarms where fitted": a sentence that has no other verb."""
    verb, noun = at(words, index + 1), at(words, index - 1)
    if not noun.islower() or not noun.endswith("s") or not verb.isalpha() or not plain_of_past(verb):
        return None
    if at(words, index + 2) not in _AFTER_DONE or verb in _AFTER_WHERE:
        return None
    begins = sentence_from(words, index)
    before = [bare(each) for each in words[begins:index]]
    if before[0] in ("to", "that") or not words[begins][0].isupper():
        return None
    if not _VERBS.isdisjoint(before) or any(plain_of_past(each) or each.endswith("ing") for each in before):
        return None
    # "The streets where asked for are listed."
    return None if _goes_on(words, index + 2) else Wrong(index, index, ("were",), UNFIT)


def _goes_on(words: Sequence[str], index: int) -> bool:
    """Whether a verb that tells a time stands before the clause ends."""
    for word in words[index:]:
        if word in FINITE:
            return True
        if ends(word):
            return False
    return False


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    return {"off": _off, "then": _then, "with": _with, "to": _office, "where": _where}
