"""Words parted, taken for their like, or written great where no sentence begins: "un able", "Less households"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.raw import Look, Wrong, at, bare
from clerkwell.proofing.text.tokens import listed

_ONE_WORD: Final = "is one word"
_UNFIT: Final = "does not fit here"
_UN: Final = listed(
    "able likely available known necessary successful fortunately used certain clear usual changed less lawful "
    "reasonable acceptable safe aware affected authorised"
)
# What is counted, and is nothing that a sum has less of: "the cost less grants" takes them away.
_COUNTED: Final = listed(
    "households people homes residents children pupils families complaints visits visitors vehicles cars journeys "
    "applications councillors members staff officers employees meetings schools places properties tenants tenancies "
    "volunteers incidents accidents crimes calls enquiries objections responses bins buses trees events patients "
    "carers learners students apprentices businesses shops collisions opportunities"
)
_THEIRS: Final = listed(
    "family families children parents own views homes trade neighbours communities landlord employer"
)
_LEADS_TO_THEIRS: Final = listed("of with from to for by about on in and through at between against")
_SAYING: Final = listed(
    "asked said noted queried suggested requested thanked seconded commented explained reported stated spoke declared"
)
_ANY_COUNCILLOR: Final = listed(
    "the a an each every any one that this another ward local lead county parish district town city"
)
_CAPITALS: Final = listed(
    "In On At By For With From And Or But Which Who To Of As If When Where After Before Between Under During"
)


def _un(words: Sequence[str], index: int) -> Wrong | None:
    rest = bare(at(words, index + 1))
    return Wrong(index, index + 1, (f"un{rest}",), _ONE_WORD) if rest in _UN else None


def _an(words: Sequence[str], index: int) -> Wrong | None:
    if bare(at(words, index + 1)) != "other":
        return None
    return Wrong(index, index + 1, (f"{words[index]}other",), _ONE_WORD)


def _less(words: Sequence[str], index: int) -> Wrong | None:
    """ "Less households than last year": not "no less", nor what is taken away."""
    if bare(at(words, index + 1)) not in _COUNTED or bare(at(words, index - 1)) in ("no", "or", "much", "more"):
        return None
    if at(words, index - 1)[-1:].isdigit():
        return None
    return Wrong(index, index, ("Fewer" if words[index][0].isupper() else "fewer",), _UNFIT)


def _theirs(words: Sequence[str], index: int) -> Wrong | None:
    """ "The children and there family", "with they're landlord"."""
    if bare(at(words, index + 1)) not in _THEIRS or at(words, index - 1) not in _LEADS_TO_THEIRS:
        return None
    return Wrong(index, index, ("their",), _UNFIT)


def _councillor(words: Sequence[str], index: int) -> Wrong | None:
    """ "Councillor asked whether": not "the Councillor asked"."""
    if at(words, index + 1) not in _SAYING or bare(at(words, index - 1)) in _ANY_COUNCILLOR:
        return None
    return Wrong(index, index, (), "lacks a name after it")


def _capital(words: Sequence[str], index: int) -> Wrong | None:
    """ "The head teacher, In consultation with": not in a title, which goes on in capitals."""
    before, after = at(words, index - 1), at(words, index + 1)
    if not before.endswith(",") or not before[:-1].isalpha() or not before.islower():
        return None
    if not after.isalpha() or not after.islower():
        return None
    return Wrong(index, index, (words[index].lower(),), "begins no sentence")


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    return {
        "un": _un,
        **dict.fromkeys(("an", "An"), _an),
        **dict.fromkeys(("less", "Less"), _less),
        **dict.fromkeys(("there", "they're", "they’re"), _theirs),
        **dict.fromkeys(("Councillor", "Cllr"), _councillor),
        **dict.fromkeys(_CAPITALS, _capital),
    }
