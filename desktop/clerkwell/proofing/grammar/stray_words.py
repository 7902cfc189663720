"""Words parted, taken for their like, or written great where no sentence begins: "un able", "Less households"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.raw import UNFIT, Look, Wrong, at, bare, sentence_from
from clerkwell.proofing.grammar.word_classes import plain_of_past
from clerkwell.proofing.text.tokens import listed

_ONE_WORD: Final = "is one word"
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
# A page or a leaflet may be called by these, or a title go on with them: with one of the others no name begins.
_NO_NAME: Final = listed(
    "And Or But To Of By For With From Between During Without Into Until Since Because Through Than Then Is Are Was "
    "Were Has Have Had Been Be Should Would Could Must Can Cannot Not It They As That These Those Which There Their "
    "Its At In On Also Therefore When"
)
_AFTER_IN: Final = listed(
    "consultation accordance order line respect relation conjunction agreement addition effect reference"
)
_OPENERS: Final = listed("There It These That This For On In At To Since They During Because Also Therefore Those With")
_NAMES_NEXT: Final = listed(
    "January February March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday"
)
_ASKING: Final = listed("how what why when where who which")
_STATES: Final = listed(
    "is are was were has have had will would should must may can could been be ran rose fell met began went"
)
_NOT_AFTER_A: Final = listed("and or to in is by for with road roads level levels grade class of")
_SHORT: Final = 3
_FEWEST_BEFORE: Final = 4
_SHORTENED: Final = listed(
    "etc approx incl excl max min est dept viz esp misc temp ltd inc ref tel ext fig para paras cert abbr"
)
_OPENING: Final = listed("it the this they there these we officers members in if however that as at for")
_CALLED: Final = listed(
    "called titled named entitled headed see read click select choose press button link page menu option word words "
    "heading campaign label tab field type column row group the a an"
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
    return Wrong(index, index, ("Fewer" if words[index][0].isupper() else "fewer",), UNFIT)


def _theirs(words: Sequence[str], index: int) -> Wrong | None:
    """ "The children and there family", "with they're landlord"."""
    if small := _small(words, index):
        return small
    if bare(at(words, index + 1)) not in _THEIRS or at(words, index - 1) not in _LEADS_TO_THEIRS:
        return None
    return Wrong(index, index, ("their",), UNFIT)


def _councillor(words: Sequence[str], index: int) -> Wrong | None:
    """ "Councillor asked whether": not "the Councillor asked"."""
    if at(words, index + 1) not in _SAYING or bare(at(words, index - 1)) in _ANY_COUNCILLOR:
        return None
    return Wrong(index, index, (), "lacks a name after it")


def _capital(words: Sequence[str], index: int) -> Wrong | None:
    """ "The head teacher, In consultation with": not in a title, which goes on in capitals."""
    before, after = at(words, index - 1), at(words, index + 1)
    plain = before[:-1] if before.endswith(",") else before
    if not plain.isalpha():
        return None
    if not plain.islower() and not (
        plain != before and after in _AFTER_IN and words[index] in ("In", "With", "Following")
    ):
        return None  # "the Director of Housing, In consultation with"
    if plain == before and not _is_no_name(words, index):
        return None
    after = bare(after) if plain == before and after[:1].islower() else after
    if not (after.isalpha() and (after.islower() or after in _NAMES_NEXT)) and not (
        plain == before and after.isdigit()
    ):
        return None
    if plain == before and words[index] in _OPENERS:
        why = "has a capital in mid-sentence, or lacks a full stop before it"
        return Wrong(index, index, (words[index].lower(), f"{before}. {words[index]}"), why)
    return Wrong(index, index, (words[index].lower(),), "begins no sentence")


def _next_sentence(words: Sequence[str], index: int) -> Wrong | None:
    """ "It covers the larger sites, A register is kept": a sentence begins after a comma."""
    before, after = at(words, index - 1), at(words, index + 1)
    if not (before.endswith(",") and before[:-1].isalpha() and before.islower() and len(before) > _SHORT):
        return None
    if not (after.isalpha() and after.islower()) or after in _NOT_AFTER_A:
        return None
    if words[index] in ("A", "An") and _STATES.isdisjoint(words[index + 2 : index + 12]):
        return None
    if words[index] not in ("A", "An") and after not in _STATES:
        return None
    begins = sentence_from(words, index)
    if index - begins < _FEWEST_BEFORE:
        return None
    plain = before[:-1]
    why = "has a comma where a sentence ends, or a capital in mid-sentence"
    return Wrong(index - 1, index, (f"{plain}. {words[index]}", f"{before} {words[index].lower()}"), why)


def _is_no_name(words: Sequence[str], index: int) -> bool:
    """ "It would be built Between January and August": no name of a thing, and no heading that ran into its text."""
    if words[index] not in _NO_NAME or at(words, index - 1) in _CALLED:
        return False
    begins = sentence_from(words, index)
    before = [bare(each) for each in words[begins:index]]
    if len(before) < 2 or before[0] in _ASKING or any(each[:1].isupper() for each in words[index - 2 : index]):
        return False
    return not _STATES.isdisjoint(before) or any(plain_of_past(each) for each in before[1:])


def _small(words: Sequence[str], index: int) -> Wrong | None:
    """ "It began in June. it ended in July": not after "etc."."""
    if not index or words[index - 1][-1] != ".":
        return None
    before = words[index - 1]
    if not before[:-1].isalpha() or len(before) < 4 or not (before.islower() or before[:-1] in _NAMES_NEXT):
        return None
    if before[:-1] in _SHORTENED or not at(words, index + 1).isalpha():
        return None
    return Wrong(index, index, (words[index].capitalize(),), "begins a sentence")


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    return {
        "un": _un,
        **dict.fromkeys(("an", "An"), _an),
        **dict.fromkeys(("less", "Less"), _less),
        **dict.fromkeys(("there", "they're", "they’re"), _theirs),
        **dict.fromkeys(("Councillor", "Cllr"), _councillor),
        **dict.fromkeys(_OPENING - {"there"}, _small),
        **dict.fromkeys(("A", "An", "We", "He", "She", "This"), _next_sentence),
        **dict.fromkeys(_CAPITALS | _NO_NAME, _capital),
    }
